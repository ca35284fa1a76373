"""The question for the reader's progress."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from aotad_tui.story.timeline import Position, Timeline
from aotad_tui.ui.widgets.choice_list import ChoiceList

from .dialog import Dialog

_VERBS = {
    **dict.fromkeys(("episode", "season", "film", "movie", "part"), "watched"),
    **dict.fromkeys(("chapter", "book", "volume", "page", "issue", "story", "letter"), "read"),
    **dict.fromkeys(("session", "level", "mission", "quest"), "played"),
}
"""The verb for each unit of a timeline."""


def _question(unit: str) -> str:
    verb = _VERBS.get(unit.casefold())
    return f"How far have you {verb}?" if verb else "How far are you?"


class ProgressScreen(Dialog[Position]):
    """Asks for a point. The timeline is that of the visible story, so a later point has a number and no title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "down", "Down"),
        ("k", "up", "Up"),
        ("f", "all", "All of it"),
        ("q", "dismiss_dialog", "Close"),
    ]

    def __init__(self, timeline: Timeline, seen: Position, question: str = "", *, later: bool = False) -> None:
        """`question`: a question other than the usual one. `later`: whether a start without an answer asks again."""
        super().__init__()
        self._timeline = timeline
        self._seen = seen
        self._question = question or _question(timeline.unit)
        self._close = "later" if later else "cancel"
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The question, the points, and the keys."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="box-title")
            yield ChoiceList(*self._options(), id="points")
            last = len(self._timeline)
            jump = f"1-{last}" if last > 1 else "1"
            keys = f"{jump} jump  enter choose  f all of it  esc {self._close}"
            yield Static(Content(keys), classes="box-keys")

    def _options(self) -> list[Option]:
        return [self._option(position) for position in range(len(self._timeline) + 1)]

    def _option(self, position: Position) -> Option:
        finished = "✓" if 0 < position <= self._seen else " "
        name = self._timeline.name(position) if position else "Nothing yet"
        plain = self._timeline.untitled(position)
        words = name if position == 0 or name.casefold() == plain.casefold() else f"{plain}: {name}"
        last = ", the end" if position and position == len(self._timeline) else ""
        return Option(Content(f"{finished} {words}{last}"))

    def on_mount(self) -> None:
        """Highlight the progress so far."""
        self.query_one(ChoiceList).highlighted = self._seen

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Accept the answer."""
        self.dismiss(event.option_index)

    def action_down(self) -> None:
        """Move down by a row."""
        self.query_one(ChoiceList).action_cursor_down()

    def action_up(self) -> None:
        """Move up by a row."""
        self.query_one(ChoiceList).action_cursor_up()

    def on_key(self, event: events.Key) -> None:
        """Go to the point whose number is typed; 0 answers at once."""
        if event.character is None or not event.character.isdecimal():
            return
        event.stop()
        typed = self._typed + event.character
        if typed == "0":
            self.dismiss(0)
            return
        if int(typed) > len(self._timeline):
            typed = event.character
        self._typed = typed
        if 0 < int(typed) <= len(self._timeline):
            self.query_one(ChoiceList).highlighted = int(typed)

    def action_all(self) -> None:
        """Answer that everything is seen."""
        self.dismiss(len(self._timeline))
