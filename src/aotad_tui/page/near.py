"""Who is meant by a name that several bear: the one who is named without doubt nearby."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from aotad_tui.story.edition import Edition

CHUNK = 64
"""How many leaves belong together: estimates are summed by chunks, and nearby is a chunk and those beside it."""


class Near(Collection[str]):
    """The ids of the people who are certainly named around a place; looked for when somebody asks."""

    def __init__(self, edition: Edition, text: Callable[[], str]) -> None:
        self._edition = edition
        self._text = text

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(mention.who for mention in self._edition.mentions.find(self._text()))

    def __contains__(self, id: object) -> bool:
        return id in self._people

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def __len__(self) -> int:
        return len(self._people)
