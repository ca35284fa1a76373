"""The question for the reader's progress."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.story.point_spellings import example_of_point, may_become_point, named_volume, point_readings
from aotad_tui.story.timeline import Position, Timeline, Volume
from aotad_tui.ui.platform.layouts import latin_keys
from aotad_tui.ui.widgets.choice_list import ValueOption
from aotad_tui.ui.widgets.dialog_box import DialogBox
from aotad_tui.ui.widgets.key_hints import Hint
from aotad_tui.ui.widgets.point_list import PointList, Row

from .dialog import Dialog

_VERBS = {
    **dict.fromkeys(("episode", "season", "film", "movie", "part"), "watched"),
    **dict.fromkeys(("chapter", "book", "volume", "page", "issue", "story", "letter"), "read"),
    **dict.fromkeys(("session", "level", "mission", "quest"), "played"),
}
"""The verb for each unit of a timeline."""
_IN_SPELLINGS = " .-_×"
"""The characters of a spelling beside letters and digits; others keep their commands."""
_LETTER_KEYS = frozenset("jkgGq")
"""The letters that are keys of lists and dialogs. They are text once a text is begun."""


def _question(unit: str) -> str:
    verb = _VERBS.get(unit.casefold())
    return f"How far have you {verb}?" if verb else "How far are you?"


class ProgressScreen(Dialog[Position]):
    """Asks for a point. The timeline is that of the visible story, so a later point has a number and no title.

    A point can be typed in any spelling. Every letter is typed text, but for those of `_LETTER_KEYS` with which no word
    for a point or a volume of the guide begins. Points that a text can mean are listed alone, to choose from.
    """

    cancel_notice = "Progress not changed."
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "down", "Down"),
        ("k", "up", "Up"),
        ("right", "unfold", "Unfold"),
        ("left", "fold", "Fold"),
        ("q", "dismiss_dialog", "Close"),
    ]

    def __init__(self, timeline: Timeline, seen: Position, question: str = "", *, later: bool = False) -> None:
        """`question`: a question other than the usual one. `later`: whether a start without an answer asks again."""
        super().__init__()
        self._timeline = timeline
        self._seen = seen
        self._question = question or _question(timeline.unit)
        self._close = "later" if later else "cancel"
        self._first_letters = _first_letters(timeline)
        self._typed = ""
        self._row_of_typed: Row | None = None
        """The row that was highlighted for the typed text. Moving away from it discards the text."""

    def compose(self) -> ComposeResult:
        """The question, the points, the typed text, and the keys."""
        with DialogBox(self._question, *self._hints(), head=Static("", id="typed")):
            yield PointList(self._timeline, self._seen, id="points")

    def _hints(self) -> tuple[Hint, ...]:
        last = len(self._timeline)
        jump = f"1-{last}" if last > 1 else "1"
        if len(self._timeline.volumes) > 1:
            jump = self._timeline.short(last).replace(" ", "").lower()
        return ((jump, "jump"), ("enter", "choose"), ("end", "everything"), ("esc", self._close))

    @property
    def _points(self) -> PointList:
        return self.query_one(PointList)

    def on_mount(self) -> None:
        """Highlight the progress so far."""
        self.query_one("#typed").display = False
        self._points.highlight(self._seen)

    def on_option_list_option_selected(self, event: PointList.OptionSelected) -> None:
        """Accept the answer, or fold or unfold a volume. A typed text that is no point answers nothing."""
        match event.option:
            case ValueOption(value=Volume() as volume):
                self._type("")
                self._points.toggle(volume)
            case ValueOption(value=int() as point):
                if not self._typed or self._row_of_typed == point or self._points.candidates:
                    self.dismiss(point)

    def on_option_list_option_highlighted(self) -> None:
        """Discard the typed text when the highlight moves away from its row."""
        if self._typed and not self._points.candidates and self._points.highlighted_row != self._row_of_typed:
            self._type("")

    def action_down(self) -> None:
        """Move down by a row."""
        self._points.action_cursor_down()

    def action_up(self) -> None:
        """Move up by a row."""
        self._points.action_cursor_up()

    def action_unfold(self) -> None:
        """Unfold the highlighted volume."""
        self._points.unfold()

    def action_fold(self) -> None:
        """Fold the volume of the highlighted row."""
        self._points.fold()

    def on_key(self, event: events.Key) -> None:
        """Add to the typed text, or delete from it."""
        character = event.character or ""
        if event.key == "backspace" and self._typed:
            event.stop()
            self._type(self._typed[:-1])
        elif self._is_typing(character):
            event.stop()
            self._type(self._typed + character)

    def _is_typing(self, character: str) -> bool:
        if self._typed:
            return bool(character) and (character.isalnum() or character in _IN_SPELLINGS)
        is_command = character in _LETTER_KEYS or bool(latin_keys(character))  # the latter become the keys they are on
        return character.casefold() in self._first_letters or (character.isalnum() and not is_command)

    def _type(self, text: str) -> None:
        """Take a text as the typed one: highlight its point, or say why it has none."""
        self._typed = text
        readings = point_readings(self._timeline, text) if text else ()
        volume = named_volume(self._timeline, text)
        self._row_of_typed = readings[0] if len(readings) == 1 else volume
        had_candidates = bool(self._points.candidates)
        self._points.list_candidates(() if volume or len(readings) == 1 else readings)
        if self._row_of_typed is not None:
            self._points.highlight(self._row_of_typed)
        elif had_candidates and not readings:
            self._points.highlight(self._seen)
        typed = self.query_one("#typed", Static)
        typed.display = bool(text)
        typed.update(Content(f"{text}  {self._meaning(readings, volume)}"))

    def _meaning(self, readings: tuple[Position, ...], volume: Volume | None) -> str:
        """What the typed text means, in words without spoilers."""
        if len(readings) == 1:
            return self._timeline.untitled(readings[0]) if readings[0] else "Nothing yet"
        if volume:
            return f"Which {volume.unit}?"
        if readings:
            return "Several points. Which one?"
        example = f"such as {example_of_point(self._timeline)}"
        return example if may_become_point(self._timeline, self._typed) else f"No such point. Type one {example}."


def _first_letters(timeline: Timeline) -> frozenset[str]:
    """The letters that begin a spelling of a point: of each unit, and of the points' ids if they contain numbers."""
    words = {timeline.unit, *(volume.unit for volume in timeline.volumes)}
    if timeline.volumes:
        words.add(timeline.volume_unit)
    words.update(point.id for point in timeline.points[:1] if any(map(str.isdecimal, point.id)))
    return frozenset(word[:1].casefold() for word in words if word[:1].isalpha())
