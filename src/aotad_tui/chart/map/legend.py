"""What each line and sign of the map means, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, Span, width
from aotad_tui.chart.strokes import STROKES
from aotad_tui.story.values import Kind

_MARKS = ("► who acts on whom", "(in brackets) over", "▐ ▌ chosen")


def legend(kinds: Iterable[Kind], cells: int, hidden: frozenset[str] = frozenset()) -> list[Line]:
    """The kinds with their signs and lines, as many to a row as fit in so many cells; those that are hidden say so."""
    rows: list[Line] = []
    row: list[Span] = []
    used = 0
    for span in _entries(kinds, hidden):
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


def _entries(kinds: Iterable[Kind], hidden: frozenset[str]) -> Iterator[Span]:
    for kind in kinds:
        stroke = STROKES[kind.line].across
        if kind.id in hidden:
            yield Span(f"[{kind.sign} {kind.heading} hidden]", "dim")
        else:
            yield Span(f"{stroke}{kind.sign}{stroke} {kind.heading}", f"tie {kind.id}")
    for mark in _MARKS:
        yield Span(mark, "dim")
