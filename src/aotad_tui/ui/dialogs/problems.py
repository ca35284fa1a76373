"""The problems of the open guide, and the screen in place of a guide that cannot be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.cleaning import single_line
from aotad_tui.library.codes import counted, severity_of
from aotad_tui.library.load import GuideUnreadable, Loaded
from aotad_tui.library.problems import Problem
from aotad_tui.ui.guide_watch import watch
from aotad_tui.ui.messages import GuideWanted
from aotad_tui.ui.platform.workers import run_exclusively
from aotad_tui.ui.widgets.key_hints import KeyHints

_MOST = 1_000
"""How many problems are listed. Ten thousand would take two seconds."""


class ProblemsScreen(Screen[None]):
    """The problems of the open guide, in the order of files and lines. They tell the whole story."""

    reopened_by = "problems"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q,escape,ctrl+q", "close", "Close"),
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
        """The number of problems, each of them, and what to do."""
        count = len(self._problems)
        heading = f"This guide has {count} problem{'' if count == 1 else 's'}: {counted(self._problems)}"
        yield Static(Content(heading), classes="box-title")
        yield Static(Content(single_line(str(self._folder))), classes="box-note")
        with VerticalScroll():
            # One widget for all: thousands of problems, each in its own, would take seconds.
            yield Static(Content("\n\n").join(map(_in_words, self._problems[:_MOST])))
        fix = "Fix it" if count == 1 else "Fix them"
        rest = f"`aotad-tui check --all` lists the other {count - _MOST}.  " if count > _MOST else ""
        yield Static(Content(f"{fix}; the guide reloads by itself.  {rest}".rstrip()), classes="box-note")
        yield KeyHints(("q", "back"))

    def action_close(self) -> None:
        """Return to the guide."""
        self.app.pop_screen()

    def action_scroll(self, rows: int) -> None:
        """Scroll by that many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


def _in_words(problem: Problem) -> Content:
    severity = severity_of(problem)
    return Content.assemble((str(problem.mark), "bold"), f"  {severity}: {problem.code}\n{problem.message}")


class UnreadableScreen(Screen[None]):
    """Says that a guide cannot be opened, and tells nothing of its story. Opens the guide once it is fixed."""

    BINDINGS: ClassVar[list[BindingType]] = [("q,escape,ctrl+q", "close", "Close")]

    def __init__(self, unreadable: GuideUnreadable) -> None:
        super().__init__()
        self._unreadable = unreadable

    def compose(self) -> ComposeResult:
        """The reason, and what to do."""
        yield Static(Content("This guide cannot be opened"), classes="box-title")
        with VerticalScroll():
            yield Static(Content(str(self._unreadable)), id="reason")
        yield Static(Content("Fix it; the guide then opens by itself."), classes="box-note")
        yield KeyHints(("q", "quit"))

    def on_mount(self) -> None:
        """Watch the files."""
        run_exclusively(self, "files", partial(watch, self._unreadable.folder, self.show))

    def show(self, loaded: Loaded) -> None:
        """Open the guide once it can be opened; else say what is wrong now."""
        folder = self._unreadable.folder
        if loaded.story is not None:
            self.post_message(GuideWanted(folder))
        else:
            self._unreadable = GuideUnreadable(folder, loaded.problems)
            self.query_one("#reason", Static).update(Content(str(self._unreadable)))

    def action_close(self) -> None:
        """Quit."""
        self.app.exit()
