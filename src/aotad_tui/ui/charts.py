"""What a reader asks of the people at large: the map, and how two of them are connected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from aotad_tui.reading.session import Session
from aotad_tui.story.links import CHARACTER

from .palette.finding import Finding
from .panes.page import PagePane
from .program import ProgramScreen
from .sitting import Sitting

if TYPE_CHECKING:
    from .screens.map_memory import MapMemory


class ChartsScreen(ProgramScreen):
    """A screen over whose session the charts open that fill a screen or a box of their own."""

    def __init__(self, session: Session, sitting: Sitting) -> None:
        super().__init__(session, sitting)
        self._finding = Finding(self)
        self._map: MapMemory | None = None
        """The map, once it was opened."""

    def action_path(self) -> None:
        """Asks how two people are connected, the chosen one and another to begin with."""
        self._finding.ask_path(self._session, self.query_one(PagePane).people, self._reached)

    def _reached(self, link: str | None) -> None:
        if link:
            self._follow(link)

    def action_map(self) -> None:
        """Opens the map; whoever was chosen on it is shown in the panel afterwards."""
        from .screens.map import MapScreen
        from .screens.map_memory import MapMemory

        session = self._session
        if session.peeked_from is not None:  # what is seen by a peek is forgotten with it
            memory = MapMemory(self._sitting.journal, session.edition.story)
        else:
            memory = self._map = self._map or MapMemory(self._sitting.journal, session.edition.story)
        ask = partial(self._finding.ask_person, session)
        screen = MapScreen(session.edition, session.place.person, memory, ask, self.settings.keys)
        self.app.push_screen(screen, self._mapped)

    def _mapped(self, person: str | None) -> None:
        if person:
            self._follow(CHARACTER + person)

    def keep(self) -> None:
        """Keeps the map too; not of a peek, which ends with this sitting."""
        if self._map and self._session.peeked_from is None:
            self._map.keep(self._session.edition.story)
        super().keep()
