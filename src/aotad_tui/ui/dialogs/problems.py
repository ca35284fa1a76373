"""The problems of a guide, full screen."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.cleaning import single_line
from aotad_tui.library.problems import Problem


class ProblemsScreen(Screen[None]):
    """The problems of a guide, in the order of files and lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q,escape,ctrl+q", "close", "Close"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
        ("space", "scroll(10)", "Screen down"),
        ("b", "scroll(-10)", "Screen up"),
    ]

    def __init__(self, folder: Path, problems: tuple[Problem, ...], *, over: bool = False) -> None:
        """`over`: shown over an open guide, so that closing it returns there.

        Without an open guide only the problems that prevent opening it are shown.
        """
        super().__init__()
        self._over = over
        self._folder = folder
        self._problems = tuple(problem for problem in problems if over or problem.fatal)

    def compose(self) -> ComposeResult:
        """The number of problems, each of them, and what to do."""
        count = len(self._problems)
        heading = f"This guide has {count} problem{'' if count == 1 else 's'}"
        yield Static(Content(heading), classes="box-title")
        yield Static(Content(single_line(str(self._folder))), classes="box-keys")
        with VerticalScroll():
            for problem in self._problems:
                yield Static(Content.assemble((str(problem.mark), "bold"), f"  {problem.code}\n  {problem.message}\n"))
        fix = "Fix it" if count == 1 else "Fix them"
        then = (
            "; the guide reloads by itself.  q back"
            if self._over
            else " and start again. `aotad-tui check FOLDER` lists all problems.  q quit"
        )
        yield Static(Content(fix + then), classes="box-keys")

    def action_close(self) -> None:
        """Return to the guide, or quit if none is open."""
        if self._over:
            self.app.pop_screen()
        else:
            self.app.exit()

    def action_scroll(self, rows: int) -> None:
        """Scroll by that many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)
