"""The people of a section, who decide what an ambiguous name in it means.

A name of several people means the one of them who is named or linked unambiguously in the section.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from .values import Section
from .visible import VisibleStory

_MOST_SEARCHED = 300_000
"""The characters of a section that are searched. The people found in them count for all of a longer section."""


class SectionPeople(Collection[str]):
    """The ids of the people in a section. Computed only for an ambiguous name, since most sections have none."""

    def __init__(self, visible: VisibleStory, section: Section, text: str) -> None:
        self._visible = visible
        self._section = section
        self._text = text

    @cached_property
    def _people(self) -> frozenset[str]:
        text = self._text[:_MOST_SEARCHED]
        linked = self._visible.links.people_linked(text)
        return frozenset(self._visible.mentions.people_in(text, self._section.unnamed, linked))

    def __contains__(self, id: object) -> bool:
        return id in self._people

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def __len__(self) -> int:
        return len(self._people)
