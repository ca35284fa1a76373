"""The widget that shows a drawing of the map: only what is in view is drawn, and it pans both ways."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from aotad_tui.cells import width
from aotad_tui.chart.map.rendering.canvas import Drawing
from aotad_tui.ui.widgets.lines_view import LinesView


class MapView(LinesView, inherit_bindings=False):  # its arrows would scroll; the map's go from card to card
    """Draws a `Drawing` with somebody chosen in it. Posts `Pointed` when a card is clicked."""

    SPANS = LinesView.SPANS | {"lit", "faint", "chosen", "rail"}

    class Pointed(Message):
        """A card was clicked."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._drawing: Drawing | None = None
        self._chosen: str | None = None

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    def show_drawing(self, drawing: Drawing, chosen: str | None, window: tuple[int, int] | None = None) -> None:
        """Shows a drawing; the card of the chosen one is brought into view.

        `window`: the first column and row to show, as far as the card is in view then; else the window stays.
        """
        self._drawing, self._chosen = drawing, chosen
        self._strips.clear()
        self.virtual_size = Size(drawing.width, drawing.height)
        self.refresh()
        self.call_after_refresh(self._bring_into_view, window)  # when the scroll bars are there, which take cells

    def _bring_into_view(self, at: tuple[int, int] | None) -> None:
        """Moves the window, if the chosen card is not all in it, so far that the card is in the middle."""
        if at:
            self.scroll_to(*at, animate=False, force=True, immediate=True)
        box = self._drawing.boxes.get(self._chosen or "") if self._drawing else None
        if box is None:
            return
        region = Region(box.left, box.top, box.right - box.left + 1, box.bottom - box.top + 1)
        window = Region(int(self.scroll_x), int(self.scroll_y), *self.scrollable_content_region.size)
        x, y = box.middle
        if region.width > window.width or region.height > window.height:
            region = Region(x, y, 1, 1)  # of a card that never fits, its name
        if not window.contains_region(region):
            self.scroll_to(x - window.width // 2, y - window.height // 2, animate=False, force=True, immediate=True)

    def pan(self, x: int, y: int) -> None:
        """Moves the window over the drawing by that many cells."""
        self.scroll_relative(x, y, animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """The strip for one row of the screen."""
        row = y + int(self.scroll_y)
        cells = self.scrollable_content_region.width
        base = self.style_of("")
        strip = self._strips.get(row)
        if strip is None:
            spans = self._drawing.row(row, self._chosen) if self._drawing else ()
            segments = [Segment(span.text, self.style_of(span.style)) for span in spans]
            strip = Strip(segments, sum(width(span.text) for span in spans))
            self._strips[row] = strip
        left = int(self.scroll_x)
        return strip.crop(left, left + cells).adjust_cell_length(cells, base)

    def on_click(self, event: events.Click) -> None:
        """Tells whose card was clicked."""
        offset = event.get_content_offset(self)
        if offset is None or self._drawing is None:
            return
        event.stop()
        x, y = offset.x + int(self.scroll_x), offset.y + int(self.scroll_y)
        for link, box in self._drawing.boxes.items():
            if box.holds(x, y):
                self.post_message(self.Pointed(link))
                return
