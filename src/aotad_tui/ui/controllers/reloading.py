"""Reloads the guide when its files have changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from aotad_tui.library.file_watch import signature
from aotad_tui.library.load import Loaded, load
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.problems import ProblemsScreen

from .model import ReaderModel
from .presenter import Presenter

_INTERVAL = 0.4
"""Seconds between two checks of the files."""
_SHARE = 20
"""A slow check happens less often: checks take a twentieth of the time at most."""


class Reloading:
    """Watches the files of a guide, and reloads the guide when they have changed."""

    def __init__(self, screen: Screen[None], model: ReaderModel, presenter: Presenter) -> None:
        self._screen = screen
        self._model = model
        self._presenter = presenter
        self._loaded: Loaded | None = None
        """The reloaded guide; None before the files change."""

    def start(self) -> None:
        """Watch the files from now on."""
        folder = self._model.context.folder
        if folder:
            self._screen.run_worker(watch(folder, self.show), exclusive=True, group="files")

    def show(self, loaded: Loaded) -> None:
        """Show the reloaded guide at the same location, or report that it has problems."""
        self._loaded = loaded
        if loaded.story is not None:
            self._presenter.switch_to(self._model.session.with_story(loaded.story))
        elif loaded.problems:
            # Problems may contain spoilers, so they are listed only on request.
            key = self._model.key("problems")
            words = f"The changed guide has problems and was not loaded. Press {key} to list them."
            self._screen.notify(words, markup=False, severity="warning", timeout=10)

    @command
    def problems(self) -> None:
        """Show the problems of the reloaded guide, if any."""
        folder, problems = self._model.context.folder, self._loaded.problems if self._loaded else ()
        if folder and problems:
            self._screen.app.push_screen(ProblemsScreen(folder, problems, over=True))
        else:
            self._screen.notify("No problems found.", timeout=3)


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
