"""The commands of the command line, one row each. A command imports what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aotad_tui.cells import Line

    from .query import Query


_PRINTING = f"{__package__}.printing"


@dataclass(frozen=True, slots=True)
class Argument:
    """A positional argument of a command."""

    metavar: str
    help: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class CommandOption:
    """An option of one command: `--NAME METAVAR`. `choices`: the allowed values; empty for any."""

    name: str
    metavar: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintCommand:
    """A command that prints a part of the visible story."""

    name: str
    help: str
    entry_point: str
    """Its function in `cli.printing`, as `MODULE:FUNCTION`: from a `Query` to lines, as text or as spans."""
    arguments: tuple[Argument, ...] = ()
    options: tuple[CommandOption, ...] = ()
    examples: tuple[str, ...] = field(kw_only=True)
    """Command lines for the bundled guide. Messages about wrong use show the first one."""

    def lines(self, query: Query) -> Iterator[str | Line]:
        """The lines that it prints, which raise what its function raises. Imports its module."""
        function: Callable[[Query], Iterator[str | Line]] = resolve_name(f"{_PRINTING}.{self.entry_point}")
        return function(query)


SHOW = PrintCommand(
    "show",
    "print one section, or all of them",
    "show:show",
    (Argument("SECTION", "section id, or words of its title", needed=False),),
    examples=("aotad-tui show release-date", "aotad-tui show episode-3 --seen 3"),
)
_NAME = Argument("NAME", "name or part of a name, in any spelling or in Hangul")
_WORDS = Argument(
    "WORDS", 'words in any order, "a phrase", in:SECTION, who:NAME, to:SECTION; quote it all for the shell'
)
_ORDERS = ("story", "name", "connected")
_NAMED = Argument("NAME", "person, term or section")

PRINTING: tuple[PrintCommand, ...] = (
    SHOW,
    PrintCommand("sections", "list the sections", "show:sections", examples=("aotad-tui sections --seen 3",)),
    PrintCommand(
        "about", "print title, summary, authors and licence of the guide", "about:about", examples=("aotad-tui about",)
    ),
    PrintCommand(
        "people",
        "list the people by group",
        "people:people",
        options=(
            CommandOption("group", "GROUP", "only that group, by name or id; none for people without a group"),
            CommandOption("state", "STATE", "only people in that state, such as dead"),
            CommandOption("kind", "KIND", "only people with a relationship of that kind, such as enemy"),
            CommandOption("sort", "ORDER", "order in each group: story (default), name or connected", _ORDERS),
        ),
        examples=("aotad-tui people --seen 3", "aotad-tui people --seen 3 --state turned --sort name"),
    ),
    PrintCommand(
        "terms",
        "list the places, things and words of the story",
        "who:terms",
        examples=("aotad-tui terms --seen 3",),
    ),
    PrintCommand(
        "who",
        "print a person with their relationships and facts, or a term",
        "who:who",
        (_NAME,),
        examples=("aotad-tui who onjo --seen 3", "aotad-tui who 남온조 --seen 3 --json"),
    ),
    PrintCommand(
        "ties",
        "draw the relationships of a person, direct and in two steps",
        "ties:ties",
        (_NAME,),
        examples=("aotad-tui ties onjo --seen 3",),
    ),
    PrintCommand(
        "path",
        "draw the path between two people",
        "path:path",
        (replace(_NAME, metavar="A"), replace(_NAME, metavar="B")),
        examples=("aotad-tui path gwi-nam so-ju --seen 4",),
    ),
    PrintCommand(
        "map",
        "draw the relationship map, or the relationships of one person",
        "map:print_map",
        (
            Argument(
                "VIEW",
                "groups, communities, everyone, most-connected, full-map, two-steps, one-step or ego;"
                " the name of a person means ego",
                needed=False,
            ),
            Argument(
                "NAME", "person to highlight; for two-steps, one-step and ego, the one in the middle", needed=False
            ),
        ),
        examples=(
            "aotad-tui map --seen 3",
            "aotad-tui map onjo --seen 3 --ascii",
            "aotad-tui map two-steps onjo --seen 3",
        ),
    ),
    PrintCommand(
        "search",
        "search people, sections and text",
        "search:search",
        (_WORDS,),
        examples=("aotad-tui search drone --seen 6", "aotad-tui search 'drone who:onjo' --seen 6"),
    ),
    PrintCommand(
        "where",
        "list all mentions of a person, term or section",
        "search:where",
        (_NAMED,),
        examples=("aotad-tui where onjo --seen 3",),
    ),
    PrintCommand(
        "recap",
        "print a recap of the last points, or of one person",
        "recap:print_recap",
        (
            Argument(
                "LENGTH",
                "of the facts: short, usual or full; without it the recap that the guide has, or else the usual facts",
                needed=False,
            ),
            Argument("NAME", "only this person", needed=False),
        ),
        (CommandOption("since", "POINT", "after that point (default: last time, else the last point only)"),),
        examples=(
            "aotad-tui recap --seen 3",
            "aotad-tui recap short --since start --seen 3",
            "aotad-tui recap onjo --seen 7",
        ),
    ),
    PrintCommand(
        "notes",
        "print your bookmarks, highlights and notes as Markdown",
        "notes:notes",
        examples=("aotad-tui notes --json",),
    ),
    PrintCommand(
        "new-since",
        "print what became known since a point",
        "new_since:new_since",
        (Argument("POINT", "a point id, the number of finished points, or start"),),
        examples=("aotad-tui new-since 3 --seen 5",),
    ),
)
"""The commands for readers, under the gate."""

AUTHORING = {
    "new": "write a small guide to begin with",
    "check": "check a guide for errors and spoiler leaks (prints spoilers)",
    "coverage": "list gaps of a guide and what each point adds (prints spoilers)",
    "diff": "list what opens between two points, with files and lines (prints spoilers)",
    "import": "make a guide from an Obsidian vault, tables, a network or episodes",
    "schema": "print the JSON Schema for a file of a guide, or write those of a guide",
}
"""The commands for authors."""

WITHOUT_GUIDE = {
    "guides": "list the guides that can be opened by name",
    "completion": "print a script by which a shell completes commands and options",
    "help": "print the help of a command",
    "keys": "list the keys of the reader",
}
"""The commands that need no guide."""
