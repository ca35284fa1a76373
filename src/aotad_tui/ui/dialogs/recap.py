"""The recap: as the author wrote it, of all facts by point, or of one person, at three lengths."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from aotad_tui.cells import Line
from aotad_tui.link import Link
from aotad_tui.page.written_recap import written_recap
from aotad_tui.progress.events import Length, recap
from aotad_tui.progress.recap_text import VOLUME_FOLD, recap_lines
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.widgets.key_hints import Hint, KeyHints
from aotad_tui.ui.widgets.lines_view import LinesView
from aotad_tui.ui.widgets.listing_view import ListingView

from .listing import ListingScreen

_LENGTHS = list(Length)
_HINTS_OF_TEXT: tuple[Hint, ...] = (("enter", "open"), ("+", "all facts"), ("p", "person"), ("esc", "close"))

AskPerson = Callable[[Callable[[Link], None]], None]
"""Asks for a person and passes the link on."""


class RecapScreen(ListingScreen):
    """The newest point first. Points up to `after` are folded; without it, all but the newest one.

    Where the guide has a recap of its author, that is shown first, as the shortest form.
    """

    reopened_by = "recap"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("plus,equals_sign,right,l", "change(1)", "Longer"),
        ("minus,left,h", "change(-1)", "Shorter"),
        ("a", "fold_all", "All points"),
        ("p", "choose_person", "One person"),
        ("r", "dismiss_dialog", "Close"),
    ]

    def __init__(self, visible: VisibleStory, after: Position | None, ask_person: AskPerson) -> None:
        self._visible = visible
        self._after = after
        self._ask_person = ask_person
        self._length = Length.USUAL
        self._is_written = bool(visible.recap_sections)
        """Whether the text of the author is shown, not the facts."""
        self._person: str | None = None
        self._points = recap(visible, self._length)
        self._folded = self._first_folded()
        """The points of which only the heading is shown."""
        self._unfolded_volumes = self._volumes_of_unfolded()
        """The ids of the volumes whose points are shown; those of the newest one always are."""
        super().__init__("Recap", self._lines)

    def on_mount(self) -> None:
        """Show person, range and length in the heading."""
        self._show_heading()

    def _first_folded(self) -> set[Position]:
        """The points that were known when the reader was here last; all but the newest one if that is unknown."""
        if self._person is not None or not self._points:
            return set()
        after = self._after if self._after is not None else max(self._points) - 1
        folded = {position for position in self._points if position <= after}
        return folded if len(folded) < len(self._points) else folded - {max(self._points)}

    def _volumes_of_unfolded(self) -> set[str]:
        volumes = (self._visible.story.timeline.volume_of(at) for at in self._points if at not in self._folded)
        return {volume.id for volume in volumes if volume}

    def _lines(self, cells: int) -> list[Line]:
        if self._is_written:
            return written_recap(self._visible, cells)
        volumes = None if self._person else self._unfolded_volumes
        return recap_lines(self._visible, self._points, cells, self._folded, volumes)

    def _show_heading(self) -> None:
        self.query_one(KeyHints).hints = _HINTS_OF_TEXT if self._is_written else self._hints_of_facts()
        if self._is_written:
            self.query_one(".box-title", Static).update(Content("Recap"))
            return
        person = self._visible.people.get(self._person or "")
        words = f"Recap of {self._visible.namesakes.label(person)}" if person else "Recap"
        if self._after is not None and not person:
            timeline = self._visible.story.timeline
            words = f"{words} since {timeline.untitled(self._after) if self._after else 'the start'}"
        self.query_one(".box-title", Static).update(Content(f"{words} · {self._length}"))

    def _hints_of_facts(self) -> tuple[Hint, ...]:
        is_shortest = self._length == _LENGTHS[0] and not self._has_text
        return (
            ("enter", "open"),
            ("a", "all points"),
            ("p", "everyone" if self._person else "person"),
            *([] if self._length == _LENGTHS[-1] else [("+", "longer")]),
            *([] if is_shortest else [("-", "shorter")]),
            ("esc", "close"),
        )

    @property
    def _has_text(self) -> bool:
        """Whether there is a text of the author that is shorter than the facts."""
        return self._person is None and bool(self._visible.recap_sections)

    def _show_again(self) -> None:
        self._points = recap(self._visible, self._length, person=self._person)
        self._folded = self._first_folded()
        self._unfolded_volumes = self._volumes_of_unfolded()
        self._show_heading()
        self.query_one(ListingView).replace_rows(self._lines)

    def action_change(self, steps: int) -> None:
        """Make it longer or shorter. The author's text is followed by the facts at the usual length."""
        number = _LENGTHS.index(self._length) + steps
        if self._is_written:
            self._is_written = steps < 0
        elif number < 0 and self._has_text:
            self._is_written, self._length = True, Length.USUAL
        else:
            self._length = _LENGTHS[max(0, min(number, len(_LENGTHS) - 1))]
        self._show_again()

    def action_fold_all(self) -> None:
        """Unfold all points, or fold them as at first."""
        if self._is_written:
            return
        self._folded = set() if self._folded else self._first_folded()
        self._unfolded_volumes = self._volumes_of_unfolded()
        self.query_one(ListingView).replace_rows(self._lines)

    def action_choose_person(self) -> None:
        """Ask for a person and show only their events; with a person, show everybody again."""
        if self._person is None:
            self._ask_person(lambda link: self._show_person(link.id))
        else:
            self._show_person(None)

    def _show_person(self, person: str | None) -> None:
        self._person = person
        self._is_written = person is None and bool(self._visible.recap_sections)
        self._show_again()

    @on(LinesView.Followed)
    def _fold(self, event: LinesView.Followed) -> None:
        """Fold or unfold a point; its heading stays selected."""
        if event.link.is_fold:
            event.stop()
            event.prevent_default()
            id = event.link.id
            if id.startswith(VOLUME_FOLD):
                self._unfolded_volumes.symmetric_difference_update({id.removeprefix(VOLUME_FOLD)})
            else:
                self._folded.symmetric_difference_update({int(id)})
            view = self.query_one(ListingView)
            view.add_rows()
            view.select(next(link for link in view.lines.links if link.link == event.link))
