"""Every word of an edition's sections, in an index of SQLite's (FTS5, trigrams), so that any part of any word is found.

It lies in a temporary database of its own, which SQLite keeps in memory as long as it is small, gives no name, and
deletes when it is closed: nothing of it is left for a reader who has seen less.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aotad_tui.story.links import CHARACTER, SECTION
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .candidates import people, sections
from .finder import Finder
from .folding import fold
from .hangul import has_hangul, strokes
from .marking import Marks, marks, searched
from .passages import Passage, passages
from .query import TextQuery, parse_query

_SHORTEST = 3
"""What is shorter than a trigram cannot be looked up."""
_LOOKED_AT = 200
"""So many passages in reading order are put in order by how well they fit; a guide's commonest words have more."""
_SCHEMA = """
CREATE TABLE passages (id INTEGER PRIMARY KEY, section INTEGER, slug TEXT, heading TEXT, level INTEGER, text TEXT);
CREATE TABLE named (place TEXT, section INTEGER, passage INTEGER, start INTEGER, past INTEGER);
CREATE VIRTUAL TABLE folded USING fts5(text, content='', columnsize=0, tokenize='trigram case_sensitive 1');
"""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A passage found, what was looked for in it, and how often that is in its section (0: not counted)."""

    passage: Passage
    marks: Marks
    times: int = 0


class FullText:
    """Filled section by section (`add`, on any thread), then asked, on one thread at a time."""

    def __init__(self, visible: VisibleStory) -> None:
        self._visible = visible
        self._sections = visible.story.sections
        self._number = {section.id: number for number, section in enumerate(self._sections)}
        self._database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        # Also when the last user is gone without a word: since Python 3.13 a database left open is a ResourceWarning.
        self._close = weakref.finalize(self, self._database.close)
        self._database.executescript(_SCHEMA)
        self._database.execute("BEGIN")
        self._ranges: list[tuple[int, int]] = []
        self._people: Finder | None = None
        self._titles: Finder | None = None

    @property
    def filled(self) -> bool:
        """Whether every section is in it, so that it can be asked."""
        return len(self._ranges) == len(self._sections)

    @property
    def next_length(self) -> int:
        """How many characters the section has that `add` will read; 0 when there is none or it cannot be read."""
        if self.filled:
            return 0
        try:
            return len(self._visible.story.text(self._sections[len(self._ranges)]))
        except OSError:
            return 0

    def fill(self) -> FullText:
        """Reads all that is left."""
        while not self.filled:
            self.add()
        return self

    def add(self) -> None:
        """Reads the next section. Of one that cannot be read any more there is the title."""
        section = len(self._ranges)
        first = self._ranges[-1][1] + 1 if self._ranges else 1
        number = first
        for number, passage in enumerate(self._read(self._sections[section]), first):
            self._database.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
                (number, section, passage.slug, passage.heading, passage.level, passage.text),
            )
            self._database.execute("INSERT INTO folded (rowid, text) VALUES (?, ?)", (number, searched(passage.text)))
            self._database.executemany(
                "INSERT INTO named VALUES (?, ?, ?, ?, ?)",
                ((one.place, section, number, one.start, one.end) for one in passage.references),
            )
        if section + 1 == len(self._sections):
            self._database.execute("CREATE INDEX named_places ON named (place, passage)")
            self._database.execute("COMMIT")
        self._ranges.append((first, number))

    def _read(self, section: Section) -> list[Passage]:
        try:
            return list(passages(self._visible, section))
        except OSError:
            return [Passage(section.id, section.title, level=1)]

    def headings(self) -> Iterator[Passage]:
        """Every heading in reading order, without the titles of the sections."""
        for id, *_ in self._database.execute("SELECT id FROM passages WHERE level > 0 AND slug != '' ORDER BY id"):
            yield self._passage(id)

    def find(self, typed: str, most: int = 50) -> list[TextHit]:
        """The passages that hold all that was typed; where there is none, the sections that do, by their first part.

        Words count from their beginning, or in the middle where they begin none; what was typed last may go on.
        """
        what = parse_query(typed)
        ranges = self._where(what)
        if not what or not ranges:
            return []
        parts = [f" {strokes(fold(phrase))} " for phrase in what.phrases]
        begun = [part for word in what.words for one in fold(word).split() for part in [_begun(one)]]
        if not parts and not begun:
            return self._named_only(what, ranges, most)
        inside = [part.strip() for part in begun]
        for words in (begun, inside) if begun else ((),):
            wanted = [part for part in (*parts, *words) if len(part) >= _SHORTEST]
            numbers = self._holding(wanted, ranges) if wanted else []
            if numbers:
                held = sorted(map(self._passage, numbers), key=lambda passage: _worth(passage, parts, begun))
                return [TextHit(passage, marks(passage.text, wanted)) for passage in held[:most]]
        return self._spread([part for part in (*parts, *begun) if len(part) >= _SHORTEST], ranges, most)

    def named(self, place: str) -> list[TextHit]:
        """Where a person or a section is named: the first passage of each section, and how often there."""
        rows = self._database.execute(
            "SELECT min(passage), count(*) FROM named WHERE place = ? GROUP BY section ORDER BY section", (place,)
        ).fetchall()
        return [self._reference(number, place, times) for number, times in rows]

    def first_named(self, place: str) -> TextHit | None:
        """The first passage that names a person or links to a section, or None."""
        row = self._database.execute("SELECT min(passage) FROM named WHERE place = ?", (place,)).fetchone()
        return self._reference(row[0], place, 0) if row[0] else None

    def before(self, passage: Passage, start: int, words: str) -> int:
        """How often the section of a passage from this index says just these words before that place of the passage."""
        first = self._ranges[self._number[passage.section]][0]
        (times,) = self._database.execute(
            "SELECT coalesce(sum((length(text) - length(replace(text, ?1, ''))) / length(?1)), 0) FROM passages"
            " WHERE id >= ?2 AND id < ?3",
            (words, first, passage.number),
        ).fetchone()
        return int(times) + passage.text.count(words, 0, start)

    def close(self) -> None:
        """Forgets everything."""
        self._close()

    # How it is looked up

    def _where(self, what: TextQuery) -> list[tuple[int, int]]:
        """The numbers of the passages to look in: of the sections that were asked for and name whom they should."""
        numbers: set[int] = set(range(len(self._sections)))
        for name in what.within:
            numbers &= {number for number, section in enumerate(self._sections) if _is_in(section, name)}
        for place in self._places(what):
            numbers &= self._naming(place)
        joined: list[tuple[int, int]] = []
        for number in sorted(numbers):
            first, last = self._ranges[number]
            if joined and joined[-1][1] + 1 == first:
                first = joined.pop()[0]
            joined.append((first, last))
        return joined

    def _places(self, what: TextQuery) -> list[str]:
        """The places of the people who are to be named and of the sections that are to be linked to."""
        return [*(self._person(name) for name in what.who), *(self._section(name) for name in what.to)]

    def _person(self, name: str) -> str:
        exact = self._visible.people.get(name)
        if exact:
            return CHARACTER + exact.id
        if self._people is None:
            self._people = Finder(people(self._visible))
        hits = self._people.find(name, 1)
        return hits[0].candidate.place if hits else CHARACTER

    def _section(self, name: str) -> str:
        if name in self._number:
            return SECTION + name
        if self._titles is None:
            self._titles = Finder(sections(self._visible))
        hits = self._titles.find(name, 1)
        return hits[0].candidate.place if hits else SECTION

    def _naming(self, place: str) -> set[int]:
        found = self._database.execute("SELECT DISTINCT section FROM named WHERE place = ?", (place,))
        return {section for (section,) in found}

    def _holding(self, parts: Sequence[str], ranges: Iterable[tuple[int, int]], most: int = _LOOKED_AT) -> list[int]:
        """The first passages, in reading order, that hold all these parts."""
        query = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
        found: list[int] = []
        for first, last in ranges:
            rows = self._database.execute(
                "SELECT rowid FROM folded WHERE folded MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?",
                (query, first, last, most - len(found)),
            )
            found.extend(number for (number,) in rows)
            if len(found) >= most:
                break
        return found

    def _spread(self, parts: Sequence[str], ranges: list[tuple[int, int]], most: int) -> list[TextHit]:
        """Sections in which all the parts are, though no passage of them has all."""
        if len(parts) < 2:
            return []
        first: dict[int, int] = {}
        shared = set(range(len(self._sections)))
        for part in parts:
            mine = {}
            for number in reversed(self._holding([part], ranges, 10 * _LOOKED_AT)):
                mine[self._section_of(number)] = number
            shared &= mine.keys()
            for section, number in mine.items():
                first.setdefault(section, number)
        return [self._hit(first[section], parts) for section in sorted(shared)[:most]]

    def _named_only(self, what: TextQuery, ranges: Iterable[tuple[int, int]], most: int) -> list[TextHit]:
        """What there is where nothing but places to look in was asked for."""
        allowed = {first for low, high in ranges for first, _ in self._ranges if low <= first <= high}
        places = self._places(what)
        if not places:
            return [self._hit(number, ()) for number in sorted(allowed)[:most]]
        return [hit for hit in self.named(places[-1]) if self._ranges[self._number[hit.passage.section]][0] in allowed][
            :most
        ]

    def _section_of(self, passage: int) -> int:
        row = self._database.execute("SELECT section FROM passages WHERE id = ?", (passage,)).fetchone()
        return int(row[0])

    def _passage(self, number: int) -> Passage:
        section, slug, heading, level, text = self._database.execute(
            "SELECT section, slug, heading, level, text FROM passages WHERE id = ?", (number,)
        ).fetchone()
        return Passage(self._sections[section].id, text, slug, heading, level, number=number)

    def _hit(self, number: int, parts: Iterable[str]) -> TextHit:
        passage = self._passage(number)
        return TextHit(passage, marks(passage.text, parts))

    def _reference(self, number: int, place: str, times: int) -> TextHit:
        rows = self._database.execute(
            "SELECT start, past FROM named WHERE passage = ? AND place = ? ORDER BY start", (number, place)
        )
        return TextHit(self._passage(number), tuple(rows.fetchall()), times)


def _begun(word: str) -> str:
    """A word as it is looked up: from its beginning; in Hangul anywhere, since Korean writes words together."""
    typed = strokes(word)
    return typed if has_hangul(word) and len(typed) >= _SHORTEST else f" {typed}"


def _worth(passage: Passage, phrases: Sequence[str], words: Sequence[str]) -> tuple[bool, bool]:
    """What comes first: passages with all words whole and one after the other, then headings; else reading order."""
    text = searched(passage.text)
    whole = " ".join(part.strip() for part in (*phrases, *words))
    return (f" {whole} " not in text, not passage.level)


def _is_in(section: Section, name: str) -> bool:
    """Whether a section, or a part that it lies in, is called so, or its name has words that begin so."""
    wanted = _apart(name).rstrip()
    return any(wanted in _apart(text) for text in (section.id, section.title, *section.parts, *section.aliases))


def _apart(name: str) -> str:
    """A name or an id as it is searched, the parts of hyphened words apart."""
    return searched(name.replace("/", " ").replace("-", " "))
