"""Where somebody is named: a cell for each point of the story, or for each section of a guide without points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from aotad_tui.cells import Line, Span, width, wrap_spans, wrap_text
from aotad_tui.link import Link
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.timeline import Position, Timeline
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

NAMED, NOT_NAMED = "▪", "·"
_GROUP = 5
"""The number of cells between two gaps, which make counting easier."""


def presence_lines(visible: VisibleStory, named_at: MentionPoints, cells: int) -> list[Line]:
    """Draw the row of cells in `cells` cells, in several rows if needed. `named_at`: where the person is named.

    Each row begins with the name or number of its first point, or the number of its first section. A cell is a link to
    the first section that names the person there. Pages that open before the first point are in a row of their own.
    """
    if not named_at:
        return [(Span(line, "dim"),) for line in _wrapped("named in no section", cells)]
    places, by_place = _sections_by_place(visible, named_at)
    rows = list(_rows(visible.story.timeline, by_place, places, cells))
    at_start = by_place.get(0)
    if at_start:
        pages = "a page" if len(at_start) == 1 else f"{len(at_start)} pages"
        words = Span(f" on {pages} open from the start", "dim", Link.section(at_start[0].id))
        rows += wrap_spans((_cell(at_start), words), cells)
    return rows


def _sections_by_place(visible: VisibleStory, named_at: MentionPoints) -> tuple[int, dict[int, list[Section]]]:
    """The number of places on the scale, and the sections that name the person by place, counted from 1."""
    story = visible.story
    by_place: dict[int, list[Section]] = {}
    # Up to the last visible section or mention, whatever the reader's point: the same as in a guide that ends there.
    last = 0
    for number, section in enumerate(story.sections, 1):
        points = named_at.get(section.id, frozenset())
        places = points if story.timeline else {number for _ in points}
        last = max(last, section.since if story.timeline else number, *places)
        for place in places:
            by_place.setdefault(place, []).append(section)
    return last, by_place


def _rows(timeline: Timeline, by_place: dict[int, list[Section]], places: int, cells: int) -> Iterator[Line]:
    """Each volume begins a row. The first cell of a row is that of the point, or of the section, at its beginning."""
    volumes = [(volume.first, min(volume.last, places)) for volume in timeline.volumes if volume.first <= places]
    names = [timeline.short(place) if volumes else str(place) for place in range(1, places + 1)]
    lead = max(map(width, names), default=0)
    groups = max((cells - lead) // (_GROUP + 1), 1)
    in_row = _GROUP * (groups - groups % 2 if groups > 1 else groups)
    for begin, end in volumes or [(1, places)]:
        for first in range(begin, end + 1, in_row):
            name = names[first - 1]
            row = [Span(f"{name}{' ' * (lead - width(name))}" if volumes else f"{name:>{lead}}", "dim")]
            for place in range(first, min(first + in_row, end + 1)):
                if (place - first) % _GROUP == 0:
                    row.append(Span(" "))
                row.append(_cell(by_place.get(place)))
            yield tuple(row)


def _cell(sections: list[Section] | None) -> Span:
    return Span(NAMED, "name", Link.section(sections[0].id)) if sections else Span(NOT_NAMED, "dim")


def together_lines(visible: VisibleStory, named_at: Sequence[MentionPoints], cells: int) -> list[Line]:
    """The points, or the titles of sections, in which several people are named: "Together in Episode 1; Episode 3"."""
    words = "; ".join(_places_in_words(visible, named_at))
    return [(Span(line),) for line in _wrapped(f"Together in {words}." if words else "No section names both.", cells)]


def shared_sections(visible: VisibleStory, named_at: Sequence[MentionPoints]) -> list[Section]:
    """The sections that name all of several people, by the points at which each is named."""
    return [section for section in visible.story.sections if all(section.id in own for own in named_at)]


def _places_in_words(visible: VisibleStory, named_at: Sequence[MentionPoints]) -> Iterator[str]:
    """The titles of sections without a point, then the points in order; three points or more in a row as a range."""
    timeline, places = visible.story.timeline, set[Position]()
    for section in shared_sections(visible, named_at):
        shared = _shared_points([own[section.id] for own in named_at]) if timeline else {0}
        if 0 in shared:
            yield f"“{section.title}”"
        places |= shared - {0}
    for _, run in groupby(enumerate(sorted(places)), lambda item: item[1] - item[0]):
        positions = [position for _, position in run]
        if len(positions) > 2:
            yield f"{timeline.untitled(positions[0])} to {timeline.untitled(positions[-1])}"
        else:
            yield from map(timeline.untitled, positions)


def _shared_points(points: Sequence[AbstractSet[Position]]) -> AbstractSet[Position]:
    """The points at which a section names several people, by the points of each.

    They are the first point at which it names all of them, and those at which it names all of them again.
    """
    return {max(map(min, points))}.union(frozenset.intersection(*map(frozenset, points)))


def _wrapped(words: str, cells: int) -> Iterator[str]:
    return (words[start:end] for start, end in wrap_text(words, cells))
