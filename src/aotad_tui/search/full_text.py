"""Full-text search over the sections of a visible story: SQLite's FTS5 with trigrams, which finds parts of words.

The index is a temporary database without a name. SQLite keeps it in memory while it is small and deletes it when it is
closed, so nothing is left for a reader who has seen less.
"""

from __future__ import annotations

import sqlite3
import weakref
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from aotad_tui.link import Link
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .candidates import people_and_terms, sections
from .finder import Finder
from .folding import fold
from .index_terms import prefix_of, searchable, whole_words
from .marking import Marks, marks, searched
from .passages import Passage, read_passages
from .query import TextQuery, is_within, parse_query

_RANKED = 200
"""The number of passages, in reading order, that are ranked. The most common words of a guide have more."""
_NOBODY, _NOWHERE = Link.character(""), Link.section("")
"""Links that no passage has."""
_SCHEMA = """
CREATE TABLE passages (id INTEGER PRIMARY KEY, section INTEGER, slug TEXT, heading TEXT, level INTEGER, text TEXT);
CREATE TABLE mentions (
    target TEXT, section INTEGER, passage INTEGER, start INTEGER, past INTEGER, since INTEGER
);
CREATE VIRTUAL TABLE folded USING fts5(text, content='', columnsize=0, tokenize='trigram case_sensitive 1');
"""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A matching passage, the ranges that match, and the number of matches in its section (0: not counted)."""

    passage: Passage
    marks: Marks
    times: int = 0
    is_inside_words: bool = False
    """Whether typed words were found in the middle of words only, so that something else may have been meant."""


class FullText:
    """Filled section by section (`add`, on any thread), then searched on one thread at a time."""

    def __init__(self, visible: VisibleStory) -> None:
        self._visible = visible
        self._sections = visible.story.sections
        self._number = {section.id: number for number, section in enumerate(self._sections)}
        self._database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        # Also for an index that nobody closed: since Python 3.13 a database left open is a ResourceWarning.
        self._close = weakref.finalize(self, self._database.close)
        self._database.executescript(_SCHEMA)
        self._database.execute("BEGIN")
        self._ranges: list[tuple[int, int]] = []
        self._named: Finder | None = None
        self._titles: Finder | None = None

    @property
    def filled(self) -> bool:
        """Whether all sections are indexed, so that it can be searched."""
        return len(self._ranges) == len(self._sections)

    @property
    def next_length(self) -> int:
        """The number of characters of the section that `add` reads next; 0 if there is none or it cannot be read."""
        if self.filled:
            return 0
        try:
            return len(self._visible.story.text(self._sections[len(self._ranges)]))
        except OSError:
            return 0

    def fill(self) -> FullText:
        """Index all remaining sections."""
        while not self.filled:
            self.add()
        return self

    def add(self) -> None:
        """Index the next section; only its title if its file can no longer be read."""
        section = len(self._ranges)
        first = self._ranges[-1][1] + 1 if self._ranges else 1
        number = first
        for number, passage in enumerate(read_passages(self._visible, self._sections[section]), first):
            self._database.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
                (number, section, passage.slug, passage.heading, passage.level, passage.text),
            )
            self._database.execute("INSERT INTO folded (rowid, text) VALUES (?, ?)", (number, searched(passage.text)))
            self._database.executemany(
                "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (str(reference.link), section, number, reference.start, reference.end, passage.since)
                    for reference in passage.references
                ),
            )
        if section + 1 == len(self._sections):
            self._database.execute("CREATE INDEX mentions_by_target ON mentions (target, passage)")
            self._database.execute("COMMIT")
        self._ranges.append((first, number))

    def headings(self) -> Iterator[Passage]:
        """All headings in reading order, without the titles of the sections."""
        for id, *_ in self._database.execute("SELECT id FROM passages WHERE level > 0 AND slug != '' ORDER BY id"):
            yield self._passage(id)

    def find(self, typed: str, most: int = 50) -> list[TextHit]:
        """The passages that contain all of the typed words, or else the sections that do, by their first match.

        Words match the beginning of words, or else the middle of words; the last word may be incomplete.
        """
        query = parse_query(typed)
        ranges = self._ranges_for(query)
        if not query or not ranges:
            return []
        parts = [whole_words(fold(phrase)) for phrase in query.phrases]
        prefixes = [part for word in query.words for piece in fold(word).split() for part in [prefix_of(piece)]]
        if not parts and not prefixes:
            return self._limits_only(query, ranges, most)
        inside = [part.strip() for part in prefixes]
        for words in (prefixes, inside) if prefixes else ((),):
            is_inside = words is inside and inside != prefixes
            wanted = searchable((*parts, *words))
            numbers = self._containing(wanted, ranges) if wanted else []
            if numbers:
                matching = sorted(map(self._passage, numbers), key=lambda passage: _rank(passage, parts, prefixes))
                found = matching[:most]
                return [TextHit(hit, marks(hit.text, wanted), is_inside_words=is_inside) for hit in found]
        return self._across_passages(searchable((*parts, *prefixes)), ranges, most)

    def mentions_of(self, target: Link) -> list[TextHit]:
        """All mentions of a person or links to a section: the first passage of each section, and the number there."""
        rows = self._database.execute(
            "SELECT min(passage), count(*) FROM mentions WHERE target = ? GROUP BY section ORDER BY section",
            (str(target),),
        ).fetchall()
        return [self._reference(number, target, times) for number, times in rows]

    def mention_points(self, target: Link) -> MentionPoints:
        """The points at which a person or term is mentioned, see `passages.mention_points`."""
        points: dict[str, set[Position]] = {}
        query = "SELECT DISTINCT section, since FROM mentions WHERE target = ?"
        for section, since in self._database.execute(query, (str(target),)):
            points.setdefault(self._sections[section].id, set()).add(since)
        return {id: frozenset(own) for id, own in points.items()}

    def first_mention_of(self, target: Link) -> TextHit | None:
        """The first passage that mentions a person or links to a section, or None."""
        row = self._database.execute("SELECT min(passage) FROM mentions WHERE target = ?", (str(target),)).fetchone()
        return self._reference(row[0], target, 0) if row[0] else None

    def count_before(self, passage: Passage, start: int, words: str) -> int:
        """The number of times that a passage's section contains these exact words before `start` in that passage."""
        first = self._ranges[self._number[passage.section]][0]
        (times,) = self._database.execute(
            "SELECT coalesce(sum((length(text) - length(replace(text, ?1, ''))) / length(?1)), 0) FROM passages"
            " WHERE id >= ?2 AND id < ?3",
            (words, first, passage.number),
        ).fetchone()
        return int(times) + passage.text.count(words, 0, start)

    def close(self) -> None:
        """Delete the index."""
        self._close()

    # Looking up

    def _ranges_for(self, query: TextQuery) -> list[tuple[int, int]]:
        """The ranges of passages to search: those of the sections that the query's limits allow."""
        numbers: set[int] = set(range(len(self._sections)))
        for name in query.within:
            numbers &= {number for number, section in enumerate(self._sections) if is_within(section, name)}
        for target in self._targets(query):
            numbers &= self._mentioning(target)
        joined: list[tuple[int, int]] = []
        for number in sorted(numbers):
            first, last = self._ranges[number]
            if joined and joined[-1][1] + 1 == first:
                first = joined.pop()[0]
            joined.append((first, last))
        return joined

    def _targets(self, query: TextQuery) -> list[Link]:
        """The links of the people and terms to be mentioned and of the sections to be linked to."""
        return [*(self._person(name) for name in query.who), *(self._section(name) for name in query.to)]

    def _person(self, name: str) -> Link:
        exact = self._visible.named(name)
        if exact:
            return self._visible.link_to(exact.id)
        if self._named is None:
            self._named = Finder(people_and_terms(self._visible))
        return _best_link(self._named, name) or _NOBODY

    def _section(self, name: str) -> Link:
        if name in self._number:
            return Link.section(name)
        if self._titles is None:
            self._titles = Finder(sections(self._visible))
        return _best_link(self._titles, name) or _NOWHERE

    def _mentioning(self, target: Link) -> set[int]:
        rows = self._database.execute("SELECT DISTINCT section FROM mentions WHERE target = ?", (str(target),))
        return {section for (section,) in rows}

    def _containing(self, parts: Sequence[str], ranges: Iterable[tuple[int, int]], most: int = _RANKED) -> list[int]:
        """The numbers of the first `most` passages, in reading order, that contain all these parts."""
        query = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
        numbers: list[int] = []
        for first, last in ranges:
            rows = self._database.execute(
                "SELECT rowid FROM folded WHERE folded MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?",
                (query, first, last, most - len(numbers)),
            )
            numbers.extend(number for (number,) in rows)
            if len(numbers) >= most:
                break
        return numbers

    def _across_passages(self, parts: Sequence[str], ranges: list[tuple[int, int]], most: int) -> list[TextHit]:
        """Sections that contain all the parts, though in different passages."""
        if len(parts) < 2:
            return []
        first: dict[int, int] = {}
        shared = set(range(len(self._sections)))
        for part in parts:
            numbers = self._containing([part], ranges, 10 * _RANKED)
            own = {self._section_of(number): number for number in reversed(numbers)}
            shared &= own.keys()
            if not shared:
                return []
            for section, number in own.items():
                first.setdefault(section, number)
        return [self._hit(first[section], parts) for section in sorted(shared)[:most]]

    def _limits_only(self, query: TextQuery, ranges: Iterable[tuple[int, int]], most: int) -> list[TextHit]:
        """The matches of a query that has only limits."""
        allowed = {first for low, high in ranges for first, _ in self._ranges if low <= first <= high}
        targets = self._targets(query)
        if not targets:
            return [self._hit(number, ()) for number in sorted(allowed)[:most]]
        return [
            hit
            for hit in self.mentions_of(targets[-1])
            if self._ranges[self._number[hit.passage.section]][0] in allowed
        ][:most]

    def _section_of(self, passage: int) -> int:
        return bisect(self._ranges, passage, key=itemgetter(0)) - 1

    def _passage(self, number: int) -> Passage:
        section, slug, heading, level, text = self._database.execute(
            "SELECT section, slug, heading, level, text FROM passages WHERE id = ?", (number,)
        ).fetchone()
        return Passage(self._sections[section].id, text, slug, heading, level, number=number)

    def _hit(self, number: int, parts: Iterable[str]) -> TextHit:
        passage = self._passage(number)
        return TextHit(passage, marks(passage.text, parts))

    def _reference(self, number: int, target: Link, times: int) -> TextHit:
        rows = self._database.execute(
            "SELECT start, past FROM mentions WHERE passage = ? AND target = ? ORDER BY start", (number, str(target))
        )
        return TextHit(self._passage(number), tuple(rows.fetchall()), times)


def _best_link(finder: Finder, name: str) -> Link | None:
    """The link of the best match of a name, unless it is weak."""
    hits = finder.find(name, 1)
    return hits[0].candidate.link if hits and not hits[0].is_weak else None


def _rank(passage: Passage, phrases: Sequence[str], words: Sequence[str]) -> tuple[bool, bool]:
    """The sort key of a match: passages with the exact phrase first, then headings, then reading order."""
    text = searched(passage.text)
    whole = " ".join(part.strip() for part in (*phrases, *words))
    return (f" {whole} " not in text, not passage.level)
