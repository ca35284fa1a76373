"""What the reader is doing, for the hints below the panes."""

from __future__ import annotations

from textual.screen import Screen

from aotad_tui.commands.footers import FOOTERS, Activity
from aotad_tui.ui.widgets.bars import KeyBar

from .model import ReaderModel
from .reading_panes import ReadingPanes

_OF_PANES = {"sections": Activity.SECTIONS, "people": Activity.PEOPLE}


class Footer:
    """Shows the keys that fit what the reader is doing."""

    def __init__(self, screen: Screen[None], model: ReaderModel, panes: ReadingPanes) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes

    @property
    def activity(self) -> Activity:
        """What the reader is doing."""
        page, focused = self._panes.page, self._screen.focused
        if focused and focused.id == "find-input":
            return Activity.TYPING
        if focused and focused.id in _OF_PANES:
            return _OF_PANES[focused.id]
        if self._screen.selections:
            return Activity.SELECTING
        if page.find.is_active:
            return Activity.FINDING
        if page.links.current:
            return Activity.LINK
        if self._model.session.place.person and self._panes.people.display:
            return Activity.CARD
        return Activity.READING

    def update(self) -> None:
        """Show the keys for the current activity."""
        self._screen.query_one(KeyBar).footer = FOOTERS[self.activity]
