"""The table of commands. Bindings, footer, help, palette and docs are made from its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .panes import PANES


class Scope(StrEnum):
    """The part of the screen in which a command works."""

    READER = "reader"
    """On the reading screen, whichever pane has the focus."""
    PANE = "pane"
    """In the focused pane, which defines the effect."""
    PAGE = "page"
    """In the page."""
    MAP = "map"
    """On the map."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. A method of the name `id` does it (see `ui.command_table`).

    `synonyms`: other words that find it in the palette.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    scope: Scope
    topic: str
    synonyms: tuple[str, ...] = ()


MOVING = "Moving around"
PLACES = "Sections and panes"
FINDING = "Finding"
PROGRESS = "Progress"
MARKS = "Bookmarks and read marks"
PROGRAM = "Program"
MAP = "On the map"

COMMANDS: tuple[Command, ...] = (
    Command("line_down", "Line down", ("j", "down"), Scope.PANE, MOVING),
    Command("line_up", "Line up", ("k", "up"), Scope.PANE, MOVING),
    Command("half_page_down", "Half screen down", ("d", "ctrl+d"), Scope.PANE, MOVING),
    Command("half_page_up", "Half screen up", ("u", "ctrl+u"), Scope.PANE, MOVING),
    Command("screen_down", "Screen down", ("space", "pagedown", "ctrl+f"), Scope.PANE, MOVING),
    Command("screen_up", "Screen up", ("b", "pageup", "ctrl+b"), Scope.PANE, MOVING),
    Command("top", "Top", ("g", "home"), Scope.PANE, MOVING),
    Command("bottom", "Bottom", ("G", "end"), Scope.PANE, MOVING),
    Command("open", "Open selected item", ("enter",), Scope.PANE, MOVING),
    Command("columns_right", "Scroll table right", ("right", "}"), Scope.PAGE, MOVING),
    Command("columns_left", "Scroll table left", ("left", "{"), Scope.PAGE, MOVING),
    Command("next_link", "Next name or link", ("tab",), Scope.PAGE, MOVING),
    Command("previous_link", "Previous name or link", ("shift+tab",), Scope.PAGE, MOVING),
    Command("preview_link", "Preview link", ("K",), Scope.PAGE, MOVING, ("peek at link", "look up")),
    Command("copy", "Copy selection or paragraph", ("y",), Scope.PAGE, MOVING, ("copy", "clipboard", "yank")),
    Command("copy_section", "Copy section as Markdown", ("Y",), Scope.PAGE, MOVING, ("export", "clipboard")),
    Command("next_section", "Next section", ("]",), Scope.READER, PLACES),
    Command("previous_section", "Previous section", ("[",), Scope.READER, PLACES),
    Command("people_page", "People page", ("P",), Scope.READER, PLACES, ("people", "cast", "characters")),
    Command("back", "Back", ("ctrl+o", "alt+left", "backspace"), Scope.READER, PLACES, ("history",)),
    Command("forward", "Forward", ("alt+right",), Scope.READER, PLACES),
    *(Command(f"go_to_{pane.id}", f"Go to {pane.title}", (pane.key,), Scope.READER, PLACES) for pane in PANES),
    Command("next_pane", "Next pane", ("ctrl+w",), Scope.READER, PLACES),
    Command("pane_left", "Pane on the left", ("h",), Scope.READER, PLACES),
    Command("pane_right", "Pane on the right", ("l",), Scope.READER, PLACES),
    *(
        Command(f"toggle_{pane.id}", f"Show or hide {pane.title}", (pane.toggle_key,), Scope.READER, PLACES)
        for pane in PANES
        if pane.toggle_key
    ),
    Command("page_alone", "Page alone", ("z",), Scope.READER, PLACES),
    Command("wider_pane", "Wider pane", (")",), Scope.READER, PLACES, ("resize", "width")),
    Command("narrower_pane", "Narrower pane", ("(",), Scope.READER, PLACES, ("resize", "width")),
    Command("close_or_back", "Close or go back", ("escape",), Scope.READER, PLACES),
    Command("path", "Path between two people", ("p",), Scope.READER, FINDING, ("connection", "how are they related")),
    Command(
        "map", "Relationship map", ("m",), Scope.READER, FINDING, ("graph", "network", "chart", "ties", "save map")
    ),
    Command("find", "Go to anything", ("ctrl+p", ":"), Scope.READER, FINDING, ("search", "palette")),
    Command("find_person", "Find a person", ("@",), Scope.READER, FINDING, ("character",)),
    Command("find_heading", "Find a heading", ("#",), Scope.READER, FINDING),
    Command("find_command", "Find a command", (">",), Scope.READER, FINDING),
    Command("find_text", "Search all text", ("f",), Scope.READER, FINDING, ("full text", "grep")),
    Command("show_all_mentions", "All mentions", ("M",), Scope.READER, FINDING),
    Command("find_here", "Find on this page", ("/",), Scope.READER, FINDING, ("search this page",)),
    Command("next_match", "Next match", ("n",), Scope.PAGE, FINDING),
    Command("previous_match", "Previous match", ("N",), Scope.PAGE, FINDING),
    Command(
        "progress",
        "Set progress",
        ("e",),
        Scope.READER,
        PROGRESS,
        ("progress", "how far", "seen", "spoilers"),
    ),
    Command(
        "progress_forward",
        "Move progress forward",
        ("+", "="),
        Scope.READER,
        PROGRESS,
        ("finished",),
    ),
    Command("progress_back", "Move progress back", ("-",), Scope.READER, PROGRESS, ("undo progress",)),
    Command("peek", "Peek ahead", ("E",), Scope.READER, PROGRESS, ("look ahead",)),
    Command("recap", "Recap", ("r",), Scope.READER, PROGRESS, ("summary", "story so far", "previously")),
    Command("whats_new", "What's new", ("w",), Scope.READER, PROGRESS, ("news", "changes")),
    Command("bookmark", "Set bookmark", ("B",), Scope.READER, MARKS, ("save place", "mark")),
    Command("bookmarks", "Bookmarks", ("'",), Scope.READER, MARKS, ("marks", "saved places")),
    Command("highlight", "Highlight selection or paragraph", ("H",), Scope.READER, MARKS, ("mark text", "underline")),
    Command("note", "Add or edit note", ("a",), Scope.READER, MARKS, ("annotate", "comment")),
    Command("copy_notes", "Copy notes as Markdown", ('"',), Scope.READER, MARKS, ("export notes",)),
    Command("toggle_read", "Toggle read mark", ("x",), Scope.READER, MARKS, ("read", "unread")),
    Command("theme", "Theme", ("t",), Scope.READER, PROGRAM, ("dark mode", "light mode", "colours", "colors")),
    Command("settings", "Settings", (",",), Scope.READER, PROGRAM, ("preferences", "options", "configuration")),
    Command("about_guide", "About this guide", ("A",), Scope.READER, PROGRAM, ("credits", "author", "license")),
    Command("guides", "Open another guide", ("O",), Scope.READER, PROGRAM, ("library", "other story", "switch guide")),
    Command("reload", "Reload guide", ("f5",), Scope.READER, PROGRAM, ("refresh", "read again")),
    Command("problems", "Guide problems (contains spoilers)", ("!",), Scope.READER, PROGRAM, ("errors", "check")),
    Command("tour", "Tour", ("T",), Scope.READER, PROGRAM, ("introduction", "tutorial", "getting started")),
    Command("help", "Help: keys", ("?", "f1"), Scope.READER, PROGRAM, ("keys", "shortcuts", "key bindings", "manual")),
    Command("suspend", "Suspend", ("ctrl+z",), Scope.READER, PROGRAM),
    Command("quit_reader", "Quit", ("q", "ctrl+q"), Scope.READER, PROGRAM, ("exit", "leave")),
    Command("map_left", "Select left card", ("h", "left"), Scope.MAP, MAP),
    Command("map_down", "Select card below", ("j", "down"), Scope.MAP, MAP),
    Command("map_up", "Select card above", ("k", "up"), Scope.MAP, MAP),
    Command("map_right", "Select right card", ("l", "right"), Scope.MAP, MAP),
    Command("map_open", "Open person or group", ("enter",), Scope.MAP, MAP),
    Command("map_find", "Find a person", ("@", "/"), Scope.MAP, MAP),
    Command("map_zoom_in", "Zoom in", ("+", "=", "z"), Scope.MAP, MAP),
    Command("map_zoom_out", "Zoom out", ("-", "Z"), Scope.MAP, MAP),
    Command("map_all_relationships", "All or strongest relationships", ("a",), Scope.MAP, MAP),
    Command("map_filter", "Filter kinds and groups", ("f",), Scope.MAP, MAP),
    Command("map_legend", "Show or hide legend", ("i",), Scope.MAP, MAP),
    Command("map_save", "Save map", ("w",), Scope.MAP, MAP),
    Command("map_pan_left", "Scroll left", ("H", "shift+left"), Scope.MAP, MAP),
    Command("map_pan_down", "Scroll down", ("J", "shift+down"), Scope.MAP, MAP),
    Command("map_pan_up", "Scroll up", ("K", "shift+up"), Scope.MAP, MAP),
    Command("map_pan_right", "Scroll right", ("L", "shift+right"), Scope.MAP, MAP),
    Command("map_close_or_back", "Close or go back", ("escape", "q", "m"), Scope.MAP, MAP),
    Command("map_help", "Help: keys", ("?", "f1"), Scope.MAP, MAP),
)

BY_ID = {command.id: command for command in COMMANDS}

FOOTER: tuple[tuple[str, str], ...] = (
    ("help", "help"),
    ("find", "go to"),
    ("find_here", "find"),
    ("progress", "progress"),
    ("find_person", "who?"),
    ("quit_reader", "quit"),
    ("map", "map"),
    ("next_link", "names"),
    ("next_section", "next"),
    ("toggle_people", "people"),
    ("toggle_sections", "sections"),
    ("back", "back"),
    ("recap", "recap"),
    ("bookmarks", "bookmarks"),
)
"""The commands in the line below the panes, with a word for each, the most important first."""

MAP_FOOTER: tuple[tuple[str, str], ...] = (
    ("map_close_or_back", "back"),
    ("map_open", "open"),
    ("map_zoom_in", "zoom in"),
    ("map_zoom_out", "zoom out"),
    ("map_find", "who?"),
    ("map_filter", "filter"),
    ("map_help", "help"),
    ("map_all_relationships", "all/strongest"),
    ("map_legend", "legend"),
    ("map_save", "save"),
)
"""The commands in the line below the map."""

_WORDS = {
    "pagedown": "page down",
    "pageup": "page up",
    "escape": "esc",
}


def key_in_words(key: str) -> str:
    """A key as texts write it: `ctrl+d`, `page down`."""
    return _WORDS.get(key, key)


def keys_in_words(keys: Iterable[str]) -> str:
    """Keys as texts write them, with spaces between them."""
    return "  ".join(key_in_words(key) for key in keys)


def by_topic() -> dict[str, list[Command]]:
    """The commands by topic, in order."""
    topics: dict[str, list[Command]] = {}
    for command in COMMANDS:
        topics.setdefault(command.topic, []).append(command)
    return topics
