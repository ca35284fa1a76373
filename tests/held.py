"""What is held: things are counted, never bytes, which differ by machine and by version of Python."""

from __future__ import annotations

import gc
from collections import Counter


def held(*kinds: type) -> dict[str, int]:
    """How many of each of some kinds of things are held, by their names.

    What the program has set aside from the garbage collector is counted and stays as it is, garbage or not.
    """
    gc.collect()
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    found = Counter(type(one) for one in gc.get_objects())
    if frozen:
        gc.freeze()
    return {kind.__name__: found[kind] for kind in kinds}
