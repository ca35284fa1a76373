"""The widgets of the reading screen that its controllers work with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

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
    """Looks up the widgets of a screen, which exist once it is mounted, once each.

    While the screen closes it still gets messages, and a query would no longer find all of them.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    @cached_property
    def sections(self) -> SectionsPane:
        """The sidebar."""
        return self._screen.query_one(SectionsPane)

    @cached_property
    def page(self) -> PagePane:
        """The page."""
        return self._screen.query_one(PagePane)

    @cached_property
    def people(self) -> PeoplePane:
        """The people."""
        return self._screen.query_one(PeoplePane)

    @cached_property
    def title(self) -> TitleBar:
        """The title bar above the panes."""
        return self._screen.query_one(TitleBar)

    @cached_property
    def find_bar(self) -> FindBar:
        """The find bar below the panes."""
        return self._screen.query_one(FindBar)

    def all(self) -> Iterator[Pane]:
        """All panes of the table, from left to right."""
        for spec in PANES:
            pane: Widget = self._screen.query_one(f"#{spec.id}")
            if isinstance(pane, Pane):
                yield pane
