"""Opening the reader, which needs a terminal to draw on and keys to hear."""

from __future__ import annotations

import os
import sys

from aotad_tui.library.load import GuideUnreadable
from aotad_tui.reading.session import Session
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

from .outcome import Exit, NothingFound, fail


def can_draw() -> bool:
    """Whether stdout is a terminal that can be drawn on; where it is not, the text is printed instead."""
    # TEXTUAL_DRIVER is set by programs that show a Textual app elsewhere, a browser for one.
    return (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") or "TEXTUAL_DRIVER" in os.environ


def open_reader(whole: Story, seen: Position, place: str) -> int:
    """Reads a story from a place on ("SECTION#HEADING" or empty), and gives the exit code."""
    section, _, heading = place.partition("#")
    session = Session.begin(whole, seen, section or None)
    if section and session.place.section != section:
        from .query import find_section

        try:
            session = Session.begin(whole, seen, find_section(session.edition, section).id)
        except NothingFound as error:
            return fail(str(error), Exit.FINDINGS)
    return _run(session, heading)


def show_problems(unreadable: GuideUnreadable) -> int:
    """Shows on the screen why a guide cannot be read, and gives the exit code."""
    return _run(unreadable) or Exit.UNREADABLE


def _run(opened: Session | GuideUnreadable, heading: str = "") -> int:
    # Textual draws on stderr and would wait for ever for keys from a stdin that is no terminal.
    if not (sys.stdin.isatty() and sys.stderr.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        message = "the reader needs a terminal for stdin and stderr too; `aotad-tui show` prints the text"
        return fail(message, Exit.WRONG_USE)
    from aotad_tui.ui.app import ReaderApp

    app = ReaderApp(opened, heading)
    app.run()
    return app.return_code or Exit.DONE
