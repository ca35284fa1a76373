"""The rows of a page at one width. Only rows near the view are laid out; the heights of the others are estimated.

Heights are summed by chunks of leaf blocks, so that a new width takes one sum for each chunk, not for each block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import Protocol

from aotad_tui.cells import Span, line_width

from .columns import Columns, columns_in
from .layout import lay_out, room_for
from .leaf_blocks import CHUNK, LeafBlock, Rows, Spans, Weights
from .rows import OUTSIDE_TEXT, Row
from .tables import Table

_MOST_CACHED_ROWS = 300
"""The number of cached rows, the latest ones: usually more than three screens."""


class LayoutSource(Protocol):
    """The parts of a page that a layout reads."""

    leaves: list[LeafBlock]
    version: int
    weights: list[Weights]
    shifts: dict[int, int]

    def content(self, number: int) -> Spans | Table:
        """The content of a leaf block; the same while the version is the same."""
        ...

    def read_to(self, leaf: int) -> None:
        """Make leaf blocks until there is one of that number, or to the end."""
        ...

    @property
    def unread_ratio(self) -> float:
        """Ratio of unread to read text."""
        ...


class PageLayout:
    """The rows of a page that may still grow, counted from its first row."""

    def __init__(self, page: LayoutSource, cells: int, *, scrolls: bool = False) -> None:
        self.cells = cells
        self._scrolls = scrolls
        self._page = page
        self._laid_out: dict[int, tuple[int, list[Row]]] = {}
        self._cached_rows = 0
        self._exact: dict[int, list[int]] = {}
        self._totals: list[int] = []
        self._leaves_counted = 0
        self._starts: list[int] | None = None

    # Leaf blocks to rows

    def lay_out(self, rows: int, leaf: int = 0) -> None:
        """Lay out at least that many rows from a leaf block on, as far as there are any.

        More text is read as needed.
        """
        while rows > 0:
            self._page.read_to(leaf)
            if leaf >= len(self._page.leaves):
                return
            rows -= len(self.rows(leaf))
            leaf += 1

    def lay_out_up(self, leaf: int, rows: int) -> None:
        """Lay out at least that many rows that end with a leaf block, as far as there are any."""
        while rows > 0 and leaf >= 0:
            rows -= len(self.rows(leaf))
            leaf -= 1

    def rows(self, leaf: int) -> list[Row]:
        """The rows of a leaf block, from the cache or laid out now."""
        known = self._laid_out.get(leaf)
        version = self._page.version
        if known is not None and known[0] == version:
            return known[1]
        rows = self._rows(leaf)
        self._cache(leaf, version, rows)
        self._set_height(leaf, len(rows))
        return rows

    def _rows(self, leaf: int) -> list[Row]:
        block = self._page.leaves[leaf]
        if not self._scrolls:
            return lay_out(block, self._page.content(leaf), self.cells)
        above = replace(block, gap=()) if leaf == 0 else block  # the title is not at the very edge of the screen
        rows = lay_out(above, self._page.content(leaf), self.cells, self._shift(leaf))
        if leaf == 0 or block.level == 1:
            end = rows[-1].end
            line = Span("━" * max(line_width(row.spans) for row in rows), "heading")
            rows.append(Row((line,), (OUTSIDE_TEXT,), end, end))
        return rows

    def measure(self, leaves: Iterable[int]) -> None:
        """Make the heights of leaf blocks exact without keeping their rows."""
        version = self._page.version
        for leaf in leaves:
            if self._laid_out.get(leaf, (-1, []))[0] != version:
                self._set_height(leaf, len(self._rows(leaf)))

    def _cache(self, leaf: int, version: int, rows: list[Row]) -> None:
        _, before = self._laid_out.pop(leaf, (0, []))
        self._laid_out[leaf] = (version, rows)
        self._cached_rows += len(rows) - len(before)
        while self._cached_rows > _MOST_CACHED_ROWS and len(self._laid_out) > 1:
            _, oldest = self._laid_out.pop(next(iter(self._laid_out)))
            self._cached_rows -= len(oldest)

    def _set_height(self, leaf: int, height: int) -> None:
        self._update_totals()
        chunk, within = divmod(leaf, CHUNK)
        heights = self._heights(chunk)
        if heights[within] != height:
            self._totals[chunk] += height - heights[within]
            heights[within] = height
            self._starts = None

    def _heights(self, chunk: int) -> list[int]:
        heights = self._exact.get(chunk)
        if heights is None:
            part = self._page.leaves[chunk * CHUNK : (chunk + 1) * CHUNK]
            heights = self._exact[chunk] = [leaf.estimate(self.cells) for leaf in part]
            self._totals[chunk] = sum(heights)
            self._starts = None
        return heights

    def _update_totals(self) -> None:
        """Add the heights of new leaf blocks."""
        leaves = self._page.leaves
        if self._leaves_counted == len(leaves):
            return
        first = self._leaves_counted // CHUNK
        for chunk in range(first, -(-len(leaves) // CHUNK)):
            if chunk in self._exact:
                known = self._exact[chunk]
                part = leaves[chunk * CHUNK : (chunk + 1) * CHUNK]
                known.extend(leaf.estimate(self.cells) for leaf in part[len(known) :])
                total = sum(known)
            else:
                total = self._page.weights[chunk].estimate(self.cells)
            if chunk < len(self._totals):
                self._totals[chunk] = total
            else:
                self._totals.append(total)
        self._leaves_counted = len(leaves)
        self._starts = None

    # Wide tables

    def _shift(self, leaf: int) -> int | None:
        body = self._page.leaves[leaf].body
        return self._page.shifts.get(id(body.grid), 0) if self._scrolls and isinstance(body, Rows) else None

    def _scrolling_columns(self, leaf: int) -> Columns | None:
        """The columns of a table that scrolls; None for every other leaf block."""
        if self._shift(leaf) is None:
            return None
        content = self._page.content(leaf)
        room = room_for(self._page.leaves[leaf], self.cells)
        columns = columns_in(content.needs, room) if isinstance(content, Table) else None
        return columns if columns and columns.scrolls else None

    def scroll_columns(self, leaf: int, steps: int) -> bool:
        """Scroll a table by columns, to the left if `steps` is negative. Returns whether the view changed."""
        columns = self._scrolling_columns(leaf)
        now = min(self._shift(leaf) or 0, columns.farthest) if columns else 0
        return columns is not None and self._set_shift(leaf, now, min(max(now + steps, 0), columns.farthest))

    def show_character(self, leaf: int, character: int) -> bool:
        """Scroll the column of a character into view. Returns whether the view changed."""
        columns, content = self._scrolling_columns(leaf), self._page.content(leaf)
        if columns is None or not isinstance(content, Table):
            return False
        now = self._shift(leaf) or 0
        return self._set_shift(leaf, now, columns.shift_to(content.column_of(character), now))

    def _set_shift(self, leaf: int, before: int, shift: int) -> bool:
        body = self._page.leaves[leaf].body
        if shift == before or not isinstance(body, Rows):
            return False
        self._page.shifts[id(body.grid)] = shift
        self._laid_out.clear()  # Heights stay: a row of a table takes as many lines whatever is in view.
        self._cached_rows = 0
        return True

    # Rows to leaf blocks

    def _chunk_starts(self) -> list[int]:
        self._update_totals()
        if self._starts is None:
            self._starts = list(accumulate(self._totals, initial=0))
        return self._starts

    @property
    def height(self) -> int:
        """The number of rows of the page, partly estimated."""
        known = self._chunk_starts()[-1]
        return known + round(known * self._page.unread_ratio)

    @property
    def known_height(self) -> int:
        """The number of rows of the known leaf blocks, partly estimated."""
        return self._chunk_starts()[-1]

    def top(self, leaf: int) -> int:
        """The first row of a leaf block, including the gap above it."""
        starts = self._chunk_starts()
        chunk, within = divmod(leaf, CHUNK)
        return starts[chunk] + sum(self._heights_of(chunk)[:within])

    def _heights_of(self, chunk: int) -> list[int]:
        heights = self._heights(chunk)
        self._chunk_starts()
        return heights

    def locate(self, row: int) -> tuple[int, int]:
        """The leaf block of a row, and the number of the row in it."""
        last = len(self._page.leaves) - 1
        if row < 0:
            return 0, 0
        chunk = min(bisect_right(self._chunk_starts(), row) - 1, last // CHUNK)
        heights = self._heights_of(chunk)  # This may change the starts of later chunks only.
        left = row - self._chunk_starts()[chunk]
        for within, height in enumerate(heights):
            if left < height:
                return chunk * CHUNK + within, left
            left -= height
        after = (chunk + 1) * CHUNK
        if after <= last:  # The estimate of the chunk was too long.
            return after, 0
        return last, max(heights[-1] - 1, 0)

    def screen(self, row: int, height: int) -> tuple[int, list[tuple[int, int]]]:
        """Lay out a screen of `height` rows from `row` on. Returns the number of its first row, and its rows.

        The number may change, since estimated heights become exact. A row is its leaf block and its number in that
        block. There are fewer rows at the end of the page.
        """
        leaf, line = self.locate(row)
        line = min(line, len(self.rows(leaf)) - 1)
        top = self.top(leaf) + line
        in_view: list[tuple[int, int]] = []
        while leaf < len(self._page.leaves):
            rows = len(self.rows(leaf))
            in_view.extend((leaf, number) for number in range(line, min(rows, line + height - len(in_view))))
            leaf, line = leaf + 1, 0
            if len(in_view) >= height:
                break
            self._page.read_to(leaf)
        return top, in_view

    def position_of(self, row: int) -> tuple[int, int]:
        """The leaf block and the character with which a row begins."""
        leaf, line = self.locate(row)
        rows = self.rows(leaf)
        # The row of the gap has the first character, so the text below it is identified by its second one.
        return leaf, rows[min(line, len(rows) - 1)].start or min(line, 1) if rows else 0

    def start_of_row(self, row: int) -> tuple[int, int]:
        """The leaf block of a row, and the first character of the row."""
        leaf, line = self.locate(row)
        rows = self.rows(leaf)
        return leaf, rows[min(line, len(rows) - 1)].start if line > 0 else 0

    def row_of(self, leaf: int, character: int = 0) -> int:
        """The row of a character of a leaf block; for the first one the row of its gap."""
        leaf = max(min(leaf, len(self._page.leaves) - 1), 0)
        rows = self.rows(leaf)
        return self.top(leaf) + self.line_of(rows, character)

    @staticmethod
    def line_of(rows: list[Row], character: int) -> int:
        """The first of the rows of a leaf block that begin where the row of a character does.

        For the first one the gap, and in a block without text the row below the gap for any other.
        """
        if character <= 0:
            return 0
        start = max((row.start for row in rows if row.start <= character), default=0)
        without_text = min(1, len(rows) - 1)
        return next((number for number, row in enumerate(rows) if row.start == start and row.end), without_text)
