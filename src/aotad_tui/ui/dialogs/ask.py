"""A yes-or-no question, and a question for a line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from .dialog import Dialog


class ConfirmScreen(Dialog[bool]):
    """Asks a question; enter or y is yes."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter,y", "yes", "Yes"), ("n,q", "dismiss_dialog", "No")]

    def __init__(self, question: str, more: str = "") -> None:
        super().__init__()
        self._question = question
        self._more = more

    def compose(self) -> ComposeResult:
        """The question, the effect of yes, and the keys."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="box-title")
            if self._more:
                yield Static(Content(self._more), classes="box-keys")
            yield Static(Content("enter yes  esc no"), classes="box-keys")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(result=True)


class LineScreen(Dialog[str]):
    """Asks for a line of text. `longest`: the most characters that it may have."""

    def __init__(self, question: str, text: str = "", longest: int = 200) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._longest = longest

    def compose(self) -> ComposeResult:
        """The question and the input."""
        with Vertical(classes="box line"):
            yield Static(Content(self._question), classes="box-title")
            yield Input(self._text, select_on_focus=False, max_length=self._longest)
            yield Static(Content("enter save  esc cancel"), classes="box-keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept the text."""
        self.dismiss(event.value)
