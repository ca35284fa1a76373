"""The line in which one types what is looked for in the page."""

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
    """Shown while something is looked for. `Typed` at each key, `Left` when it is done with."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "give_up", "Close")]

    class Typed(Message):
        """What is looked for is another now."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Left(Message):
        """Typing is over: `words` are looked for, none if the line is empty; None when it was given up."""

        def __init__(self, words: str | None) -> None:
            super().__init__()
            self.words = words

    def compose(self) -> ComposeResult:
        """A slash, the words, and how many places there are."""
        yield Static(Content("/"), classes="slash")
        yield Input(id="looked-for", compact=True, select_on_focus=False)
        yield Static(id="told")

    def begin(self) -> None:
        """Shows the line, empty, and takes the keys."""
        field = self.query_one(Input)
        self.display = True
        with field.prevent(Input.Changed):
            field.value = ""
        self.query_one("#told", Static).update("")
        self.screen.set_focus(field)  # at once: the next key may be on its way

    def tell(self, words: str, told: str) -> None:
        """Says how many places there are, and of which words if they are not being typed; hides with no words."""
        field = self.query_one(Input)
        if not field.has_focus:
            self.display = bool(words)
            with field.prevent(Input.Changed):
                field.value = words
        self.query_one("#told", Static).update(Content(told))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(event.value))

    def action_give_up(self) -> None:
        """Closes the line; the page goes back to where it was."""
        self.post_message(self.Left(None))
