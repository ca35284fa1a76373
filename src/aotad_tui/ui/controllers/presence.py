"""Where the selected person is named, for the people pane."""

from __future__ import annotations

from functools import partial

from textual.screen import Screen

from aotad_tui.chart.collapse import PRESENCE
from aotad_tui.link import Link
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.platform.workers import run_exclusively

from .finding import Finding
from .model import ReaderModel
from .presenter import Presenter
from .reading_panes import ReadingPanes


class Presence:
    """Looks up where the selected person is named, once that part of the pane is unfolded."""

    def __init__(
        self, screen: Screen[None], model: ReaderModel, panes: ReadingPanes, finding: Finding, presenter: Presenter
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._finding = finding
        self._presenter = presenter
        self._known: tuple[VisibleStory, str, MentionPoints] | None = None
        """The last person who was looked up: the visible story, the id, and where they are named."""

    def points(self) -> MentionPoints | None:
        """Where the person is named; None if it is not wanted or not known yet. It is shown when it is known."""
        visible, person = self._model.visible, self._model.session.place.person
        if person is None or PRESENCE not in self._panes.people.toggled.get(person, ()):
            return None
        if self._known and self._known[:2] == (visible, person):
            return self._known[2]
        run_exclusively(self._screen, "presence", partial(self._look_up, visible, person))
        return None

    async def _look_up(self, visible: VisibleStory, person: str) -> None:
        points = await self._finding.palette.mention_points(visible, Link.character(person))
        if visible is self._model.visible:
            self._known = visible, person, points
            self._presenter.show_people()

    def forget(self) -> None:
        """Forget what was looked up in another visible story."""
        self._known = None
