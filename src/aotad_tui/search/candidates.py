"""The candidates that can be found in a visible story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.link import Link
from aotad_tui.story.point_spellings import point_readings
from aotad_tui.story.timeline import START, Position
from aotad_tui.story.visible import VisibleStory

from .finder import Candidate
from .passages import Passage


def people(visible: VisibleStory) -> Iterator[Candidate]:
    """All people, under each of their names. The weight is the number of their relationships."""
    for person in visible.people.everyone:
        actor = person.played_by
        secondary_names = tuple(name for name in (actor.name, actor.native, *actor.aliases) if name) if actor else ()
        ties = len(visible.people.neighbours.get(person.id, ()))
        yield Candidate(Link.character(person.id), person.name, person.spellings, ties, secondary_names)


def terms(visible: VisibleStory) -> Iterator[Candidate]:
    """All terms, under each of their names."""
    for term in visible.terms.values():
        yield Candidate(Link.term(term.id), term.name, term.spellings)


def people_and_terms(visible: VisibleStory) -> Iterator[Candidate]:
    """All people and terms, under each of their names."""
    yield from people(visible)
    yield from terms(visible)


def sections(visible: VisibleStory) -> Iterator[Candidate]:
    """All sections, under their titles, aliases and ids."""
    for section in visible.story.sections:
        yield Candidate(Link.section(section.id), section.title, (section.title, *section.aliases, section.id))


def headings(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """Headings, under their text."""
    for passage in passages:
        yield Candidate(passage.link, passage.text, (passage.text,))


def points(visible: VisibleStory) -> Iterator[Candidate]:
    """All points of the timeline, under their number and id, and their title if it is visible."""
    return (_point(visible, position) for position in range(1, len(visible.story.timeline) + 1))


def typed_points(visible: VisibleStory, typed: str) -> tuple[Candidate, ...]:
    """All points that a text can mean in any spelling, such as `s3e5`, `25` or `start`."""
    timeline = visible.story.timeline
    return tuple(_point(visible, position) for position in point_readings(timeline, typed)) if timeline else ()


def _point(visible: VisibleStory, position: Position) -> Candidate:
    timeline = visible.story.timeline
    if not position:
        return Candidate(Link.point(0), "Nothing yet", (START,))
    title, plain = timeline.heading(position), timeline.untitled(position)
    return Candidate(Link.point(position), title, (title, plain, timeline.points[position - 1].id))
