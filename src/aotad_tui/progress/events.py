"""What happens in a story, point by point: the rows of the recap and of what is new.

Made from an edition alone, so that nothing later than the reader's point can be in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aotad_tui.link import Link
from aotad_tui.story.people import RelationshipSide
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import NO_GROUNDS, Character, Grounds, Relationship, Section
from aotad_tui.story.visible import VisibleStory

from .narrative_order import NarrativeOrder, Sentences


class EventKind(StrEnum):
    """What sort of thing happens."""

    MET = "met"
    SAME = "same"
    FACT = "fact"
    BEGUN = "begun"
    ENDED = "ended"
    SECTION = "section"
    MORE = "more"


_PAGES = {EventKind.SECTION, EventKind.MORE}
"""Rows that are pages, which have an order of their own: that of the sidebar."""


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One row: when it may be known, what it says, and where it leads. `state` is what somebody has become."""

    at: Position
    sort: EventKind
    words: str
    link: Link
    state: str | None = None
    grounds: Grounds = NO_GROUNDS


class Length(StrEnum):
    """How much a recap tells."""

    SHORT = "short"
    USUAL = "usual"
    FULL = "full"


def since(visible: VisibleStory, after: Position) -> list[StoryEvent]:
    """What is known now and was not at `after`, but for what pages say: see `more_on_page`."""
    return [one for one in happenings(visible) if one.at > after]


def more_on_page(section: Section, at: Position, heading: str, slug: str) -> StoryEvent:
    """The row of a page that says more since a point, under a heading ("" for none)."""
    words = f"{section.title} › {heading}" if heading else section.title
    return StoryEvent(at, EventKind.MORE, words, Link.section(section.id, slug))


def recap(visible: VisibleStory, length: Length) -> dict[Position, list[StoryEvent]]:
    """The story so far by point. Short: what became of people; usual: all facts; full: people, ties and pages too."""
    return by_point(visible, (one for one in happenings(visible) if _told(one, length)))


def by_point(visible: VisibleStory, rows: Iterable[StoryEvent]) -> dict[Position, list[StoryEvent]]:
    """Rows by point, at each of them by sort, and within a sort as the guide's pages tell it."""
    found: dict[Position, list[StoryEvent]] = {}
    for one in rows:
        found.setdefault(one.at, []).append(one)
    pages = NarrativeOrder(visible.story)
    ordered = [(at, _in_order(found[at], pages.at(at))) for at in sorted(found, reverse=True)]
    return dict(reversed(ordered))


def _in_order(found: list[StoryEvent], told: Sentences) -> list[StoryEvent]:
    """The rows of a point, within each sort as its pages tell them; what they do not tell comes last.

    What is known of one person stays as the guide has it: what comes first there is told no later than what follows.
    """
    order = list(EventKind)
    places: list[tuple[int, int]] = []
    earliest: dict[tuple[EventKind, Link], int] = {}
    for one in reversed(found):
        key = (one.sort, one.link)
        place = told.last if one.sort in _PAGES else told.place(one.words)
        earliest[key] = min(place, earliest.get(key, told.last))
        places.append((order.index(one.sort), earliest[key]))
    return [one for _, one in sorted(zip(reversed(places), found, strict=True), key=lambda row: row[0])]


def _told(one: StoryEvent, length: Length) -> bool:
    if length is Length.SHORT:
        return one.state is not None or one.sort in {EventKind.SAME, EventKind.ENDED}
    return length is Length.FULL or one.sort in {EventKind.FACT, EventKind.SAME, EventKind.ENDED}


def happenings(visible: VisibleStory) -> Iterator[StoryEvent]:
    """Everything that happens as far as it may be told: by sort, and within a sort in the guide's order."""
    met = {entry.id: max(entry.since, entry.name_stages[0].since) for entry in visible.story.characters}
    first = _first_met(visible, met)
    yield from _people(visible, met, first)
    for person in visible.people.everyone:
        for fact in person.facts:
            words = f"{person.name}: {fact.text}"
            at = max(fact.since, first[person.id])
            yield StoryEvent(at, EventKind.FACT, words, Link.character(person.id), fact.state, fact.grounds)
    yield from _ties(visible, met)
    for section in visible.story.sections:
        yield StoryEvent(
            section.since, EventKind.SECTION, section.title, Link.section(section.id), grounds=section.grounds
        )


def _people(visible: VisibleStory, met: dict[str, Position], first: dict[str, Position]) -> Iterator[StoryEvent]:
    for id, at in first.items():
        person = visible.people.get(id)
        if person:
            yield StoryEvent(at, EventKind.MET, _introduced(person), Link.character(id))
    for entry in visible.story.characters:
        other = visible.people.get(entry.id)
        if entry.becomes and other and other.id != entry.id:
            at = max(entry.becomes.since, met[entry.id], met[entry.becomes.character])
            words = f"{entry.name} and {other.name} are the same person"
            yield StoryEvent(at, EventKind.SAME, words, Link.character(other.id))


def _introduced(person: Character) -> str:
    names = f"{person.name} {person.native}".rstrip()
    return f"{names}. {person.about}" if person.about else names


def _first_met(visible: VisibleStory, met: dict[str, Position]) -> dict[str, Position]:
    """When each person was met first, under whatever entry."""
    first: dict[str, Position] = {person.id: len(visible.story.timeline) for person in visible.people.everyone}
    for id, at in met.items():
        person = visible.people.get(id)
        if person:
            first[person.id] = min(first[person.id], at)
    return first


def _ties(visible: VisibleStory, met: dict[str, Position]) -> Iterator[StoryEvent]:
    told = _sentences(visible)
    for relationship in visible.story.relationships:
        words = told.get(id(relationship))
        if words is None:  # a tie of somebody with themselves, now that two are one
            continue
        source = visible.people.get(relationship.source)
        link = Link.character(source.id if source else relationship.source)
        at = max(relationship.since, met[relationship.source], met[relationship.target])
        yield StoryEvent(at, EventKind.BEGUN, words, link)
        if relationship.until is not None:
            end = f"{words}: {relationship.ended}" if relationship.ended else f"{words}: ended"
            yield StoryEvent(max(relationship.until, at), EventKind.ENDED, end, link)


def _sentences(visible: VisibleStory) -> dict[int, str]:
    """Each relationship in words as its source would say it, by the relationship's identity."""
    told: dict[int, str] = {}
    for person in visible.people.everyone:
        for tie in visible.people.ties(person.id):
            if _from_source(visible, tie, tie.relationship, person):
                other = visible.people.get(tie.other)
                told.setdefault(id(tie.relationship), tie.sentence(person.name, other.name if other else tie.other))
    return told


def _from_source(visible: VisibleStory, tie: RelationshipSide, relationship: Relationship, person: Character) -> bool:
    source = visible.people.get(relationship.source)
    return source is not None and source.id == person.id and tie.other != person.id
