"""Counts live objects. Bytes are not measured, since they differ by machine and by version of Python."""

from __future__ import annotations

import gc
from collections import Counter


def count_live(*classes: type) -> dict[str, int]:
    """The number of live objects of each class, by the name of the class.

    Objects that the program has frozen for the garbage collector are counted and stay frozen, garbage or not.
    """
    gc.collect()
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    counts = Counter(type(item) for item in gc.get_objects())
    if frozen:
        gc.freeze()
    return {cls.__name__: counts[cls] for cls in classes}
