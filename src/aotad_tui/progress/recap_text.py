"""Happenings to lines: what the screens of recap and news draw, and what their printed twins print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .events import EventKind, Length, StoryEvent, by_point, recap

_SIGNS = {
    EventKind.MET: "+",
    EventKind.SAME: "=",
    EventKind.FACT: "·",
    EventKind.BEGUN: "─",
    EventKind.ENDED: "x",
    EventKind.SECTION: "»",
    EventKind.MORE: "»",
}
_HEADINGS = {
    EventKind.MET: ("new person", "new people"),
    EventKind.SAME: ("identity revealed", "identities revealed"),
    EventKind.FACT: ("new fact", "new facts"),
    EventKind.BEGUN: ("new relationship", "new relationships"),
    EventKind.ENDED: ("ended relationship", "ended relationships"),
    EventKind.SECTION: ("new section", "new sections"),
    EventKind.MORE: ("updated passage", "updated passages"),
}
"""The heading over one row of a sort, and over several, behind their number."""
_NAMED = {EventKind.MET, EventKind.SECTION, EventKind.MORE}
"""Rows that are the name of what they lead to."""


def recap_lines(visible: VisibleStory, length: Length, cells: int) -> list[Line]:
    """The story so far, a heading for each point."""
    points = recap(visible, length)
    if not points:
        return [(Span("Nothing to recap yet.", "dim"),)]
    lines: list[Line] = []
    for position, found in points.items():
        if lines:
            lines.append(())
        lines.extend(wrap_spans((Span(point_heading(visible, position), "heading"),), cells))
        lines.extend(_rows(visible, found, cells))
    return lines


def news_lines(visible: VisibleStory, found: Sequence[StoryEvent], cells: int) -> list[Line]:
    """What is new, a heading for each sort of thing, below it what happened first."""
    if not found:
        return [(Span("Nothing new.", "dim"),)]
    lines: list[Line] = []
    ordered = [one for at_one_point in by_point(visible, found).values() for one in at_one_point]
    for sort in EventKind:
        rows = [one for one in ordered if one.sort is sort]
        if rows:
            if lines:
                lines.append(())
            one, several = _HEADINGS[sort]
            lines.append((Span(f"{len(rows)} {one if len(rows) == 1 else several}", "heading"),))
            lines.extend(_rows(visible, rows, cells))
    return lines


def point_heading(visible: VisibleStory, position: Position) -> str:
    """What a point of the recap is called: its number, and its title where that says more."""
    timeline = visible.story.timeline
    if not timeline:
        return "Everything known"
    if position == 0:
        return "Before the start"
    name, plain = timeline.name(position), timeline.untitled(position)
    return plain if name.casefold() == plain.casefold() else f"{plain}: {name}"


def _rows(visible: VisibleStory, found: Iterable[StoryEvent], cells: int) -> Iterator[Line]:
    for one in found:
        state = visible.story.state_by_id.get(one.state or "")
        sign = Span(f"{state.sign if state else _SIGNS[one.sort]} ", f"state {state.id}" if state else "dim", one.link)
        words = [Span(one.words, "name" if one.sort in _NAMED else "", one.link)]
        certainty = one.grounds.certainty
        if certainty and (one.grounds.as_of or certainty.value != "confirmed"):
            told = f"  {certainty.sign} {certainty}" + (f", {one.grounds.as_of}" if one.grounds.as_of else "")
            words.append(Span(told, f"remark {certainty}", one.link))
        for number, line in enumerate(wrap_spans(words, max(cells - 2, 8))):
            yield (Span("  ", "", one.link) if number else sign, *line)
