"""The map of relationships, and the path between two people."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from aotad_tui.link import Link
from aotad_tui.progress.session import Session
from aotad_tui.ui.command_table import command

from .finding import Finding
from .model import ReaderModel
from .navigation import Navigation
from .reading_panes import ReadingPanes

if TYPE_CHECKING:  # a start does without it
    from aotad_tui.ui.map.persistence import MapPersistence


class Charts:
    """Opens the map and the path between two people."""

    def __init__(
        self,
        screen: Screen[None],
        model: ReaderModel,
        panes: ReadingPanes,
        navigation: Navigation,
        finding: Finding,
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._navigation = navigation
        self._finding = finding
        self._map: MapPersistence | None = None
        """The state of the map, once it was opened."""

    @command
    def path(self) -> None:
        """Ask how two people are connected, starting with the selected one."""
        self._finding.palette.ask_path(self._model.session, self._panes.page.status.people, self._navigation.follow)

    @command
    def map(self) -> None:
        """Open the map on whom the panel or the page is about; then show the person who was selected on it."""
        from aotad_tui.ui.map.persistence import MapPersistence
        from aotad_tui.ui.map.screen import MapScreen

        session = self._model.session
        if session.saved_seen is not None:  # what a peek shows is not stored
            memory = MapPersistence(self._model.reader_state, session.visible.story)
        else:
            memory = self._map = self._map or MapPersistence(self._model.reader_state, session.visible.story)
        ask = partial(self._finding.palette.ask_person, session)
        chosen = session.place.person if session.visible.people.get(session.place.person or "") else None
        screen = MapScreen(session.visible, chosen or _subject(session), memory, ask, self._model.keys)
        self._screen.app.push_screen(screen, self._go_to)

    def _go_to(self, person: str | None) -> None:
        self._navigation.follow(Link.character(person) if person else None)

    def save(self) -> None:
        """Store the state of the map; not while the reader peeks."""
        if self._map and self._model.session.saved_seen is None:
            self._map.save(self._model.visible.story)


def _subject(session: Session) -> str | None:
    """Return the id of the person whom the page is about: the first one named in its title, if any."""
    visible = session.visible
    section = visible.story.section_by_id.get(session.place.section or "")
    return next(iter(visible.mentions.people_in(section.title, section.unnamed)), None) if section else None
