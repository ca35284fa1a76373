"""A story as of a point with its indexes. Each index is built on first use."""

from __future__ import annotations

from functools import cached_property

from .links import Links
from .mentions import Mentions
from .pages_for_point import recap_pages
from .paths import Paths
from .people import People
from .story import Story
from .values import Section


class VisibleStory:
    """The visible part of a story: a gated story with its people, links, mentions and paths."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def people(self) -> People:
        """The people and their relationships."""
        return People(self.story)

    @cached_property
    def links(self) -> Links:
        """Resolves links."""
        return Links(self.story, self.people)

    @cached_property
    def mentions(self) -> Mentions:
        """Finds people's names in texts."""
        return Mentions(self.people, self.story.endings)

    @property
    def recap_sections(self) -> tuple[Section, ...]:
        """The sections that are recaps written by the author, in order."""
        return recap_pages(self.story)

    @cached_property
    def paths(self) -> Paths:
        """Finds paths between people."""
        return Paths(self.people)
