"""Opening the reader, which needs a terminal to draw on and keys to hear.

What the first frame does without is imported after it: until then a start is as quick as Textual's own.
"""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from aotad_tui.link import Link

from .exit_codes import Exit, fail

if TYPE_CHECKING:
    from aotad_tui.progress.store import Store
    from aotad_tui.story.story import Story
    from aotad_tui.story.timeline import Position
    from aotad_tui.ui.screens.reading import ReadingScreen

    from .arguments import Asked


def can_draw() -> bool:
    """Whether stdout is a terminal that can be drawn on; where it is not, the text is printed instead."""
    # TEXTUAL_DRIVER is set by programs that show a Textual app elsewhere, a browser for one.
    return (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") or "TEXTUAL_DRIVER" in os.environ


def open_reader(asked: Asked) -> int:
    """Reads a guide, as far as is given with `--seen` or was said before, and gives the exit code.

    Raises `UnknownPoint` and `NothingFound` for what was asked for and is not there, before anything is drawn.
    """
    if not _can_hear():
        return _deaf()
    from aotad_tui.progress.folders import settings_file
    from aotad_tui.progress.settings import read_settings
    from aotad_tui.ui.app import ReaderApp

    guides = _Guides(asked)
    try:
        app = ReaderApp(guides.asked_for() or asked.folder, read_settings(settings_file()), guides)
        app.run()
    finally:
        guides.close()
    return app.return_code or (Exit.UNREADABLE if app.unreadable else Exit.DONE)


class _Guides:
    """Opens guides for a reader who asked for one."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    @cached_property
    def _store(self) -> Store:
        from aotad_tui.progress.folders import state_file
        from aotad_tui.progress.store import Store

        return Store(state_file())

    def close(self) -> None:
        """Writes what is left to write."""
        if "_store" in self.__dict__:
            self._store.close()

    def asked_for(self) -> ReadingScreen | None:
        """The screen of the point and the section that were asked for; None when there are none, or no such guide."""
        if not (self._asked.seen or self._asked.open):
            return None
        from aotad_tui.library.load import GuideUnreadable

        try:
            whole = self.load(self._asked.folder)
        except GuideUnreadable:
            return None  # it is told on the screen
        seen = whole.timeline.find(self._asked.seen) if self._asked.seen else None
        opened = Link.parse_section(self._asked.open or "")
        return self._screen(whole, self._asked.folder, seen, opened.id, opened.fragment)

    def load(self, folder: Path) -> Story:
        """Reads a guide, and what it is drawn with. Raises `GuideUnreadable`."""
        import aotad_tui.ui.screens.reading  # noqa: F401  # here, where the interface does not wait for it
        from aotad_tui.library.load import open_guide

        return open_guide(folder)

    def begin(self, whole: Story, folder: Path) -> ReadingScreen:
        """The journey through a guide where it was left."""
        return self._screen(whole, folder)

    def _screen(
        self, whole: Story, folder: Path, given: Position | None = None, section: str = "", heading: str = ""
    ) -> ReadingScreen:
        """The journey through a guide; `given` is for this sitting only. Raises `NothingFound`."""
        from aotad_tui.progress.folders import settings_file
        from aotad_tui.progress.reader_state import ReaderState
        from aotad_tui.progress.settings import read_settings
        from aotad_tui.ui.reader_context import ReaderContext
        from aotad_tui.ui.screens.reading import ReadingScreen

        read = read_settings(settings_file())
        one_script = read.settings.names == "one"
        reader_state = ReaderState(self._store, whole, self._asked.viewer)
        saved = reader_state.seen(whole.timeline)
        seen = (saved or 0) if given is None else given
        session = reader_state.begin(whole, seen, section or None, one_script=one_script)
        if section and session.place.section != section:
            from .query import find_section

            section = find_section(session.visible, section).id
            session = reader_state.begin(whole, seen, section, one_script=one_script)
        if given is not None:
            session = session.peeked(saved or 0)
        asks = saved is None and given is None
        return ReadingScreen(session, heading, ReaderContext(reader_state, read, settings_file(), folder, asks))


def _can_hear() -> bool:
    # Textual draws on stderr and would wait for ever for keys from a stdin that is no terminal.
    return (sys.stdin.isatty() and sys.stderr.isatty()) or "TEXTUAL_DRIVER" in os.environ


def _deaf() -> Exit:
    message = "the reader needs a terminal on stdin and stderr; use `aotad-tui show` to print the text"
    return fail(message, Exit.WRONG_USE)
