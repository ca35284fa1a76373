"""Tables at a width: columns as wide as they need, narrowed where they must be, and a list where even that fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aotad_tui.cells import Span, line_width, wrap_text

from .leaves import Spans
from .rows import BESIDE, Row, cut_at

_GAP = 2
_NARROWEST_COLUMN = 6


@dataclass(frozen=True, slots=True)
class Table:
    """Some rows of a table with their cells as spans; the header is drawn when `headed`.

    `natural`: how wide each column would like to be, in cells, the same for all parts of one table.
    """

    header: tuple[Spans, ...]
    body: tuple[tuple[Spans, ...], ...]
    alignment: tuple[str, ...]
    natural: tuple[int, ...]
    headed: bool

    def cells(self) -> Iterator[tuple[int, Spans]]:
        """The cells in reading order with the character at which each begins: a tab or newline stands between two."""
        at = 0
        for row in ((self.header,) if self.headed else ()) + self.body:
            for cell in row:
                yield at, cell
                at += sum(len(span.text) for span in cell) + 1

    def text(self) -> str:
        """What a reader sees, cells apart by tabs and rows by newlines."""
        rows = ((self.header,) if self.headed else ()) + self.body
        return "\n".join("\t".join("".join(span.text for span in cell) for cell in row) for row in rows)

    def rows(self, room: int) -> Iterator[Row]:
        """The drawn rows."""
        columns = column_widths(self.natural, room)
        if columns is None:
            yield from self._as_list(room)
            return
        placed = self.cells()
        if self.headed:
            head = [(at, tuple(span.styled("table-head") for span in cell)) for at, cell in _take(placed, self.header)]
            yield from _row(head, columns, self.alignment)
            rule = Span((" " * _GAP).join("─" * column for column in columns), "rule")
            yield Row((rule,), (BESIDE,))
        for row in self.body:
            yield from _row(list(_take(placed, row)), columns, self.alignment)

    def _as_list(self, room: int) -> Iterator[Row]:
        placed = self.cells()
        if self.headed:
            for _ in _take(placed, self.header):
                pass
        for number, row in enumerate(self.body):
            if number or not self.headed:
                yield Row((), ())
            for head, (at, cell) in zip(self.header, _take(placed, row), strict=False):
                label = "".join(span.text for span in head)
                lead: Spans = (Span(f"{label}: ", "table-head"),) if label else ()
                shift = sum(len(span.text) for span in lead)
                spans = (*lead, *cell)
                places = wrap_text("".join(span.text for span in spans), room)
                for line in cut_at(spans, places, at - shift):
                    starts = tuple(BESIDE if start < at else start for start in line.starts)
                    yield Row(line.spans, starts, max(line.start, at), max(line.end, at))


@lru_cache(maxsize=64)
def column_widths(natural: tuple[int, ...], cells: int) -> tuple[int, ...] | None:
    """How wide each column is drawn, or None when they cannot stand side by side."""
    room = cells - _GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    if room < _NARROWEST_COLUMN * len(natural):
        return None
    # Water-filling: a column that needs less than its share gives the rest to those that need more.
    widths = [0] * len(natural)
    left, open_columns = room, sorted(range(len(natural)), key=lambda number: natural[number])
    while open_columns:
        share = left // len(open_columns)
        number = open_columns.pop(0)
        widths[number] = min(natural[number], share)
        left -= widths[number]
    return tuple(widths)


def natural_widths(rows: Sequence[tuple[Spans, ...]], columns: int) -> tuple[int, ...]:
    """The widest cell of each column, in cells."""
    return tuple(
        max(1, *(line_width(row[number]) for row in rows if number < len(row)), 1) for number in range(columns)
    )


def _take(placed: Iterator[tuple[int, Spans]], row: tuple[Spans, ...]) -> Iterator[tuple[int, Spans]]:
    for _ in row:
        yield next(placed)


def _row(placed: list[tuple[int, Spans]], columns: tuple[int, ...], alignment: tuple[str, ...]) -> Iterator[Row]:
    wrapped = [
        list(cut_at(cell, wrap_text("".join(span.text for span in cell), column), at))
        for (at, cell), column in zip(placed, columns, strict=False)
    ]
    begin = placed[0][0] if placed else 0
    end = placed[-1][0] + sum(len(span.text) for span in placed[-1][1]) if placed else 0
    for number in range(max((len(lines) for lines in wrapped), default=0)):
        spans: list[Span] = []
        starts: list[int] = []
        for index, (lines, column) in enumerate(zip(wrapped, columns, strict=False)):
            line = lines[number] if number < len(lines) else Row((), ())
            missing = max(column - line_width(line.spans), 0)
            before = {"right": missing, "center": missing // 2}.get(
                alignment[index] if index < len(alignment) else "left", 0
            )
            lead = before + (_GAP if index else 0)
            for text, at in ((Span(" " * lead), BESIDE), *zip(line.spans, line.starts, strict=True)):
                if text.text:
                    spans.append(text)
                    starts.append(at)
            if missing > before:
                spans.append(Span(" " * (missing - before)))
                starts.append(BESIDE)
        yield Row(tuple(spans), tuple(starts), begin, end)
