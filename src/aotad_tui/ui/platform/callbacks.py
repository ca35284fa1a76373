"""Callbacks that run later only while their widget or screen is open."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen
from textual.widget import Widget


def after_refresh(node: Widget, callback: Callable[[], object]) -> None:
    """Call a function after the next refresh, unless the node has closed by then.

    Textual calls it at the next refresh of whichever screen is on top, even if the node's own screen has closed. A
    query finds nothing there, which ends the program, and a scroll bar created there is never stopped.
    """
    node.call_after_refresh(while_open(node, callback))


def while_open(node: Widget, callback: Callable[[], object]) -> Callable[[], object]:
    """A function that calls another one while the node is open, for timers and for callbacks that come later."""
    return lambda: callback() if is_open(node) else None


def is_open(node: Widget) -> bool:
    """Whether a screen, or a widget in it, is open. One that is closing still runs, with ever fewer widgets."""
    screen = next((above for above in node.ancestors_with_self if isinstance(above, Screen)), None)
    return node.is_running and screen is not None and screen in node.app.screen_stack
