"""The way in: runs what was asked for, and is the one place that exits.

Exit codes: 0 done, 1 findings or nothing found, 2 wrong use, 3 cannot read, 130 after ctrl-c. Data goes to stdout,
words to stderr. Each command imports what it needs when it runs: Textual for the reader only, and for the reader
nothing that it does not draw with, since imports are most of the time that a start takes.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

from aotad_tui.library.load import GuideUnreadable, open_guide
from aotad_tui.library.problems import Problem
from aotad_tui.story.edition import Edition
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position, UnknownPoint

from .arguments import READER, Asked, parse_arguments
from .errors import NothingFound

if TYPE_CHECKING:
    from aotad_tui.reading.session import Session


class Exit(IntEnum):
    """What the program says to whoever called it."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    UNREADABLE = 3
    INTERRUPTED = 130


def run() -> None:
    """Runs the program and exits."""
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough. What is left must not be written when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.DONE
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    sys.exit(code)


def main(arguments: list[str]) -> int:
    """Does what the words on the command line ask for, and gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without Hangul shows question marks, not a traceback
    asked = parse_arguments(arguments)
    if asked.command == "schema":
        from aotad_tui.library.json_schema import json_schema

        _print([json_schema(asked.name or "").rstrip("\n")])
        return Exit.DONE
    if asked.command == "check":
        return _check(asked)
    try:
        whole = open_guide(asked.folder)
        seen = whole.timeline.find(asked.seen) if asked.seen else 0
    except GuideUnreadable as unreadable:
        return _read(unreadable) if _reads(asked) else _tell_unreadable(unreadable)
    except UnknownPoint as error:
        return _fail(str(error), Exit.WRONG_USE)
    if _reads(asked):
        return _open_reader(asked, whole, seen)
    return _print_asked(asked, Edition(whole.as_of(seen)))


def _reads(asked: Asked) -> bool:
    """Whether the reader can be shown; where stdout is no terminal its text is printed instead."""
    return asked.command == READER and (_is_terminal() or "TEXTUAL_DRIVER" in os.environ)


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _open_reader(asked: Asked, whole: Story, seen: Position) -> int:
    from aotad_tui.reading.session import Session

    section, _, heading = (asked.open or "").partition("#")
    session = Session.begin(whole, seen, section or None)
    if section and session.place.section != section:
        from .printing import find_section

        try:
            found = find_section(session.edition, section)
        except NothingFound as error:
            return _fail(str(error), Exit.FINDINGS)
        session = Session.begin(whole, seen, found.id)
    return _read(session, heading)


def _read(opened: Session | GuideUnreadable, heading: str = "") -> int:
    if not (sys.stdin.isatty() and sys.stderr.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        if isinstance(opened, GuideUnreadable):
            return _tell_unreadable(opened)
        message = "the reader needs a terminal for stdin and stderr too; `aotad-tui show` prints the text"
        return _fail(message, Exit.WRONG_USE)
    from aotad_tui.ui.app import ReaderApp

    app = ReaderApp(opened, heading)
    app.run()
    if isinstance(opened, GuideUnreadable):
        return Exit.UNREADABLE
    return app.return_code or Exit.DONE


def _print_asked(asked: Asked, edition: Edition) -> int:
    from . import printing

    cells = asked.width or (shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80)
    section = (asked.open or "").partition("#")[0] if asked.command == READER else asked.name
    try:
        if asked.command == "sections":
            _print(printing.list_sections(edition, as_json=asked.json))
        elif asked.command == "people":
            _print(printing.list_people(edition, as_json=asked.json))
        elif asked.command == "who":
            _print(printing.who(edition, asked.name or "", cells, as_json=asked.json))
        else:
            _print(printing.show(edition, section or None, cells, as_json=asked.json))
    except NothingFound as error:
        return _fail(str(error), Exit.FINDINGS)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return _fail(f"cannot be read: {error}", Exit.UNREADABLE)
    return Exit.DONE


def _check(asked: Asked) -> int:
    from aotad_tui.library.check import check

    problems = check(asked.folder)
    _print(str(problem) for problem in problems)
    count = len(problems)
    print(f"{asked.folder}: {_counted(problems) if count else 'no problems'}", file=sys.stderr)
    if any(problem.code == "NO-GUIDE" for problem in problems):
        return Exit.UNREADABLE
    return Exit.FINDINGS if problems else Exit.DONE


def _counted(problems: tuple[Problem, ...]) -> str:
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"


def _tell_unreadable(unreadable: GuideUnreadable) -> int:
    for problem in unreadable.problems:
        print(problem, file=sys.stderr)
    return _fail(f"{unreadable} ({_counted(unreadable.problems)})", Exit.UNREADABLE)


def _fail(message: str, code: Exit) -> int:
    print(f"aotad-tui: {message}", file=sys.stderr)
    return code


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
