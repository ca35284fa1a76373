"""The way in: runs what was asked for, and is the one place that exits.

Exit codes: 0 done, 1 findings or nothing found, 2 wrong use, 3 cannot read, 130 after ctrl-c. Data goes to stdout,
words to stderr. Everything imports what it needs when it runs: Textual for the reader only, and for the reader nothing
that it does not draw with, since imports are most of the time that a start takes.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from aotad_tui.link import Link
from aotad_tui.story.timeline import UnknownPoint

from .arguments import Asked, parse_arguments
from .commands import PRINTING, SHOW, PrintCommand
from .exit_codes import Exit, NothingFound, WrongUse, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from aotad_tui.library.problems import Problem
    from aotad_tui.story.story import Story
    from aotad_tui.story.timeline import Position
    from aotad_tui.story.visible import VisibleStory

    from .query import Query


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

        print(json_schema(asked.words[0]), end="")
        return Exit.DONE
    if asked.command == "keys":
        from aotad_tui.cli.printing.keys import print_keys

        return print_keys()
    if asked.command == "check":
        return _check(asked)
    printing = next((row for row in PRINTING if row.name == asked.command), None)
    try:
        return _read(asked) if printing is None else _print_from_guide(asked, printing)
    except NothingFound as error:
        return fail(str(error), Exit.FINDINGS)
    except (UnknownPoint, WrongUse) as error:
        return fail(str(error), Exit.WRONG_USE)


def _read(asked: Asked) -> int:
    """Opens the reader, or prints the text where it cannot be drawn."""
    from .reader import can_draw, open_reader

    if not can_draw():
        return _print_from_guide(asked, SHOW)
    return open_reader(asked)


def _print_from_guide(asked: Asked, printing: PrintCommand) -> int:
    from aotad_tui.library.load import GuideUnreadable, open_guide
    from aotad_tui.story.visible import VisibleStory

    try:
        whole = open_guide(asked.folder)
        visible = VisibleStory(whole.as_of(_seen(whole, asked)))
        put = _in_ascii(visible) if asked.ascii and not asked.json else str
        for line in printing.lines(_query(asked, visible)):
            print(put(line))
    except GuideUnreadable as unreadable:
        for problem in unreadable.problems:
            print(problem, file=sys.stderr)
        return fail(f"{unreadable} ({_counted(unreadable.problems)})", Exit.UNREADABLE)
    except BrokenPipeError:
        raise
    except OSError as error:
        return fail(f"cannot read the guide: {error}", Exit.UNREADABLE)
    return Exit.DONE


def _in_ascii(visible: VisibleStory) -> Callable[[str], str]:
    from aotad_tui.chart.ascii import Ascii

    return Ascii(visible).text


def _seen(whole: Story, asked: Asked) -> Position:
    if asked.seen:
        return whole.timeline.find(asked.seen)
    from .progress import saved_progress

    return saved_progress(whole, asked.viewer)


def _query(asked: Asked, visible: VisibleStory) -> Query:
    from .query import Query

    opened = Link.parse_section(asked.open or "").id
    words = asked.words or ((opened,) if opened else ())
    terminal = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
    return Query(visible, words, asked.width or terminal, asked.json)


def _check(asked: Asked) -> int:
    from aotad_tui.library.check import check

    problems = check(asked.folder)
    for problem in problems:
        print(problem)
    print(f"{asked.folder}: {_counted(problems)}", file=sys.stderr)
    if any(problem.code == "NO-GUIDE" for problem in problems):
        return Exit.UNREADABLE
    return Exit.FINDINGS if problems else Exit.DONE


def _counted(problems: tuple[Problem, ...]) -> str:
    return {0: "no problems", 1: "1 problem"}.get(len(problems), f"{len(problems)} problems")
