"""Follows the changes of a guide's files while it is read."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from aotad_tui.library.file_watch import signature
from aotad_tui.library.load import Loaded, load

_EVERY = 0.4
"""Seconds between two looks."""
_SHARE = 20
"""Where looking is slow, it is done more seldom: it takes a twentieth of the time at most."""


async def follow(folder: Path, changed: Callable[[Loaded], None]) -> None:
    """Calls `changed` with the guide whenever its files have changed and stand still again. Runs until cancelled."""
    shown = await asyncio.to_thread(signature, folder)
    while True:
        begun = time.monotonic()
        now = await asyncio.to_thread(signature, folder)
        taken = time.monotonic() - begun
        if now != shown:
            loaded = await asyncio.to_thread(load, folder)
            if now == await asyncio.to_thread(signature, folder):  # else it was written while it was read
                shown = now
                changed(loaded)
        await asyncio.sleep(max(_EVERY, _SHARE * taken))
