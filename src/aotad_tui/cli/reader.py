"""Opens the reader, which needs a terminal for drawing and for keys.

Modules that the first frame does not need are imported after it, so that it appears as early as in a bare Textual app.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from aotad_tui.link import Link
from aotad_tui.story.point_spellings import UnknownPoint

from .exit_codes import Exit, NothingFound, fail
from .output import is_terminal, print_notice

if TYPE_CHECKING:
    from aotad_tui.progress.store import Store
    from aotad_tui.story.story import Story
    from aotad_tui.story.timeline import Position
    from aotad_tui.ui.screens.reading import ReadingScreen

    from .arguments import Arguments


def can_draw() -> bool:
    """Whether the reader can draw on stdout; otherwise the text is printed instead."""
    # TEXTUAL_DRIVER is set by programs that show a Textual app elsewhere, such as in a browser.
    return (is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb") or "TEXTUAL_DRIVER" in os.environ


def open_reader(arguments: Arguments) -> int:
    """Run the reader, with the progress of `--seen` or the saved progress, and return the exit code.

    Raises `UnknownPoint` and `NothingFound` for arguments that match nothing, before anything is drawn; and, once the
    terminal is given back, the exception that ended the reader.
    """
    if not _has_input():
        return _fail_without_input()
    from aotad_tui.progress.folders import settings_file
    from aotad_tui.progress.settings import read_settings
    from aotad_tui.ui.app import ReaderApp
    from aotad_tui.ui.platform.textual_internals import crash_of

    guides = _Guides(arguments)
    try:
        app = ReaderApp(guides.requested_screen() or arguments.folder, read_settings(settings_file()), guides)
        app.run()
    finally:
        guides.close()
    if crash := crash_of(app):
        raise crash
    return app.return_code or (Exit.UNREADABLE if app.unreadable else Exit.DONE)


class _Guides:
    """Reads guides and makes their screens, with the options of the command line."""

    def __init__(self, arguments: Arguments) -> None:
        self._arguments = arguments
        self._is_request_left = False
        """Whether the options wait for a guide that could not be read at the start."""

    @cached_property
    def _store(self) -> Store:
        from aotad_tui.progress.folders import state_file
        from aotad_tui.progress.store import Store

        store = Store(path := state_file())
        if path is None:
            store.trouble = "Your progress cannot be saved: there is no home folder."
        return store

    def close(self) -> None:
        """Write all pending records. If that fails, and this was not said before, print a notice."""
        if "_store" in self.__dict__:
            said = self._store.trouble
            self._store.close()
            if self._store.trouble != said:
                print_notice(f"aotad-tui: {self._store.trouble}")

    def requested_screen(self) -> ReadingScreen | None:
        """The screen for `--seen` and `--open`; None without these arguments, or if the guide cannot be read."""
        if not (self._arguments.seen or self._arguments.open):
            return None
        from aotad_tui.library.load import GuideUnreadable

        try:
            whole = self.load(self._arguments.folder)
        except GuideUnreadable:
            self._is_request_left = True
            return None  # the application shows why
        return self._requested(whole)

    def _requested(self, whole: Story) -> ReadingScreen:
        """The screen for `--seen` and `--open`. Raises `UnknownPoint` and `NothingFound`."""
        from aotad_tui.story.point_spellings import find_point

        seen = find_point(whole.timeline, self._arguments.seen) if self._arguments.seen else None
        opened = Link.parse_section(self._arguments.open or "")
        return self._screen(whole, self._arguments.folder, seen, opened.id, opened.fragment)

    def load(self, folder: Path) -> Story:
        """Read a guide, and import what draws it. Raises `GuideUnreadable`."""
        import aotad_tui.ui.screens.reading  # noqa: F401  # on this thread, so that the interface does not wait
        from aotad_tui.library.load import open_guide

        return open_guide(folder)

    def begin(self, whole: Story, folder: Path) -> ReadingScreen:
        """The screen of a guide, at the reader's last location, or as requested if the guide is mended only now."""
        if self._is_request_left and folder == self._arguments.folder:
            self._is_request_left = False
            with suppress(NothingFound, UnknownPoint):
                return self._requested(whole)
        return self._screen(whole, folder)

    def _screen(
        self, whole: Story, folder: Path, given: Position | None = None, section: str = "", heading: str = ""
    ) -> ReadingScreen:
        """The screen of a guide; `given`: the position to show in this run only. Raises `NothingFound`."""
        from aotad_tui.progress.folders import settings_file
        from aotad_tui.progress.reader_state import ReaderState
        from aotad_tui.progress.settings import read_settings
        from aotad_tui.ui.reader_context import ReaderContext
        from aotad_tui.ui.screens.reading import ReadingScreen

        read = read_settings(settings_file())
        one_script = read.settings.names == "one"
        reader_state = ReaderState(self._store, whole, self._arguments.viewer)
        saved = reader_state.seen(whole.timeline)
        seen = (saved or 0) if given is None else given
        session = reader_state.begin(whole, seen, section or None, one_script=one_script)
        if section and session.place.section != section:
            from .query import find_section

            section = find_section(session.visible, section).id
            session = reader_state.begin(whole, seen, section, one_script=one_script)
        if given is not None:
            session = session.with_saved_seen(saved or 0)
        asks = saved is None and given is None
        return ReadingScreen(session, heading, ReaderContext(reader_state, read, settings_file(), folder, asks))


def _has_input() -> bool:
    # Textual draws on stderr, and waits forever for keys from a stdin that is not a terminal.
    return (is_terminal(sys.stdin) and is_terminal(sys.stderr)) or "TEXTUAL_DRIVER" in os.environ


def _fail_without_input() -> Exit:
    message = "the reader needs a terminal on stdin and stderr; use `aotad-tui show` to print the text"
    return fail(message, Exit.WRONG_USE)
