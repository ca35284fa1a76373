"""How wide a table's columns are in a room, and which of them are in view when not all can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from aotad_tui.cells import line_width, width

from .leaf_blocks import Spans

GAP = 2
FREEZER = 3
"""The room behind the first column of a table that is in view in parts: there is a sign in it."""
EDGE = 2
"""Cells kept free on the right where columns go on out of view, for the sign that says so."""
_READABLE = 10
"""Fewer cells than that are not read but spelt out, if a column has more to say."""
_LONGEST_WORD = 16
_WIDEST = 36
"""The widest column of a table that does not fit, in cells: so that others are beside it."""
_NARROWEST_ROOM = 24
"""In less, two columns are not worth having side by side."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the columns of a table want: the cells that each would like, and those that it can be read in."""

    natural: tuple[int, ...]
    readable: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of all columns. With `parted` the first stands beside as many of the others as there is room for."""

    widths: tuple[int, ...]
    room: int
    parted: bool = False

    @property
    def farthest(self) -> int:
        """How many columns behind the first can be passed over; the last ones are in view then."""
        count = len(self.widths)
        return next((shift for shift in range(count - 1) if self.shown(shift).stop == count), 0)

    def shown(self, shift: int) -> range:
        """The columns in view beside the first when `shift` of those behind it are passed over; at least one."""
        if not self.parted:
            return range(1, len(self.widths))
        used, count = self.widths[0] + FREEZER - GAP, len(self.widths)
        for number in range(1 + shift, count):
            used += GAP + self.widths[number]
            if used + (EDGE if number + 1 < count else 0) > self.room:
                return range(1 + shift, max(number, 2 + shift))
        return range(1 + shift, count)

    def shift_to(self, column: int, shift: int) -> int:
        """The shift nearest to that one with which a column is in view."""
        shift = min(shift, self.farthest)
        if column == 0 or column in self.shown(shift):
            return shift
        if column <= shift:
            return column - 1
        return next((more for more in range(shift, self.farthest) if column in self.shown(more)), self.farthest)


def needs(rows: Sequence[tuple[Spans, ...]], columns: int, spare: int = 0) -> Needs:
    """What the columns of these rows want, with so many cells to spare for rows that are not among them."""
    natural, readable = [1] * columns, [1] * columns
    for row in rows:
        for number, cell in enumerate(row[:columns]):
            natural[number] = max(natural[number], line_width(cell))
            words = "".join(span.text for span in cell).split()
            readable[number] = max(readable[number], *map(width, words), 1)
    natural = [cells + spare for cells in natural]
    return Needs(
        tuple(natural),
        tuple(
            min(cells, max(min(word, _LONGEST_WORD), _READABLE)) for cells, word in zip(natural, readable, strict=True)
        ),
    )


@lru_cache(maxsize=64)
def columns_in(wanted: Needs, room: int) -> Columns | None:
    """The columns in a room: as they are, narrowed while each can be read, or in parts; None where neither can be."""
    free = room - GAP * (len(wanted.natural) - 1)
    if sum(wanted.natural) <= free:
        return Columns(wanted.natural, room)
    if sum(wanted.readable) <= free or len(wanted.natural) == 1:
        return Columns(_narrowed(wanted, free), room)
    if room < _NARROWEST_ROOM:
        return None
    first = min(wanted.natural[0], max(min(wanted.readable[0], room // 2), room // 3))
    beside = room - first - FREEZER - EDGE
    some = min(max((beside - GAP) // 2, 1), _WIDEST)  # so that two stand beside the first
    others = (
        min(natural, max(some, readable), beside)
        for natural, readable in zip(wanted.natural[1:], wanted.readable[1:], strict=True)
    )
    return Columns((first, *others), room, parted=True)


def _narrowed(wanted: Needs, room: int) -> tuple[int, ...]:
    """Room for all that can be read; what is left goes to those that want more, the narrowest first."""
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
