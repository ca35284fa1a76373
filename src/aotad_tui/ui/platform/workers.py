"""Workers of a widget, for parts that are not widgets themselves."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual.widget import Widget
from textual.worker import Worker


def run_exclusively(view: Widget, group: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
    """Run a coroutine function in a worker, and cancel the other workers of its group.

    Not a coroutine: Python would warn of one that is cancelled before it begins.
    """
    _: Worker[None] = view.run_worker(work, group=group, exclusive=True)
