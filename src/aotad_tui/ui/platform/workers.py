"""Workers of a widget, for parts that are not widgets themselves."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual.widget import Widget
from textual.worker import Worker

from .textual_internals import forget_background_screens


def run_exclusively(view: Widget, group: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
    """Run a coroutine function in a worker, and cancel the other workers of its group.

    Not a coroutine: Python would warn of one that is cancelled before it begins. A widget may hold its last worker, so
    that the worker must not hold screens.
    """

    async def run() -> None:
        forget_background_screens()
        await work()

    _: Worker[None] = view.run_worker(run, group=group, exclusive=True)
