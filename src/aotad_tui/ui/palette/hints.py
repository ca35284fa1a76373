"""The key hints of the palette, by what is typed."""

from __future__ import annotations

from collections.abc import Mapping

from aotad_tui.ui.widgets.key_hints import Hint

from .palette_index import split
from .prefixes import COMMANDS, HEADINGS, PEOPLE, TEXT

_BY_PREFIX: Mapping[str, tuple[Hint, ...]] = {
    TEXT: (("enter", "open"), ('"a phrase"', "in:section who:name to:section"), ("esc", "close")),
    COMMANDS: (("enter", "run"), ("esc", "close")),
    HEADINGS: (("enter", "open"), ("esc", "close")),
}
_OTHERS: tuple[Hint, ...] = (
    ("enter", "open"),
    ("tab", "first mention"),
    ("shift+tab", "all mentions"),
    ("esc", "close"),
)
_AT_FIRST: tuple[Hint, ...] = (
    ("enter", "open"),
    (PEOPLE, "people"),
    (HEADINGS, "headings"),
    (COMMANDS, "commands"),
    (TEXT, "text"),
    ("esc", "close"),
)


def hints_for(typed: str) -> tuple[Hint, ...]:
    """The hints for some typed text. Before anything is typed, a click on a prefix types it."""
    return _BY_PREFIX.get(split(typed)[0], _OTHERS) if typed else _AT_FIRST
