"""A yes-or-no question, and a question for a line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from aotad_tui.ui.widgets.dialog_box import DialogBox

from .dialog import Dialog


class ConfirmScreen(Dialog[bool]):
    """Asks a question; enter or y is yes."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter,y", "yes", "Yes"), ("n,q", "dismiss_dialog", "No")]

    def __init__(self, question: str, more: str = "", cancel_notice: str = "") -> None:
        """`more`: the effect of yes. `cancel_notice`: what to say after a click outside of the box."""
        super().__init__()
        self._question = question
        self._more = more
        self.cancel_notice = cancel_notice

    def compose(self) -> ComposeResult:
        """The question, the effect of yes, and the keys."""
        with DialogBox(self._question, ("enter", "yes"), ("esc", "no")):
            if self._more:
                yield Static(Content(self._more), classes="box-note")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(result=True)


class LineScreen(Dialog[str]):
    """Asks for a line of text. `longest`: the most characters that it may have."""

    cancel_notice = "Not saved."

    def __init__(self, question: str, text: str = "", longest: int = 200) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._longest = longest

    def compose(self) -> ComposeResult:
        """The question and the input."""
        with DialogBox(self._question, ("enter", "save"), ("esc", "cancel"), classes="line"):
            yield Input(self._text, select_on_focus=False, max_length=self._longest)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Accept the text."""
        self.dismiss(event.value)
