"""A vertical scroll bar that is cheap to draw: nearly all of its rows look the same."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from aotad_tui.ui.platform.textual_internals import CompactStrip


class PlainScrollBar(ScrollBar):
    """Looks like Textual's scroll bar, with one strip for all rows that look the same.

    Textual's own makes three strips for each row of each frame, which is two thirds of the time that a frame takes.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the bar."""
        drawn = self.render()
        if not isinstance(drawn, ScrollBarRender) or self.opacity < 1:
            return super().render_lines(crop)
        segments = self._rows(drawn, *self.size)[crop.y : crop.bottom]
        base, ground = self.visual_style.rich_style, self.background_colors[1]
        strips = {
            kind: self._strip(one, base, ground, crop) for kind, one in {id(one): one for one in segments}.items()
        }
        return [strips[id(one)] for one in segments]

    def _rows(self, drawn: ScrollBarRender, cells: int, rows: int) -> list[Segment]:
        """A segment for each row; equal rows share one."""
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

    def _strip(self, segment: Segment, base: Style, ground: Ground, crop: Region) -> Strip:
        strip = Strip(Segment.apply_style([segment], base), self.size.width)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, ground)
        return CompactStrip(strip.crop(crop.x, crop.right), crop.width)
