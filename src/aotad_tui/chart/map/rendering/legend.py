"""The legend of the map: what each line and sign means."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from aotad_tui.cells import Line, Span, width
from aotad_tui.chart.line_glyphs import LINE_GLYPHS
from aotad_tui.story.story import Story
from aotad_tui.story.values import ALIVE

_MARKS = ("who ► whom", "(past)", "▐ ▌ selected")


def legend(story: Story, cells: int, drawn: Collection[str] | None = None) -> list[Line]:
    """Return the kinds with sign and line, and the other signs, as many on a row as fit in `cells` cells.

    `drawn`: the ids of the kinds and states to explain; all if it is None.
    """
    rows: list[Line] = []
    row: list[Span] = []
    used = 0
    for span in _entries(story, drawn):
        size = width(span.text)
        if row and used + 2 + size > cells:
            rows.append(tuple(row))
            row, used = [], 0
        if row:
            row.append(Span("  "))
            used += 2
        row.append(span)
        used += size
    return [*rows, tuple(row)] if row else rows


def _entries(story: Story, drawn: Collection[str] | None) -> Iterator[Span]:
    for kind in story.current_kinds:
        if drawn is None or kind.id in drawn:
            line = LINE_GLYPHS[kind.line].horizontal
            yield Span(f"{line}{kind.sign}{line} {kind.heading}", kind.style)
    for state in story.states:
        if state.id != ALIVE and (drawn is None or state.id in drawn):
            yield Span(f"{state.sign} {state.label}", f"state {state.id}")
    for mark in _MARKS:
        yield Span(mark, "dim")
