"""A story as of a point with its indexes. Each index is built on first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from aotad_tui.link import Link

from .first_meetings import FirstMeetings
from .links import Links
from .mentions import Mentions
from .named import Term
from .namesakes import Namesakes
from .pages_for_point import recap_pages
from .paths import Paths
from .people import People
from .short_names import short_names
from .story import Story
from .values import Character, Section


class VisibleStory:
    """The visible part of a story: a gated story with its people, links, mentions and paths."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @property
    def yet(self) -> str:
        """The end of a message about something missing: " yet", or nothing where the whole story is visible."""
        return " yet" if self.story.seen < len(self.story.timeline) else ""

    @cached_property
    def people(self) -> People:
        """The people and their relationships."""
        return People(self.story)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The terms by their ids, in the guide's order. An id that a character has too means the character."""
        characters = {character.id for character in self.story.characters}
        return {term.id: term for term in self.story.terms if term.id not in characters}

    def named(self, id: str) -> Character | Term | None:
        """The person or the term of that id."""
        return self.people.get(id) or self.terms.get(id)

    def link_to(self, id: str) -> Link:
        """The link to the term of that id, or else to the person."""
        return Link.term(id) if id in self.terms else Link.character(id)

    @cached_property
    def links(self) -> Links:
        """Resolves links."""
        return Links(self.story, self.people, self.terms)

    @cached_property
    def mentions(self) -> Mentions:
        """Finds the names of people and terms in texts."""
        short = short_names(self.story, self.people)
        return Mentions(self.people, self.story.endings, short, self.terms.values())

    @cached_property
    def namesakes(self) -> Namesakes:
        """Tells people of one name apart."""
        return Namesakes(self.story, self.people)

    @cached_property
    def first_meetings(self) -> FirstMeetings:
        """Finds the sections in which people are first met."""
        return FirstMeetings(self.story, self.links, self.mentions)

    @property
    def recap_sections(self) -> tuple[Section, ...]:
        """The sections that are recaps written by the author, in order."""
        return recap_pages(self.story)

    @cached_property
    def paths(self) -> Paths:
        """Finds paths between people."""
        return Paths(self.people)
