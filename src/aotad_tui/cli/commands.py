"""The commands of the command line, one row each. A command imports what it needs when it runs."""

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
    """A command that prints a part of the visible story."""

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
    "print one section, or all of them",
    _show,
    (Argument("SECTION", "section id, or words of its title", needed=False),),
)
_NAME = Argument("NAME", "name or part of a name, in any spelling or in Hangul")
_WORDS = Argument(
    "WORDS", 'words in any order, "a phrase", in:SECTION, who:NAME, to:SECTION; quote it all for the shell'
)
_NAMED = Argument("NAME", "person or section")

PRINTING: tuple[PrintCommand, ...] = (
    SHOW,
    PrintCommand("sections", "list the sections", _sections),
    PrintCommand("people", "list the people", _people),
    PrintCommand("who", "print a person with their relationships and facts", _who, (_NAME,)),
    PrintCommand("ties", "draw the relationships of a person, direct and in two steps", _ties, (_NAME,)),
    PrintCommand(
        "path", "draw the path between two people", _path, (replace(_NAME, metavar="A"), replace(_NAME, metavar="B"))
    ),
    PrintCommand(
        "map",
        "draw the relationship map, or the relationships of one person",
        _map,
        (
            Argument("VIEW", "everyone, groups, poster or ego; the name of a person means ego", needed=False),
            Argument("NAME", "person to highlight; for ego, the person in the middle", needed=False),
        ),
    ),
    PrintCommand("search", "search people, sections and text", _search, (_WORDS,)),
    PrintCommand("where", "list all mentions of a person or section", _where, (_NAMED,)),
    PrintCommand(
        "recap",
        "print a recap of the story",
        _recap,
        (Argument("LENGTH", "short, usual (default) or full", needed=False),),
    ),
    PrintCommand(
        "new-since",
        "print what became known since a point",
        _new_since,
        (Argument("POINT", "a point id, the number of finished points, or start"),),
    ),
)
"""The commands for readers, under the gate."""

AUTHORING = {
    "check": "check a guide for errors and spoiler leaks (prints spoilers)",
    "schema": "print the JSON Schema for a file of a guide",
}
"""The commands for authors."""

OWN = {"keys": "list the keys of the reader"}
"""The commands that need no guide."""
