"""Freezes long-lived objects so that the garbage collector does not rescan them every few keystrokes.

With thousands of people a rescan takes 100 ms. Frozen objects that become garbage, such as the rows of a replaced
sidebar, are not collected, so all objects are unfrozen and collected from time to time.
"""

from __future__ import annotations

import gc

_GROWN = 1.25
"""Collect again when that many times as many objects are frozen as after the last collection."""


class Freezer:
    """Freezes objects. There is one in a process, as there is one garbage collector."""

    def __init__(self) -> None:
        self._left = 0

    def freeze(self) -> None:
        """Freeze all objects; collect the frozen garbage first if there may be much of it."""
        grown = bool(self._left) and gc.get_freeze_count() > self._left * _GROWN
        if grown:
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        if grown or not self._left:
            self._left = gc.get_freeze_count()


FREEZER = Freezer()
