"""Every command of the reader, said once: bindings, footer, help, palette and README are made of these rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .panes import PANES


class Scope(StrEnum):
    """Where a command works. An action of its id exists on everything in that scope."""

    READER = "reader"
    """On the reading screen, whatever has the focus."""
    PANE = "pane"
    """In the pane that has the focus; each pane takes it its own way."""
    PAGE = "page"
    """In the page only."""
    MAP = "map"
    """On the map."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a reader can do."""

    id: str
    title: str
    keys: tuple[str, ...]
    scope: Scope
    topic: str


MOVING = "Moving"
PLACES = "Sections and panes"
FINDING = "Finding"
PROGRESS = "How far you are"
MARKS = "Marks"
PROGRAM = "The program"
MAP = "On the map"

COMMANDS: tuple[Command, ...] = (
    Command("line_down", "One line down", ("j", "down"), Scope.PANE, MOVING),
    Command("line_up", "One line up", ("k", "up"), Scope.PANE, MOVING),
    Command("half_page_down", "Half a screen down", ("ctrl+d",), Scope.PANE, MOVING),
    Command("half_page_up", "Half a screen up", ("ctrl+u",), Scope.PANE, MOVING),
    Command("screen_down", "A screen down", ("space", "pagedown"), Scope.PANE, MOVING),
    Command("screen_up", "A screen up", ("b", "pageup"), Scope.PANE, MOVING),
    Command("top", "To the beginning", ("g", "home"), Scope.PANE, MOVING),
    Command("bottom", "To the end", ("G", "end"), Scope.PANE, MOVING),
    Command("open", "Open what is marked", ("enter",), Scope.PANE, MOVING),
    Command("columns_right", "On to the right in a wide table", ("right", "}"), Scope.PAGE, MOVING),
    Command("columns_left", "Back to the left in it", ("left", "{"), Scope.PAGE, MOVING),
    Command("next_link", "Next name or link", ("tab",), Scope.PAGE, MOVING),
    Command("previous_link", "Previous name or link", ("shift+tab",), Scope.PAGE, MOVING),
    Command("peek_link", "Look at where a link leads", ("K",), Scope.PAGE, MOVING),
    Command("copy", "Copy the selection, or the paragraph", ("y",), Scope.PAGE, MOVING),
    Command("copy_section", "Copy the section as Markdown", ("Y",), Scope.PAGE, MOVING),
    Command("next_section", "Next section", ("]",), Scope.READER, PLACES),
    Command("previous_section", "Previous section", ("[",), Scope.READER, PLACES),
    Command("back", "Back to where you were", ("ctrl+o", "alt+left", "backspace"), Scope.READER, PLACES),
    Command("forward", "Forward again", ("alt+right",), Scope.READER, PLACES),
    *(Command(f"go_to_{pane.id}", f"To the {pane.title}", (pane.key,), Scope.READER, PLACES) for pane in PANES),
    Command("next_pane", "To the next pane", ("ctrl+w",), Scope.READER, PLACES),
    *(
        Command(f"toggle_{pane.id}", f"Show or hide the {pane.title}", (pane.toggle_key,), Scope.READER, PLACES)
        for pane in PANES
        if pane.toggle_key
    ),
    Command("outward", "One step outward", ("escape",), Scope.READER, PLACES),
    Command("path", "How two people are connected", ("p",), Scope.READER, FINDING),
    Command("map", "The map of all people", ("m",), Scope.READER, FINDING),
    Command("find", "Find sections, people, commands", ("ctrl+p", ":"), Scope.READER, FINDING),
    Command("find_person", "Find somebody", ("@",), Scope.READER, FINDING),
    Command("find_heading", "Find a heading", ("#",), Scope.READER, FINDING),
    Command("find_command", "Find a command", (">",), Scope.READER, FINDING),
    Command("find_text", "Find words in all sections", ("f",), Scope.READER, FINDING),
    Command(
        "where_named",
        "Everywhere the person, or else the section, is named",
        ("l",),
        Scope.READER,
        FINDING,
    ),
    Command("find_here", "Find in this page", ("/",), Scope.READER, FINDING),
    Command("next_hit", "Next place where it stands", ("n",), Scope.PAGE, FINDING),
    Command("previous_hit", "The place before", ("N",), Scope.PAGE, FINDING),
    Command("progress", "Say how far you are", ("e",), Scope.READER, PROGRESS),
    Command("one_more", "One step further", ("+", "="), Scope.READER, PROGRESS),
    Command("one_less", "One step back", ("-",), Scope.READER, PROGRESS),
    Command("peek", "Peek further, for this sitting only", ("E",), Scope.READER, PROGRESS),
    Command("recap", "The story so far", ("r",), Scope.READER, PROGRESS),
    Command("whats_new", "What was new at the last step", ("w",), Scope.READER, PROGRESS),
    Command("bookmark", "Set a bookmark here", ("B",), Scope.READER, MARKS),
    Command("bookmarks", "The bookmarks", ("'",), Scope.READER, MARKS),
    Command("toggle_read", "Mark the section as read or unread", ("x",), Scope.READER, MARKS),
    Command("theme", "Choose the theme, its colours", ("t",), Scope.READER, PROGRAM),
    Command("settings", "Settings", (",",), Scope.READER, PROGRAM),
    Command("guides", "Guides read before", ("O",), Scope.READER, PROGRAM),
    Command("problems", "Problems of the guide (tells all of it)", ("!",), Scope.READER, PROGRAM),
    Command("tour", "A short tour", ("T",), Scope.READER, PROGRAM),
    Command("help", "The keys", ("?", "f1"), Scope.READER, PROGRAM),
    Command("leave", "Quit", ("q", "ctrl+q"), Scope.READER, PROGRAM),
    Command("map_left", "To the card on the left", ("h", "left"), Scope.MAP, MAP),
    Command("map_down", "To the card below", ("j", "down"), Scope.MAP, MAP),
    Command("map_up", "To the card above", ("k", "up"), Scope.MAP, MAP),
    Command("map_right", "To the card on the right", ("l", "right"), Scope.MAP, MAP),
    Command("map_open", "One person's ties; a group's people", ("enter",), Scope.MAP, MAP),
    Command("map_find", "To somebody by name", ("@", "/"), Scope.MAP, MAP),
    Command("map_nearer", "Nearer: groups, everyone, poster", ("+", "=", "z"), Scope.MAP, MAP),
    Command("map_farther", "Farther", ("-", "Z"), Scope.MAP, MAP),
    Command("map_all_ties", "The poster with all ties, or the strongest", ("a",), Scope.MAP, MAP),
    Command("map_filter", "Choose kinds and groups", ("f",), Scope.MAP, MAP),
    Command("map_legend", "Show or hide what the lines mean", ("i",), Scope.MAP, MAP),
    Command("map_pan_left", "Move the window left", ("H", "shift+left"), Scope.MAP, MAP),
    Command("map_pan_down", "Move the window down", ("J", "shift+down"), Scope.MAP, MAP),
    Command("map_pan_up", "Move the window up", ("K", "shift+up"), Scope.MAP, MAP),
    Command("map_pan_right", "Move the window right", ("L", "shift+right"), Scope.MAP, MAP),
    Command("map_outward", "One step outward, to the page in the end", ("escape", "q", "m"), Scope.MAP, MAP),
    Command("map_help", "The keys", ("?", "f1"), Scope.MAP, MAP),
)

BY_ID = {command.id: command for command in COMMANDS}

FOOTER: tuple[tuple[str, str], ...] = (
    ("help", "help"),
    ("find", "go to"),
    ("find_here", "find"),
    ("progress", "progress"),
    ("find_person", "who?"),
    ("leave", "quit"),
    ("map", "map"),
    ("next_link", "names"),
    ("next_section", "next"),
    ("toggle_people", "people"),
    ("toggle_sections", "sections"),
    ("back", "back"),
    ("recap", "recap"),
    ("bookmarks", "bookmarks"),
)
"""The commands that the line below the panes tells, with a word for each, what matters most first."""

MAP_FOOTER: tuple[tuple[str, str], ...] = (
    ("map_outward", "back"),
    ("map_open", "ties"),
    ("map_nearer", "nearer"),
    ("map_farther", "farther"),
    ("map_find", "who?"),
    ("map_filter", "filter"),
    ("map_all_ties", "all ties"),
    ("map_legend", "legend"),
    ("map_help", "help"),
)
"""The same for the line below the map."""

_WORDS = {
    "pagedown": "page down",
    "pageup": "page up",
    "escape": "esc",
}


def key_in_words(key: str) -> str:
    """A key as it is called in texts: `ctrl+d`, `page down`."""
    return _WORDS.get(key, key)


def keys_in_words(keys: Iterable[str]) -> str:
    """Keys as they are called in texts, with spaces between them."""
    return "  ".join(key_in_words(key) for key in keys)


def by_topic() -> dict[str, list[Command]]:
    """The commands under their topics, in order."""
    topics: dict[str, list[Command]] = {}
    for command in COMMANDS:
        topics.setdefault(command.topic, []).append(command)
    return topics
