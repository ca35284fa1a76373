"""What stays is set aside from Python's garbage collector, which else goes through all of it at every few keys.

With thousands of people that takes 100 ms each time. But what was set aside is not collected any more once it is
garbage, such as the rows of a sidebar that was filled anew: so every few times all of it is looked through after all.
"""

from __future__ import annotations

import gc

_EVERY = 8
"""Once in so many times all is looked through. Each change of the point leaves 0.3 MB of garbage.

Times are counted, not objects: to count what is set aside takes 5 ms with the bundled guide, a sixth of a collection.
"""


class Aside:
    """What is set aside: there is one in a process, as there is one collector."""

    def __init__(self) -> None:
        self._times = 0

    def set_aside(self) -> None:
        """Sets aside all that there is."""
        self._times += 1
        if self._times % _EVERY == 0:
            gc.unfreeze()
            gc.collect()
        gc.freeze()


ASIDE = Aside()
