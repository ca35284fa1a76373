"""What a reader asks of the people at large: the map, and how two of them are connected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from aotad_tui.link import Link
from aotad_tui.progress.session import Session
from aotad_tui.ui.panes.page import PagePane

from .program import ProgramScreen
from .reader_context import ReaderContext

if TYPE_CHECKING:  # a start does without them
    from aotad_tui.ui.map.persistence import MapPersistence
    from aotad_tui.ui.palette.finding import Finding


class ChartsScreen(ProgramScreen):
    """A screen over whose session the charts open that fill a screen or a box of their own."""

    def __init__(self, session: Session, context: ReaderContext) -> None:
        super().__init__(session, context)
        self._opened: Finding | None = None
        """The palette, once it was opened."""
        self._map: MapPersistence | None = None
        """The map, once it was opened."""

    @property
    def finding(self) -> Finding:
        """The palette over this screen."""
        from aotad_tui.ui.palette.finding import Finding

        self._opened = self._opened or Finding(self)
        return self._opened

    def forget_others(self) -> None:
        """Lets go what can be found in other editions than the one that is shown."""
        if self._opened:
            self._opened.forget_others(self._session.visible)

    def action_path(self) -> None:
        """Asks how two people are connected, the chosen one and another to begin with."""
        self.finding.ask_path(self._session, self.query_one(PagePane).status.people, self._reached)

    def _reached(self, link: Link | None) -> None:
        if link:
            self._follow(link)

    def action_map(self) -> None:
        """Opens the map; whoever was chosen on it is shown in the panel afterwards."""
        from aotad_tui.ui.map.persistence import MapPersistence
        from aotad_tui.ui.map.screen import MapScreen

        session = self._session
        if session.peeked_from is not None:  # what is seen by a peek is forgotten with it
            memory = MapPersistence(self._reader_context.reader_state, session.visible.story)
        else:
            memory = self._map = self._map or MapPersistence(self._reader_context.reader_state, session.visible.story)
        ask = partial(self.finding.ask_person, session)
        screen = MapScreen(session.visible, session.place.person, memory, ask, self.settings.keys)
        self.app.push_screen(screen, self._mapped)

    def _mapped(self, person: str | None) -> None:
        if person:
            self._follow(Link.character(person))

    def keep(self) -> None:
        """Keeps the map too; not of a peek, which ends with this sitting."""
        if self._map and self._session.peeked_from is None:
            self._map.keep(self._session.visible.story)
        super().keep()
