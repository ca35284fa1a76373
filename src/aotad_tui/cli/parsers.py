"""The parsers of the command line, and its help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NoReturn

from aotad_tui import __version__

from .author_arguments import AUTHORS_GUIDE, add_check, add_import, add_new
from .commands import AUTHORING, PRINTING, WITHOUT_GUIDE, PrintCommand
from .exit_codes import Exit
from .output import print_data, print_notice

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_GUIDE = "folder of the guide, or a name that `guides` lists (default: $AOTAD_GUIDE, or all-of-us-are-dead)"
_POINT = "a point (S2E3, an id, the number of finished points), start or end"
_VIEWER = "reader profile for progress and bookmarks (default: yours)"
OWN_OPTION = "option"
"""The prefix of the attributes that hold the options of one command."""
_EXAMPLES = (
    "aotad-tui                    read the bundled guide",
    "aotad-tui jekyll-and-hyde    read another guide, by its name or folder",
    "aotad-tui --seen 3           read as of the third episode, this time only",
    "aotad-tui who onjo --seen 3  print one person",
)
FOLDERS = {"bash": "_shtab_compgen_dirs", "fish": "(__fish_complete_directories)", "zsh": "_files -/"}
"""`shtab.DIRECTORY`, which is not imported for every command line."""
_SHELLS = ("bash", "fish", "zsh")
_FILES = ("characters", "guide", "part", "relationships", "section", "sources", "terms")


class _Parser(argparse.ArgumentParser):
    """A parser whose help and errors pass the writer of the command line."""

    example = ""
    """A command line that is right, for the message of a wrong one."""

    @property
    def color(self) -> bool:
        """Whether argparse writes colours, as it does since Python 3.14: the writer would replace their codes."""
        return False

    @color.setter
    def color(self, value: bool) -> None:
        """Ignore what argparse sets."""

    def error(self, message: str) -> NoReturn:
        """Print usage, error and an example, and exit. argparse itself prints to stdout if stderr is closed."""
        print_notice(f"{self.format_usage()}{self.prog}: error: {message}")
        if self.example:
            print_notice(f"example: {self.example}")
        self.exit(Exit.WRONG_USE)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Print help, usage or an error. argparse calls this for all of them."""
        (print_data if file is sys.stdout else print_notice)(message, end="")


def command_help() -> dict[str, str]:
    """The commands, and what each does."""
    return {**{printing.name: printing.help for printing in PRINTING}, **AUTHORING, **WITHOUT_GUIDE}


def reader_parser() -> argparse.ArgumentParser:
    """The parser of a command line without a command, which opens the reader."""
    commands = "\n".join(f"  {name:<11}{words}" for name, words in command_help().items())
    parser = _Parser(
        prog="aotad-tui",
        usage="%(prog)s [GUIDE] [options]\n       %(prog)s COMMAND [options]",
        description="Read a guide to a story without spoilers. It shows nothing beyond your progress.",
        epilog=f"commands (details: aotad-tui help COMMAND):\n{commands}\n\n{_examples(_EXAMPLES)}\n\n"
        "If a folder has the name of a command, write ./NAME to open it.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[reader_options()],
    )
    parser.add_argument("guide", nargs="?", metavar="GUIDE", default=argparse.SUPPRESS, help=_GUIDE)
    return parser


def reader_options() -> argparse.ArgumentParser:
    """A parser of the reader's options alone."""
    parser = _Parser(add_help=False)
    # Neither it nor the word GUIDE has a default, which would replace what the other was given.
    _complete_folders(parser.add_argument("--guide", metavar="FOLDER", default=argparse.SUPPRESS, help="as GUIDE"))
    parser.add_argument(
        "--seen", metavar="POINT", help=f"how far you have watched or read: {_POINT} (default: your saved progress)"
    )
    _add_viewer(parser)
    parser.add_argument("--open", metavar="SECTION[#HEADING]", help="section to open first")
    parser.add_argument("-V", "--version", action="version", version=f"aotad-tui {__version__}")
    return parser


def command_parsers() -> Mapping[str, argparse.ArgumentParser]:
    """The parser of each command."""
    commands = _Parser(prog="aotad-tui").add_subparsers()
    for printing in PRINTING:
        _add_printing(commands.add_parser(printing.name, description=_sentence(printing.help)), printing)
    _add_authoring(lambda name: commands.add_parser(name, description=_sentence(AUTHORING[name])))
    commands.add_parser("keys", description=_sentence(WITHOUT_GUIDE["keys"]))
    guides = commands.add_parser("guides", description=_sentence(WITHOUT_GUIDE["guides"]))
    _add_viewer(guides)
    guides.add_argument("--json", action="store_true", help="print JSON")
    completion = commands.add_parser("completion", description=_sentence(WITHOUT_GUIDE["completion"]))
    completion.add_argument("word0", metavar="SHELL", choices=_SHELLS, help="bash, fish or zsh")
    topic = commands.add_parser("help", description=_sentence(WITHOUT_GUIDE["help"]))
    topic.add_argument("word0", nargs="?", metavar="COMMAND", help="a command (default: the program)")
    return commands.choices


def _add_authoring(add: Callable[[str], argparse.ArgumentParser]) -> None:
    add_new(add("new"))
    check = add("check")
    _complete_folders(check.add_argument("guide", nargs="?", metavar="GUIDE", help=AUTHORS_GUIDE))
    add_check(check, OWN_OPTION)
    schema = add("schema")
    schema.add_argument(
        "word0",
        metavar="FILE",
        nargs="?",
        choices=_FILES,
        help=f"kind of file: {', '.join(_FILES[:-1])} or {_FILES[-1]}; without it, the folder of all is printed",
    )
    _complete_folders(
        schema.add_argument(
            "--write",
            metavar="FOLDER",
            dest=f"{OWN_OPTION}_write",
            help="write all schemas into the folder `schema` of a guide, so that editors complete the ids of the guide",
        )
    )
    add_import(add("import"))
    coverage = add("coverage")
    _complete_folders(coverage.add_argument("guide", nargs="?", metavar="GUIDE", help=AUTHORS_GUIDE))
    coverage.add_argument("--json", action="store_true", help="print JSON")
    diff = add("diff")
    diff.add_argument("word0", metavar="A", help=_POINT)
    diff.add_argument("word1", metavar="B", help="a later point")
    _complete_folders(diff.add_argument("guide", nargs="?", metavar="GUIDE", help=AUTHORS_GUIDE))
    diff.add_argument("--json", action="store_true", help="print JSON")


def _add_printing(parser: _Parser, printing: PrintCommand) -> None:
    words = " ".join(
        argument.metavar if argument.needed else f"[{argument.metavar}]" for argument in printing.arguments
    )
    parser.usage = f"%(prog)s {words} [options]".replace("  ", " ")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _examples(printing.examples)
    parser.example = printing.examples[0]
    for number, argument in enumerate(printing.arguments):
        nargs = None if argument.needed else "?"
        parser.add_argument(f"word{number}", nargs=nargs, metavar=argument.metavar, help=argument.help)
    for option in printing.options:
        parser.add_argument(
            f"--{option.name}",
            metavar=option.metavar,
            dest=f"{OWN_OPTION}_{option.name}",
            choices=option.choices or None,
            help=option.help,
        )
    _complete_folders(parser.add_argument("--guide", metavar="FOLDER", help=_GUIDE))
    parser.add_argument("--seen", metavar="POINT", help=f"{_POINT} (default: your saved progress, or start)")
    _add_viewer(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--ascii", action="store_true", help="draw lines and symbols in ASCII; names keep their script")
    parser.add_argument("--width", metavar="N", type=_width, help="width in cells (default: the terminal width, or 80)")


def _complete_folders(action: argparse.Action) -> None:
    """Let shells complete an argument with the names of folders."""
    action.complete = FOLDERS  # type: ignore[attr-defined]  # where shtab looks for it


def _add_viewer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", metavar="NAME", dest="viewer", type=_viewer, default=argparse.SUPPRESS, help=_VIEWER)


def _examples(lines: tuple[str, ...]) -> str:
    return "\n".join(["examples:", *(f"  {line}" for line in lines)])


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
