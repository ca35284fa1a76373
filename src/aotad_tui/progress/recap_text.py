"""Events as lines, for the dialogs of recap and news and for the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.link import Link
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .events import EventKind, StoryEvent, by_point

FOLDED, UNFOLDED = "▸", "▾"
VOLUME_FOLD = "volume "
"""How the ids of the folds of volumes begin; a volume's own id may be a number, as those of points are."""

_SIGNS = {
    EventKind.ANNOUNCED: "○",
    EventKind.MET: "+",
    EventKind.SAME: "=",
    EventKind.FACT: "·",
    EventKind.BEGUN: "─",
    EventKind.CHANGED: "~",
    EventKind.REVEALED: "!",
    EventKind.ENDED: "x",
    EventKind.SECTION: "»",
    EventKind.MORE: "»",
}
_HEADINGS = {
    EventKind.ANNOUNCED: ("person announced", "people announced"),
    EventKind.MET: ("new person", "new people"),
    EventKind.SAME: ("identity revealed", "identities revealed"),
    EventKind.FACT: ("new fact", "new facts"),
    EventKind.BEGUN: ("new relationship", "new relationships"),
    EventKind.CHANGED: ("changed relationship", "changed relationships"),
    EventKind.REVEALED: ("revealed secret", "revealed secrets"),
    EventKind.ENDED: ("ended relationship", "ended relationships"),
    EventKind.SECTION: ("new section", "new sections"),
    EventKind.MORE: ("updated passage", "updated passages"),
}
"""The heading over one event of a kind, and over several, after their number."""
_NAMED = {EventKind.ANNOUNCED, EventKind.MET, EventKind.SECTION, EventKind.MORE}
"""Events whose text is the name of what they link to."""


def recap_lines(
    visible: VisibleStory,
    points: Mapping[Position, Sequence[StoryEvent]],
    cells: int,
    folded: Collection[Position] | None = None,
    unfolded_volumes: Collection[str] | None = None,
) -> list[Line]:
    """The points of a recap, with a heading for each. `folded`: the points of which only the heading is shown.

    With `folded`, even an empty one, each heading is the link of its fold, whose id is the position. With
    `unfolded_volumes`, each volume but the newest has one heading too, which is the only row of the others; the id of
    its fold is `VOLUME_FOLD` and that of the volume.
    """
    if not points:
        return [(Span("Nothing to recap.", "dim"),)]
    lines: list[Line] = []
    volumes_shown: set[str] = set()
    timeline = visible.story.timeline
    newest = timeline.volume_of(max(points))
    for position, events in points.items():
        volume = timeline.volume_of(position)
        if unfolded_volumes is not None and volume and volume != newest:
            is_open = volume.id in unfolded_volumes
            if volume.id not in volumes_shown:
                volumes_shown.add(volume.id)
                words = f"{UNFOLDED if is_open else FOLDED} {timeline.volume_heading(volume)}"
                lines.extend(wrap_spans((Span(words, "heading", Link.fold(VOLUME_FOLD + volume.id)),), cells))
            if not is_open:
                continue
        is_folded = folded is not None and position in folded
        if lines and not is_folded:
            lines.append(())
        heading = Span(point_heading(visible, position), "heading")
        if folded is not None:
            sign = FOLDED if is_folded else UNFOLDED
            heading = Span(f"{sign} {heading.text}", "heading", Link.fold(str(position)))
        lines.extend(wrap_spans((heading,), cells))
        if not is_folded:
            lines.extend(_rows(visible, events, cells))
    return lines


def news_lines(visible: VisibleStory, events: Sequence[StoryEvent], cells: int) -> list[Line]:
    """The news, with a heading for each kind of event, earlier events first."""
    if not events:
        return [(Span("Nothing new.", "dim"),)]
    lines: list[Line] = []
    ordered = [event for of_point in by_point(visible, events).values() for event in of_point]
    for kind in EventKind:
        rows = [event for event in ordered if event.kind is kind]
        if rows:
            if lines:
                lines.append(())
            singular, plural = _HEADINGS[kind]
            lines.append((Span(f"{len(rows)} {singular if len(rows) == 1 else plural}", "heading"),))
            lines.extend(_rows(visible, rows, cells))
    return lines


def point_heading(visible: VisibleStory, position: Position) -> str:
    """The heading of a point in the recap: its number, and its title if it has one."""
    timeline = visible.story.timeline
    if not timeline:
        return "Everything known"
    if position == 0:
        return "Before the start"
    return timeline.heading(position)


def _rows(visible: VisibleStory, events: Iterable[StoryEvent], cells: int) -> Iterator[Line]:
    for event in events:
        state, grounds = visible.story.state_by_id.get(event.state or ""), event.grounds
        style = f"state {state.id}" if state else "dim"
        sign = Span(f"{state.sign if state else _SIGNS[event.kind]} ", style, event.link)
        words = [Span(event.words, "name" if event.kind in _NAMED else "", event.link)]
        certainty = grounds.certainty
        if certainty and (grounds.as_of or certainty.value != "confirmed"):
            remark = f"  {certainty.sign} {certainty}" + (f", {grounds.as_of}" if grounds.as_of else "")
            words.append(Span(remark, f"remark {certainty}", event.link))
        for number, line in enumerate(wrap_spans(words, max(cells - 2, 8))):
            yield (Span("  ", "", event.link) if number else sign, *line)
