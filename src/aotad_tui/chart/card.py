"""A character's card: who this is, in a frame."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, fill, wrap_spans
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory


def card_facts(visible: VisibleStory, person: Character) -> Iterator[tuple[Span, ...]]:
    """What a card says, a row each (before wrapping): names, group and state, who it is, who plays it."""
    names = [Span(person.name, "person")]
    if person.native:
        names += [Span("  "), Span(person.native, "native")]
    yield tuple(names)
    yield standing(visible, person)
    if person.about:
        yield (Span(person.about),)
    if person.played_by:
        native = f" {person.played_by.native}" if person.played_by.native else ""
        yield (Span(f"played by {person.played_by.name}{native}", "dim"),)


def standing(visible: VisibleStory, person: Character) -> tuple[Span, ...]:
    """Group and state in a few words: "Class 2-5 · • alive"."""
    group = visible.story.group_by_id.get(person.group or "")
    state = visible.story.state_by_id.get(person.state)
    spans = [Span(group.name, "group")] if group else []
    if state:
        if spans:
            spans.append(Span(" · ", "dim"))
        spans.append(Span(f"{state.sign} {state.label}", f"state {state.id}"))
    return tuple(spans)


def card(visible: VisibleStory, person: Character, cells: int, *, trunk: bool) -> list[Line]:
    """The card in that many cells (12 at the least); `trunk`: whether the ties' trunk leaves its lower edge."""
    room = cells - 4
    lines: list[Line] = [(Span(f"╭{'─' * (cells - 2)}╮", "frame"),)]
    for spans in card_facts(visible, person):
        wrapped = wrap_spans(spans, room) if spans else []
        lines.extend((Span("│ ", "frame"), *fill(line, room), Span(" │", "frame")) for line in wrapped)
    tee = "┬" if trunk else "─"
    lines.append((Span(f"╰─{tee}{'─' * (cells - 4)}╯", "frame"),))
    return lines


def name_line(person: Character) -> str:
    """Both names in a row: "Nam On-jo 남온조"."""
    return f"{person.name} {person.native}" if person.native else person.name
