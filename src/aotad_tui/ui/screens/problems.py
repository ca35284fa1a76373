"""A guide that cannot be read: what is wrong with it, and where."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.library.problems import Problem


class ProblemsScreen(Screen[None]):
    """The problems of a guide, in order of files and lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q,escape,ctrl+q", "app.quit", "Quit"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
        ("space", "scroll(10)", "Screen down"),
        ("b", "scroll(-10)", "Screen up"),
    ]

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self._folder = folder
        self._problems = problems

    def compose(self) -> ComposeResult:
        """How many there are, each of them, and what to do."""
        count = len(self._problems)
        counted = "1 problem keeps" if count == 1 else f"{count} problems keep"
        yield Static(Content(f"{counted} this guide from being opened"), classes="box-title")
        yield Static(Content(str(self._folder)), classes="box-keys")
        with VerticalScroll():
            for problem in self._problems:
                yield Static(Content.assemble((str(problem.mark), "bold"), f"  {problem.code}\n  {problem.message}\n"))
        yield Static(Content("Mend them and start again; aotad-tui check lists them too.  q quit"), classes="box-keys")

    def action_scroll(self, rows: int) -> None:
        """Scrolls by that many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)
