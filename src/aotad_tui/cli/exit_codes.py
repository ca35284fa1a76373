"""The exit codes of the program, and the errors that lead to them."""

from __future__ import annotations

from enum import IntEnum

from .output import print_notice


class Exit(IntEnum):
    """The exit code."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    UNREADABLE = 3
    CRASHED = 70
    UNWRITABLE = 74
    INTERRUPTED = 130


class NothingFound(Exception):
    """Nothing visible matches; the text says so and lists candidates if there are any."""


class WrongUse(Exception):
    """Wrong arguments; the text says what is right."""


def fail(message: str, code: Exit) -> Exit:
    """Print an error on stderr and return the code."""
    print_notice(f"aotad-tui: {message}")
    return code
