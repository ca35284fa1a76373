"""A widget that draws lines of styled cells, such as the panel.

It draws only what is in view, keeps what it has drawn, and knows which link lies under the pointer or the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from aotad_tui.cells import Line, width
from aotad_tui.link import Link

from .styled_view import StyledView


@dataclass(frozen=True, slots=True)
class Stop:
    """A link to stop at: its first row and the cells it takes there, its last row, and where it leads."""

    row: int
    start: int
    end: int
    last_row: int
    link: Link

    def covers(self, row: int, cell: int, link: Link | None) -> bool:
        """Whether a span that begins at a cell of a row is part of it."""
        if row == self.row:
            return self.start <= cell < self.end
        return self.row < row <= self.last_row and link == self.link


class LinesView(StyledView):
    """Lines, scrolled."""

    ALLOW_SELECT = False

    margin_cells: reactive[int] = reactive(0, repaint=True)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._strips: dict[int, Strip] = {}
        self._stops: list[Stop] | None = None
        self.current: Stop | None = None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Draws these lines from now on; what was marked is not any more."""
        self._lines = lines
        self._stops = None
        self.current = None
        self._strips.clear()
        self.fit(len(lines))
        self.refresh()

    @property
    def stops(self) -> list[Stop]:
        """All links in order; one that runs over the end of a line is one stop."""
        if self._stops is None:
            self._stops = _find_stops(self._lines, self.margin_cells)
        return self._stops

    def mark(self, stop: Stop | None) -> None:
        """Marks a link, and scrolls it into view."""
        before, self.current = self.current, stop
        for one in (before, stop):
            for row in range(one.row, one.last_row + 1) if one else ():
                self._strips.pop(row, None)
        if stop:
            self.scroll_to_region(Region(0, stop.row, 1, stop.last_row - stop.row + 1), animate=False, force=True)
        self.refresh()

    def link_at(self, x: int, y: int) -> Link | None:
        """The link at a place of the widget's content, or None."""
        row = y + int(self.scroll_y)
        if not 0 <= row < len(self._lines):
            return None
        at = self.margin_cells
        for span in self._lines[row]:
            past = at + width(span.text)
            if at <= x < past:
                return span.link
            at = past
        return None

    def open_link(self) -> None:
        """Opens the link that is marked."""
        if self.current:
            self.post_message(self.Followed(self, self.current.link))

    def on_click(self, event: events.Click) -> None:
        """Opens the link that was clicked."""
        offset = event.get_content_offset(self)
        link = self.link_at(offset.x, offset.y) if offset else None
        if link:
            event.stop()
            self.post_message(self.Followed(self, link))

    def forget_drawn(self) -> None:
        """Forgets all strips."""
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """The strip for one row of the screen."""
        row = y + int(self.scroll_y)
        cells = self.scrollable_content_region.width
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != cells:
            strip = self._draw(row, cells)
            self._strips[row] = strip
        return strip

    def _draw(self, row: int, cells: int) -> Strip:
        base = self.style_of("")
        segments = [Segment(" " * self.margin_cells, base)] if self.margin_cells else []
        if 0 <= row < len(self._lines):
            at = self.margin_cells
            for span in self._lines[row]:
                current = self.current and self.current.covers(row, at, span.link)
                segments.append(Segment(span.text, self.style_of(f"{span.style} current" if current else span.style)))
                at += width(span.text)
        return Strip(segments).adjust_cell_length(cells, base)


def _find_stops(lines: Sequence[Line], margin: int) -> list[Stop]:
    stops: list[Stop] = []
    carried: Link | None = None  # the link on which the line before ended
    for row, line in enumerate(lines):
        at = margin
        previous = carried
        for span in line:
            past = at + width(span.text)
            if span.link and span.link == previous:
                last = stops[-1]
                end = past if last.row == row else last.end
                stops[-1] = replace(last, end=end, last_row=row)
            elif span.link:
                stops.append(Stop(row, at, past, row, span.link))
            previous = span.link
            at = past
        carried = line[-1].link if line else None
    return stops
