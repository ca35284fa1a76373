"""The parsed command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path

from aotad_tui.resources import bundled_guide

from .author_arguments import Authoring
from .commands import AUTHORING, PRINTING, WITHOUT_GUIDE
from .exit_codes import Exit
from .parsers import OWN_OPTION, command_parsers, reader_parser

_COMMANDS = (*(printing.name for printing in PRINTING), *AUTHORING, *WITHOUT_GUIDE)


@dataclass(frozen=True)
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
    authoring: Authoring = field(default_factory=Authoring)
    options: Mapping[str, str] = field(default_factory=dict)
    """The given options of a printing command, by name."""

    @cached_property
    def folder(self) -> Path:
        """The guide's folder: the given one, else $AOTAD_GUIDE, else the bundled guide.

        For the authors' tools the current folder comes before the bundled guide, if it is a guide. What is given is a
        folder, else the name of a guide.
        """
        given = self.guide or os.environ.get("AOTAD_GUIDE")
        if not given:
            here = Path()
            return here if self.command in AUTHORING and may_exist(here / "guide.yaml") else bundled_guide()
        if may_exist(Path(given)):
            return Path(given)
        from .guides import folder_named  # imported here, since few starts need it

        return folder_named(given, self.viewer) or Path(given)


def parse_arguments(words: list[str]) -> Arguments:
    """Parse the command line. Raises SystemExit with code 2 for wrong use, 0 after --help."""
    at = _first_word(words)
    first = words[at] if at < len(words) else None
    if first in _COMMANDS:
        values = {"command": first, **vars(_parse_command(first, words[:at] + words[at + 1 :]))}
    else:
        if first is not None and not may_exist(Path(first)):
            _suggest_command(first)
        values = vars(reader_parser().parse_args(words))
    positional = tuple(word for number in range(9) if isinstance(word := values.pop(f"word{number}", None), str))
    prefix = f"{OWN_OPTION}_"
    own = {name.removeprefix(prefix): values.pop(name) for name in list(values) if name.startswith(prefix)}
    given = {name: ",".join(value) if isinstance(value, list) else value for name, value in own.items()}
    options = {name: value for name, value in given.items() if value is not None}
    tool = {option.name: values.pop(option.name) for option in fields(Authoring) if option.name in values}
    return Arguments(words=positional, options=options, authoring=Authoring(**tool), **values)


def _parse_command(name: str, words: list[str]) -> argparse.Namespace:
    """The values of a command's arguments. Exits for arguments that it does not take."""
    parser = command_parsers()[name]
    if name == "import":
        return parser.parse_intermixed_args(words)  # options before the folder
    values, more = parser.parse_known_args(words)
    if more:
        takes_guide = name in (printing.name for printing in PRINTING) and not more[0].startswith("-")
        hint = "; put a name of several words in quotes, and a guide after --guide" if takes_guide else ""
        parser.error(f"unrecognized arguments: {' '.join(more)}{hint}")
    return values


def _first_word(words: list[str]) -> int:
    """The number of the first word that is no option and no value of one. That may be a command."""
    own = (f"--{option.name}" for printing in PRINTING for option in printing.options)
    with_value = {"--as", "--guide", "--open", "--seen", "--width", *own}
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in with_value else 1
    return at


def _suggest_command(typed: str) -> None:
    """Exit with the command that was meant, if one is spelt like the typed word."""
    from difflib import get_close_matches  # imported here, so that a start need not wait for it

    for near in get_close_matches(typed, _COMMANDS, n=1):
        reader_parser().error(f"no command or folder {typed!r}; did you mean {near!r}?")


def print_help(words: tuple[str, ...]) -> Exit:
    """Print the help of a command, or of the program, and return the exit code. Raises SystemExit for a wrong name."""
    command = words[0] if words else None
    if command is not None and command not in _COMMANDS:
        _suggest_command(command)
        reader_parser().error(f"no command {command!r}; `aotad-tui help` lists the commands")
    (reader_parser() if command is None else command_parsers()[command]).print_help()
    return Exit.DONE


def may_exist(path: Path) -> bool:
    """Whether there is a file or folder, or nothing can be found out about it, so that opening it says why."""
    try:
        return path.exists()
    except OSError:  # for one, a folder that may not be entered, or a name that is too long
        return True
