"""The commands beside the reader, a row each. A row imports what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .query import Query


@dataclass(frozen=True, slots=True)
class Argument:
    """A positional argument of a command."""

    metavar: str
    help: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class PrintCommand:
    """A command that prints what an edition holds."""

    name: str
    help: str
    lines: Callable[[Query], Iterator[str]]
    arguments: tuple[Argument, ...] = ()


def _show(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.show import show

    return show(query)


def _sections(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.show import sections

    return sections(query)


def _people(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.who import people

    return people(query)


def _who(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.who import who

    return who(query)


def _ties(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.ties import ties

    return ties(query)


def _path(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.path import path

    return path(query)


def _map(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.map import print_map

    return print_map(query)


def _search(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.search import search

    return search(query)


def _where(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.search import where

    return where(query)


def _recap(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.recap import recap_so_far

    return recap_so_far(query)


def _new_since(query: Query) -> Iterator[str]:
    from aotad_tui.cli.printing.new_since import new_since

    return new_since(query)


SHOW = PrintCommand(
    "show",
    "print a section, or all that may be read",
    _show,
    (Argument("SECTION", "its id, or words of its title", needed=False),),
)
_NAME = Argument("NAME", "any spelling, Hangul, or part of a name")
_WORDS = Argument("WORDS", 'words in any order, "a phrase", in:SECTION, who:NAME, to:SECTION (in quotes for the shell)')
_NAMED = Argument("NAME", "a person, or else a section")

PRINTING: tuple[PrintCommand, ...] = (
    SHOW,
    PrintCommand("sections", "list the sections", _sections),
    PrintCommand("people", "list the people", _people),
    PrintCommand("who", "print who somebody is, and how they stand to everybody else", _who, (_NAME,)),
    PrintCommand(
        "ties", "draw how somebody stands to everybody else, and whom they reach over others", _ties, (_NAME,)
    ),
    PrintCommand(
        "path", "draw how two people are connected", _path, (replace(_NAME, metavar="A"), replace(_NAME, metavar="B"))
    ),
    PrintCommand(
        "map",
        "print the map of all people, or of one person's ties",
        _map,
        (
            Argument("VIEW", "everyone, groups, poster or ego; or a name, for that one's ties", needed=False),
            Argument("NAME", "whose ties are lit; with ego, whose ties are drawn", needed=False),
        ),
    ),
    PrintCommand("search", "find people and sections by name, and words in the text", _search, (_WORDS,)),
    PrintCommand("where", "list the passages that name a person, or link to a section", _where, (_NAMED,)),
    PrintCommand(
        "recap",
        "print the story so far",
        _recap,
        (Argument("LENGTH", "short, usual (left out) or full", needed=False),),
    ),
    PrintCommand(
        "new-since",
        "print what is known now and was not at a point",
        _new_since,
        (Argument("POINT", "a point's id, how many points are finished, or start"),),
    ),
)
"""What a reader asks, under the gate."""

AUTHORING = {
    "check": "look a guide over for problems and leaks (it reads all of it)",
    "schema": "print the JSON Schema of a kind of file of a guide",
}
"""What an author asks."""

OWN = {"keys": "print the keys in force"}
"""What is asked of the program and of no guide."""
