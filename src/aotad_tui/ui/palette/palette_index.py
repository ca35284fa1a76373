"""The index of the palette over a visible story: people, terms, sections, headings, points and all text."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from aotad_tui.link import Link, LinkKind
from aotad_tui.search.candidates import headings, people, points, sections, terms, typed_points
from aotad_tui.search.details import Details
from aotad_tui.search.finder import ENOUGH, Candidate, Finder, Hit, MatchTier
from aotad_tui.search.folding import fold
from aotad_tui.search.full_text import FullText, TextHit
from aotad_tui.story.point_spellings import spelled_with_volume
from aotad_tui.story.visible import VisibleStory

from .prefixes import COMMANDS, HEADINGS, KINDS, PEOPLE, TEXT

# Below these limits, building an index takes less than a frame; above, it is built on a thread and typed text waits.
_MANY_NAMES = 500
_LONG_TEXT = 50_000


@dataclass(frozen=True, slots=True)
class PaletteContext:
    """The reader's context when the palette opens.

    `people`: those mentioned on the page. `here`: the open section. `recent`: earlier locations, the last one first.
    `commands`: those that can run now.
    """

    people: tuple[Link, ...] = ()
    here: Link | None = None
    recent: tuple[Link, ...] = ()
    commands: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the palette: its link and how it matched.

    `group`: the heading of its group, if that is not its kind. `search`: the words to search all text for.
    """

    link: Link
    hit: Hit | None = None
    text: TextHit | None = None
    group: str = ""
    search: str = ""


def split(typed: str) -> tuple[str, str]:
    """The prefix that limits the search ("" for none), and the text after it."""
    return (typed[0], typed[1:]) if typed[:1] in KINDS else ("", typed)


class PaletteIndex:
    """Searches one visible story. `prepare` builds the indexes."""

    def __init__(self, visible: VisibleStory) -> None:
        self.visible = visible
        self._people: Finder | None = None
        self._terms: Finder | None = None
        self._sections: Finder | None = None
        self._points: Finder | None = None
        self._headings: Finder | None = None
        self._heading_list: list[Candidate] = []
        self._heading_by_name: dict[tuple[Link, str], Candidate] = {}
        """The headings by the link of their section and their folded text."""
        self.text = FullText(visible)
        self.names_known = asyncio.Event()
        """Set when people, terms, sections and points can be found."""
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
            self._people = await _finder(self._people_finder, len(story.characters))
            self._terms = await _finder(self._terms_finder, len(story.terms))
            self._sections = await _finder(lambda: Finder(sections(self.visible)), len(story.sections))
            self._points = await _finder(lambda: Finder(points(self.visible)), len(story.timeline))
            gc.freeze()  # Like everything else that belongs to the visible story.
        finally:
            gc.enable()

    def _people_finder(self) -> Finder:
        details = Details(self.visible, self.visible.people.everyone)
        details.prepare()
        return Finder(people(self.visible), details)

    def _terms_finder(self) -> Finder:
        return Finder(terms(self.visible), Details(self.visible, self.visible.terms.values()))

    async def _prepare_text(self) -> None:
        """Read all sections: short ones one at a time between other work, long ones on a thread."""
        while not self.text.filled:
            if self.text.next_length > _LONG_TEXT:
                await asyncio.to_thread(self.text.add)
            else:
                self.text.add()
            await asyncio.sleep(0)
        self._heading_list = list(headings(self.text.headings()))
        self._headings = await _finder(lambda: Finder(self._heading_list), len(self._heading_list))
        for heading in self._heading_list:
            self._heading_by_name.setdefault((heading.link.without_fragment, fold(heading.title)), heading)

    def find(self, typed: str, context: PaletteContext, most: int = 50) -> list[Entry]:
        """The best entries for the typed text; without any text, the entries near the reader."""
        kind, words = split(typed)
        if kind == TEXT:
            return [Entry(hit.passage.link, text=hit) for hit in self._in_text(words, most)]
        if not words.strip():
            return self._suggestions(kind, context, most)
        nearby = (*context.people, *((context.here,) if context.here else ()), *context.recent)
        hits: list[tuple[int, Hit]] = [
            (number, hit)
            for number, finder in enumerate(self._finders(kind, context))
            for hit in finder.find(words, most, nearby)
        ]
        ordered = sorted(hits, key=lambda item: (item[1].tier, item[1].order[1:3], item[0], item[1].order))
        exact_count = sum(1 for _, hit in hits if hit.tier < MatchTier.ACROSS_WORDS)
        if (
            exact_count >= ENOUGH
        ):  # Fuzzy matches of one finder are not wanted where another finder matched the text as typed.
            del ordered[exact_count:]
        named = [self._entry(hit) for _, hit in ordered]
        if not kind:
            before = sum(1 for _, hit in ordered if hit.tier <= MatchTier.WHOLE_WORDS)
            named = self._with_typed_points(named, before, words)
        return list(islice(_without_duplicates(named), most))

    def _with_typed_points(self, named: list[Entry], whole_words: int, words: str) -> list[Entry]:
        """Add the points that the typed text means. In the first `whole_words` entries it matches whole words.

        A spelling with a volume comes first, and no similar id of another point follows; a number or a word comes after
        what is named so. The many points of a volume must not bury a section about it.
        """
        points = typed_points(self.visible, words)
        entries = [Entry(point.link, Hit(point, point.title, MatchTier.EXACT)) for point in points]
        if len(points) > 1:
            return [*named, *entries]
        place = whole_words
        if spelled_with_volume(self.visible.story.timeline, words):
            place, named = 0, [entry for entry in named if entry.link.kind is not LinkKind.POINT]
        return [*named[:place], *entries, *named[place:]]

    def _entry(self, hit: Hit) -> Entry:
        """The entry for a hit.

        If a section matched by an alias that is also one of its headings, the entry is the heading.
        """
        heading = self._heading_by_name.get((hit.candidate.link, fold(hit.name)))
        if heading is None or hit.name == hit.candidate.title:
            return Entry(hit.candidate.link, hit)
        return Entry(heading.link, Hit(heading, heading.title, hit.tier, hit.order))

    def _finders(self, kind: str, context: PaletteContext) -> list[Finder]:
        commands = Finder(context.commands)
        everything = [self._people, self._terms, self._sections, commands, self._points, self._headings]
        of_kind: dict[str, list[Finder | None]] = {
            PEOPLE: [self._people],
            HEADINGS: [self._sections, self._headings],  # Among equal matches a section's title comes first.
            COMMANDS: [commands],
            "": everything,
        }
        return [finder for finder in of_kind[kind] if finder is not None]

    def _in_text(self, words: str, most: int) -> Sequence[TextHit]:
        return self.text.find(words, most) if self.text_known.is_set() else ()

    def _suggestions(self, kind: str, context: PaletteContext, most: int) -> list[Entry]:
        """The entries near the reader, then the rest of the kind, `most` in all."""
        if kind == COMMANDS:
            return [Entry(candidate.link) for candidate in context.commands]
        if kind == HEADINGS:
            here = sorted(self._heading_list, key=lambda heading: heading.link.without_fragment != context.here)
            return [Entry(heading.link, Hit(heading, heading.title, MatchTier.INSIDE)) for heading in here[:most]]
        entries: list[Iterable[Entry]] = [
            (Entry(link, group="On this page") for link in context.people),
            (Entry(link, group="Recent") for link in context.recent if link.is_character or not kind),
            (Entry(Link.character(person.id)) for person in self.visible.people.everyone),
        ]
        if kind != PEOPLE:
            entries.insert(3, (Entry(Link.term(id)) for id in self.visible.terms))
            entries.insert(2, (Entry(Link.section(section.id)) for section in self.visible.story.sections))
            entries.append(Entry(candidate.link) for candidate in context.commands)
        return list(
            islice(_without_duplicates(chain.from_iterable(entries)), most)
        )  # Of thousands, only the first are created.


async def _finder(make: Callable[[], Finder], count: int) -> Finder:
    """The finder that `make` returns, over about that many candidates."""
    return await asyncio.to_thread(make) if count > _MANY_NAMES else make()


def _without_duplicates(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The first entry of each link."""
    seen: set[Link] = set()
    for entry in entries:
        if entry.link not in seen:
            seen.add(entry.link)
            yield entry
