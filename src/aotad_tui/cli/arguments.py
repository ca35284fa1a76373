"""What may stand on the command line."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from aotad_tui import __version__
from aotad_tui.library.format import FILES
from aotad_tui.resources import bundled_guide

READER = "read"
COMMANDS = {
    "show": "print a section, or all that may be read",
    "sections": "list the sections",
    "people": "list the people",
    "who": "print who somebody is, and how they stand to everybody else",
    "check": "look a guide over for problems and leaks (for authors: it reads all of it)",
    "schema": "print the JSON Schema of a kind of file of a guide",
}
_GUIDE = "the guide's folder (left out: $AOTAD_GUIDE, else the bundled one)"
_POINT = "a point's id, how many points are finished, start, or end"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for. `name` is the section, the person, the guide to check or the schema."""

    command: str
    name: str | None = None
    guide: str | None = None
    seen: str | None = None
    open: str | None = None
    width: int | None = None
    json: bool = False

    @property
    def folder(self) -> Path:
        """The guide's folder: the one given, else $AOTAD_GUIDE, else the bundled one."""
        given = self.guide or os.environ.get("AOTAD_GUIDE")
        return Path(given) if given else bundled_guide()


def parse_arguments(arguments: list[str]) -> Asked:
    """What the words on the command line ask for. Raises SystemExit with code 2 on wrong use, 0 after --help."""
    if arguments and arguments[0] in COMMANDS:
        given = _commands_parser().parse_args(arguments)
    else:
        given = _reader_parser().parse_args(arguments)
    return Asked(**vars(given))


def _reader_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<10}{words}" for name, words in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="aotad-tui",
        description="Read a guide to a story, seeing nothing beyond what you have watched or read.",
        epilog=f"commands that print (aotad-tui COMMAND --help):\n{listed}\n\n"
        "A folder called like a command is opened as ./NAME.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("guide", nargs="?", metavar="GUIDE", help=_GUIDE)
    parser.add_argument("--seen", metavar="POINT", help=f"how far you have watched: {_POINT} (left out: nothing)")
    parser.add_argument("--open", metavar="SECTION[#HEADING]", help="begin at this section")
    parser.add_argument("--version", action="version", version=f"aotad-tui {__version__}")
    parser.set_defaults(command=READER)
    return parser


def _commands_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="aotad-tui")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
        if name == "show":
            command.add_argument("name", nargs="?", metavar="SECTION", help="its id, or words of its title")
        elif name == "who":
            command.add_argument("name", metavar="NAME", help="any spelling, Hangul, or part of a name")
        elif name == "check":
            command.add_argument("guide", nargs="?", metavar="GUIDE", help="the guide's folder")
        elif name == "schema":
            command.add_argument("name", metavar="FILE", choices=sorted(FILES), help=", ".join(sorted(FILES)))
        if name in ("show", "sections", "people", "who"):
            _add_shared(command)
    return parser


def _add_shared(command: argparse.ArgumentParser) -> None:
    command.add_argument("--guide", metavar="FOLDER", help=_GUIDE)
    command.add_argument("--seen", metavar="POINT", help=f"{_POINT} (left out: nothing is seen)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--width", metavar="N", type=_width, help="how many cells wide (else the terminal's, or 80)")


def _width(text: str) -> int:
    width = int(text) if text.isdecimal() else 0
    if not 20 <= width <= 1000:
        raise argparse.ArgumentTypeError("a number from 20 to 1000")
    return width
