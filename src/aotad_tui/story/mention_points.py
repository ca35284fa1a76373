"""The points at which sections mention somebody, and the points of the lines of a section."""

from __future__ import annotations

from collections.abc import Mapping

from .spoilers import spoiler_blocks
from .timeline import Position, Timeline

MentionPoints = Mapping[str, frozenset[Position]]
"""By the ids of the sections that mention a person or term, the points at which they do.

A mention counts at the point of its section, or at that of the spoiler that it is in, if that is later.
"""


def points_of_spoilers(text: str, timeline: Timeline) -> Mapping[int, Position]:
    """The points at which the lines of a Markdown text that are in spoilers become visible, by line number from 0."""
    points: dict[int, Position] = {}
    for block in spoiler_blocks(text, timeline):
        position = block.position(timeline)
        for line in range(block.first, block.end):
            points[line] = max(position, points.get(line, 0))
    return points
