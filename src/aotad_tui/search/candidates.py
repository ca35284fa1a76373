"""What can be found in a story as of a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory

from .finder import Candidate
from .passages import Passage


def people(visible: VisibleStory) -> Iterator[Candidate]:
    """Everybody, under every name of theirs; the more ties, the more central."""
    for person in visible.people.everyone:
        actor = person.played_by
        asides = tuple(name for name in (actor.name, actor.native, *actor.aliases) if name) if actor else ()
        ties = len(visible.people.related.get(person.id, ()))
        yield Candidate(Link.character(person.id), person.name, person.spellings, ties, asides)


def sections(visible: VisibleStory) -> Iterator[Candidate]:
    """Every section, under its title, its other titles and its id."""
    for section in visible.story.sections:
        yield Candidate(Link.section(section.id), section.title, (section.title, *section.aliases, section.id))


def headings(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """Headings, under their own words."""
    for passage in passages:
        yield Candidate(passage.link, passage.text, (passage.text,))


def points(visible: VisibleStory) -> Iterator[Candidate]:
    """Every point of the timeline, under its number, its id, and its title where that may be told."""
    timeline = visible.story.timeline
    for position, point in enumerate(timeline.points, 1):
        name, plain = timeline.name(position), timeline.untitled(position)
        title = plain if name.casefold() == plain.casefold() else f"{plain}: {name}"
        yield Candidate(Link.point(position), title, (title, plain, point.id))
