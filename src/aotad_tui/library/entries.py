"""The entries of a guide: what its files contain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aotad_tui.story.timeline import Position

from .format import CharacterEntry, GuideEntry, PartEntry, SectionEntry, SourceEntry, TermEntry
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
    parts: Sequence[tuple[PartEntry, Position]] = ()
    """The parts with a file of their own, and the position from which the first section in each is visible."""
    terms: Sequence[tuple[Word, TermEntry]] = ()
