"""`completion`: scripts by which shells complete commands, options and their choices.

shtab writes them from the parsers. They ask the program nothing while somebody types, so they name nothing of a guide.
"""

from __future__ import annotations

import argparse

import shtab

from .exit_codes import Exit
from .output import print_data
from .parsers import command_help, command_parsers, reader_options


def print_completion(shell: str) -> Exit:
    """Print the script of a shell, and return the exit code."""
    parser = argparse.ArgumentParser(prog="aotad-tui", parents=[reader_options()])
    commands = parser.add_subparsers()
    for name, command in command_parsers().items():
        # A script describes only commands that are added with a help. Parents copy their -h too.
        commands.add_parser(name, help=command_help()[name], parents=[command], add_help=False)
    print_data(shtab.complete(parser, shell))
    return Exit.DONE
