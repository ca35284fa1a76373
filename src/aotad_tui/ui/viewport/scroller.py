"""The scroll position of a page: a character at the top of the window that stays there at any width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from aotad_tui.cells import Span
from aotad_tui.page.page import MEASURE, Page
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.page.rows import Row

from .signal import Signal
from .text_position import START, TextPosition
from .window import Window

MARGIN = 2
"""The least margin on either side of the text, in cells."""
_LEAST_CELLS = 8
_MOST_LAYOUTS = 3
"""The most layouts of a screen in a row, each because the one before has read more text."""


class Scroller:
    """Lays out a page for a window and scrolls it.

    Rows depend on the width, and heights far away are estimates until they are laid out; so the position is kept as
    a `TextPosition`, and the row at the top follows from it.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self.page: Page | None = None
        self.layout: PageLayout | None = None
        self.position = START
        """The character at the top of the window."""
        self.measure = MEASURE
        """The greatest width of the text, in cells."""
        self.cells = 0
        """The width of a row with its margins."""
        self.margin = 0
        """The empty cells on the left of each row."""
        self.page_shown = Signal()
        """Another page is shown, or the same one at another position."""
        self.laid_out = Signal()
        """The page has a new layout, in which heights are estimates."""
        self.page_read = Signal()
        """The page was read to its end."""
        self.rows_changed = Signal()
        """Rows look different, so that everything must be drawn again."""
        self.settled = Signal()
        """The rows in view are drawn, and a screen above and one below are laid out."""
        self.view_changed = Signal()
        """Other rows are in view than before, or the page has grown."""
        self._prepared: PageLayout | None = None
        self._in_view: list[tuple[int, int]] = []
        self._in_view_for: tuple[int, int, int] | None = None
        """The row at the top, the rows of the window and the version of the page that `_in_view` was computed for."""
        self._settling = False
        self._version = 0

    @property
    def rows(self) -> int:
        """The number of rows in view, at least 1."""
        return self._window.rows

    # The page and its layout

    def show_page(self, page: Page | None, position: TextPosition = START, layout: PageLayout | None = None) -> None:
        """Show a page from a position on. `layout`: a layout of it that exists already."""
        self.page = page
        self._prepared = layout
        self.position = position
        if page:
            page.read_to(position.leaf + 1)
        self.lay_out()
        self.page_shown.send()
        if page is None:  # and nothing is scrolled, which would say so
            self.view_changed.send()

    def set_measure(self, cells: int) -> None:
        """Set the greatest width of the text."""
        if cells != self.measure:
            self.measure = cells
            self.lay_out()

    def lay_out(self) -> None:
        """Lay out the page for the current width, with the same character at the top."""
        self.cells = self._window.cells
        self.layout = None
        self._in_view = []
        self.forget_view()
        self.rows_changed.send()
        if self.page is None:
            return
        self.laid_out.send()
        if self.cells < 1:
            return
        cells = max(min(self.cells - 2 * MARGIN, self.measure), _LEAST_CELLS)
        self.margin = max((self.cells - cells) // 2, 0)
        prepared, self._prepared = self._prepared, None
        fits = prepared is not None and prepared.cells == cells
        self.layout = prepared if fits else self.page.layout(cells, scrolls=True)
        self._scroll_to_position()

    def complete_page(self) -> None:
        """Adjust to a page that has been read to its end."""
        if self.page:
            self._window.set_height(self.layout.height if self.layout else 0)
            if self.page.version != self._version:
                self._window.refresh()
            self.page_read.send()
            self.view_changed.send()

    def measure_rows(self, leaves: Iterable[int]) -> None:
        """Make the heights of leaf blocks exact, with the same row at the top."""
        if self.layout:
            with self._same_row_at_top(self.layout):
                self.layout.measure(leaves)

    # Scrolling

    def go_to(self, position: TextPosition) -> None:
        """Scroll a character to the top of the window."""
        self.position = position
        if self.page:
            self.page.read_to(position.leaf + self._window.rows)
        self._scroll_to_position()
        self._window.refresh()

    def bring_into_view(self, position: TextPosition) -> None:
        """Scroll only if a character is not in view, and show some rows above it then. Also scrolls wide tables."""
        layout = self.layout
        if layout is None:
            return
        if layout.show_character(*position):
            self.columns_changed()
        row = layout.row_of(*position)
        top, rows = self._update_view(), self._window.rows
        if not top <= row < top + rows:
            layout.lay_out_up(position.leaf - 1, rows)  # measures rows above it, which could push it out
            self.go_to(TextPosition(*layout.start_of_row(max(layout.row_of(*position) - rows // 3, 0))))
        self._window.refresh()

    def scroll_by(self, rows: int) -> None:
        """Scroll by exactly that many drawn rows: what lies between is laid out first."""
        layout, page = self.layout, self.page
        if layout is None or page is None:
            return
        top = self._update_view()
        leaf, line = layout.locate(top)
        if rows > 0:
            page.read_to(leaf + rows + self._window.rows)
            layout.lay_out(rows + self._window.rows + line, leaf)
        else:
            before = layout.top(leaf)
            layout.lay_out_up(leaf - 1, max(-rows - line, 1))
            top += layout.top(leaf) - before
        self._window.set_height(layout.height)
        self._window.set_top(min(top + rows, max(layout.height - self._window.rows, 0)))
        self.take_position()
        self._window.refresh()

    def scroll_to_end(self) -> None:
        """Scroll to the last screen."""
        if self.page and self.layout:
            self.page.read_all()
            self.layout.lay_out_up(len(self.page.leaves) - 1, self._window.rows)
            self._window.set_height(self.layout.height)
            self._window.set_top(max(self.layout.known_height - self._window.rows, 0))
            self.take_position()
            self._window.refresh()

    def take_position(self) -> None:
        """Set the position from the row to which something else, such as the scroll bar, has scrolled."""
        if self.layout:
            self.position = TextPosition(*self.layout.position_of(self._window.top))

    def columns_changed(self) -> None:
        """Update the view after a wide table was scrolled sideways."""
        self.rows_changed.send()
        self._window.call_later(self.view_changed.send)

    def _scroll_to_position(self) -> None:
        layout, position = self.layout, self.position
        if layout is None:
            return
        row = layout.row_of(*position)
        leaf, line = layout.locate(row)
        layout.lay_out(self._window.rows + line, leaf)
        last = layout.known_height - self._window.rows
        if row > last:  # near the end: the height of the last screen is known only once it is laid out
            layout.lay_out_up(len(self.page.leaves) - 1 if self.page else 0, self._window.rows)
            row = min(layout.row_of(*position), max(layout.known_height - self._window.rows, 0))
        self._window.set_height(layout.height)
        self._window.set_top(row)
        self.position = position  # which setting the height may have changed

    # What is in view

    def lines_in_view(self) -> list[tuple[int, int]]:
        """The rows in view, from top to bottom: each as its leaf block and its number in that block."""
        self._update_view()
        return self._in_view

    def rows_in_view(self) -> Iterator[tuple[int, Row]]:
        """The rows in view, from top to bottom, each with its leaf block."""
        for leaf, line in self.lines_in_view():
            if self.layout:
                yield leaf, self.layout.rows(leaf)[line]

    def row_at(self, y: int) -> tuple[int, Row] | None:
        """The leaf block and the row in a row of the window, or None."""
        in_view = self.lines_in_view()
        if self.layout is None or not 0 <= y < len(in_view):
            return None
        leaf, line = in_view[y]
        return leaf, self.layout.rows(leaf)[line]

    def span_at(self, x: int, y: int) -> Span | None:
        """The span in a cell of the window, or None."""
        at = self.row_at(y)
        return at[1].span_at(x - self.margin) if at else None

    def forget_view(self) -> None:
        """Compute again which rows are in view when they are next needed."""
        self._in_view_for = None

    def _update_view(self) -> int:
        """Lay out the rows in view. Returns the row at the top."""
        layout, page = self.layout, self.page
        if layout is None or page is None:
            return 0
        top, rows = self._window.top, self._window.rows
        if self._in_view_for == (top, rows, page.version):
            return top
        for _ in range(_MOST_LAYOUTS):
            version = page.version
            exact, in_view = layout.screen(top, rows)
            if exact != top:
                self._window.set_top(top := exact)
            if page.version == version:  # else a note has been read, which changes the rows that refer to it
                break
        if version != self._version:
            self._version = version
            self.rows_changed.send()
        self._in_view = in_view
        self._in_view_for = (top, rows, page.version)
        if not self._settling:
            self._settling = True
            self._window.call_later(self._settle)
        return top

    def _settle(self) -> None:
        """After a frame is drawn: lay out a screen above and one below, so that scrolling to them is exact."""
        self._settling = False
        layout, page = self.layout, self.page
        if layout is None or page is None or not self._in_view:
            return
        first, (last, line) = self._in_view[0][0], self._in_view[-1]
        with self._same_row_at_top(layout):
            layout.lay_out_up(first - 1, self._window.rows)
            layout.lay_out(self._window.rows + line, last)
        self.settled.send()
        self.view_changed.send()

    @contextmanager
    def _same_row_at_top(self, layout: PageLayout) -> Iterator[None]:
        """Keep the same row at the top of the window while heights above it change."""
        leaf, _ = layout.locate(self._window.top)
        before = layout.top(leaf)
        yield
        moved = layout.top(leaf) - before
        if moved:
            self._window.set_top(self._window.top + moved)
            self.forget_view()
        self._window.set_height(layout.height)
