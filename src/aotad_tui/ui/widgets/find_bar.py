"""The input below the page for finding text in it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindBar(Horizontal):
    """Shown during a search. Posts `Typed` after each key and `Left` at the end."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "cancel", "Close")]

    class Typed(Message):
        """The typed text has changed."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Left(Message):
        """Typing is over. `words`: the typed text; None if it was cancelled."""

        def __init__(self, words: str | None) -> None:
            super().__init__()
            self.words = words

    def compose(self) -> ComposeResult:
        """A slash, the input, and the number of matches."""
        yield Static(Content("/"), classes="slash")
        yield Input(id="find-input", compact=True, select_on_focus=False)
        yield Static(id="find-status")

    def begin(self) -> None:
        """Show the input, empty, and give it the focus."""
        field = self.query_one(Input)
        self.display = True
        with field.prevent(Input.Changed):
            field.value = ""
        self.query_one("#find-status", Static).update("")
        self.screen.set_focus(field)  # At once: the next key may be on its way.

    def show_status(self, words: str, status: str) -> None:
        """Show the number of matches, and the text if it is not being typed; hide the bar without a text."""
        field = self.query_one(Input)
        if not field.has_focus:
            self.display = bool(words)
            with field.prevent(Input.Changed):
                field.value = words
        self.query_one("#find-status", Static).update(Content(status))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.accept()

    def accept(self) -> None:
        """Close the input, as enter does, and keep the matches."""
        self.post_message(self.Left(self.query_one(Input).value))

    def action_cancel(self) -> None:
        """Close the input; the page returns to where it was."""
        self.post_message(self.Left(None))
