"""Keys and what they do, as buttons: a click on a hint does exactly what its key does."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from aotad_tui.cells import width
from aotad_tui.commands.keys import key_named
from aotad_tui.commands.registry import key_in_words
from aotad_tui.ui.bindings import textual_key
from aotad_tui.ui.theme import MUTED

Hint = tuple[str, str]
"""A key, named as in the registry, and a word for what it does. Several keys (`1-12`) cannot be clicked."""

_GAP = 2
"""Cells between two hints of a row."""


def hint_parts(key: str, word: str) -> tuple[tuple[str, str], ...]:
    """A hint as parts of a `Content`. `key` is written as the reader sees it."""
    return (key, "bold $text-accent"), (f" {word}", MUTED)


class KeyHints(Widget):
    """Hints in as many rows as they need."""

    ALLOW_SELECT = False

    hints: reactive[tuple[Hint, ...]] = reactive((), layout=True)

    def __init__(self, *hints: Hint, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(KeyHints.hints, hints)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # as Textual has it
        """The number of rows at a width in cells."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The rows."""
        gap = " " * _GAP
        rows = (
            Content(gap).join(Content.assemble(*hint_parts(key_in_words(key), word)) for _, key, word in row)
            for row in self._rows(self.size.width)
        )
        return Content("\n").join(rows)

    def on_click(self, event: events.Click) -> None:
        """Press the key of the clicked hint."""
        offset = event.get_content_offset(self)
        rows = self._rows(self.size.width)
        if offset is None or offset.y >= len(rows):
            return
        for start, key, word in rows[offset.y]:
            pressed = key_named(key)
            if pressed and start <= offset.x < start + _cells(key, word):
                event.stop()
                character = " " if pressed == "space" else pressed if len(pressed) == 1 else None
                self.app.post_message(events.Key(textual_key(pressed), character))

    def _rows(self, cells: int) -> list[list[tuple[int, str, str]]]:
        """The hints of each row: the first cell, the key and the word."""
        rows: list[list[tuple[int, str, str]]] = []
        at = 0
        for key, word in self.hints:
            size = _cells(key, word)
            if not rows or at + size > cells:
                rows.append([])
                at = 0
            rows[-1].append((at, key, word))
            at += size + _GAP
        return rows


def _cells(key: str, word: str) -> int:
    return width(f"{key_in_words(key)} {word}")
