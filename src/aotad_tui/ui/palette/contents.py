"""What the palette can find in a visible story: people, sections, headings, commands, points and all text."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from aotad_tui.link import Link
from aotad_tui.search.candidates import headings, people, points, sections
from aotad_tui.search.finder import ENOUGH, Candidate, Finder, Hit, MatchTier
from aotad_tui.search.folding import fold
from aotad_tui.search.full_text import FullText, TextHit
from aotad_tui.story.visible import VisibleStory

from .prefixes import COMMANDS, HEADINGS, KINDS, PEOPLE, TEXT

# Below these limits, building an index takes less than a frame; above, it is built on a thread and typed text waits.
_MANY_NAMES = 500
_LONG_TEXT = 50_000


@dataclass(frozen=True, slots=True)
class Near:
    """What is near when the palette opens.

    People on the page, the current location, recent locations (the last first).
    """

    people: tuple[Link, ...] = ()
    here: Link | None = None
    recent: tuple[Link, ...] = ()
    commands: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the palette: its link, how it matched, and a note on why it is offered."""

    link: Link
    hit: Hit | None = None
    text: TextHit | None = None
    note: str = ""


def split(typed: str) -> tuple[str, str]:
    """The prefix that limits the search ("" for none), and the text after it."""
    return (typed[0], typed[1:]) if typed[:1] in KINDS else ("", typed)


class Contents:
    """Belongs to one visible story. `prepare` builds the indexes."""

    def __init__(self, visible: VisibleStory) -> None:
        self.visible = visible
        self._people: Finder | None = None
        self._sections: Finder | None = None
        self._points: Finder | None = None
        self._headings: Finder | None = None
        self._in_order: list[Candidate] = []
        self._heading_called: dict[tuple[Link, str], Candidate] = {}
        """The headings by the link of their section and their folded text."""
        self.text = FullText(visible)
        self.names_known = asyncio.Event()
        """Set when people, sections and points can be found."""
        self.text_known = asyncio.Event()
        """Set when headings and text can be found."""

    def ready_for(self, typed: str) -> bool:
        """Whether a search for this text can be complete now."""
        kind, words = split(typed)
        if kind in (HEADINGS, TEXT):
            return self.text_known.is_set()
        return kind == COMMANDS or not words.strip() or self.names_known.is_set()

    async def prepare(self) -> None:
        """Build the index of names, then that of the text."""
        await self._prepare_names()
        self.names_known.set()
        await self._prepare_text()
        self.text_known.set()

    async def _prepare_names(self) -> None:
        story = self.visible.story
        gc.disable()  # Everything that is built stays, and each scan of it would block the keys for 100 ms.
        try:
            self._people = await _finder(lambda: people(self.visible), len(story.characters))
            self._sections = await _finder(lambda: sections(self.visible), len(story.sections))
            self._points = await _finder(lambda: points(self.visible), len(story.timeline))
            gc.freeze()  # Like everything else that belongs to the visible story.
        finally:
            gc.enable()

    async def _prepare_text(self) -> None:
        """Read all sections: short ones one at a time between other work, long ones on a thread."""
        while not self.text.filled:
            if self.text.next_length > _LONG_TEXT:
                await asyncio.to_thread(self.text.add)
            else:
                self.text.add()
            await asyncio.sleep(0)
        self._in_order = list(headings(self.text.headings()))
        self._headings = await _finder(lambda: self._in_order, len(self._in_order))
        for heading in self._in_order:
            self._heading_called.setdefault((heading.link.without_fragment, fold(heading.title)), heading)

    def find(self, typed: str, near: Near, most: int = 50) -> list[Entry]:
        """The best entries for the typed text; what is near if there is none."""
        kind, words = split(typed)
        if kind == TEXT:
            return [Entry(hit.passage.link, text=hit) for hit in self._in_text(words, most)]
        if not words.strip():
            return self._offered(kind, near, most)
        close = (*near.people, *((near.here,) if near.here else ()), *near.recent)
        hits: list[tuple[int, Hit]] = [
            (number, hit)
            for number, finder in enumerate(self._finders(kind, near))
            for hit in finder.find(words, most, close)
        ]
        ordered = sorted(hits, key=lambda one: (one[1].fit, one[1].order[1:3], one[0], one[1].order))
        typed_so = sum(1 for _, hit in hits if hit.fit < MatchTier.TYPO)
        if (
            typed_so >= ENOUGH
        ):  # Fuzzy matches of one finder are not wanted where another finder matched the text as typed.
            del ordered[typed_so:]
        return list(_once(self._entry(hit) for _, hit in ordered))[:most]

    def _entry(self, hit: Hit) -> Entry:
        """The entry for a hit.

        If a section matched by an alias that is also one of its headings, the entry is the heading.
        """
        heading = self._heading_called.get((hit.candidate.link, fold(hit.name)))
        if heading is None or hit.name == hit.candidate.title:
            return Entry(hit.candidate.link, hit)
        return Entry(heading.link, Hit(heading, heading.title, hit.fit, hit.order))

    def _finders(self, kind: str, near: Near) -> list[Finder]:
        commands = Finder(near.commands)
        everything = [self._people, self._sections, commands, self._points, self._headings]
        of_kind: dict[str, list[Finder | None]] = {
            PEOPLE: [self._people],
            HEADINGS: [self._sections, self._headings],  # Among equal matches a section's title comes first.
            COMMANDS: [commands],
            "": everything,
        }
        return [finder for finder in of_kind[kind] if finder is not None]

    def _in_text(self, words: str, most: int) -> Sequence[TextHit]:
        return self.text.find(words, most) if self.text_known.is_set() else ()

    def _offered(self, kind: str, near: Near, most: int) -> list[Entry]:
        """What is near, then the rest of its kind as far as there is room."""
        if kind == COMMANDS:
            return [Entry(candidate.link) for candidate in near.commands]
        if kind == HEADINGS:
            here = sorted(self._in_order, key=lambda heading: heading.link.without_fragment != near.here)
            return [Entry(heading.link, Hit(heading, heading.title, MatchTier.INSIDE)) for heading in here[:most]]
        entries: list[Iterable[Entry]] = [
            (Entry(place, note="on this page") for place in near.people),
            (Entry(place, note="recent") for place in near.recent if place.is_character or not kind),
            (Entry(Link.character(person.id)) for person in self.visible.people.everyone),
        ]
        if kind != PEOPLE:
            entries.insert(2, (Entry(Link.section(section.id)) for section in self.visible.story.sections))
            entries.append(Entry(candidate.link) for candidate in near.commands)
        return list(islice(_once(chain.from_iterable(entries)), most))  # Of thousands, only the first are created.


async def _finder(candidates: Callable[[], Iterable[Candidate]], count: int) -> Finder:
    """A finder over about that many candidates."""
    if count > _MANY_NAMES:
        return await asyncio.to_thread(lambda: Finder(candidates()))
    return Finder(candidates())


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each link once, where it comes first."""
    told: set[Link] = set()
    for entry in entries:
        if entry.link not in told:
            told.add(entry.link)
            yield entry
