"""The events of a story, point by point: the rows of the recap and of what is new.

Events are made from the visible story alone, so nothing later than the reader's point can be among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from aotad_tui.cells import ELLIPSIS
from aotad_tui.link import Link
from aotad_tui.story.grounds import NO_GROUNDS, Grounds
from aotad_tui.story.timeline import NOT_YET, Position
from aotad_tui.story.values import Character, Relationship, Section
from aotad_tui.story.visible import VisibleStory

from .narrative_order import NarrativeOrder, Sentences


class EventKind(StrEnum):
    """The kind of an event."""

    ANNOUNCED = "announced"
    MET = "met"
    SAME = "same"
    FACT = "fact"
    BEGUN = "begun"
    CHANGED = "changed"
    REVEALED = "revealed"
    ENDED = "ended"
    SECTION = "section"
    MORE = "more"


_USUAL = {EventKind.FACT, EventKind.SAME, EventKind.CHANGED, EventKind.REVEALED, EventKind.ENDED}
"""Events in a recap of the usual length."""
_PAGES = {EventKind.SECTION, EventKind.MORE}
"""Events of pages, which are in the order of the sidebar."""


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One event: the position at which it becomes known, its text, and its link. `state`: a person's new state.

    `shared`: the id of an event that several people share, else empty; `people`: the ids of those who are in it.
    """

    at: Position
    kind: EventKind
    words: str
    link: Link
    state: str | None = None
    grounds: Grounds = NO_GROUNDS
    shared: str = ""
    people: tuple[str, ...] = ()


class Length(StrEnum):
    """The length of a recap."""

    SHORT = "short"
    USUAL = "usual"
    FULL = "full"


def since(visible: VisibleStory, after: Position) -> list[StoryEvent]:
    """The events after a position, without what pages say more (see `more_on_page`)."""
    return merge_shared(visible, (event for event in events(visible) if event.at > after))


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
    chosen = [
        event
        for event in events(visible)
        if (after is None or event.at > after) and (length is Length.FULL or event.kind in _USUAL)
    ]
    important = {event.at for event in chosen if _is_important(event) and (person is None or person in event.people)}
    if length is Length.SHORT:
        chosen = [event for event in chosen if _is_important(event) or event.at not in important]
    merged = (event for event in merge_shared(visible, chosen) if person is None or person in event.people)
    points = reversed(by_point(visible, merged).items())
    return {at: rows[:1] if length is Length.SHORT and at not in important else rows for at, rows in points}


def merge_shared(visible: VisibleStory, rows: Iterable[StoryEvent]) -> list[StoryEvent]:
    """The events, those of one shared event as one: the earliest, or of several the first, with everybody in it."""
    events_in_order = list(rows)
    groups: dict[str, list[int]] = {}
    for number, event in enumerate(events_in_order):
        if event.shared:
            groups.setdefault(event.shared, []).append(number)
    merged: list[StoryEvent | None] = [*events_in_order]
    for group in groups.values():
        first = min(group, key=lambda number: events_in_order[number].at)
        others = [events_in_order[number] for number in group if number != first]
        for number in group:
            merged[number] = None
        merged[first] = _with_people(visible, events_in_order[first], others)
    return [event for event in merged if event]


def _with_people(visible: VisibleStory, first: StoryEvent, others: Sequence[StoryEvent]) -> StoryEvent:
    """An event with the names of the people of others that it does not name, and the sign of a new state."""
    states = {id: event.state for event in others for id in event.people if event.state}
    ids = dict.fromkeys(id for event in others for id in event.people if id not in first.people)
    names = []
    for id in ids:
        person, state = visible.people.get(id), visible.story.state_by_id.get(states.get(id) or "")
        name = visible.namesakes.label(person) if person else ""
        if person and (state or name not in first.words):
            names.append(f"{state.sign} {name}" if state else name)
    words = f"{first.words} (also {', '.join(names)})" if names else first.words
    return replace(first, words=words, people=(*first.people, *ids))


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


def _is_important(event: StoryEvent) -> bool:
    """Whether an event is in a short recap. A point without such events has its first fact there."""
    return event.state is not None or event.kind in {EventKind.SAME, EventKind.ENDED}


def events(visible: VisibleStory) -> Iterator[StoryEvent]:
    """All events of the visible story: by kind, and within a kind in the guide's order."""
    shown = {entry.id: entry.shown_since for entry in visible.story.characters}
    first = _first(visible, shown)
    yield from _people(visible, shown, first)
    for person in visible.people.everyone:
        for fact in person.facts:
            words = f"{visible.namesakes.label(person)}: {fact.text}"
            at = max(fact.since, first[person.id])
            yield StoryEvent(
                at, EventKind.FACT, words, Link.character(person.id), fact.state, fact.grounds, fact.event, (person.id,)
            )
    yield from _relationships(visible, shown)
    for section in visible.story.sections:
        yield StoryEvent(
            section.since, EventKind.SECTION, section.title, Link.section(section.id), grounds=section.grounds
        )


def _people(visible: VisibleStory, shown: dict[str, Position], first: dict[str, Position]) -> Iterator[StoryEvent]:
    met = {entry.id: max(shown[entry.id], entry.met) for entry in visible.story.characters}
    first_met = _first(visible, met)
    for id, at in first.items():
        person = visible.people.get(id)
        if person and at < first_met[id]:
            yield StoryEvent(at, EventKind.ANNOUNCED, _introduced(visible, person), Link.character(id), people=(id,))
        if person and person.is_met:
            yield StoryEvent(
                first_met[id], EventKind.MET, _introduced(visible, person), Link.character(id), people=(id,)
            )
    for entry in visible.story.characters:
        other = visible.people.get(entry.id)
        if entry.becomes and other and other.id != entry.id:
            at = max(entry.becomes.since, shown[entry.id], shown[entry.becomes.character])
            words = f"{entry.name} and {visible.namesakes.label(other)} are the same person"
            yield StoryEvent(at, EventKind.SAME, words, Link.character(other.id), people=(other.id,))


def _introduced(visible: VisibleStory, person: Character) -> str:
    names, words = f"{person.name} {person.native}".rstrip(), visible.namesakes.distinction(person.id)
    if words and not person.about.startswith(words.removesuffix(ELLIPSIS)):
        names = f"{names} ({words})"
    return f"{names}. {person.about}" if person.about else names


def _first(visible: VisibleStory, positions: dict[str, Position]) -> dict[str, Position]:
    """The first position of each person under any of their entries, from the positions of the entries."""
    first: dict[str, Position] = {person.id: NOT_YET for person in visible.people.everyone}
    for id, at in positions.items():
        person = visible.people.get(id)
        if person:
            first[person.id] = min(first[person.id], at)
    return first


def _relationships(visible: VisibleStory, shown: dict[str, Position]) -> Iterator[StoryEvent]:
    people, seen, label = visible.people, visible.story.seen, visible.namesakes.label
    for relationship in visible.story.relationships:
        source, target = people.get(relationship.source), people.get(relationship.target)
        if source is None or target is None or source == target:  # two entries that turned out to be one person
            continue
        link, both = Link.character(source.id), (source.id, target.id)
        at = max(relationship.shown_since, shown[relationship.source], shown[relationship.target])
        changes = _changes_of_kind(relationship, at)
        words = people.sentence(relationship, at if changes else seen, label)
        yield StoryEvent(at, EventKind.BEGUN, words, link, shared=relationship.event, people=both)
        for changed_at in changes:
            words = people.sentence(relationship, changed_at, label)
            yield StoryEvent(changed_at, EventKind.CHANGED, words, link, people=both)
        for secret in relationship.secrets:
            who = people.get(secret.who)
            if who and secret.until is not None and secret.until > at:
                learned_at = max(secret.until, shown[secret.who])
                words = f"{label(who)} learns: {people.sentence(relationship, learned_at, label)}"
                yield StoryEvent(learned_at, EventKind.REVEALED, words, link, people=(who.id, *both))
        if relationship.until is not None:
            words = people.sentence(relationship, seen, label)
            end = f"{words}: {relationship.ended}" if relationship.ended else f"{words}: ended"
            yield StoryEvent(max(relationship.until, at), EventKind.ENDED, end, link, people=both)


def _changes_of_kind(relationship: Relationship, begun: Position) -> list[Position]:
    """The positions from which a relationship that is shown from `begun` on has another kind than before."""
    kind_at = {max(stage.since, begun): stage.text for stage in relationship.kind_stages}
    return [at for before, at in pairwise(kind_at) if kind_at[before] != kind_at[at]]
