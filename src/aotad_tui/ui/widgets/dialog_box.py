"""The frame of every dialog: a head above, key hints below, and between them the body, which shrinks first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from .key_hints import Hint, KeyHints

_AROUND = 5
"""Cells of a box's width that its border, the padding of a row and the scroll bar take."""


def row_cells(window: int, box: int = 64) -> int:
    """The cells of a row in a box of that width, which is narrower in a narrow window."""
    return min(box, window * 96 // 100) - _AROUND


class DialogBox(Vertical):
    """Keeps title and hints in view in small windows. Its body is composed inside of `with DialogBox(...)`."""

    def __init__(self, title: str, *hints: Hint, head: Widget | None = None, classes: str = "") -> None:
        """`head`: a widget between the title and the body that stays in view too, such as an input."""
        super().__init__(classes=f"box {classes}")
        self._title = title
        self._hints = hints
        self._head = head

    def compose(self) -> ComposeResult:
        """Head, body and hints."""
        with Vertical(classes="box-head"):
            if self._title:
                yield Static(Content(self._title), classes="box-title")
            if self._head:
                yield self._head
        yield from super().compose()
        yield KeyHints(*self._hints)
