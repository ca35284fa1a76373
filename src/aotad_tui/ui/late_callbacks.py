"""Callbacks after a refresh that never run once their widget or screen has closed."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump


class NoLateCallbacks(MessagePump):
    """A base for widgets and screens whose callbacks look for other widgets.

    Textual runs a callback at the next refresh of whichever screen is on top by then. Its own screen may have closed
    meanwhile: a query finds nothing there, which ends the program, and a scroll bar that is made then is never stopped.
    """

    def call_after_refresh(self, callback: Callable[..., object], *args: object, **kwargs: object) -> bool:
        """Calls back after the next refresh, unless this has closed by then. Returns whether it is still open now."""

        def call_unless_closed() -> object:
            return callback(*args, **kwargs) if self.is_running else None

        return super().call_after_refresh(call_unless_closed)
