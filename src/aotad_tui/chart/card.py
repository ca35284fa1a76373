"""The card of a character: names, group, state and description in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, Span, fill, wrap_spans
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory


def card_facts(visible: VisibleStory, person: Character) -> Iterator[tuple[Span, ...]]:
    """Yield the rows of a card before wrapping: names; group and state; description; actor."""
    names = [Span(person.name, "person")]
    if person.native:
        names += [Span("  "), Span(person.native, "native")]
    yield tuple(names)
    yield group_and_state(visible, person)
    if person.about:
        yield (Span(person.about),)
    if person.played_by:
        native = f" {person.played_by.native}" if person.played_by.native else ""
        yield (Span(f"played by {person.played_by.name}{native}", "dim"),)


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


def card(visible: VisibleStory, person: Character, cells: int, *, trunk: bool) -> list[Line]:
    """Draw the card in `cells` cells, at least 12.

    `trunk`: whether the trunk of the relationships leaves the lower edge.
    """
    return framed(card_facts(visible, person), cells, trunk=trunk)


def framed(rows: Iterable[tuple[Span, ...]], cells: int, *, trunk: bool = False) -> list[Line]:
    """Wrap rows and draw a frame around them, as in `card`."""
    room = cells - 4
    lines: list[Line] = [(Span(f"╭{'─' * (cells - 2)}╮", "frame"),)]
    for spans in rows:
        wrapped = wrap_spans(spans, room) if spans else []
        lines.extend((Span("│ ", "frame"), *fill(line, room), Span(" │", "frame")) for line in wrapped)
    tee = "┬" if trunk else "─"
    lines.append((Span(f"╰─{tee}{'─' * (cells - 4)}╯", "frame"),))
    return lines


def name_line(person: Character) -> str:
    """Return both names on one row: "Nam On-jo 남온조"."""
    return f"{person.name} {person.native}" if person.native else person.name
