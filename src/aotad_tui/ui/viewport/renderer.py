"""A widget that draws a page: strips of what is in view, kept once drawn."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from aotad_tui.cells import wrap_text

from .scroller import MARGIN, PlaceView
from .strips import Over, strip, strip_with_places

_SCREENS_KEPT = 3
"""How many screens of lines are kept drawn: what is in view, what comes next, and what was passed last."""


class PaperView(PlaceView):
    """Draws the rows of a page, and what lies over its text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: dict[tuple[int, int], Strip] = {}
        self._painting = False
        self._said = ""

    def say(self, words: str) -> None:
        """Shows a sentence instead of a page."""
        self._said = words
        self.virtual_size = Size(self.scrollable_content_region.width, self._rows_of_screen)
        self.refresh()

    def draw_ahead(self, leaf: int, line: int) -> None:
        """Draws the next screen before it is asked for."""
        sheet, page = self._sheet, self.page
        missing = self._rows_of_screen
        while sheet and page and leaf < len(page.leaves) and missing > 0:
            for number in range(line + 1, min(len(sheet.rows(leaf)), line + 1 + missing)):
                self._strip(leaf, number)
                missing -= 1
            leaf, line = leaf + 1, -1

    def forget_drawn(self) -> None:
        """Forgets all strips."""
        self._strips.clear()
        self._in_view_for = None

    def redraw(self) -> None:
        """Draws anew what lies over the text."""
        self._strips.clear()
        self.refresh()

    def overs(self, _leaf: int) -> Iterator[Over]:
        """What lies over a leaf."""
        yield from ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips for the screen; whoever asks for single lines wants to know places instead, for the mouse."""
        self._painting = True
        self._look()
        try:
            if not self._is_bare:
                return super().render_lines(crop)
            strips = [self.render_line(y) for y in crop.line_range]
        finally:
            self._painting = False
        if self._cells < crop.width and not self.show_vertical_scrollbar:
            base = self.style_of("")  # the room that is kept for the scroll bar
            strips = [one.adjust_cell_length(crop.width, base) for one in strips]
        return strips

    @property
    def _is_bare(self) -> bool:
        """Whether nothing lies around or over the lines, as nearly always: Textual looks for it at each of them."""
        styles = self.styles
        framed = styles.gutter or any(kind for kind, _ in styles.outline)
        return not (framed or styles.tint.a or styles.has_rule("hatch") or self.opacity < 1)

    def render_line(self, y: int) -> Strip:
        """The strip for one row of the screen."""
        if not self._painting:
            self._look()
        if y < len(self._in_view) and self._sheet:
            leaf, line = self._in_view[y]
            if self._painting:
                return self._strip(leaf, line)
            return strip_with_places(self._sheet.rows(leaf)[line], leaf, self.margin_cells, self._cells)
        if self.page is None and y > 0 and self._said:
            rows = wrap_text(self._said, max(self._cells - 2 * MARGIN, 1))[y - 1 : y]
            words = "".join(self._said[start:end] for start, end in rows)
            said = Segment(" " * MARGIN + words, self.style_of("dim"))
            return Strip([said]).adjust_cell_length(self._cells, self.style_of(""))
        return Strip.blank(self._cells, self.style_of(""))

    def _strip(self, leaf: int, line: int) -> Strip:
        found = self._strips.get((leaf, line))
        if found is None and self._sheet:
            if len(self._strips) >= _SCREENS_KEPT * self._rows_of_screen:
                del self._strips[next(iter(self._strips))]
            row = self._sheet.rows(leaf)[line]
            found = self.put(strip(row, self.overs(leaf), self.margin_cells, self._cells, self.style_of))
            self._strips[leaf, line] = found
        return found or Strip.blank(self._cells)
