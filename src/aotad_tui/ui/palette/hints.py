"""The key hints of the palette: those that do something now."""

from __future__ import annotations

from collections.abc import Mapping

from aotad_tui.ui.widgets.key_hints import Hint

from .palette_index import split
from .prefixes import COMMANDS, HEADINGS, PEOPLE, TEXT

_CLOSE: Hint = ("esc", "close")
_OPEN: Hint = ("enter", "open")
_OF_ENTRIES: Mapping[str, tuple[Hint, ...]] = {
    TEXT: (_OPEN,),
    COMMANDS: (("enter", "run"),),
    HEADINGS: (_OPEN,),
}
_OF_OTHER_ENTRIES: tuple[Hint, ...] = (_OPEN, ("tab", "first mention"), ("shift+tab", "all mentions"))
_SYNTAX: Hint = ('"a phrase"', "in:section who:name to:section")
_PREFIXES: tuple[Hint, ...] = ((PEOPLE, "people"), (HEADINGS, "headings"), (COMMANDS, "commands"), (TEXT, "text"))
"""A click on one types it."""


def hints_for(typed: str, *, has_entries: bool, asks_for_one: bool) -> tuple[Hint, ...]:
    """The hints for some typed text, with or without entries, and where the palette `asks_for_one` person."""
    if asks_for_one:
        return (("enter", "choose"), _CLOSE) if has_entries else (_CLOSE,)
    if not typed:
        return (*((_OPEN,) if has_entries else ()), *_PREFIXES, _CLOSE)
    prefix = split(typed)[0]
    of_entries = _OF_ENTRIES.get(prefix, _OF_OTHER_ENTRIES) if has_entries else ()
    return (*of_entries, *((_SYNTAX,) if prefix == TEXT else ()), _CLOSE)
