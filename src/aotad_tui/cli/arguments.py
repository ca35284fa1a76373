"""The arguments of the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from aotad_tui import __version__
from aotad_tui.resources import bundled_guide

from .commands import AUTHORING, PRINTING, WITHOUT_GUIDE, PrintCommand
from .exit_codes import Exit
from .output import print_data, print_notice

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_GUIDE = "folder of the guide, or a name that `guides` lists (default: $AOTAD_GUIDE, or all-of-us-are-dead)"
_POINT = "a point (S2E3, an id, the number of finished points), start or end"
_VIEWER = "reader profile for progress and bookmarks (default: yours)"
_OWN = "option"
"""The prefix of the attributes that hold the options of one command."""
_FILES = ("characters", "guide", "part", "relationships", "section", "sources", "terms")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parsed command line. `command` is None for the reader; `words` are the positional arguments of a command."""

    command: str | None = None
    words: tuple[str, ...] = ()
    guide: str | None = None
    seen: str | None = None
    open: str | None = None
    viewer: str = ""
    width: int | None = None
    json: bool = False
    ascii: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    """The given options of the command itself, by name."""

    @property
    def folder(self) -> Path:
        """The guide's folder: the given one, else $AOTAD_GUIDE, else the bundled guide.

        What is given is a folder, else the name of a guide.
        """
        given = self.guide or os.environ.get("AOTAD_GUIDE")
        if not given:
            return bundled_guide()
        if may_exist(Path(given)):
            return Path(given)
        from .guides import folder_named  # imported here, since few starts need it

        return folder_named(given, self.viewer) or Path(given)


def parse_arguments(words: list[str]) -> Arguments:
    """Parse the command line. Raises SystemExit with code 2 for wrong use, 0 after --help."""
    commands = {*(printing.name for printing in PRINTING), *AUTHORING, *WITHOUT_GUIDE}
    parser = _commands_parser() if words and words[0] in commands else _reader_parser()
    if words and words[0] not in commands and not may_exist(Path(words[0])):
        from difflib import get_close_matches  # imported here, so that a start need not wait for it

        for near in get_close_matches(words[0], commands, n=1):
            parser.error(f"no command or folder {words[0]!r}; did you mean {near!r}?")
    values = vars(parser.parse_args(words))
    positional = tuple(word for number in range(9) if isinstance(word := values.pop(f"word{number}", None), str))
    prefix = f"{_OWN}_"
    own = {name.removeprefix(prefix): values.pop(name) for name in list(values) if name.startswith(prefix)}
    options = {name: value for name, value in own.items() if value is not None}
    return Arguments(words=positional, options=options, **values)


class _Parser(argparse.ArgumentParser):
    """A parser whose help and errors pass the writer of the command line."""

    @property
    def color(self) -> bool:
        """Whether argparse writes colours, as it does since Python 3.14: the writer would replace their codes."""
        return False

    @color.setter
    def color(self, value: bool) -> None:
        """Ignore what argparse sets."""

    def error(self, message: str) -> NoReturn:
        """Print usage and error, and exit. argparse itself prints the usage on stdout if stderr is closed."""
        print_notice(f"{self.format_usage()}{self.prog}: error: {message}")
        self.exit(Exit.WRONG_USE)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Print help, usage or an error. argparse calls this for all of them."""
        (print_data if file is sys.stdout else print_notice)(message, end="")


def may_exist(path: Path) -> bool:
    """Whether there is a file or folder, or nothing can be found out about it, so that opening it says why."""
    try:
        return path.exists()
    except OSError:  # for one, a folder that may not be entered, or a name that is too long
        return True


def _reader_parser() -> argparse.ArgumentParser:
    rows = [(printing.name, printing.help) for printing in PRINTING] + list({**AUTHORING, **WITHOUT_GUIDE}.items())
    commands = "\n".join(f"  {name:<11}{words}" for name, words in rows)
    parser = _Parser(
        prog="aotad-tui",
        description="Read a guide to a story without spoilers. It shows nothing beyond your progress.",
        epilog=f"commands (details: aotad-tui COMMAND --help):\n{commands}\n\n"
        "If a folder has the name of a command, write ./NAME to open it.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("guide", nargs="?", metavar="GUIDE", help=_GUIDE)
    parser.add_argument(
        "--seen", metavar="POINT", help=f"how far you have watched or read: {_POINT} (default: your saved progress)"
    )
    _add_viewer(parser)
    parser.add_argument("--open", metavar="SECTION[#HEADING]", help="section to open first")
    parser.add_argument("--version", action="version", version=f"aotad-tui {__version__}")
    return parser


def _commands_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="aotad-tui")
    commands = parser.add_subparsers(dest="command", required=True)
    for printing in PRINTING:
        _add_printing(commands.add_parser(printing.name, description=_sentence(printing.help)), printing)
    check = commands.add_parser("check", description=_sentence(AUTHORING["check"]))
    check.add_argument("guide", nargs="?", metavar="GUIDE", help=_GUIDE)
    schema = commands.add_parser("schema", description=_sentence(AUTHORING["schema"]))
    schema.add_argument(
        "word0", metavar="FILE", choices=_FILES, help=f"kind of file: {', '.join(_FILES[:-1])} or {_FILES[-1]}"
    )
    commands.add_parser("keys", description=_sentence(WITHOUT_GUIDE["keys"]))
    guides = commands.add_parser("guides", description=_sentence(WITHOUT_GUIDE["guides"]))
    _add_viewer(guides)
    guides.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_printing(parser: argparse.ArgumentParser, printing: PrintCommand) -> None:
    for number, argument in enumerate(printing.arguments):
        nargs = None if argument.needed else "?"
        parser.add_argument(f"word{number}", nargs=nargs, metavar=argument.metavar, help=argument.help)
    for option in printing.options:
        parser.add_argument(
            f"--{option.name}",
            metavar=option.metavar,
            dest=f"{_OWN}_{option.name}",
            choices=option.choices or None,
            help=option.help,
        )
    parser.add_argument("--guide", metavar="FOLDER", help=_GUIDE)
    parser.add_argument("--seen", metavar="POINT", help=f"{_POINT} (default: your saved progress, or start)")
    _add_viewer(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--ascii", action="store_true", help="draw lines and symbols in ASCII; names keep their script")
    parser.add_argument("--width", metavar="N", type=_width, help="width in cells (default: the terminal width, or 80)")


def _add_viewer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", metavar="NAME", dest="viewer", type=_viewer, default=argparse.SUPPRESS, help=_VIEWER)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _viewer(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > 40 or not name.isprintable():
        raise argparse.ArgumentTypeError("must be a name of 1 to 40 printable characters")
    return name


def _width(text: str) -> int:
    width = int(text) if text.isdecimal() else 0
    if not 20 <= width <= 1000:
        raise argparse.ArgumentTypeError("must be a number from 20 to 1000")
    return width
