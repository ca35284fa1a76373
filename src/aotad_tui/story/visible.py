"""A story as of a point with all that is looked up in it, each part made when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from .links import Links
from .mentions import Mentions
from .paths import Paths
from .people import People
from .story import Story


class VisibleStory:
    """What a reader may know: a gated story, its people, where its links lead, and who is named in a text."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def people(self) -> People:
        """The people and their ties."""
        return People(self.story)

    @cached_property
    def links(self) -> Links:
        """Where links lead."""
        return Links(self.story, self.people)

    @cached_property
    def mentions(self) -> Mentions:
        """Who is named in a text."""
        return Mentions(self.people)

    @cached_property
    def paths(self) -> Paths:
        """How people are connected."""
        return Paths(self.people)
