"""The widths of a table's columns, and which of them are in view when not all fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from aotad_tui.cells import width

from .leaf_blocks import Grid, Spans

GAP = 2
FIXED_GAP = 3
"""Cells after the first column of a table that scrolls; they hold a sign."""
EDGE = 2
"""Cells kept free on the right for the sign that there are more columns."""
_READABLE = 10
"""Cells below which a column with longer content cannot be read."""
_LONGEST_WORD = 16
_WIDEST = 36
"""The widest column of a table that does not fit, in cells, so that other columns are visible too."""
_NARROWEST_ROOM = 24
"""Cells below which two columns next to each other are not useful."""
_MEASURED_ROWS, _MEASURED_CELLS = 100, 50_000
"""The most rows of a table, and characters in them, that are measured for the widths of its columns."""
_SPARE_CELLS = 2
"""Spare cells in each column of a table whose rows are not all measured, for longer content."""


@dataclass(frozen=True, slots=True)
class Needs:
    """The cells that each column of a table needs: to show everything, and to be readable."""

    natural: tuple[int, ...]
    readable: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of all columns. If `scrolls`, the first is fixed and as many of the others as fit are next to it."""

    widths: tuple[int, ...]
    room: int
    scrolls: bool = False

    @property
    def farthest(self) -> int:
        """The number of columns scrolled out of view when the last column is in view."""
        count = len(self.widths)
        return next((shift for shift in range(count - 1) if self.shown(shift).stop == count), 0)

    def shown(self, shift: int) -> range:
        """The columns in view after the first when `shift` of them are scrolled out of view; at least one."""
        if not self.scrolls:
            return range(1, len(self.widths))
        used, count = self.widths[0] + FIXED_GAP - GAP, len(self.widths)
        for number in range(1 + shift, count):
            used += GAP + self.widths[number]
            if used + (EDGE if number + 1 < count else 0) > self.room:
                return range(1 + shift, max(number, 2 + shift))
        return range(1 + shift, count)

    def shift_to(self, column: int, shift: int) -> int:
        """The shift nearest to the given one with which a column is in view."""
        shift = min(shift, self.farthest)
        if column == 0 or column in self.shown(shift):
            return shift
        if column <= shift:
            return column - 1
        return next((more for more in range(shift, self.farthest) if column in self.shown(more)), self.farthest)


def needs(rows: Sequence[tuple[Spans, ...]], columns: int, spare: int = 0) -> Needs:
    """The needs of the columns of these rows, with spare cells for rows that are not measured."""
    natural, readable = [1] * columns, [1] * columns
    for row in rows:
        for number, cell in enumerate(row[:columns]):
            text = "".join(span.text for span in cell)
            natural[number] = max(natural[number], *map(width, text.split("\n")))
            readable[number] = max(readable[number], *map(width, text.split()), 1)
    natural = [cells + spare for cells in natural]
    return Needs(
        tuple(natural),
        tuple(
            min(cells, max(min(word, _LONGEST_WORD), _READABLE)) for cells, word in zip(natural, readable, strict=True)
        ),
    )


def needs_of(grid: Grid, spans_of: Callable[[str], Spans]) -> Needs:
    """The needs of the columns of a table by its first rows; `spans_of`: makes spans of the Markdown of a cell."""
    rows = [grid.header, *grid.rows[:_MEASURED_ROWS]]
    sizes = accumulate(sum(map(len, row)) for row in rows)
    rows = rows[: max(sum(size <= _MEASURED_CELLS for size in sizes), 2)]
    measured = len(rows) - 1
    spare = _SPARE_CELLS if measured == _MEASURED_ROWS or measured < len(grid.rows) else 0
    return needs([tuple(map(spans_of, row)) for row in rows], len(grid.header), spare)


@lru_cache(maxsize=64)
def columns_in(wanted: Needs, room: int) -> Columns | None:
    """The columns in a width: whole, narrowed while all can be read, or scrolling; None if even that does not fit."""
    free = room - GAP * (len(wanted.natural) - 1)
    if sum(wanted.natural) <= free:
        return Columns(wanted.natural, room)
    if sum(wanted.readable) <= free or len(wanted.natural) == 1:
        return Columns(_narrowed(wanted, free), room)
    if room < _NARROWEST_ROOM:
        return None
    first = min(wanted.natural[0], max(min(wanted.readable[0], room // 2), room // 3))
    room_beside = room - first - FIXED_GAP - EDGE
    half = min(max((room_beside - GAP) // 2, 1), _WIDEST)  # Two of them fit next to each other.
    others = (
        min(natural, max(half, readable), room_beside)
        for natural, readable in zip(wanted.natural[1:], wanted.readable[1:], strict=True)
    )
    return Columns((first, *others), room, scrolls=True)


def _narrowed(wanted: Needs, room: int) -> tuple[int, ...]:
    """Give each column the cells it needs to be readable.

    The rest goes to the columns that need more, narrowest first.
    """
    widths = [min(cells, room) for cells in wanted.readable]
    left = room - sum(widths)
    growing = [number for number, cells in enumerate(wanted.natural) if cells > widths[number]]
    while left > 0 and growing:
        level = min(widths[number] for number in growing)
        for number in [number for number in growing if widths[number] == level][:left]:
            widths[number] += 1
            left -= 1
        growing = [number for number in growing if wanted.natural[number] > widths[number]]
    return tuple(widths)
