"""The entry point of the program. No other module exits.

Exit codes: 0 success, 1 findings or no match, 2 wrong use, 3 unreadable guide, 70 internal error, 74 stdout cannot be
written, 128 and the number of the signal that ended the program, so 130 after ctrl+c. Data goes to stdout, notices to
stderr. Each command imports what it needs when it runs, and only the reader imports Textual, since imports
are most of the time of a start.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

from aotad_tui.link import Link
from aotad_tui.story.point_spellings import UnknownPoint, find_point

from .arguments import Arguments, may_exist, parse_arguments, print_help
from .commands import AUTHORING, PRINTING, SHOW, PrintCommand
from .exit_codes import Exit, NothingFound, WrongUse, fail
from .output import (
    Unwritable,
    discard_unwritten,
    flush_data,
    is_terminal,
    occupy_closed_streams,
    print_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from aotad_tui.story.story import Story
    from aotad_tui.story.timeline import Position
    from aotad_tui.story.visible import VisibleStory

    from .query import Query


def run() -> None:
    """Run the program and exit."""
    occupy_closed_streams()
    prefer_size_of_window()
    try:
        code = _run()
    except BrokenPipeError:  # the reading program has closed the pipe
        code = Exit.DONE
    except Unwritable as reason:
        code = fail(f"cannot write to stdout: {reason}", Exit.UNWRITABLE)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # nothing above could report it
        from .crash_report import report_crash

        code = report_crash(error)
    discard_unwritten()
    sys.exit(code)


def _run() -> int:
    try:
        code = main(sys.argv[1:])
    except SystemExit as ended:  # by argparse, after `--help` and after wrong use
        code = ended.code if isinstance(ended.code, int) else Exit.DONE
    flush_data()
    return code


def prefer_size_of_window() -> None:
    """Forget the size that a shell has exported, which may be of another window, where the window has a size."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # closed, not a terminal, or no file
        if all(os.get_terminal_size(sys.stdout.fileno())):
            for name in ("COLUMNS", "LINES"):
                os.environ.pop(name, None)


def main(words: list[str]) -> int:
    """Run the command line and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without Hangul shows question marks, not a traceback
    arguments = parse_arguments(words)
    if arguments.command == "keys":
        from aotad_tui.cli.printing.keys import print_keys

        return print_keys()
    if arguments.command == "guides":
        from aotad_tui.cli.guides import print_guides

        return print_guides(arguments.viewer, as_json=arguments.json)
    if arguments.command == "completion":
        from aotad_tui.cli.completion import print_completion

        return print_completion(arguments.words[0])
    if arguments.command == "help":
        return print_help(arguments.words)
    if arguments.command in AUTHORING and arguments.command != "check":
        from aotad_tui.cli.authors import run_tool

        return run_tool(arguments)
    printing = next((row for row in PRINTING if row.name == arguments.command), None)
    try:
        if arguments.command == "check":
            from .check import run_check

            return run_check(arguments)
        return _read(arguments) if printing is None else _print_from_guide(arguments, printing)
    except NothingFound as error:
        return fail(str(error), Exit.FINDINGS)
    except (UnknownPoint, WrongUse) as error:
        return fail(str(error), Exit.WRONG_USE)


def _read(arguments: Arguments) -> int:
    """Open the reader, or print the text where no terminal can draw it."""
    from .reader import can_draw, open_reader

    if not can_draw():
        return _print_from_guide(arguments, SHOW)
    if not may_exist(arguments.folder):
        return _fail_without_folder(arguments.folder)
    return open_reader(arguments)


def _fail_without_folder(folder: Path) -> Exit:
    message = f"no such folder: {folder}; check the path, or choose a guide that `aotad-tui guides` lists"
    return fail(message, Exit.UNREADABLE)


def _print_from_guide(arguments: Arguments, printing: PrintCommand) -> int:
    from aotad_tui.library.load import GuideUnreadable, open_guide
    from aotad_tui.story.visible import VisibleStory

    try:
        whole = open_guide(arguments.folder)
        visible = VisibleStory(whole.as_of(_seen(whole, arguments)))
        convert = _in_ascii(visible) if arguments.ascii and not arguments.json else str
        for line in printing.lines(_query(arguments, visible)):
            print_line(line, convert)
    except GuideUnreadable as unreadable:
        if not may_exist(unreadable.folder):
            return _fail_without_folder(unreadable.folder)
        return fail(str(unreadable), Exit.UNREADABLE)
    except BrokenPipeError:
        raise
    except OSError as error:
        return fail(f"cannot read the guide: {error}", Exit.UNREADABLE)
    return Exit.DONE


def _in_ascii(visible: VisibleStory) -> Callable[[str], str]:
    from aotad_tui.chart.ascii import Ascii

    return Ascii(visible).text


def _seen(whole: Story, arguments: Arguments) -> Position:
    if arguments.seen:
        return find_point(whole.timeline, arguments.seen)
    from .progress import saved_progress

    return saved_progress(whole, arguments.viewer)


def _query(arguments: Arguments, visible: VisibleStory) -> Query:
    from .query import Query

    section = Link.parse_section(arguments.open or "").id
    words = arguments.words or ((section,) if section else ())
    viewer = None if arguments.seen else arguments.viewer
    terminal = shutil.get_terminal_size((80, 24)).columns if is_terminal(sys.stdout) else 80
    cells = arguments.width or terminal
    return Query(visible, words, cells, arguments.json, arguments.options, viewer, arguments.viewer)
