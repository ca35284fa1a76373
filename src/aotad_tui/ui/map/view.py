"""The widget that shows a drawing of the map: it draws only the rows in view and pans in both directions."""

from __future__ import annotations

from functools import partial

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from aotad_tui.cells import Line
from aotad_tui.chart.map.rendering.canvas import Drawing
from aotad_tui.chart.map.rendering.cropping import crop_row
from aotad_tui.link import Link
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.widgets.span_styles import SPAN_NAMES
from aotad_tui.ui.widgets.styled_view import StyledView

MAP_SPAN_NAMES = SPAN_NAMES | {"highlighted", "faint", "selected-card", "rail"}
"""The names of styles that the style sheet defines on the map."""


class MapView(StyledView, inherit_bindings=False):  # the arrow keys go from card to card and do not scroll
    """Draws a `Drawing` in which one card is selected. Posts `CardClicked` when a card is clicked."""

    ALLOW_SELECT = False

    class CardClicked(Message):
        """A card was clicked."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    class WindowMoved(Message):
        """Another part of the drawing is in view."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, span_names=MAP_SPAN_NAMES)
        self._drawing: Drawing | None = None
        self._selected: Link | None = None
        self._strips: dict[tuple[int, int], Strip] = {}
        """The rows by their number and the first column in view."""
        self._clicked: Link | None = None
        """The card of the last single click, or of the first of two."""

    @property
    def drawing(self) -> Drawing | None:
        """The drawing that is shown."""
        return self._drawing

    @property
    def window(self) -> tuple[int, int, int, int]:
        """The part of the drawing in view: the first column and row, and the number of columns and rows."""
        return int(self.scroll_x), int(self.scroll_y), *self.scrollable_content_region.size

    def _margin(self) -> tuple[int, int]:
        """The cells on the left of a drawing narrower than the window, and the rows above it: it is centred."""
        size = self.scrollable_content_region.size
        if self._drawing is None or self._drawing.width >= size.width:
            return 0, 0
        return (size.width - self._drawing.width) // 2, max(size.height - self._drawing.height, 0) // 2

    def show_drawing(self, drawing: Drawing, selected: Link | None, window: tuple[int, int] | None = None) -> None:
        """Show a drawing and scroll the selected card into view.

        `window`: the column and row to scroll to first; without it the scroll position stays.
        """
        self._drawing, self._selected = drawing, selected
        self._strips.clear()
        self.virtual_size = Size(drawing.width, drawing.height)
        self.refresh()
        # Later, when the scroll bars, which take cells, are there.
        after_refresh(self, partial(self._bring_into_view, window))

    def _bring_into_view(self, at: tuple[int, int] | None) -> None:
        """Centre the selected card if it is not completely in view."""
        if at:
            self.scroll_to(*at, animate=False, force=True, immediate=True)
        box = self._drawing.boxes.get(self._selected) if self._drawing and self._selected else None
        if box is None:
            return
        region = Region(box.left, box.top, box.right - box.left + 1, box.bottom - box.top + 1)
        window = Region(int(self.scroll_x), int(self.scroll_y), *self.scrollable_content_region.size)
        x, y = box.middle
        if region.width > window.width or region.height > window.height:
            region = Region(x, y, 1, 1)  # a card that never fits: its name
        if not window.contains_region(region):
            self.scroll_to(x - window.width // 2, y - window.height // 2, animate=False, force=True, immediate=True)

    def pan(self, x: int, y: int) -> None:
        """Scroll by cells."""
        self.scroll_relative(x, y, animate=False, force=True, immediate=True)

    def notify_style_update(self) -> None:
        """Draw everything again, since colours may have changed."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """The strip of one row of the widget."""
        margin, above = self._margin()
        row, left, cells = y + int(self.scroll_y) - above, int(self.scroll_x), self.scrollable_content_region.width
        base = self.span_styles.style("")
        strip = self._strips.get((row, left))
        if strip is None or strip.cell_length != cells:
            spans = self._drawing.row(row, self._selected) if self._drawing and row >= 0 else ()
            segments = [Segment(" " * margin, base), *self.segments(crop_row(spans, left, cells - margin))]
            strip = self._strips[row, left] = Strip(segments).adjust_cell_length(cells, base)
        return strip

    def segments(self, row: Line) -> list[Segment]:
        """A row of spans in the colours of the theme."""
        return [Segment(span.text, self.span_styles.style(span.style)) for span in row]

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Post that another part is in view."""
        super().watch_scroll_x(old_value, new_value)
        self._scrolled(old_value, new_value)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Post that another part is in view."""
        super().watch_scroll_y(old_value, new_value)
        self._scrolled(old_value, new_value)

    def _scrolled(self, old_value: float, new_value: float) -> None:
        if round(old_value) != round(new_value):
            self._strips.clear()
            self.post_message(self.WindowMoved())

    def on_click(self, event: events.Click) -> None:
        """Post `CardClicked` for the card that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None or self._drawing is None:
            return
        event.stop()
        if event.chain == 1:
            self._clicked = self.link_at(*offset)
        # The second click of two opens the card of the first: selecting that card may have scrolled it away.
        if self._clicked and event.chain <= 2:  # at most a double click
            self.post_message(self.CardClicked(self._clicked))

    def link_at(self, x: int, y: int) -> Link | None:
        """The link of the card in a cell of the window, or None."""
        margin, above = self._margin()
        x, y = x + int(self.scroll_x) - margin, y + int(self.scroll_y) - above
        boxes = self._drawing.boxes if self._drawing else {}
        return next((link for link, box in boxes.items() if box.contains(x, y)), None)
