"""The strips of a page: drawn when they come into view, and cached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from aotad_tui.cells import wrap_text
from aotad_tui.page.rows import Row
from aotad_tui.ui.platform.output_filter import output_filter
from aotad_tui.ui.widgets.styled_view import StyledView

from .scroller import MARGIN, Scroller
from .strips import Highlight, positions_strip, styled_strip

_CACHED_SCREENS = 3
"""The number of screens of strips that are cached: the visible one, the next one and the previous one."""

Highlighter = Callable[[int], Iterable[Highlight]]
"""Returns the highlights of a leaf block."""


class PageRenderer:
    """Draws the rows of a page with the highlights over them, or a message where there is no page."""

    def __init__(self, view: StyledView, scroller: Scroller) -> None:
        self.message = ""
        """The sentence to show while there is no page."""
        self.sign_of: Callable[[int, Row], str] = lambda _leaf, _row: ""
        """Returns the sign in the margin of a row of a leaf block, or an empty text."""
        self._view = view
        self._scroller = scroller
        self._highlighters: tuple[Highlighter, ...] = ()
        self._strips: dict[tuple[int, int], Strip] = {}
        self._frame: list[tuple[int, int]] | None = None
        """The rows of the frame that is being drawn, None outside of `drawing_frame`."""
        scroller.rows_changed.connect(self._rows_changed)
        scroller.settled.connect(self._draw_ahead)

    def set_highlighters(self, *highlighters: Highlighter) -> None:
        """Set the functions that return highlights; those of the last one lie on top."""
        self._highlighters = highlighters

    def clear(self) -> None:
        """Forget all strips."""
        self._strips.clear()

    def redraw(self) -> None:
        """Draw everything again, for example because highlights have changed."""
        self.clear()
        self._view.refresh()

    @property
    def is_bare(self) -> bool:
        """Whether no border, outline or tint lies around or over the rows: Textual would check for it at each row."""
        styles = self._view.styles
        framed = styles.gutter or any(kind for kind, _ in styles.outline)
        return not (framed or styles.tint.a or styles.has_rule("hatch") or self._view.opacity < 1)

    @contextmanager
    def drawing_frame(self) -> Iterator[None]:
        """A context in which `strip` returns what is drawn; outside of it Textual asks for positions for the mouse."""
        self._frame = self._scroller.lines_in_view()
        try:
            yield
        finally:
            self._frame = None

    def strips(self, crop: Region) -> list[Strip]:
        """The strips of a part of the widget, without anything around them."""
        strips = [self.strip(y) for y in crop.line_range]
        if self._scroller.cells < crop.width and not self._view.show_vertical_scrollbar:
            base = self._view.span_styles.style("")  # the cells that are reserved for the scroll bar
            strips = [strip.adjust_cell_length(crop.width, base) for strip in strips]
        return strips

    def strip(self, y: int) -> Strip:
        """The strip of a row of the widget; outside of a frame without styles, its cells know their positions."""
        scroller = self._scroller
        in_view = scroller.lines_in_view() if self._frame is None else self._frame
        if y < len(in_view) and scroller.layout:
            leaf, line = in_view[y]
            if self._frame is not None:
                return self._row_strip(leaf, line)
            return positions_strip(scroller.layout.rows(leaf)[line], leaf, scroller.margin, scroller.cells)
        return self._message_strip(y)

    def _message_strip(self, y: int) -> Strip:
        """The message begins in the second row; every other row is blank."""
        cells, base = self._scroller.cells, self._view.span_styles.style("")
        if self._scroller.page is not None or y < 1 or not self.message:
            return Strip.blank(cells, base)
        rows = wrap_text(self.message, max(cells - 2 * MARGIN, 1))[y - 1 : y]
        words = "".join(self.message[start:end] for start, end in rows)
        text = Segment(" " * MARGIN + words, self._view.span_styles.style("dim"))
        return output_filter(self._view.app).filtered(Strip([text]).adjust_cell_length(cells, base))

    def _row_strip(self, leaf: int, line: int) -> Strip:
        strip = self._strips.get((leaf, line))
        scroller = self._scroller
        if strip is None and scroller.layout:
            if len(self._strips) >= _CACHED_SCREENS * scroller.rows:
                del self._strips[next(iter(self._strips))]
            row = scroller.layout.rows(leaf)[line]
            highlights = [highlight for of in self._highlighters for highlight in of(leaf)]
            style, sign = self._view.span_styles.style, self.sign_of(leaf, row)
            strip = styled_strip(row, highlights, scroller.margin, scroller.cells, style, sign)
            strip = self._strips[leaf, line] = output_filter(self._view.app).filtered(strip)
        return strip or Strip.blank(scroller.cells)

    def _rows_changed(self) -> None:
        self.redraw()
        if self._scroller.page is None and self.message:
            self._view.virtual_size = Size(self._scroller.cells, self._scroller.rows)

    def _draw_ahead(self) -> None:
        """Draw the next screen before it is scrolled into view."""
        scroller = self._scroller
        layout, page = scroller.layout, scroller.page
        missing = scroller.rows
        leaf, line = scroller.lines_in_view()[-1]
        while layout and page and leaf < len(page.leaves) and missing > 0:
            for number in range(line + 1, min(len(layout.rows(leaf)), line + 1 + missing)):
                self._row_strip(leaf, number)
                missing -= 1
            leaf, line = leaf + 1, -1
