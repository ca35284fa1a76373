"""What can be found in a story as of a point."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER, SECTION

from .finder import Candidate


def people(edition: Edition) -> Iterator[Candidate]:
    """Everybody, under every name of theirs; the more ties, the more central."""
    for person in edition.people.everyone:
        actor = person.played_by
        asides = tuple(name for name in (actor.name, actor.native) if name) if actor else ()
        ties = len(edition.people.ties(person.id))
        yield Candidate(CHARACTER + person.id, person.name, person.spellings, ties, asides)


def sections(edition: Edition) -> Iterator[Candidate]:
    """Every section, under its title, its other titles and its id."""
    for section in edition.story.sections:
        yield Candidate(SECTION + section.id, section.title, (section.title, *section.aliases, section.id))
