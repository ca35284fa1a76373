"""The events of a story, point by point: the rows of the recap and of what is new.

Events are made from the visible story alone, so nothing later than the reader's point can be among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aotad_tui.link import Link
from aotad_tui.story.people import RelationshipSide
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import NO_GROUNDS, Character, Grounds, Section
from aotad_tui.story.visible import VisibleStory

from .narrative_order import NarrativeOrder, Sentences


class EventKind(StrEnum):
    """The kind of an event."""

    MET = "met"
    SAME = "same"
    FACT = "fact"
    BEGUN = "begun"
    ENDED = "ended"
    SECTION = "section"
    MORE = "more"


_PAGES = {EventKind.SECTION, EventKind.MORE}
"""Events of pages, which are in the order of the sidebar."""


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One event: the position at which it becomes known, its text, and its link. `state`: a person's new state.

    `people`: the ids of those who are in it.
    """

    at: Position
    kind: EventKind
    words: str
    link: Link
    state: str | None = None
    grounds: Grounds = NO_GROUNDS
    people: tuple[str, ...] = ()


class Length(StrEnum):
    """The length of a recap."""

    SHORT = "short"
    USUAL = "usual"
    FULL = "full"


def since(visible: VisibleStory, after: Position) -> list[StoryEvent]:
    """The events after a position, without what pages say more (see `more_on_page`)."""
    return [event for event in events(visible) if event.at > after]


def more_on_page(section: Section, at: Position, heading: str, slug: str) -> StoryEvent:
    """The event of a page that says more since a point, under a heading ("" for none)."""
    words = f"{section.title} › {heading}" if heading else section.title
    return StoryEvent(at, EventKind.MORE, words, Link.section(section.id, slug))


def recap(
    visible: VisibleStory, length: Length, after: Position | None = None, person: str | None = None
) -> dict[Position, list[StoryEvent]]:
    """The recap by point, the newest first: of everything, or after a position, or of one person (an id).

    Short: changes of state, or else one fact of the point; usual: all facts; full: people, relationships, pages too.
    """
    chosen = (
        event
        for event in events(visible)
        if (after is None or event.at > after)
        and (person is None or person in event.people)
        and _is_included(event, length)
    )
    points = reversed(by_point(visible, chosen).items())
    return {at: _shortened(rows) if length is Length.SHORT else rows for at, rows in points}


def by_point(visible: VisibleStory, rows: Iterable[StoryEvent]) -> dict[Position, list[StoryEvent]]:
    """Events by point, at each point by kind, and within a kind in the order of the guide's pages."""
    groups: dict[Position, list[StoryEvent]] = {}
    for event in rows:
        groups.setdefault(event.at, []).append(event)
    pages = NarrativeOrder(visible.story)
    ordered = [(at, _in_order(groups[at], pages.at(at))) for at in sorted(groups, reverse=True)]
    return dict(reversed(ordered))


def _in_order(events: list[StoryEvent], sentences: Sentences) -> list[StoryEvent]:
    """The events of a point, within each kind in the order of its pages; events that no page mentions come last.

    The events of one person keep the guide's order: an earlier one never comes after a later one.
    """
    order = list(EventKind)
    keys: list[tuple[int, int]] = []
    earliest: dict[tuple[EventKind, Link], int] = {}
    for event in reversed(events):
        key = (event.kind, event.link)
        number = sentences.last if event.kind in _PAGES else sentences.number_of(event.words)
        earliest[key] = min(number, earliest.get(key, sentences.last))
        keys.append((order.index(event.kind), earliest[key]))
    return [event for _, event in sorted(zip(reversed(keys), events, strict=True), key=lambda row: row[0])]


def _shortened(rows: list[StoryEvent]) -> list[StoryEvent]:
    """The most important events of a point; without any, its first fact, so that no point with facts is left out."""
    important = [event for event in rows if event.state is not None or event.kind in {EventKind.SAME, EventKind.ENDED}]
    return important or rows[:1]


def _is_included(event: StoryEvent, length: Length) -> bool:
    return length is Length.FULL or event.kind in {EventKind.FACT, EventKind.SAME, EventKind.ENDED}


def events(visible: VisibleStory) -> Iterator[StoryEvent]:
    """All events of the visible story: by kind, and within a kind in the guide's order."""
    met = {entry.id: max(entry.since, entry.name_stages[0].since) for entry in visible.story.characters}
    first = _first_met(visible, met)
    yield from _people(visible, met, first)
    for person in visible.people.everyone:
        for fact in person.facts:
            words = f"{person.name}: {fact.text}"
            at = max(fact.since, first[person.id])
            yield StoryEvent(
                at, EventKind.FACT, words, Link.character(person.id), fact.state, fact.grounds, (person.id,)
            )
    yield from _relationships(visible, met)
    for section in visible.story.sections:
        yield StoryEvent(
            section.since, EventKind.SECTION, section.title, Link.section(section.id), grounds=section.grounds
        )


def _people(visible: VisibleStory, met: dict[str, Position], first: dict[str, Position]) -> Iterator[StoryEvent]:
    for id, at in first.items():
        person = visible.people.get(id)
        if person:
            yield StoryEvent(at, EventKind.MET, _introduced(person), Link.character(id), people=(id,))
    for entry in visible.story.characters:
        other = visible.people.get(entry.id)
        if entry.becomes and other and other.id != entry.id:
            at = max(entry.becomes.since, met[entry.id], met[entry.becomes.character])
            words = f"{entry.name} and {other.name} are the same person"
            yield StoryEvent(at, EventKind.SAME, words, Link.character(other.id), people=(other.id,))


def _introduced(person: Character) -> str:
    names = f"{person.name} {person.native}".rstrip()
    return f"{names}. {person.about}" if person.about else names


def _first_met(visible: VisibleStory, met: dict[str, Position]) -> dict[str, Position]:
    """The position at which each person was first met, under any of their entries."""
    first: dict[str, Position] = {person.id: len(visible.story.timeline) for person in visible.people.everyone}
    for id, at in met.items():
        person = visible.people.get(id)
        if person:
            first[person.id] = min(first[person.id], at)
    return first


def _relationships(visible: VisibleStory, met: dict[str, Position]) -> Iterator[StoryEvent]:
    sentences = _sentences(visible)
    for relationship in visible.story.relationships:
        words = sentences.get(id(relationship))
        if words is None:  # a relationship between two entries that turned out to be one person
            continue
        source, target = visible.people.get(relationship.source), visible.people.get(relationship.target)
        link = Link.character(source.id if source else relationship.source)
        both = tuple(person.id for person in (source, target) if person)
        at = max(relationship.since, met[relationship.source], met[relationship.target])
        yield StoryEvent(at, EventKind.BEGUN, words, link, people=both)
        if relationship.until is not None:
            end = f"{words}: {relationship.ended}" if relationship.ended else f"{words}: ended"
            yield StoryEvent(max(relationship.until, at), EventKind.ENDED, end, link, people=both)


def _sentences(visible: VisibleStory) -> dict[int, str]:
    """The sentence of each relationship, seen from its source, by the relationship's identity."""
    sentences: dict[int, str] = {}
    for person in visible.people.everyone:
        for side in visible.people.relationships_of(person.id):
            if _is_seen_from_source(visible, side, person):
                other = visible.people.get(side.other)
                sentence = side.sentence(person.name, other.name if other else side.other)
                sentences.setdefault(id(side.relationship), sentence)
    return sentences


def _is_seen_from_source(visible: VisibleStory, side: RelationshipSide, person: Character) -> bool:
    source = visible.people.get(side.relationship.source)
    return source is not None and source.id == person.id and side.other != person.id
