"""Every word of an edition's sections, in an index of SQLite's (FTS5, trigrams), so that any part of any word is found.

It lies in a temporary database of its own, which SQLite keeps in memory as long as it is small, gives no name, and
deletes when it is closed: nothing of it is left for a reader who has seen less.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.values import Section

from .asking import Asked, asked
from .candidates import people
from .finder import Finder
from .folding import fold
from .hangul import has_hangul, strokes
from .marking import Marks, marks, searched
from .passages import Passage, passages

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
    """A passage found, the stretches of it that were looked for, and how often that is so in its section (0: unknown)."""

    passage: Passage
    marks: Marks
    times: int = 0


class FullText:
    """Made by `fill`, on any thread; then asked, on one thread at a time."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._sections = edition.story.sections
        self._database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._database.executescript(_SCHEMA)
        self._ranges: list[tuple[int, int]] = []
        self._people: Finder | None = None
        self.filled = False

    def fill(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """Reads every section. A file that cannot be read any more is left out; `stopped` ends it half-way."""
        write = self._database.execute
        write("BEGIN")
        first = 1
        for number, section in enumerate(self._sections):
            if stopped():
                return
            past = first
            for past, passage in enumerate(self._read(section), first):
                write(
                    "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
                    (past, number, passage.slug, passage.heading, passage.level, passage.text),
                )
                write("INSERT INTO folded (rowid, text) VALUES (?, ?)", (past, searched(passage.text)))
                self._database.executemany(
                    "INSERT INTO named VALUES (?, ?, ?, ?, ?)",
                    ((one.place, number, past, one.start, one.end) for one in passage.references),
                )
            self._ranges.append((first, past))
            first = past + 1
        write("CREATE INDEX named_places ON named (place, passage)")
        write("COMMIT")
        self.filled = True

    def _read(self, section: Section) -> Iterable[Passage]:
        try:
            return list(passages(self._edition, section))
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
        what = asked(typed)
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
            hits = [self._hit(number, wanted) for number in numbers]
            if hits:
                return sorted(hits, key=lambda hit: _worth(hit, parts, begun))[:most]
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

    def close(self) -> None:
        """Forgets everything."""
        self._database.close()

    # How it is looked up

    def _where(self, what: Asked) -> list[tuple[int, int]]:
        """The numbers of the passages to look in: of the sections that were asked for and name whom they should."""
        numbers: set[int] = set(range(len(self._sections)))
        for name in what.within:
            numbers &= {number for number, section in enumerate(self._sections) if _is_in(section, name)}
        for name in what.who:
            numbers &= self._naming(name)
        joined: list[tuple[int, int]] = []
        for number in sorted(numbers):
            first, last = self._ranges[number]
            if joined and joined[-1][1] + 1 == first:
                first = joined.pop()[0]
            joined.append((first, last))
        return joined

    def _person(self, name: str) -> str:
        if self._people is None:
            self._people = Finder(people(self._edition))
        hits = self._people.find(name, 1)
        return hits[0].candidate.place if hits else CHARACTER

    def _naming(self, name: str) -> set[int]:
        found = self._database.execute("SELECT DISTINCT section FROM named WHERE place = ?", (self._person(name),))
        return {section for section, in found}

    def _holding(self, parts: Sequence[str], ranges: Iterable[tuple[int, int]], most: int = _LOOKED_AT) -> list[int]:
        """The first passages, in reading order, that hold all these parts."""
        query = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
        found: list[int] = []
        for first, last in ranges:
            rows = self._database.execute(
                "SELECT rowid FROM folded WHERE folded MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?",
                (query, first, last, most - len(found)),
            )
            found.extend(number for number, in rows)
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

    def _named_only(self, what: Asked, ranges: Iterable[tuple[int, int]], most: int) -> list[TextHit]:
        """What there is where nothing but places to look in was asked for."""
        numbers = [first for first, last in ranges for first in self._titles(first, last)][:most]
        if not what.who:
            return [self._hit(number, ()) for number in numbers]
        sections = {self._section_of(number) for number in numbers}
        place = self._person(what.who[-1])
        return [hit for hit in self.named(place) if self._number(hit.passage.section) in sections][:most]

    def _titles(self, first: int, last: int) -> list[int]:
        return [start for start, _ in self._ranges if first <= start <= last]

    def _number(self, section: str) -> int:
        return next(number for number, one in enumerate(self._sections) if one.id == section)

    def _section_of(self, passage: int) -> int:
        row = self._database.execute("SELECT section FROM passages WHERE id = ?", (passage,)).fetchone()
        return int(row[0])

    def _passage(self, number: int) -> Passage:
        section, slug, heading, level, text = self._database.execute(
            "SELECT section, slug, heading, level, text FROM passages WHERE id = ?", (number,)
        ).fetchone()
        return Passage(self._sections[section].id, text, slug, heading, level)

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


def _worth(hit: TextHit, phrases: Sequence[str], words: Sequence[str]) -> tuple[bool, bool]:
    """What comes first: passages with all words whole and one after the other, then headings; else reading order."""
    text = searched(hit.passage.text)
    whole = " ".join(part.strip() for part in (*phrases, *words))
    return (f" {whole} " not in text, not hit.passage.level)


def _is_in(section: Section, name: str) -> bool:
    """Whether a section, or a part that it lies in, is called so, or its name has words that begin so."""
    wanted = _apart(name).rstrip()
    return any(wanted in _apart(text) for text in (section.id, section.title, *section.parts, *section.aliases))


def _apart(name: str) -> str:
    """A name or an id as it is searched, the parts of hyphened words apart."""
    return searched(name.replace("/", " ").replace("-", " "))
