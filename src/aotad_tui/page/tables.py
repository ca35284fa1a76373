"""Tables laid out at a width: at full width, narrowed if columns stay readable, else scrolling or as a list.

A scrolling table has a fixed first column; a list is for print, which does not scroll.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from aotad_tui.cells import Span, line_width, width, wrap_text

from .columns import EDGE, FIXED_GAP, GAP, Columns, Needs, columns_in
from .leaf_blocks import Spans
from .rows import OUTSIDE_TEXT, Row, cut_at

MORE, LESS = "▸", "◂"
"""The signs of more columns on the right and on the left."""


@dataclass(frozen=True, slots=True)
class Table:
    """Some rows of a table with their cells as spans. The header is drawn if `headed`.

    `needs` are those of the whole table, so that all its parts are drawn alike.
    """

    header: tuple[Spans, ...]
    body: tuple[tuple[Spans, ...], ...]
    alignment: tuple[str, ...]
    needs: Needs
    headed: bool

    def cells(self) -> Iterator[tuple[int, Spans]]:
        """The cells in reading order with the character at which each begins; a tab or newline separates two."""
        at = 0
        for row in ((self.header,) if self.headed else ()) + self.body:
            for cell in row:
                yield at, cell
                at += sum(len(span.text) for span in cell) + 1

    def text(self) -> str:
        """The text that a reader sees, cells separated by tabs and rows by newlines."""
        rows = ((self.header,) if self.headed else ()) + self.body
        return "\n".join("\t".join("".join(span.text for span in cell) for cell in row) for row in rows)

    def column_of(self, character: int) -> int:
        """The column of a character."""
        starts = [at for at, _ in self.cells()]
        return (bisect_right(starts, character) - 1) % max(len(self.header), 1) if starts else 0

    def rows(self, room: int, shift: int | None = None) -> Iterator[Row]:
        """The drawn rows; `shift` columns after the first are scrolled out of view, None if nothing can scroll."""
        columns = columns_in(self.needs, room)
        if columns is None or (columns.scrolls and shift is None):
            yield from self._as_list(room)
            return
        shift = min(shift or 0, columns.farthest)
        drawing = _Drawing(columns, self.alignment, columns.shown(shift))
        placed = self.cells()
        if self.headed:
            head = [(at, tuple(span.styled("table-head") for span in cell)) for at, cell in _take(placed, self.header)]
            if any(cell for _, cell in head):
                yield from drawing.row(head)
            yield drawing.rule(_end(head))
        drawn = [list(drawing.row(list(_take(placed, row)))) for row in self.body]
        # Without space between them, rows of several lines run into each other.
        is_spaced = 3 * sum(len(lines) > 1 for lines in drawn) >= len(drawn)
        end = 0
        for number, lines in enumerate(drawn):
            if is_spaced and (number or not self.headed):
                yield Row((), (), end, end)
            yield from lines
            end = lines[-1].end if lines else end

    def _as_list(self, room: int) -> Iterator[Row]:
        placed = self.cells()
        if self.headed:
            for _ in _take(placed, self.header):
                pass
        end = 0
        for number, row in enumerate(self.body):
            if number or not self.headed:
                yield Row((), (), end, end)
            for head, (at, cell) in zip(self.header, _take(placed, row), strict=False):
                label = "".join(span.text for span in head)
                lead: Spans = (Span(f"{label}: ", "table-head"),) if label else ()
                shift = sum(len(span.text) for span in lead)
                spans = (*lead, *cell)
                places = wrap_text("".join(span.text for span in spans), room)
                for line in cut_at(spans, places, at - shift):
                    starts = tuple(OUTSIDE_TEXT if start < at else start for start in line.starts)
                    end = max(line.end, at)
                    yield Row(line.spans, starts, max(line.start, at), end)


def _end(placed: list[tuple[int, Spans]]) -> int:
    """The character at which the last of some cells ends."""
    return placed[-1][0] + sum(len(span.text) for span in placed[-1][1]) if placed else 0


def _take(placed: Iterator[tuple[int, Spans]], row: tuple[Spans, ...]) -> Iterator[tuple[int, Spans]]:
    for _ in row:
        yield next(placed)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws rows of columns of which only the first and those in `shown` are in view."""

    columns: Columns
    alignment: tuple[str, ...]
    shown: range

    @property
    def _before(self) -> int:
        """The number of columns out of view on the left."""
        return self.shown.start - 1

    @property
    def _behind(self) -> int:
        """The number of columns out of view on the right."""
        return len(self.columns.widths) - self.shown.stop

    def rule(self, end: int) -> Row:
        """The line under a header that ends at a character, with words where columns are out of view."""
        widths = self.columns.widths
        first = "─" * widths[0]
        others = "".join(" " * self._gap(number) + "─" * widths[number] for number in self.shown)
        room = self.columns.room - len(first)
        left, right = self._signs(room)
        line = others[len(left) :]
        if right:
            line = line[: room - len(left) - len(right)].ljust(room - len(left) - len(right))
        spans = (Span(first, "rule"), Span(left, "more"), Span(line, "rule"), Span(right, "more"))
        kept = tuple(span for span in spans if span.text)
        return Row(kept, (OUTSIDE_TEXT,) * len(kept), end, end)

    def _signs(self, room: int) -> tuple[str, str]:
        """The words about columns out of view on the left and on the right, as many as there is room for."""
        left, right = self._before, self._behind
        for before, behind in ((_more(left), _more(right)), (f"{left} ", f"{right} "), ("", "")):
            signs = (f" {LESS} {before}" if left else "", f" {behind}{MORE}" if right else "")
            if len(signs[0]) + len(signs[1]) + GAP <= room:
                break
        return signs

    def _gap(self, index: int) -> int:
        """The space before a column."""
        return 0 if not index else FIXED_GAP if self.columns.scrolls and index == self.shown.start else GAP

    def row(self, placed: list[tuple[int, Spans]]) -> Iterator[Row]:
        """The lines of one row; their number does not depend on what is in view, so that nothing moves vertically."""
        wrapped = [
            list(cut_at(cell, wrap_text("".join(span.text for span in cell), column), at))
            for (at, cell), column in zip(placed, self.columns.widths, strict=False)
        ]
        begin = placed[0][0] if placed else 0
        end = _end(placed)
        for number in range(max((len(lines) for lines in wrapped), default=0)):
            pairs = [
                pair
                for index in (0, *self.shown)
                if index < len(wrapped)
                for pair in self._cell(index, wrapped[index][number : number + 1], is_first_line=not number)
            ]
            if self._behind and not number:
                used = sum(width(span.text) for span, _ in pairs)
                pairs.append((Span(" " * (self.columns.room - used - EDGE + 1)), OUTSIDE_TEXT))
                pairs.append((Span(MORE, "more"), OUTSIDE_TEXT))
            yield Row(tuple(span for span, _ in pairs), tuple(at for _, at in pairs), begin, end)

    def _cell(self, index: int, lines: list[Row], *, is_first_line: bool) -> Iterator[tuple[Span, int]]:
        """One line of a cell, if there is one, as wide as its column, with the space before it."""
        line = lines[0] if lines else Row((), ())
        missing = max(self.columns.widths[index] - line_width(line.spans), 0)
        side = self.alignment[index] if index < len(self.alignment) else "left"
        before = {"right": missing, "center": missing // 2}.get(side, 0)
        lead = before + self._gap(index)
        if is_first_line and self._before and index == self.shown.start:
            yield Span(f" {LESS} ", "more"), OUTSIDE_TEXT
            lead = before
        if lead:
            yield Span(" " * lead), OUTSIDE_TEXT
        yield from zip(line.spans, line.starts, strict=True)
        if missing > before:
            yield Span(" " * (missing - before)), OUTSIDE_TEXT


def _more(count: int) -> str:
    return f"{count} more column{'' if count == 1 else 's'} "
