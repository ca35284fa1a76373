"""The recap at three lengths."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.cells import Line
from aotad_tui.progress.events import Length
from aotad_tui.progress.recap_text import recap_lines
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.widgets.listing_view import ListingView

from .listing import ListingScreen

_LENGTHS = list(Length)


class RecapScreen(ListingScreen):
    """A recap by point; the arrow keys change its length."""

    reopened_by = "recap"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("plus,equals_sign,right,l", "change(1)", "Longer"),
        ("minus,left,h", "change(-1)", "Shorter"),
        ("r", "dismiss_dialog", "Close"),
    ]

    def __init__(self, visible: VisibleStory) -> None:
        self._visible = visible
        self._length = Length.USUAL
        super().__init__("Recap", self._lines, "enter open  + longer  - shorter  esc close")

    def on_mount(self) -> None:
        """Show the length in the heading."""
        self._show_length()

    def _lines(self, cells: int) -> list[Line]:
        return recap_lines(self._visible, self._length, cells)

    def _show_length(self) -> None:
        self.query_one(".box-title", Static).update(Content(f"Recap · {self._length}"))

    def action_change(self, steps: int) -> None:
        """Make it longer or shorter."""
        number = max(0, min(_LENGTHS.index(self._length) + steps, len(_LENGTHS) - 1))
        self._length = _LENGTHS[number]
        self._show_length()
        self.query_one(ListingView).replace_rows(self._lines)
