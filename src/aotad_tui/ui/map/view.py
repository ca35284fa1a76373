"""The widget that shows a drawing of the map: it draws only the rows in view and pans in both directions."""

from __future__ import annotations

from functools import partial

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from aotad_tui.cells import width
from aotad_tui.chart.map.rendering.canvas import Drawing
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

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, span_names=MAP_SPAN_NAMES)
        self._drawing: Drawing | None = None
        self._selected: Link | None = None
        self._strips: dict[int, Strip] = {}
        self._clicked: Link | None = None
        """The card of the last single click, or of the first of two."""

    @property
    def drawing(self) -> Drawing | None:
        """The drawing that is shown."""
        return self._drawing

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
        row = y + int(self.scroll_y)
        cells = self.scrollable_content_region.width
        base = self.span_styles.style("")
        strip = self._strips.get(row)
        if strip is None:
            spans = self._drawing.row(row, self._selected) if self._drawing else ()
            segments = [Segment(span.text, self.span_styles.style(span.style)) for span in spans]
            strip = Strip(segments, sum(width(span.text) for span in spans))
            self._strips[row] = strip
        left = int(self.scroll_x)
        return strip.crop(left, left + cells).adjust_cell_length(cells, base)

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
        x, y = x + int(self.scroll_x), y + int(self.scroll_y)
        boxes = self._drawing.boxes if self._drawing else {}
        return next((link for link, box in boxes.items() if box.contains(x, y)), None)
