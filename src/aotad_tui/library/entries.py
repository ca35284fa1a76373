"""The entries of a guide: what its files contain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .format import CharacterEntry, GuideEntry, SectionEntry, SourceEntry
from .relationship_entries import RelationshipEntry
from .shapes import Word


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries of the files of a guide, before ids and points are resolved."""

    guide: GuideEntry
    sources: Sequence[tuple[Word, SourceEntry]]
    characters: Sequence[tuple[Word, CharacterEntry]]
    relationships: Sequence[RelationshipEntry]
    sections: Sequence[SectionEntry]
