"""A widget that draws lines of spans, such as the people pane, and selects the links in them.

It draws only the lines in view and caches the strips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from aotad_tui.cells import Line, width
from aotad_tui.link import Link

from .styled_view import StyledView


@dataclass(frozen=True, slots=True)
class LineLink:
    """A link in lines: its first row, its cells from `start` up to `end` in that row, and its last row."""

    row: int
    start: int
    end: int
    last_row: int
    link: Link

    def covers(self, row: int, cell: int, link: Link | None) -> bool:
        """Whether the span that begins at a cell of a row is part of this link."""
        if row == self.row:
            return self.start <= cell < self.end
        return self.row < row <= self.last_row and link == self.link


class LinesView(StyledView):
    """Draws lines, one of whose links may be selected."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._strips: dict[int, Strip] = {}
        self._links: list[LineLink] | None = None
        self.current: LineLink | None = None
        """The selected link."""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines; no link is selected afterwards."""
        self._lines = lines
        self._links = None
        self.current = None
        self._strips.clear()
        self.fit(len(lines))
        self.refresh()

    @property
    def links(self) -> list[LineLink]:
        """All links in order; one that continues on the next line counts once."""
        if self._links is None:
            self._links = _find_links(self._lines)
        return self._links

    def select(self, link: LineLink | None) -> None:
        """Select a link and scroll it into view, or select none."""
        before, self.current = self.current, link
        for changed in (before, link):
            for row in range(changed.row, changed.last_row + 1) if changed else ():
                self._strips.pop(row, None)
        if link:
            self.scroll_to_region(Region(0, link.row, 1, link.last_row - link.row + 1), animate=False, force=True)
        self.refresh()

    def link_at(self, x: int, y: int) -> Link | None:
        """The link at a cell of the visible content, or None."""
        row = y + int(self.scroll_y)
        if not 0 <= row < len(self._lines):
            return None
        start = 0
        for span in self._lines[row]:
            end = start + width(span.text)
            if start <= x < end:
                return span.link
            start = end
        return None

    def open_link(self) -> None:
        """Open the selected link."""
        if self.current:
            self.post_message(self.Followed(self, self.current.link))

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked."""
        offset = event.get_content_offset(self)
        link = self.link_at(offset.x, offset.y) if offset else None
        if link:
            event.stop()
            self.post_message(self.Followed(self, link))

    def redraw(self) -> None:
        """Draw all lines again."""
        self._strips.clear()
        self.refresh()

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
        base = self.span_styles.style("")
        segments = []
        if 0 <= row < len(self._lines):
            start = 0
            for span in self._lines[row]:
                current = self.current and self.current.covers(row, start, span.link)
                names = f"{span.style} current" if current else span.style
                segments.append(Segment(span.text, self.span_styles.style(names)))
                start += width(span.text)
        return Strip(segments).adjust_cell_length(cells, base)


def _find_links(lines: Sequence[Line]) -> list[LineLink]:
    found: list[LineLink] = []
    continued: Link | None = None  # the link at the end of the line before
    for row, line in enumerate(lines):
        start = 0
        previous = continued
        for span in line:
            end = start + width(span.text)
            if span.link and span.link == previous:
                last = found[-1]
                found[-1] = replace(last, end=end if last.row == row else last.end, last_row=row)
            elif span.link:
                found.append(LineLink(row, start, end, row, span.link))
            previous = span.link
            start = end
        continued = line[-1].link if line else None
    return found
