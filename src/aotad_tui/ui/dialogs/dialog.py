"""The base of all dialogs over the reading screen."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from aotad_tui.commands.registry import BY_ID
from aotad_tui.ui.bindings import textual_key
from aotad_tui.ui.command_table import RunsCommands

ResultT = TypeVar("ResultT")

_ASKING = ("find", "find_person", "find_heading", "find_command", "find_text", "show_all_mentions", "find_here")
"""The commands that open an input."""


class WithoutStory:
    """A screen that shows nothing of the guide. It stays open when another edition of the story becomes visible."""


class Dialog(ModalScreen[ResultT | None]):
    """A box that escape, or a click outside of it, closes without a result."""

    CLOSING: ClassVar[list[BindingType]] = [("escape", "dismiss_dialog", "Close"), ("ctrl+q", "app.quit", "Quit")]
    # Other inputs can be opened from a dialog too, unless an input in it has the focus and takes the key.
    BINDINGS: ClassVar[list[BindingType]] = [
        *CLOSING,
        *(
            Binding(textual_key(key), f"leave_for('{command.id}')", command.title, show=False, id=command.id)
            for command in map(BY_ID.__getitem__, _ASKING)
            for key in command.keys
        ),
    ]

    cancel_notice = ""
    """The notice after a click outside of the box, if the dialog asks something."""

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close the dialog, once: a key pressed twice quickly must not close the screen below as well."""
        if not self.is_active:
            return AwaitComplete()
        self.workers.cancel_node(self)  # Textual cancels them only after the widgets that they write to are gone.
        return super().dismiss(result)

    def action_dismiss_dialog(self) -> None:
        """Close the dialog."""
        self.dismiss(None)

    def action_leave_for(self, command: str) -> None:
        """Close the dialog and run a command of the screen below, if it has that command."""
        below = self.app.screen_stack[-2]
        if isinstance(below, RunsCommands) and below.has_command(command):
            self.dismiss(None)
            self.app.call_later(below.run_action, f"run_command('{command}')")

    def on_click(self, event: events.Click) -> None:
        """Cancel when the click was outside of the box, as escape does, and say so: the click may be a slip."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            if self.cancel_notice:
                self.app.notify(self.cancel_notice, markup=False, timeout=3)
            self.action_dismiss_dialog()
