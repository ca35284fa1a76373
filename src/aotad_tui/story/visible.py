"""A story as of a point with its indexes. Each index is built on first use."""

from __future__ import annotations

from functools import cached_property

from .first_meetings import FirstMeetings
from .links import Links
from .mentions import Mentions
from .namesakes import Namesakes
from .paths import Paths
from .people import People
from .short_names import short_names
from .story import Story


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
        return Mentions(self.people, self.story.endings, short_names(self.story, self.people))

    @cached_property
    def namesakes(self) -> Namesakes:
        """Tells people of one name apart."""
        return Namesakes(self.story, self.people)

    @cached_property
    def first_meetings(self) -> FirstMeetings:
        """Finds the sections in which people are first met."""
        return FirstMeetings(self.story, self.links, self.mentions)

    @cached_property
    def paths(self) -> Paths:
        """Finds paths between people."""
        return Paths(self.people)
