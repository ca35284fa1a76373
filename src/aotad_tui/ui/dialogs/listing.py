"""A dialog with rows that are links."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from aotad_tui.link import Link
from aotad_tui.ui.widgets.dialog_box import DialogBox
from aotad_tui.ui.widgets.key_hints import Hint
from aotad_tui.ui.widgets.lines_view import LinesView
from aotad_tui.ui.widgets.listing_view import ListingView, RowsAt

from .dialog import Dialog

_HINTS: tuple[Hint, ...] = (("enter", "open"), ("esc", "close"))


class ListingScreen(Dialog[Link]):
    """A heading and rows; its result is the link of the row that was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "dismiss_dialog", "Close"),
        ("tab", "step(1)", "Down"),
        ("shift+tab", "step(-1)", "Up"),
    ]

    def __init__(self, heading: str, rows_at: RowsAt, *hints: Hint) -> None:
        super().__init__()
        self._heading = heading
        self._rows_at = rows_at
        self._hints = hints or _HINTS

    def compose(self) -> ComposeResult:
        """Heading, rows, keys."""
        with DialogBox(self._heading, *self._hints, classes="listing"):
            yield ListingView(self._rows_at)

    def action_step(self, rows: int) -> None:
        """Select the next row, or the one before."""
        self.query_one(ListingView).move_rows(rows)

    @on(LinesView.Followed)
    def _followed(self, event: LinesView.Followed) -> None:
        """Close with the link of the row."""
        event.stop()
        self.dismiss(event.link)
