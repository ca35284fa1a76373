"""The application: the reading screen over one guide, and what belongs to the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from aotad_tui.library.load import GuideUnreadable
from aotad_tui.reading.session import Session
from aotad_tui.resources import styles

from .reading import ReadingScreen
from .screens.problems import ProblemsScreen


class ReaderApp(App[None]):
    """Shows a session, or the problems of a guide that cannot be read."""

    CSS_PATH = str(styles())
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, opened: Session | GuideUnreadable, heading: str = "") -> None:
        super().__init__()
        self._opened = opened
        self._heading = heading
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Shows the first screen, and hears the signals that would leave the terminal as it is."""
        if isinstance(self._opened, Session):
            self.title = self._opened.edition.story.title
            self.push_screen(ReadingScreen(self._opened, self._heading))
        else:
            self.push_screen(ProblemsScreen(self._opened.folder, self._opened.problems))
        gc.freeze()  # what is there by now stays: without it a long text is read with stalls of 100 ms for its sake
        self._hear_signals()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def _hear_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                # Windows' loop has no such handlers; a loop outside the main thread (a test's) has none either.
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._leave_for, int(number))

    def _leave_for(self, number: int) -> None:
        """Leaves the terminal whole; the exit code is the one a shell expects of that signal."""
        self.exit(return_code=128 + number)
