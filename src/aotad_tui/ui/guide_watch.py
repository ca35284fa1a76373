"""Reads a guide again whenever its files have changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from aotad_tui.library.file_watch import signature
from aotad_tui.library.load import Loaded, load

_INTERVAL = 0.4
"""Seconds between two checks of the files."""
_SHARE = 20
"""A slow check happens less often: checks take a twentieth of the time at most."""


async def watch(folder: Path, changed: Callable[[Loaded], None]) -> None:
    """Call `changed` with the guide after each change of its files, once they are written. Runs until cancelled."""
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
        await asyncio.sleep(max(_INTERVAL, _SHARE * taken))
