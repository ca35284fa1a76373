"""What happens in a story, point by point: the rows of the recap and of what is new.

Made from an edition alone, so that nothing later than the reader's point can be in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION
from aotad_tui.story.people import Tie
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import NO_GROUNDS, Character, Grounds, Relationship, Section

from .order_told import PagesTold, Sentences


class Sort(StrEnum):
    """What sort of thing happens; the value is the heading over such rows."""

    MET = "people met"
    SAME = "one and the same"
    FACT = "what became known"
    BEGUN = "new ties"
    ENDED = "ties that ended"
    SECTION = "pages opened"
    MORE = "more on pages that were open"


_PAGES = {Sort.SECTION, Sort.MORE}
"""Rows that are pages, which have an order of their own: that of the sidebar."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One row: when it may be known, what it says, and where it leads. `state` is what somebody has become."""

    at: Position
    sort: Sort
    words: str
    link: str
    state: str | None = None
    grounds: Grounds = NO_GROUNDS


class Length(StrEnum):
    """How much a recap tells."""

    SHORT = "short"
    USUAL = "usual"
    FULL = "full"


def since(edition: Edition, after: Position) -> list[Happening]:
    """What is known now and was not at `after`, but for what pages say: see `more_on_page`."""
    return [one for one in happenings(edition) if one.at > after]


def more_on_page(section: Section, at: Position, heading: str, slug: str) -> Happening:
    """The row of a page that says more since a point, under a heading ("" for none)."""
    words = f"{section.title} › {heading}" if heading else section.title
    return Happening(at, Sort.MORE, words, f"{SECTION}{section.id}#{slug}".removesuffix("#"))


def recap(edition: Edition, length: Length) -> dict[Position, list[Happening]]:
    """The story so far by point. Short: what became of people; usual: all facts; full: people, ties and pages too."""
    return by_point(edition, (one for one in happenings(edition) if _told(one, length)))


def by_point(edition: Edition, rows: Iterable[Happening]) -> dict[Position, list[Happening]]:
    """Rows by point, at each of them by sort, and within a sort as the guide's pages tell it."""
    found: dict[Position, list[Happening]] = {}
    for one in rows:
        found.setdefault(one.at, []).append(one)
    pages = PagesTold(edition.story)
    ordered = [(at, _in_order(found[at], pages.at(at))) for at in sorted(found, reverse=True)]
    return dict(reversed(ordered))


def _in_order(found: list[Happening], told: Sentences) -> list[Happening]:
    """The rows of a point, within each sort as its pages tell them; what they do not tell comes last.

    What is known of one person stays as the guide has it: what comes first there is told no later than what follows.
    """
    order = list(Sort)
    places: list[tuple[int, int]] = []
    earliest: dict[tuple[Sort, str], int] = {}
    for one in reversed(found):
        key = (one.sort, one.link)
        place = told.last if one.sort in _PAGES else told.place(one.words)
        earliest[key] = min(place, earliest.get(key, told.last))
        places.append((order.index(one.sort), earliest[key]))
    return [one for _, one in sorted(zip(reversed(places), found, strict=True), key=lambda row: row[0])]


def _told(one: Happening, length: Length) -> bool:
    if length is Length.SHORT:
        return one.state is not None or one.sort in {Sort.SAME, Sort.ENDED}
    return length is Length.FULL or one.sort in {Sort.FACT, Sort.SAME, Sort.ENDED}


def happenings(edition: Edition) -> Iterator[Happening]:
    """Everything that happens as far as it may be told: by sort, and within a sort in the guide's order."""
    met = {entry.id: max(entry.since, entry.name_stages[0].since) for entry in edition.story.characters}
    first = _first_met(edition, met)
    yield from _people(edition, met, first)
    for person in edition.people.everyone:
        for fact in person.facts:
            words = f"{person.name}: {fact.text}"
            at = max(fact.since, first[person.id])
            yield Happening(at, Sort.FACT, words, CHARACTER + person.id, fact.state, fact.grounds)
    yield from _ties(edition, met)
    for section in edition.story.sections:
        yield Happening(section.since, Sort.SECTION, section.title, SECTION + section.id, grounds=section.grounds)


def _people(edition: Edition, met: dict[str, Position], first: dict[str, Position]) -> Iterator[Happening]:
    for id, at in first.items():
        person = edition.people.get(id)
        if person:
            yield Happening(at, Sort.MET, _introduced(person), CHARACTER + id)
    for entry in edition.story.characters:
        other = edition.people.get(entry.id)
        if entry.becomes and other and other.id != entry.id:
            at = max(entry.becomes.since, met[entry.id], met[entry.becomes.character])
            words = f"{entry.name} and {other.name} are one person"
            yield Happening(at, Sort.SAME, words, CHARACTER + other.id)


def _introduced(person: Character) -> str:
    names = f"{person.name} {person.native}".rstrip()
    return f"{names}. {person.about}" if person.about else names


def _first_met(edition: Edition, met: dict[str, Position]) -> dict[str, Position]:
    """When each person was met first, under whatever entry."""
    first: dict[str, Position] = {person.id: len(edition.story.timeline) for person in edition.people.everyone}
    for id, at in met.items():
        person = edition.people.get(id)
        if person:
            first[person.id] = min(first[person.id], at)
    return first


def _ties(edition: Edition, met: dict[str, Position]) -> Iterator[Happening]:
    told = _sentences(edition)
    for relationship in edition.story.relationships:
        words = told.get(id(relationship))
        if words is None:  # a tie of somebody with themselves, now that two are one
            continue
        source = edition.people.get(relationship.source)
        link = CHARACTER + (source.id if source else relationship.source)
        at = max(relationship.since, met[relationship.source], met[relationship.target])
        yield Happening(at, Sort.BEGUN, words, link)
        if relationship.until is not None:
            end = f"{words}: {relationship.ended}" if relationship.ended else f"{words}: over"
            yield Happening(max(relationship.until, at), Sort.ENDED, end, link)


def _sentences(edition: Edition) -> dict[int, str]:
    """Each relationship in words as its source would say it, by the relationship's identity."""
    told: dict[int, str] = {}
    for person in edition.people.everyone:
        for tie in edition.people.ties(person.id):
            if _from_source(edition, tie, tie.relationship, person):
                other = edition.people.get(tie.other)
                told.setdefault(id(tie.relationship), tie.sentence(person.name, other.name if other else tie.other))
    return told


def _from_source(edition: Edition, tie: Tie, relationship: Relationship, person: Character) -> bool:
    source = edition.people.get(relationship.source)
    return source is not None and source.id == person.id and tie.other != person.id
