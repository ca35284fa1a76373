"""A drawing of the map as an SVG picture, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from rich.segment import Segment

from aotad_tui.cells import width

_CELL_WIDTH, _CELL_HEIGHT = 8.4, 18.0
"""The size of a cell in pixels, for letters of 14 pixels."""
_FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def svg(rows: Iterable[Iterable[Segment]], foreground: str, background: str) -> str:
    """Return rows of segments as a picture. The colours are those of segments without any, such as `#15181c`."""
    texts, cells, count = [], 0, 0
    for number, row in enumerate(rows):
        at = 0
        for segment in row:
            if segment.text.strip():
                texts.append(_text(segment, at, number, foreground))
            at += width(segment.text)
        cells, count = max(cells, at), number + 1
    size = f'width="{(cells + 2) * _CELL_WIDTH:.0f}" height="{(count + 1) * _CELL_HEIGHT:.0f}"'
    style = f'font-family="{_FONT}" font-size="14" xml:space="preserve"'
    body = "\n".join(texts)
    ground = f'<rect width="100%" height="100%" fill="{background}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{ground}\n{body}\n</svg>\n'


def _text(segment: Segment, at: int, row: int, foreground: str) -> str:
    style = segment.style
    colour = style.color.get_truecolor().hex if style and style.color else foreground
    bold = ' font-weight="bold"' if style and style.bold else ""
    # Each piece has its place and length, so that columns stay aligned in any font.
    place = f'x="{(at + 1) * _CELL_WIDTH:.1f}" y="{(row + 1) * _CELL_HEIGHT:.1f}"'
    length = f'textLength="{width(segment.text) * _CELL_WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {place} {length} fill="{colour}"{bold}>{escape(segment.text)}</text>'
