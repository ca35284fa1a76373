"""What stays is set aside from Python's garbage collector, which else goes through all of it at every few keys.

With thousands of people that takes 100 ms each time. But what was set aside is not collected any more once it is
garbage, such as the rows of a sidebar that was filled anew: so now and then all of it is looked through after all.
"""

from __future__ import annotations

import gc

_GROWN = 1.25
"""All is looked through when so many times as much is set aside as was left the last time."""


class Aside:
    """What is set aside: there is one in a process, as there is one collector."""

    def __init__(self) -> None:
        self._left = 0

    def set_aside(self) -> None:
        """Sets aside all that there is."""
        grown = bool(self._left) and gc.get_freeze_count() > self._left * _GROWN
        if grown:
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        if grown or not self._left:
            self._left = gc.get_freeze_count()


ASIDE = Aside()
