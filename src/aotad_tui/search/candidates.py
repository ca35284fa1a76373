"""What can be found in a story as of a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION

from .finder import Candidate
from .passages import Passage

POINT = "point:"
"""A place that is a position of the timeline."""


def people(edition: Edition) -> Iterator[Candidate]:
    """Everybody, under every name of theirs; the more ties, the more central."""
    for person in edition.people.everyone:
        actor = person.played_by
        asides = tuple(name for name in (actor.name, actor.native, *actor.aliases) if name) if actor else ()
        ties = len(edition.people.related.get(person.id, ()))
        yield Candidate(CHARACTER + person.id, person.name, person.spellings, ties, asides)


def sections(edition: Edition) -> Iterator[Candidate]:
    """Every section, under its title, its other titles and its id."""
    for section in edition.story.sections:
        yield Candidate(SECTION + section.id, section.title, (section.title, *section.aliases, section.id))


def headings(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """Headings, under their own words."""
    for passage in passages:
        yield Candidate(f"{SECTION}{passage.section}#{passage.slug}", passage.text, (passage.text,))


def points(edition: Edition) -> Iterator[Candidate]:
    """Every point of the timeline, under its number, its id, and its title where that may be told."""
    timeline = edition.story.timeline
    for position, point in enumerate(timeline.points, 1):
        name, plain = timeline.name(position), timeline.untitled(position)
        title = plain if name.casefold() == plain.casefold() else f"{plain}: {name}"
        yield Candidate(f"{POINT}{position}", title, (title, plain, point.id))
