"""The commands in the line below the panes, by what the reader is doing, the most important first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from .registry import FOOTER


class Activity(StrEnum):
    """What the reader is doing on the reading screen."""

    READING = "reading"
    TYPING = "typing the text to find"
    FINDING = "going through matches"
    SELECTING = "selecting text"
    LINK = "going through links"
    CARD = "reading next to a card"
    SECTIONS = "in the sections"
    PEOPLE = "in the people"


Hints = tuple[tuple[str, str], ...]
"""Command ids, each with a word for it."""

_HELP, _QUIT = ("help", "help"), ("quit_reader", "quit")

FOOTERS: Mapping[Activity, Hints] = {
    Activity.READING: FOOTER,
    Activity.TYPING: (("open", "matches"), ("close_or_back", "cancel")),
    Activity.FINDING: (
        ("next_match", "next"),
        ("previous_match", "previous"),
        ("close_or_back", "close"),
        ("find_here", "other text"),
        ("find_text", "all text"),
        _HELP,
    ),
    Activity.SELECTING: (("copy", "copy"), ("highlight", "mark"), ("note", "note"), ("close_or_back", "clear"), _HELP),
    Activity.LINK: (
        ("open", "open"),
        ("preview_link", "preview"),
        ("next_link", "next"),
        ("previous_link", "previous"),
        ("close_or_back", "clear"),
        _HELP,
    ),
    Activity.CARD: (
        _HELP,
        ("close_or_back", "close"),
        ("go_to_people", "card"),
        ("show_all_mentions", "mentions"),
        ("path", "path"),
        ("map", "map"),
        *(hint for hint in FOOTER if hint[0] not in {"help", "map"}),
    ),
    Activity.SECTIONS: (
        _HELP,
        ("open", "open"),
        ("close_or_back", "page"),
        ("toggle_sections", "hide"),
        ("top", "top"),
        ("bottom", "bottom"),
        ("page_alone", "page alone"),
        ("find", "go to"),
        _QUIT,
    ),
    Activity.PEOPLE: (
        _HELP,
        ("open", "open"),
        ("close_or_back", "page"),
        ("toggle_people", "hide"),
        ("show_all_mentions", "mentions"),
        ("path", "path"),
        ("map", "map"),
        ("find_person", "who?"),
        _QUIT,
    ),
}
"""The hints of each activity."""
