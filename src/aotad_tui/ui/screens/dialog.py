"""What all boxes over the reading screen share."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen

ResultT = TypeVar("ResultT")


class Dialog(ModalScreen[ResultT | None]):
    """A box that escape or a click beside it closes without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss_dialog", "Close"), ("ctrl+q", "app.quit", "Quit")]

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Closes the box, once: a key pressed twice quickly does not close what is below it too."""
        if not self.is_active:
            return AwaitComplete()
        self.workers.cancel_node(self)  # Textual does so only once the widgets that they write to are gone
        return super().dismiss(result)

    def action_dismiss_dialog(self) -> None:
        """Closes the box."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Closes the box when the click was beside it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)
