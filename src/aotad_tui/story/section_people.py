"""Who is meant by a name that several bear: the one of them who is named or linked in the section without doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from .values import Section
from .visible import VisibleStory

_FAR_ENOUGH = 300_000
"""How many characters of a section are looked through: in a longer one who is named in them stands for all."""


class SectionPeople(Collection[str]):
    """The ids of a section's own people; looked for when a name is in doubt, since most sections hold none."""

    def __init__(self, visible: VisibleStory, section: Section, text: str) -> None:
        self._visible = visible
        self._section = section
        self._text = text

    @cached_property
    def _people(self) -> frozenset[str]:
        text = self._text[:_FAR_ENOUGH]
        linked = self._visible.links.people_linked(text)
        return frozenset(self._visible.mentions.people_in(text, self._section.unnamed, linked))

    def __contains__(self, id: object) -> bool:
        return id in self._people

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def __len__(self) -> int:
        return len(self._people)
