"""Opening the reader, which needs a terminal to draw on and keys to hear."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from aotad_tui.library.load import GuideUnreadable, open_guide
from aotad_tui.reading.folders import settings_file, state_file
from aotad_tui.reading.journal import Journal
from aotad_tui.reading.session import Session
from aotad_tui.reading.settings import read_settings
from aotad_tui.reading.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

from .arguments import Asked
from .outcome import Exit, NothingFound, fail

if TYPE_CHECKING:
    from aotad_tui.ui.sitting import Sitting


def can_draw() -> bool:
    """Whether stdout is a terminal that can be drawn on; where it is not, the text is printed instead."""
    # TEXTUAL_DRIVER is set by programs that show a Textual app elsewhere, a browser for one.
    return (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") or "TEXTUAL_DRIVER" in os.environ


def open_reader(whole: Story, asked: Asked, seen: Position | None) -> int:
    """Reads a story, as far as is given with `seen` or was said before, and gives the exit code."""
    if not _can_hear():
        return _deaf()
    store = Store(state_file())
    section, _, heading = (asked.open or "").partition("#")
    try:
        session, sitting = _begin(whole, asked.folder, asked.viewer, store, seen, section)
        from aotad_tui.ui.app import ReaderApp

        def open_other(folder: Path) -> tuple[Session, Sitting]:
            return _begin(open_guide(folder), folder, asked.viewer, store, None, "")

        app = ReaderApp(session, heading, sitting, open_other)
        app.run()
    except NothingFound as error:
        return fail(str(error), Exit.FINDINGS)
    finally:
        store.close()
    return app.return_code or Exit.DONE


def _begin(
    whole: Story, folder: Path, viewer: str, store: Store, given: Position | None, section: str
) -> tuple[Session, Sitting]:
    """The journey through a guide where it was left; `given` is for this sitting only. Raises `NothingFound`."""
    from aotad_tui.ui.sitting import Sitting

    read = read_settings(settings_file())
    one_script = read.settings.names == "one"
    journal = Journal(store, whole, viewer)
    saved = journal.seen(whole.timeline)
    session = journal.begin(whole, (saved or 0) if given is None else given, section or None, one_script=one_script)
    if section and session.place.section != section:
        from .query import find_section

        section = find_section(session.edition, section).id
        session = journal.begin(whole, session.seen, section, one_script=one_script)
    if given is not None:
        session = session.peeked(saved or 0)
    asks = saved is None and given is None
    return session, Sitting(journal, read, settings_file(), folder, asks)


def show_problems(unreadable: GuideUnreadable) -> int:
    """Shows on the screen why a guide cannot be read, and gives the exit code."""
    if not _can_hear():
        return _deaf()
    from aotad_tui.ui.app import ReaderApp

    app = ReaderApp(unreadable)
    app.run()
    return app.return_code or Exit.UNREADABLE


def _can_hear() -> bool:
    # Textual draws on stderr and would wait for ever for keys from a stdin that is no terminal.
    return (sys.stdin.isatty() and sys.stderr.isatty()) or "TEXTUAL_DRIVER" in os.environ


def _deaf() -> Exit:
    message = "the reader needs a terminal for stdin and stderr too; `aotad-tui show` prints the text"
    return fail(message, Exit.WRONG_USE)
