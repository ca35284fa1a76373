"""Callbacks that run after a refresh only while their widget or screen is open."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump


def after_refresh(node: MessagePump, callback: Callable[[], object]) -> None:
    """Call a function after the next refresh, unless the node has closed by then.

    Textual calls it at the next refresh of whichever screen is on top, even if the node's own screen has closed. A
    query finds nothing there, which ends the program, and a scroll bar created there is never stopped.
    """
    node.call_after_refresh(lambda: callback() if node.is_running else None)
