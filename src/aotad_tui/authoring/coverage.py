"""`coverage`: what a guide has about whom, and what each point adds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from aotad_tui.library.load import Readable
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .changes import ChangeKind, all_changes


@dataclass(frozen=True, slots=True)
class Coverage:
    """The gaps of a guide, and what opens at each point. The people are ids.

    `added`: the number of things of each kind that open at each position from 0. A kind of which nothing opens is
    missing there.
    """

    without_facts: tuple[str, ...]
    without_relationships: tuple[str, ...]
    without_mentions: tuple[str, ...]
    unused_sources: tuple[str, ...]
    added: tuple[Counter[ChangeKind], ...]

    @property
    def empty_points(self) -> tuple[Position, ...]:
        """The points at which nothing opens."""
        return tuple(position for position, kinds in enumerate(self.added) if position and not kinds)


def coverage(folder: Path, guide: Readable) -> Coverage:
    """The coverage of a whole guide, as its readers see it at the end."""
    whole = guide.story
    visible = VisibleStory(whole.as_of(whole.seen))
    people = visible.people.everyone
    mentioned = _mentioned(visible)
    used = {source.id for source in visible.story.sources}
    added = tuple(Counter[ChangeKind]() for _ in range(len(whole.timeline) + 1))
    for change in all_changes(folder, guide):
        added[change.since][change.kind] += 1
    return Coverage(
        without_facts=tuple(person.id for person in people if not person.facts),
        without_relationships=tuple(person.id for person in people if person.id not in visible.people.neighbours),
        without_mentions=tuple(person.id for person in people if person.id not in mentioned),
        unused_sources=tuple(source.id for source in whole.sources if source.id not in used),
        added=added,
    )


def _mentioned(visible: VisibleStory) -> set[str]:
    """The ids of all people whom a section names or links."""
    mentioned: set[str] = set()
    for section in visible.story.sections:
        text = visible.story.text(section)
        linked = visible.links.people_linked(text)
        mentioned.update(linked, visible.mentions.people_in(text, section.unnamed, linked))
    return mentioned
