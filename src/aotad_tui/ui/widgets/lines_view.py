"""A widget that draws lines of spans, such as the people pane, and selects the links in them.

It draws only the lines in view and caches the strips.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from aotad_tui.cells import Line, width

from .linked_lines import LineLink, LinkedLines
from .styled_view import StyledView


class LinesView(StyledView):
    """Draws lines, one of whose links may be selected."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = LinkedLines()
        self.current: LineLink | None = None
        """The selected link."""
        self._strips: dict[int, Strip] = {}

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines; no link is selected afterwards."""
        self.lines = LinkedLines(lines)
        self.current = None
        self._strips.clear()
        self.fit(len(lines))
        self.refresh()

    @property
    def visible_rows(self) -> range:
        """The numbers of the lines in view."""
        top = int(self.scroll_y)
        return range(top, top + self.scrollable_content_region.height)

    def select(self, link: LineLink | None, *, scroll: bool = True) -> None:
        """Select a link and scroll it into view, or select none."""
        before, self.current = self.current, link
        for changed in (before, link):
            for row in range(changed.row, changed.last_row + 1) if changed else ():
                self._strips.pop(row, None)
        if link and scroll:
            self.scroll_to_region(Region(0, link.row, 1, link.last_row - link.row + 1), animate=False, force=True)
        self.refresh()

    def open_link(self) -> None:
        """Open the selected link."""
        if self.current:
            self.post_message(self.Followed(self, self.current.link))

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked."""
        offset = event.get_content_offset(self)
        link = self.lines.link_at(offset.y + int(self.scroll_y), offset.x) if offset else None
        if link:
            event.stop()
            self.post_message(self.Followed(self, link))

    def notify_style_update(self) -> None:
        """Draw all lines again, since colours may have changed."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """The strip of one row of the widget."""
        row = y + int(self.scroll_y)
        cells = self.scrollable_content_region.width
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != cells:
            strip = self._draw(row, cells)
            self._strips[row] = strip
        return strip

    def _draw(self, row: int, cells: int) -> Strip:
        segments = []
        start = 0
        for span in self.lines[row]:
            current = self.current and self.current.covers(row, start, span.link)
            names = f"{span.style} current" if current else span.style
            segments.append(Segment(span.text, self.span_styles.style(names)))
            start += width(span.text)
        return Strip(segments).adjust_cell_length(cells, self.span_styles.style(""))
