"""The scroll bar beside what is scrolled: drawn with each screen, and nearly all of its rows look the same."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from .strips import Whole


class PlainScrollBar(ScrollBar):
    """An upright bar as Textual draws it, in one strip for all rows that look the same.

    Textual's own makes three strips for each row of each frame, which is two thirds of the time that a frame takes.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the bar."""
        drawn = self.render()
        if not isinstance(drawn, ScrollBarRender) or self.opacity < 1:
            return super().render_lines(crop)
        cells, rows = self.size
        made: dict[int, Strip] = {}
        strips = []
        for segment in self._rows(drawn, cells, rows)[crop.y : crop.bottom]:
            strip = made.get(id(segment))
            if strip is None:
                strip = made[id(segment)] = self._strip(segment, cells, crop)
            strips.append(strip)
        return strips

    def _rows(self, drawn: ScrollBarRender, cells: int, rows: int) -> list[Segment]:
        """A segment for each row, the same one for those that look the same."""
        style = self.app.console.get_style(drawn.style)
        plain = Color.default()
        bar = drawn.render_bar(
            size=rows,
            virtual_size=drawn.virtual_size,
            window_size=drawn.window_size,
            position=drawn.position,
            thickness=cells,
            back_color=style.bgcolor or plain,
            bar_color=style.color or plain,
        )
        return list(bar.segments)

    def _strip(self, segment: Segment, cells: int, crop: Region) -> Strip:
        strip = Strip(Segment.apply_style([segment], self.visual_style.rich_style), cells)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return Whole(strip.crop(crop.x, crop.right), crop.width)
