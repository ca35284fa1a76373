"""The commands beside the reader, a row each. A row imports what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .query import Query


@dataclass(frozen=True, slots=True)
class Argument:
    """A positional argument of a command."""

    metavar: str
    help: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Printing:
    """A command that prints what an edition holds."""

    name: str
    help: str
    lines: Callable[[Query], Iterator[str]]
    arguments: tuple[Argument, ...] = ()


def _show(query: Query) -> Iterator[str]:
    from .printing.show import show

    return show(query)


def _sections(query: Query) -> Iterator[str]:
    from .printing.show import sections

    return sections(query)


def _people(query: Query) -> Iterator[str]:
    from .printing.who import people

    return people(query)


def _who(query: Query) -> Iterator[str]:
    from .printing.who import who

    return who(query)


def _recap(query: Query) -> Iterator[str]:
    from .printing.recap import recap_so_far

    return recap_so_far(query)


def _new_since(query: Query) -> Iterator[str]:
    from .printing.new_since import new_since

    return new_since(query)


SHOW = Printing(
    "show",
    "print a section, or all that may be read",
    _show,
    (Argument("SECTION", "its id, or words of its title", needed=False),),
)
_NAME = Argument("NAME", "any spelling, Hangul, or part of a name")

PRINTING: tuple[Printing, ...] = (
    SHOW,
    Printing("sections", "list the sections", _sections),
    Printing("people", "list the people", _people),
    Printing("who", "print who somebody is, and how they stand to everybody else", _who, (_NAME,)),
    Printing(
        "recap",
        "print the story so far",
        _recap,
        (Argument("LENGTH", "short, usual (left out) or full", needed=False),),
    ),
    Printing(
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
