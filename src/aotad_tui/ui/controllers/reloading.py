"""Reloads the guide when its files have changed."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from textual.screen import Screen

from aotad_tui.library.load import Loaded, load
from aotad_tui.library.problems import Problem
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.problems import ProblemsScreen
from aotad_tui.ui.guide_watch import watch
from aotad_tui.ui.platform.workers import run_exclusively

from .model import ReaderModel
from .presenter import Presenter


class Reloading:
    """Watches the files of a guide, and reloads the guide when they have changed."""

    def __init__(self, screen: Screen[None], model: ReaderModel, presenter: Presenter) -> None:
        self._screen = screen
        self._model = model
        self._presenter = presenter
        self._lists_problems = False
        """Whether the reader has asked for the problems in this run. Before that, nothing is said of them."""

    def start(self) -> None:
        """Watch the files from now on."""
        folder = self._model.context.folder
        if folder:
            run_exclusively(self._screen, "files", partial(watch, folder, self.show))

    def show(self, loaded: Loaded) -> None:
        """Show the guide as its files are now, at the same place; or keep the guide before if it cannot be opened."""
        advice = f"press {self._model.key('problems')} to list the problems"
        if loaded.story is not None:
            self._screen.app.clear_notifications()  # they may quote the edition before
            self._model.reader_state.follow(loaded.story)
            self._presenter.switch_to(self._model.session.with_story(loaded.story))
            if self._lists_problems and loaded.problems:
                self._warn(f"The changed guide has problems; {advice}.")
        else:
            advice = advice if self._lists_problems else "`aotad-tui check` lists the problems"
            self._warn(f"The changed guide cannot be opened and was not loaded; {advice}.")
            if isinstance(self._screen.app.screen, ProblemsScreen):
                self._screen.app.screen.dismiss(None)
                self.problems()

    def _warn(self, words: str) -> None:
        self._screen.notify(words, markup=False, severity="warning", timeout=10)

    @command
    def reload(self) -> None:
        """Read the guide's files again now, without waiting for a change."""
        folder = self._model.context.folder
        if folder:
            run_exclusively(self._screen, "reload", partial(self._reload, folder))

    async def _reload(self, folder: Path) -> None:
        loaded = await asyncio.to_thread(load, folder)
        self.show(loaded)
        if loaded.story is not None and not loaded.problems:
            self._screen.notify("Guide reloaded.", timeout=2)

    @command
    def problems(self) -> None:
        """List all problems of the guide's files. They tell the whole story."""
        self._lists_problems = True
        folder = self._model.context.folder
        if folder:
            run_exclusively(self._screen, "problems", partial(self._list_problems, folder))
        else:
            self._say_none()

    async def _list_problems(self, folder: Path) -> None:
        problems = await asyncio.to_thread(_check, folder)
        if problems:
            self._screen.app.push_screen(ProblemsScreen(folder, problems))
        else:
            self._say_none()

    def _say_none(self) -> None:
        self._screen.notify("No problems found.", timeout=3)


def _check(folder: Path) -> tuple[Problem, ...]:
    from aotad_tui.library.check import check  # imported here, since few readers need it

    return check(folder)
