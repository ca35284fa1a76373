"""Opens the palette over the reading screen. Its index is built when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.screen import Screen

from aotad_tui.link import Link
from aotad_tui.progress.session import Session
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.platform.workers import run_exclusively

from .commands import keys_in_force, possible
from .palette_index import PaletteContext, PaletteIndex
from .path import PathScreen
from .prefixes import PEOPLE
from .screen import PaletteChoice, PaletteScreen, mentions_query

_RECENT = 8


class Palette:
    """The palette of one screen. Its index is replaced when another story becomes visible."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._index: PaletteIndex | None = None

    def open(
        self,
        session: Session,
        on_page: Iterable[str],
        then: Callable[[PaletteChoice], None],
        typed: str = "",
        *,
        offers_text: bool = True,
    ) -> None:
        """Open the palette and pass on the choice.

        `on_page`: the ids of the people mentioned on the page. `typed` and `offers_text`: as in `PaletteScreen`.
        """
        index = self._index_of(session.visible)
        context = PaletteContext(
            tuple(Link.character(id) for id in on_page), *_places(session), tuple(possible(session))
        )
        palette = PaletteScreen(index, context, keys_in_force(self._screen), typed, offers_text=offers_text)
        self._screen.app.push_screen(palette, lambda choice: then(choice) if choice else None)

    def ask_person(self, session: Session, then: Callable[[Link], None]) -> None:
        """Open the palette for people, and pass on the link of the one who is chosen."""
        self.open(session, (), lambda choice: then(choice.link), PEOPLE, offers_text=False)

    def ask_path(self, session: Session, on_page: Iterable[str], then: Callable[[Link | None], None]) -> None:
        """Ask how two people are connected, starting with the selected one; pass on the link that is followed."""
        context = PaletteContext(tuple(Link.character(id) for id in on_page), *_places(session))
        self._screen.app.push_screen(PathScreen(self._index_of(session.visible), context, session.place.person), then)

    def forget_others(self, visible: VisibleStory) -> None:
        """Drop the index of any other visible story: its names and all of its text."""
        if self._index and self._index.visible is not visible:
            self._index = None

    async def mention_points(self, visible: VisibleStory, target: Link) -> MentionPoints:
        """The points at which a person or term is mentioned, once all text is read."""
        index = self._index_of(visible)
        await index.text_known.wait()
        return index.text.mention_points(target)

    def _index_of(self, visible: VisibleStory) -> PaletteIndex:
        if self._index is None or self._index.visible is not visible:
            self._index = PaletteIndex(visible)
            run_exclusively(self._screen, "finding", self._index.prepare)
        return self._index


def all_mentions_query(session: Session) -> str:
    """The query for all mentions of the selected person, or else of the section."""
    place = session.place
    return mentions_query(session.visible.link_to(place.person) if place.person else Link.section(place.section or ""))


def _places(session: Session) -> tuple[Link, tuple[Link, ...]]:
    """The current section, and the sections and people before it, the last first."""
    here = Link.section(session.place.section or "")
    before = [
        place
        for past in reversed(session.past)
        for place in (Link.section(past.section or ""), session.visible.link_to(past.person) if past.person else here)
    ]
    return here, tuple(place for place in dict.fromkeys(before) if place != here)[:_RECENT]
