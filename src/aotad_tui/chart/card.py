"""The card of a character: names, group, state, description, first meeting and the reader's notes in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, Span, fill, wrap_spans
from aotad_tui.link import Link
from aotad_tui.story.first_meetings import met_at
from aotad_tui.story.other_names import other_names
from aotad_tui.story.point_spellings import point_readings
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory


def card_facts(visible: VisibleStory, person: Character) -> Iterator[tuple[Span, ...]]:
    """Yield the rows of a card before wrapping.

    They are names; other names; group and state, even if empty; description; actor; first meeting.
    """
    names = [Span(person.name, "person")]
    if person.native:
        names += [Span("  "), Span(person.native, "native")]
    yield tuple(names)
    others = other_names(person)
    if others:
        yield (Span("also ", "dim"), Span(", ".join(others)))
    yield group_and_state(visible, person)
    if person.about:
        yield (Span(person.about),)
    if person.played_by:
        native = f" {person.played_by.native}" if person.played_by.native else ""
        yield (Span(f"played by {person.played_by.name}{native}", "dim"),)
    if met_at(person):
        yield _first_meeting(visible, person)


def _first_meeting(visible: VisibleStory, person: Character) -> tuple[Span, ...]:
    """Return when the person was first met, and the section of that point, as a link, if one names the person."""
    words = visible.namesakes.first_met(person)
    section = visible.first_meetings.section_of(person)
    if section is None:
        return (Span(words, "dim"),)
    link, timeline, point = Link.section(section.id), visible.story.timeline, met_at(person)
    if point in point_readings(timeline, section.title):  # "Episode 1" says nothing that "S1 E1" does not
        label = timeline.label(point)
        return (Span(words.removesuffix(label), "dim", link), Span(label, "link", link))
    return (Span(f"{words}: ", "dim", link), Span(section.title, "link", link))


def group_and_state(visible: VisibleStory, person: Character) -> tuple[Span, ...]:
    """Return the group and the state as spans: "Class 2-5 · • alive"."""
    group = visible.story.group_by_id.get(person.group or "")
    state = visible.story.state_by_id.get(person.state)
    spans = [Span(group.name, "group")] if group else []
    if state:
        if spans:
            spans.append(Span(" · ", "dim"))
        spans.append(Span(f"{state.sign} {state.label}", f"state {state.id}"))
    return tuple(spans)


def card(visible: VisibleStory, person: Character, cells: int, *, trunk: bool, notes: Iterable[str] = ()) -> list[Line]:
    """Draw the card in `cells` cells, at least 12.

    `trunk`: whether the trunk of the relationships leaves the lower edge. `notes`: the reader's, at the end.
    """
    rows = ((Span("* ", "dim"), Span(note, "remark")) for note in notes)
    return framed((*card_facts(visible, person), *rows), cells, trunk=trunk)


def framed(rows: Iterable[tuple[Span, ...]], cells: int, *, trunk: bool = False) -> list[Line]:
    """Wrap rows and draw a frame around them, as in `card`."""
    room = cells - 4
    lines: list[Line] = [(Span(f"╭{'─' * (cells - 2)}╮", "frame"),)]
    for spans in rows:
        wrapped = wrap_spans(spans, room) if spans else []
        link = spans[-1].link if spans else None
        for line in wrapped:
            inside = (Span(span.text, span.style, link) for span in fill(line, room))
            lines.append((Span("│ ", "frame"), *inside, Span(" │", "frame")))
    tee = "┬" if trunk else "─"
    lines.append((Span(f"╰─{tee}{'─' * (cells - 4)}╯", "frame"),))
    return lines


def name_line(visible: VisibleStory, person: Character) -> str:
    """Return both names on one row, and what tells namesakes apart: "Nam On-jo 남온조"."""
    words = visible.namesakes.distinction(person.id)
    names = f"{person.name} {person.native}" if person.native else person.name
    return f"{names} ({words})" if words else names
