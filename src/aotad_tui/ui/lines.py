"""A widget that draws lines of styled cells: what the page and the panel have in common.

It draws only what is in view, keeps what it has drawn, and knows which link lies under the pointer or the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from aotad_tui.cells import ASCII, Line, width

SPAN = "span--"
_STYLES = (
    *("title", "person", "heading", "strong", "em", "strike", "code", "codeblock", "quote", "quoted", "bullet", "rule"),
    *("image", "footnote", "table-head", "link", "name", "native", "group", "dim", "frame", "label", "over", "remark"),
    *("point", "panel-heading", "tie", "tie-heading", "callout", "confirmed", "reported", "speculation", "source"),
    *("dead", "missing", "family", "love", "enemy", "killed", "hurts"),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A link to stop at: its first row and the cells it takes there, its last row, and where it leads."""

    row: int
    start: int
    end: int
    last_row: int
    link: str

    def covers(self, row: int, cell: int, link: str | None) -> bool:
        """Whether a span that begins at a cell of a row is part of it."""
        if row == self.row:
            return self.start <= cell < self.end
        return self.row < row <= self.last_row and link == self.link


class LinesView(ScrollView, can_focus=True):
    """Lines, scrolled. Posts `Followed` when a link in them is opened by mouse or by key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {SPAN + style for style in _STYLES} | {"span--current"}
    ALLOW_SELECT = False

    margin_cells: reactive[int] = reactive(0, repaint=True)
    ascii: reactive[bool] = reactive(default=False, repaint=True)

    class Followed(Message):
        """A link was opened."""

        def __init__(self, sender: LinesView, link: str) -> None:
            super().__init__()
            self.sender = sender
            self.link = link

        @property
        def control(self) -> LinesView:
            """The widget in which it was opened."""
            return self.sender

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._strips: dict[int, Strip] = {}
        self._rich_styles: dict[str, Style] = {}
        self._stops: list[Stop] | None = None
        self.current: Stop | None = None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Draws these lines from now on; what was marked is not any more."""
        self._lines = lines
        self._stops = None
        self.current = None
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
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

    def link_at(self, x: int, y: int) -> str | None:
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

    def action_open(self) -> None:
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

    def watch_ascii(self) -> None:
        """Forgets what was drawn with the signs before."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Forgets what was drawn in the colours before."""
        super().notify_style_update()
        self._rich_styles.clear()
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
        base = self._style_of("")
        segments = [Segment(" " * self.margin_cells, base)] if self.margin_cells else []
        if 0 <= row < len(self._lines):
            at = self.margin_cells
            for span in self._lines[row]:
                current = self.current and self.current.covers(row, at, span.link)
                text = span.text.translate(ASCII) if self.ascii else span.text
                segments.append(Segment(text, self._style_of(f"{span.style} current" if current else span.style)))
                at += width(span.text)
        return Strip(segments).adjust_cell_length(cells, base)

    def _style_of(self, names: str) -> Style:
        """The style that these names make together over the widget's own, each adding to those before it."""
        style = self._rich_styles.get(names)
        if style is None:
            own = self.visual_style
            background, color, text_style = own.background, own.foreground, Style()
            for name in names.split():
                if SPAN + name not in self.COMPONENT_CLASSES:
                    continue
                rules = self.get_component_styles(SPAN + name)
                if rules.has_rule("background"):
                    background += rules.background
                if rules.has_rule("color"):
                    color = rules.color
                text_style += rules.text_style
            # A colour that lets the background through is mixed with it here: a terminal knows no half tones.
            opaque = (background + color).rich_color if color else None
            style = Style(color=opaque, bgcolor=background.rich_color if background else None) + text_style
            self._rich_styles[names] = style
        return style


def _find_stops(lines: Sequence[Line], margin: int) -> list[Stop]:
    stops: list[Stop] = []
    carried: str | None = None  # the link on which the line before ended
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
