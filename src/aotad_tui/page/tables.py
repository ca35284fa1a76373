"""Tables at a width: columns as wide as they need, narrowed where they must be, and a list where even that fails."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Line, Span, line_width, width, wrap_spans

from .blocks import Spans, Table

_GAP = 2
_NARROWEST_COLUMN = 6


def table_lines(table: Table, cells: int) -> Iterator[Line]:
    """The lines of a table; below about 8 cells a column each row becomes a list of "header: value"."""
    columns = _column_widths(table, cells)
    if columns is None:
        yield from _as_list(table, cells)
        return
    if any(line_width(cell) for cell in table.header):  # Markdown knows no table without a header, only empty ones
        yield from _row(tuple(_styled(cell, "table-head") for cell in table.header), columns, table.alignment)
    yield (Span((" " * _GAP).join("─" * column for column in columns), "rule"),)
    for row in table.rows:
        yield from _row(row, columns, table.alignment)


def _styled(spans: Spans, style: str) -> Spans:
    return tuple(span.styled(style) for span in spans)


def _column_widths(table: Table, cells: int) -> list[int] | None:
    """How wide each column is drawn, or None when they cannot stand side by side."""
    room = cells - _GAP * (len(table.header) - 1)
    natural = [
        max(1, *(line_width(row[number]) for row in (table.header, *table.rows) if number < len(row)))
        for number in range(len(table.header))
    ]
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
    return widths


def _row(row: tuple[Spans, ...], columns: list[int], alignment: tuple[str, ...]) -> Iterator[Line]:
    wrapped = [wrap_spans(cell, column) for cell, column in zip(row, columns, strict=False)]
    for number in range(max((len(lines) for lines in wrapped), default=0)):
        spans: list[Span] = []
        for index, (lines, column) in enumerate(zip(wrapped, columns, strict=False)):
            line = lines[number] if number < len(lines) else ()
            if index:
                spans.append(Span(" " * _GAP))
            spans.extend(_aligned(line, column, alignment[index] if index < len(alignment) else "left"))
        yield tuple(spans)


def _aligned(line: Line, column: int, alignment: str) -> Line:
    missing = max(column - line_width(line), 0)
    before = {"right": missing, "center": missing // 2}.get(alignment, 0)
    after = missing - before
    left = (Span(" " * before),) if before else ()
    right = (Span(" " * after),) if after else ()
    return (*left, *line, *right)


def _as_list(table: Table, cells: int) -> Iterator[Line]:
    for number, row in enumerate(table.rows):
        if number:
            yield ()
        for head, cell in zip(table.header, row, strict=False):
            label = "".join(span.text for span in head)
            spans = (Span(f"{label}: ", "table-head"), *cell) if label else cell
            yield from wrap_spans(spans, max(cells, width("…")))
