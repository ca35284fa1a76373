"""Checks entries for what has no effect or another effect than meant: stamps, versions, repetitions, dates, signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from aotad_tui.story.timeline import Position, Timeline

from .entries import Entries
from .format import CharacterEntry, FactEntry
from .format_basics import VersionEntry
from .problems import Mark, Problems
from .relationship_entries import RelationshipEntry
from .shapes import Word, shorten

_DATE = re.compile(r"(?P<year>-?\d{1,5})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_FEWEST = 12
"""How many people, facts and sections with stamps a guide has at least before their distribution is checked."""


class EntryChecker:
    """Checks the entries of a guide whose stamps are known points."""

    def __init__(self, entries: Entries, timeline: Timeline, problems: Problems) -> None:
        self._entries = entries
        self._timeline = timeline
        self._problems = problems
        sound = [(id.text, entry) for id, entry in entries.characters if id.text not in problems.faulty_ids]
        self._people = {id: self._position(entry.since) for id, entry in sound}

    def run(self) -> None:
        """Report all problems."""
        for id, character in self._entries.characters:
            if id.text not in self._problems.faulty_ids:
                self._check_character(id, character)
        for relationship in self._entries.relationships:
            self._check_relationship(relationship)
        self._check_repeated_relationships()
        self._check_repeated_sources()
        self._check_dates()
        self._check_signs()
        self._check_distribution()

    def _position(self, stamp: Word | None) -> Position | None:
        return None if stamp is None else self._timeline.position(stamp.text)

    def _report(self, mark: Mark, code: str, message: str) -> None:
        self._problems.report(mark, code, message)

    def _check_character(self, id: Word, entry: CharacterEntry) -> None:
        since = self._people[id.text]
        facts = entry.facts or ()
        self._check_order(facts, f"the facts about '{id.text}'")
        for staged in (entry.name, entry.native or (), entry.group or (), entry.about or ()):
            self._check_order(staged, f"the versions of '{id.text}'")
            self._check_versions(staged, id.text)
        versions = (*entry.name, *(entry.group or ()), *(entry.about or ()))
        stamps = [(part.mark, part.since) for part in facts] + [(part.mark, part.since) for part in versions]
        for mark, stamp in (*stamps, *((alias.mark, alias.since) for alias in entry.aliases or ())):
            self._check_early(mark, stamp, since, f"'{id.text}'")
        for fact, other in _repeated((fact.text.casefold(), fact.mark) for fact in facts):
            self._report(fact, "REPEATED", f"the fact on line {other.line} has the same text; remove one of the two")
        if entry.becomes and (other_since := self._people.get(entry.becomes.character.text)):
            self._check_early(entry.becomes.mark, entry.becomes.since, other_since, f"'{entry.becomes.character.text}'")
        for version in entry.group or ():
            group = next((group for name, group in self._entries.guide.groups or () if name.text == version.text), None)
            if group:
                begins = version.since or entry.since
                self._check_early(version.mark, begins, self._position(group.since), f"the group '{version.text}'")

    def _check_order(self, parts: Sequence[FactEntry | VersionEntry], what: str) -> None:
        positions = [position for part in parts if (position := self._position(part.since)) is not None]
        if any(first > second for first, second in pairwise(positions)):
            self._report(parts[0].mark, "STORY-ORDER", f"{what} are not in story order; sort them by `since`")

    def _check_versions(self, versions: Sequence[VersionEntry], id: str) -> None:
        marks = ((position, version.mark) for version in versions if (position := self._position(version.since)))
        for mark, other in _repeated(marks):
            message = f"two versions of '{id}' have one `since`, so that on line {other.line} is never shown"
            self._report(mark, "NEVER-SHOWN", f"{message}; remove one of the two")

    def _check_early(self, mark: Mark, stamp: Word | None, owner: Position | None, what: str) -> None:
        position = self._position(stamp)
        if position is not None and owner is not None and position < owner:
            shown = self._timeline.untitled(owner).lower()
            message = f"this has an earlier `since` than {what} and is shown only from {shown} on; correct one of them"
            self._report(mark, "EARLY-STAMP", message)

    def _check_relationship(self, entry: RelationshipEntry) -> None:
        ends = [self._people.get(person.text) for person in (entry.from_, entry.to)]
        if None in ends:
            return
        both = max(position for position in ends if position is not None)
        until = self._position(entry.until)
        what = f"'{entry.from_.text}' and '{entry.to.text}'"
        if until is not None and until < both and (self._position(entry.since) or 0) <= until:
            message = f"this ends before {what} are both known, so it is only shown as over; correct `until`"
            self._report(entry.mark, "NEVER-SHOWN", message)
        else:
            self._check_early(entry.mark, entry.since, both, f"one of {what}")
        for versions in (entry.kind, entry.label or (), entry.back or ()):
            self._check_order(versions, f"the versions of the relationship of {what}")

    def _check_repeated_relationships(self) -> None:
        for mark, other in _repeated((_identity(entry), entry.mark) for entry in self._entries.relationships):
            message = f"the relationship at {other} has the same people, kind, label and point; remove one of the two"
            self._report(mark, "REPEATED", message)

    def _check_repeated_sources(self) -> None:
        facts = [fact.sources for _, character in self._entries.characters for fact in character.facts or ()]
        cited = [*facts, *(tie.sources for tie in self._entries.relationships)]
        for sources in (*cited, *(section.sources for section in self._entries.sections)):
            for mark, _ in _repeated((source.text, source.mark) for source in sources or ()):
                self._report(mark, "REPEATED", "this source is already in the list; remove one of the two")

    def _check_dates(self) -> None:
        facts = (fact for _, character in self._entries.characters for fact in character.facts or ())
        claims = [(fact.mark, fact.as_of) for fact in facts]
        claims += [(section.mark, section.as_of) for section in self._entries.sections]
        for mark, text in (*claims, *((source.mark, source.date) for _, source in self._entries.sources)):
            if text and not _is_date(text):
                message = f"'{shorten(text)}' is no date; write a year, a month or a day, such as 2026-02-23"
                self._report(mark, "DATE", message)

    def _check_signs(self) -> None:
        guide = self._entries.guide
        signs = [(id, kind.sign or "") for id, kind in guide.kinds or ()]
        for id, sign in (*signs, *((id, state.sign or "") for id, state in guide.states or ())):
            if len(sign) > 1:
                message = f"the sign of '{id.text}' has several characters, and only the first is shown; write one"
                self._report(id.mark, "SIGN", message)

    def _check_distribution(self) -> None:
        facts = (fact.since for _, character in self._entries.characters for fact in character.facts or ())
        stamps = [*(entry.since for _, entry in self._entries.characters), *facts]
        stamps += [section.since for section in self._entries.sections]
        positions = [position for stamp in stamps if (position := self._position(stamp)) is not None]
        if len(positions) >= _FEWEST and len(self._timeline) > 3 and 4 * max(positions) <= len(self._timeline):
            last = self._timeline.untitled(max(positions)).lower()
            message = f"nothing becomes known after {last} of {len(self._timeline)}; check the stamps"
            self._report(self._entries.guide.mark, "FIRST-PART", message)


def _identity(entry: RelationshipEntry) -> tuple[str, ...]:
    """What two relationships have in common that are one, written twice."""
    versions = [f"{version.text}\n{_text(version.since)}" for version in (*entry.kind, *(entry.label or ()))]
    return (entry.from_.text, entry.to.text, _text(entry.since), *versions)


def _text(word: Word | None) -> str:
    return word.text if word else ""


def _repeated(marks: Iterable[tuple[object, Mark]]) -> Iterator[tuple[Mark, Mark]]:
    """The mark of each thing that occurred before, and that of its first occurrence."""
    first: dict[object, Mark] = {}
    for thing, mark in marks:
        if thing in first:
            yield mark, first[thing]
        first.setdefault(thing, mark)


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(2000, int(match["month"] or 1), 1)
        if match["day"]:
            date(min(max(int(match["year"]), 1), 9999), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True
