"""A page at one width: rows, of which only those that were looked at are laid out, all others estimated.

Heights are kept by chunks of leaves, so that a new width costs a few sums and not a step for each leaf.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Protocol

from .columns import Columns, columns_in
from .layout import lay_out, room_for
from .leaf_blocks import CHUNK, LeafBlock, Rows, Spans, Weights
from .rows import Row
from .tables import Table

_MOST_KEPT = 300
"""How many rows are kept, those that were laid out last: as a rule those of more than three screens."""


class Leaves(Protocol):
    """What a sheet is made of."""

    leaves: list[LeafBlock]
    version: int
    weights: list[Weights]
    shifts: dict[int, int]

    def content(self, number: int) -> Spans | Table:
        """What a leaf says; the same while the version is."""
        ...

    def read_to(self, leaf: int) -> None:
        """Makes more leaves until there is one of that number, if there are so many."""
        ...

    @property
    def left(self) -> float:
        """How many times what is there is still to come."""
        ...


class PageLayout:
    """Rows of leaves that may still become more. A row is counted from the first of the page."""

    def __init__(self, page: Leaves, cells: int, *, scrolls: bool = False) -> None:
        self.cells = cells
        self._scrolls = scrolls
        self._page = page
        self._laid_out: dict[int, tuple[int, list[Row]]] = {}
        self._kept = 0
        self._exact: dict[int, list[int]] = {}
        self._totals: list[int] = []
        self._counted = 0
        self._starts: list[int] | None = None

    # Leaves to rows

    def lay_out(self, rows: int, leaf: int = 0) -> None:
        """Lays out so many rows from a leaf on, as far as there are any; the text is read as far as they take it."""
        while rows > 0:
            self._page.read_to(leaf)
            if leaf >= len(self._page.leaves):
                return
            rows -= len(self.rows(leaf))
            leaf += 1

    def rows(self, leaf: int) -> list[Row]:
        """The rows of a leaf, laid out now if they were not."""
        known = self._laid_out.get(leaf)
        version = self._page.version
        if known is not None and known[0] == version:
            return known[1]
        rows = self._rows(leaf)
        self._keep(leaf, version, rows)
        self._set_height(leaf, len(rows))
        return rows

    def _rows(self, leaf: int) -> list[Row]:
        return lay_out(self._page.leaves[leaf], self._page.content(leaf), self.cells, self._shift(leaf))

    def measure(self, leaves: Iterable[int]) -> None:
        """Makes the heights of leaves exact without keeping their rows."""
        version = self._page.version
        for leaf in leaves:
            if self._laid_out.get(leaf, (-1, []))[0] != version:
                self._set_height(leaf, len(self._rows(leaf)))

    def _keep(self, leaf: int, version: int, rows: list[Row]) -> None:
        _, before = self._laid_out.pop(leaf, (0, []))
        self._laid_out[leaf] = (version, rows)
        self._kept += len(rows) - len(before)
        while self._kept > _MOST_KEPT and len(self._laid_out) > 1:
            _, oldest = self._laid_out.pop(next(iter(self._laid_out)))
            self._kept -= len(oldest)

    def _set_height(self, leaf: int, height: int) -> None:
        self._count()
        chunk, within = divmod(leaf, CHUNK)
        heights = self._heights(chunk)
        if heights[within] != height:
            self._totals[chunk] += height - heights[within]
            heights[within] = height
            self._starts = None

    def _heights(self, chunk: int) -> list[int]:
        heights = self._exact.get(chunk)
        if heights is None:
            some = self._page.leaves[chunk * CHUNK : (chunk + 1) * CHUNK]
            heights = self._exact[chunk] = [leaf.estimate(self.cells) for leaf in some]
            self._totals[chunk] = sum(heights)
            self._starts = None
        return heights

    def _count(self) -> None:
        """Takes in leaves that have come since."""
        leaves = self._page.leaves
        if self._counted == len(leaves):
            return
        first = self._counted // CHUNK
        for chunk in range(first, -(-len(leaves) // CHUNK)):
            if chunk in self._exact:
                known = self._exact[chunk]
                some = leaves[chunk * CHUNK : (chunk + 1) * CHUNK]
                known.extend(leaf.estimate(self.cells) for leaf in some[len(known) :])
                total = sum(known)
            else:
                total = self._page.weights[chunk].estimate(self.cells)
            if chunk < len(self._totals):
                self._totals[chunk] = total
            else:
                self._totals.append(total)
        self._counted = len(leaves)
        self._starts = None

    # Tables that are too wide

    def _shift(self, leaf: int) -> int | None:
        body = self._page.leaves[leaf].body
        return self._page.shifts.get(id(body.grid), 0) if self._scrolls and isinstance(body, Rows) else None

    def _parted(self, leaf: int) -> Columns | None:
        """The columns of a table of which only some are in view; None for every other leaf."""
        if self._shift(leaf) is None:
            return None
        content = self._page.content(leaf)
        room = room_for(self._page.leaves[leaf], self.cells)
        columns = columns_in(content.needs, room) if isinstance(content, Table) else None
        return columns if columns and columns.parted else None

    def pass_columns(self, leaf: int, steps: int) -> bool:
        """Passes a table sideways by columns, to the left below 0. Says whether anything else is in view now."""
        columns = self._parted(leaf)
        now = min(self._shift(leaf) or 0, columns.farthest) if columns else 0
        return columns is not None and self._stand_at(leaf, now, min(max(now + steps, 0), columns.farthest))

    def show_character(self, leaf: int, character: int) -> bool:
        """Brings the column of a character into view. Says whether anything else is in view now."""
        columns, content = self._parted(leaf), self._page.content(leaf)
        if columns is None or not isinstance(content, Table):
            return False
        now = self._shift(leaf) or 0
        return self._stand_at(leaf, now, columns.shift_to(content.column_of(character), now))

    def _stand_at(self, leaf: int, before: int, shift: int) -> bool:
        body = self._page.leaves[leaf].body
        if shift == before or not isinstance(body, Rows):
            return False
        self._page.shifts[id(body.grid)] = shift
        self._laid_out.clear()  # heights stay: a row of a table takes as many lines whatever is in view
        self._kept = 0
        return True

    # Rows to leaves

    def _chunk_starts(self) -> list[int]:
        self._count()
        if self._starts is None:
            self._starts = list(accumulate(self._totals, initial=0))
        return self._starts

    @property
    def height(self) -> int:
        """How many rows the page has, as far as can be told."""
        known = self._chunk_starts()[-1]
        return known + round(known * self._page.left)

    @property
    def known_height(self) -> int:
        """How many rows the leaves that are there have."""
        return self._chunk_starts()[-1]

    def top(self, leaf: int) -> int:
        """The first row of a leaf, the gap above it among them."""
        starts = self._chunk_starts()
        chunk, within = divmod(leaf, CHUNK)
        return starts[chunk] + sum(self._heights_of(chunk)[:within])

    def _heights_of(self, chunk: int) -> list[int]:
        heights = self._heights(chunk)
        self._chunk_starts()
        return heights

    def locate(self, row: int) -> tuple[int, int]:
        """The leaf that a row belongs to, and which of its rows it is."""
        last = len(self._page.leaves) - 1
        if row < 0:
            return 0, 0
        chunk = min(bisect_right(self._chunk_starts(), row) - 1, last // CHUNK)
        heights = self._heights_of(chunk)  # may change the starts of the chunks behind this one only
        left = row - self._chunk_starts()[chunk]
        for within, height in enumerate(heights):
            if left < height:
                return chunk * CHUNK + within, left
            left -= height
        after = (chunk + 1) * CHUNK
        if after <= last:  # the estimate of the chunk was too long
            return after, 0
        return last, max(heights[-1] - 1, 0)

    def screen(self, row: int, height: int) -> tuple[int, list[tuple[int, int]]]:
        """The row that is on top where `row` was to be, once all from there on is laid out; and what is in view then.

        That is `height` rows, fewer at the end: each as its leaf and which of its rows it is.
        """
        leaf, line = self.locate(row)
        line = min(line, len(self.rows(leaf)) - 1)
        top = self.top(leaf) + line
        found: list[tuple[int, int]] = []
        while leaf < len(self._page.leaves):
            rows = len(self.rows(leaf))
            found.extend((leaf, number) for number in range(line, min(rows, line + height - len(found))))
            leaf, line = leaf + 1, 0
            if len(found) >= height:
                break
            self._page.read_to(leaf)
        return top, found

    def place(self, row: int) -> tuple[int, int]:
        """The leaf and the character with which a row begins."""
        leaf, line = self.locate(row)
        rows = self.rows(leaf)
        # The row of the gap has the first character, so the text below it is told by its second one.
        return leaf, rows[min(line, len(rows) - 1)].start or min(line, 1) if rows else 0

    def row_of(self, leaf: int, character: int = 0) -> int:
        """The row on which a character of a leaf stands; for the first one the row of its gap."""
        leaf = max(min(leaf, len(self._page.leaves) - 1), 0)
        rows = self.rows(leaf)
        return self.top(leaf) + self.line_of(rows, character)

    @staticmethod
    def line_of(rows: list[Row], character: int) -> int:
        """The first of the rows of a leaf that begin where that of a character does; for the first one the gap."""
        if character <= 0:
            return 0
        start = max((row.start for row in rows if row.start <= character), default=0)
        return next((number for number, row in enumerate(rows) if row.start == start and row.end), 0)
