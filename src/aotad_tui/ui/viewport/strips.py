"""Rows of a page to strips: styled ones with highlights over the text, and ones with positions for the mouse."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from aotad_tui.cells import width
from aotad_tui.page.rows import OUTSIDE_TEXT, Row
from aotad_tui.ui.platform.textual_internals import CompactStrip


@dataclass(frozen=True, slots=True)
class Highlight:
    """A style over the characters of a leaf block from `start` up to `end`, or over its prefix: `OUTSIDE_TEXT`."""

    start: int
    end: int
    style: str


@lru_cache(256)
def _blank(cells: int, style: Style) -> Segment:
    """Empty cells, the same object for the ends of all lines that are equally long."""
    return Segment(" " * cells, style)


def styled_strip(
    row: Row,
    highlights: Iterable[Highlight],
    margin: int,
    cells: int,
    style_of: Callable[[str], Style],
    sign: str = "",
) -> Strip:
    """A row with its styles and highlights, exactly `cells` wide. `sign`: a character for the margin, or none."""
    base = style_of("")
    segments = [_blank(margin, base)] if margin else []
    if sign and margin > 1:  # with a blank cell before the text
        segments = [_blank(margin - 2, base), Segment(sign, style_of("mark-sign")), _blank(1, base)]
    used = margin
    inside = [
        highlight
        for highlight in highlights
        if highlight.start == OUTSIDE_TEXT or (highlight.end > row.start and highlight.start < row.end)
    ]
    for text, style, _ in _highlighted(row, inside) if inside else _plain(row):
        segments.append(Segment(text, style_of(style)))
        used += width(text)
    if used < cells:
        segments.append(_blank(cells - used, base))
    return CompactStrip(segments, cells) if used <= cells else Strip(segments).crop(0, cells)


def positions_strip(row: Row, leaf: int, margin: int, cells: int) -> Strip:
    """A row without styles whose cells have their character and leaf block as `offset`, for selection by mouse."""
    segments = []
    used = margin
    before = Style.from_meta({"offset": (row.start, leaf)})
    after = Style.from_meta({"offset": (row.end, leaf)})
    segments += [Segment(" ", before)] * margin
    in_text = False
    for text, _, start in _plain(row):
        used += width(text)
        if start == OUTSIDE_TEXT:
            segments += [Segment(character, after if in_text else before) for character in text]
        else:
            in_text = True
            segments.append(Segment(text, Style.from_meta({"offset": (start, leaf)})))
    segments += [Segment(" ", after if in_text else before)] * max(cells - used, 0)
    return Strip(segments)


def _plain(row: Row) -> Iterator[tuple[str, str, int]]:
    """The texts of a row, each with its styles and its first character."""
    for span, start in zip(row.spans, row.starts, strict=True):
        yield span.text, span.style, start


def _highlighted(row: Row, highlights: list[Highlight]) -> Iterator[tuple[str, str, int]]:
    """The texts of a row, cut at the ends of highlights, each with its styles and its first character."""
    # A link before the text, such as the number of a note
    outside = [highlight.style for highlight in highlights if highlight.start == OUTSIDE_TEXT]
    for (text, style, start), span in zip(_plain(row), row.spans, strict=True):
        if start == OUTSIDE_TEXT:
            yield text, " ".join([style, *outside]) if span.link else style, start
            continue
        end = start + len(text)
        cuts = {start, end}
        for highlight in highlights:
            cuts |= {cut for cut in (highlight.start, highlight.end) if start < cut < end}
        for left, right in itertools.pairwise(sorted(cuts)):
            over = (highlight.style for highlight in highlights if highlight.start <= left and highlight.end >= right)
            yield text[left - start : right - start], " ".join([style, *over]), left
