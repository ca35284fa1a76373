"""The commands of the command line, one row each. A command imports what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .query import Query


_PRINTING = f"{__package__}.printing"


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
    entry_point: str
    """Its function in `cli.printing`, as `MODULE:FUNCTION`: from a `Query` to lines."""
    arguments: tuple[Argument, ...] = ()

    def lines(self, query: Query) -> Iterator[str]:
        """The lines that it prints, which raise what its function raises. Imports its module."""
        function: Callable[[Query], Iterator[str]] = resolve_name(f"{_PRINTING}.{self.entry_point}")
        return function(query)


SHOW = PrintCommand(
    "show",
    "print one section, or all of them",
    "show:show",
    (Argument("SECTION", "section id, or words of its title", needed=False),),
)
_NAME = Argument("NAME", "name or part of a name, in any spelling or in Hangul")
_WORDS = Argument(
    "WORDS", 'words in any order, "a phrase", in:SECTION, who:NAME, to:SECTION; quote it all for the shell'
)
_NAMED = Argument("NAME", "person or section")

PRINTING: tuple[PrintCommand, ...] = (
    SHOW,
    PrintCommand("sections", "list the sections", "show:sections"),
    PrintCommand("about", "print title, summary, authors and licence of the guide", "about:about"),
    PrintCommand("people", "list the people", "who:people"),
    PrintCommand("who", "print a person with their relationships and facts", "who:who", (_NAME,)),
    PrintCommand("ties", "draw the relationships of a person, direct and in two steps", "ties:ties", (_NAME,)),
    PrintCommand(
        "path",
        "draw the path between two people",
        "path:path",
        (replace(_NAME, metavar="A"), replace(_NAME, metavar="B")),
    ),
    PrintCommand(
        "map",
        "draw the relationship map, or the relationships of one person",
        "map:print_map",
        (
            Argument("VIEW", "everyone, groups, full-map or ego; the name of a person means ego", needed=False),
            Argument("NAME", "person to highlight; for ego, the person in the middle", needed=False),
        ),
    ),
    PrintCommand("search", "search people, sections and text", "search:search", (_WORDS,)),
    PrintCommand("where", "list all mentions of a person or section", "search:where", (_NAMED,)),
    PrintCommand(
        "recap",
        "print a recap of the story",
        "recap:recap_so_far",
        (Argument("LENGTH", "short, usual (default) or full", needed=False),),
    ),
    PrintCommand(
        "new-since",
        "print what became known since a point",
        "new_since:new_since",
        (Argument("POINT", "a point id, the number of finished points, or start"),),
    ),
)
"""The commands for readers, under the gate."""

AUTHORING = {
    "new": "write a small guide to begin with",
    "check": "check a guide for errors and spoiler leaks (prints spoilers)",
    "coverage": "list gaps of a guide and what each point adds (prints spoilers)",
    "diff": "list what opens between two points, with files and lines (prints spoilers)",
    "import": "make a guide from an Obsidian vault, tables, a network or episodes",
    "schema": "print the JSON Schema for a file of a guide",
}
"""The commands for authors."""

WITHOUT_GUIDE = {
    "guides": "list the guides that can be opened by name",
    "keys": "list the keys of the reader",
}
"""The commands that need no guide."""
