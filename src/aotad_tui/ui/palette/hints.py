"""The key hints of the palette: those that do something now."""

from __future__ import annotations

from collections.abc import Mapping

from aotad_tui.ui.widgets.key_hints import Hint

from .prefixes import COMMANDS, HEADINGS, TEXT

_CLOSE: Hint = ("esc", "close")
_OPEN: Hint = ("enter", "open")
_OF_ENTRIES: Mapping[str, tuple[Hint, ...]] = {
    TEXT: (_OPEN,),
    COMMANDS: (("enter", "run"),),
    HEADINGS: (_OPEN,),
}
_OF_OTHER_ENTRIES: tuple[Hint, ...] = (_OPEN, ("tab", "first mention"), ("shift+tab", "all mentions"))
_SYNTAX: Hint = ('"a phrase"', "in:section who:name to:section")


def hints_for(prefix: str, *, has_entries: bool, asks_for_one: bool) -> tuple[Hint, ...]:
    """The hints at a prefix, with or without entries. `asks_for_one`: whether the palette asks for one person."""
    of_entries = (("enter", "choose"),) if asks_for_one else _OF_ENTRIES.get(prefix, _OF_OTHER_ENTRIES)
    return (*(of_entries if has_entries else ()), *((_SYNTAX,) if prefix == TEXT else ()), _CLOSE)
