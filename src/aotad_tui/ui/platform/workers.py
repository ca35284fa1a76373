"""Workers of a widget, which never outlive its screen."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual.widget import Widget
from textual.worker import Worker

from .callbacks import is_open
from .textual_internals import forget_background_screens


def run_exclusively(view: Widget, group: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
    """Run a coroutine function in a worker, and cancel the other workers of its group.

    Not a coroutine: Python would warn of one that is cancelled before it begins. A widget may hold its last worker, so
    that the worker must not hold screens. A screen that closes cancels its workers; one that begins after that, where
    the screen was mounted late, does nothing.
    """

    async def run() -> None:
        forget_background_screens()
        if is_open(view):
            await work()

    _: Worker[None] = view.run_worker(run, group=group, exclusive=True)
