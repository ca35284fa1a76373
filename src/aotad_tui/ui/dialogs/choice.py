"""The choice of one row from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets.option_list import Option

from aotad_tui.ui.widgets.choice_list import ChoiceList
from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog


class ChoiceScreen(Dialog[int]):
    """Asks for one row of a list; its result is the number of the row, from 0."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        ("q", "dismiss_dialog", "Close"),
    ]

    def __init__(self, heading: str, rows: Sequence[Option]) -> None:
        super().__init__()
        self._heading = heading
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Heading, rows, keys."""
        with DialogBox(self._heading, ("enter", "choose"), ("esc", "close")):
            yield ChoiceList(*self._rows)

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Accept the row."""
        self.dismiss(event.option_index)

    def action_move(self, rows: int) -> None:
        """Move the highlight."""
        options = self.query_one(ChoiceList)
        options.action_cursor_down() if rows > 0 else options.action_cursor_up()
