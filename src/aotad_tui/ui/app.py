"""The application: the reading screen over one guide, and what belongs to the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from aotad_tui.commands.keys import DEFAULT_KEYS
from aotad_tui.commands.registry import key_in_words
from aotad_tui.library.load import GuideUnreadable
from aotad_tui.reading.session import Session
from aotad_tui.reading.settings import SettingsRead
from aotad_tui.resources import styles

from .bindings import textual_key
from .in_turn import KeysInTurn
from .program import ProgramScreen
from .reading import ReadingScreen
from .screens.problems import ProblemsScreen
from .sitting import Sitting
from .theme import OURS


class ReaderApp(KeysInTurn):
    """Shows a session, or the problems of a guide that cannot be read."""

    CSS_PATH = str(styles())
    ENABLE_COMMAND_PALETTE = False
    # In place of Textual's own, which would come before the screen's and the reader's choice of keys.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False)]

    def __init__(
        self,
        opened: Session | GuideUnreadable,
        heading: str = "",
        sitting: Sitting | None = None,
        open_guide: Callable[[Path], tuple[Session, Sitting]] | None = None,
    ) -> None:
        """`open_guide` opens another guide for the same reader; it raises `GuideUnreadable`."""
        super().__init__()
        self._opened = opened
        self._heading = heading
        self._sitting = sitting
        self._open_guide = open_guide
        read = sitting.settings if sitting else SettingsRead()
        self.animation_level = "basic" if read.settings.motion else "none"
        self._dress(read)
        changed = {id: keys for id, keys in read.settings.keys.items() if keys != DEFAULT_KEYS[id]}
        self.set_keymap({id: ",".join(textual_key(key) for key in keys) for id, keys in changed.items()})

    def _dress(self, read: SettingsRead) -> None:
        for theme in OURS:
            self.register_theme(theme)
        if read.settings.theme in self.available_themes:
            self.theme = read.settings.theme
        else:
            self.theme = OURS[0].name

    def on_mount(self) -> None:
        """Shows the first screen, and hears the signals that would leave the terminal as it is."""
        if isinstance(self._opened, Session):
            self.title = self._opened.edition.story.title
            self.push_screen(ReadingScreen(self._opened, self._heading, self._sitting))
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

    def on_program_screen_guide_wanted(self, event: ProgramScreen.GuideWanted) -> None:
        """Reads another guide."""
        if self._open_guide is None:
            return
        try:
            session, sitting = self._open_guide(event.folder)
        except GuideUnreadable as unreadable:
            self.notify(str(unreadable), markup=False, severity="warning")
            return
        self.title = session.edition.story.title
        self.switch_screen(ReadingScreen(session, "", sitting))

    async def action_quit(self) -> None:
        """Leaves the program, whatever is on the screen."""
        self._keep()
        self.exit()

    def action_help_quit(self) -> None:
        """Says how to leave to whoever presses ctrl+c for that."""
        keys = self._sitting.settings.settings.keys if self._sitting else DEFAULT_KEYS
        self.notify(f"{key_in_words(keys['leave'][0])} quits.", markup=False, timeout=3)

    def _leave_for(self, number: int) -> None:
        """Leaves the terminal whole; the exit code is the one a shell expects of that signal."""
        self._keep()
        self.exit(return_code=128 + number)

    def _keep(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.keep()
