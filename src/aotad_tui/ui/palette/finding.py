"""Opens the palette over the reading screen. Its indexes are built when they are first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.screen import Screen

from aotad_tui.link import Link
from aotad_tui.progress.session import Session
from aotad_tui.story.visible import VisibleStory

from .commands import keys_in_force, possible
from .contents import Contents, Near
from .path import PathScreen
from .prefixes import PEOPLE
from .screen import Choice, PaletteScreen, naming

_RECENT = 8


class Finding:
    """The palette of one screen. Its contents are replaced when another story is visible."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._contents: Contents | None = None

    def open(self, session: Session, on_page: Iterable[str], then: Callable[[Choice], None], asked: str = "") -> None:
        """Open the palette and pass on the choice. `on_page`: the ids of the people mentioned on the page."""
        contents = self._contents_of(session.visible)
        near = Near(tuple(Link.character(id) for id in on_page), *_places(session), tuple(possible(session)))
        palette = PaletteScreen(contents, near, keys_in_force(self._screen), asked)
        self._screen.app.push_screen(palette, lambda choice: then(choice) if choice else None)

    def ask_person(self, session: Session, then: Callable[[Link], None]) -> None:
        """Open the palette for people, and pass on the link of the one who is chosen."""
        self.open(session, (), lambda choice: then(choice.link), PEOPLE)

    def ask_path(self, session: Session, on_page: Iterable[str], then: Callable[[Link | None], None]) -> None:
        """Ask how two people are connected, starting with the selected one; pass on the link that is followed."""
        near = Near(tuple(Link.character(id) for id in on_page), *_places(session))
        self._screen.app.push_screen(PathScreen(self._contents_of(session.visible), near, session.place.person), then)

    def forget_others(self, visible: VisibleStory) -> None:
        """Drop the contents of any other visible story: its names and all of its text."""
        if self._contents and self._contents.visible is not visible:
            self._contents = None

    def _contents_of(self, visible: VisibleStory) -> Contents:
        if self._contents is None or self._contents.visible is not visible:
            self._contents = Contents(visible)
            self._screen.run_worker(self._contents.prepare(), group="finding", exclusive=True)
        return self._contents


def where_named(session: Session) -> str:
    """The query for all mentions of the selected person, or else of the section."""
    place = session.place
    return naming(Link.character(place.person) if place.person else Link.section(place.section or ""))


def _places(session: Session) -> tuple[Link, tuple[Link, ...]]:
    """The current section, and the sections and people before it, the last first."""
    here = Link.section(session.place.section or "")
    before = [
        place
        for past in reversed(session.past)
        for place in (Link.section(past.section or ""), Link.character(past.person) if past.person else here)
    ]
    return here, tuple(place for place in dict.fromkeys(before) if place != here)[:_RECENT]
