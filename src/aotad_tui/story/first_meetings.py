"""Where a reader first met a person: the section of that point that names the person."""

from __future__ import annotations

from itertools import islice

from .links import Links
from .mentions import Mentions
from .spoiler_removal import hide_spoilers
from .story import Story
from .timeline import Position
from .values import Character, Section

_MOST_SECTIONS = 20
_MOST_SEARCHED = 300_000
"""The characters of a section that are searched."""


def met_at(person: Character) -> Position:
    """The point at which the reader met a person; 0 for one who is known from the start or only announced."""
    return max(person.since, person.met) if person.is_met else 0


class FirstMeetings:
    """Finds the sections in which people are first met. Searches them on request and remembers the answer."""

    def __init__(self, story: Story, links: Links, mentions: Mentions) -> None:
        self._story = story
        self._links = links
        self._mentions = mentions
        self._people_of: dict[str, frozenset[str]] = {}
        """By the id of a section, the ids of the people whom it names at its own point, outside of later spoilers."""

    def section_of(self, person: Character) -> Section | None:
        """The first section from the point at which a person is met that names the person.

        A section that covers the point comes before the others: a page that grows may name the person only later.
        None if no section does, and for a person who is known from the start or only announced.
        """
        point = met_at(person)
        if not point:
            return None
        opened = (section for section in self._story.sections if section.since == point)
        sections = sorted(opened, key=lambda section: section.covers != point)
        return next(
            (section for section in islice(sections, _MOST_SECTIONS) if person.id in self._people_in(section)), None
        )

    def _people_in(self, section: Section) -> frozenset[str]:
        people = self._people_of.get(section.id)
        if people is None:
            try:
                text = hide_spoilers(self._story.text(section), self._story.timeline, section.since)[:_MOST_SEARCHED]
            except OSError:
                text = ""
            linked = self._links.people_linked(text)
            people = frozenset((*linked, *self._mentions.people_in(text, section.unnamed, linked)))
            self._people_of[section.id] = people
        return people
