"""The widgets of the reading screen that its controllers work with."""

from __future__ import annotations

from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget

from aotad_tui.commands.panes import PANES
from aotad_tui.ui.pane import Pane
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.widgets.bars import TitleBar
from aotad_tui.ui.widgets.find_bar import FindBar


class ReadingPanes:
    """Looks up the widgets of a screen, which exist once it is mounted."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    @property
    def sections(self) -> SectionsPane:
        """The sidebar."""
        return self._screen.query_one(SectionsPane)

    @property
    def page(self) -> PagePane:
        """The page."""
        return self._screen.query_one(PagePane)

    @property
    def people(self) -> PeoplePane:
        """The people."""
        return self._screen.query_one(PeoplePane)

    @property
    def title(self) -> TitleBar:
        """The title bar above the panes."""
        return self._screen.query_one(TitleBar)

    @property
    def find_bar(self) -> FindBar:
        """The find bar below the panes."""
        return self._screen.query_one(FindBar)

    def all(self) -> Iterator[Pane]:
        """All panes of the table, from left to right."""
        for spec in PANES:
            pane: Widget = self._screen.query_one(f"#{spec.id}")
            if isinstance(pane, Pane):
                yield pane
