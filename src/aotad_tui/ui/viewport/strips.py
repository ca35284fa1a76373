"""Rows of a page to strips: styles, and what lies over the text (a mark, what was found, what is selected)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from aotad_tui.cells import width
from aotad_tui.page.rows import BESIDE, Row
from aotad_tui.ui.platform.textual_internals import CompactStrip


@dataclass(frozen=True, slots=True)
class Over:
    """A style over the characters of a leaf from `start` up to `end`."""

    start: int
    end: int
    style: str


@lru_cache(256)
def _blank(cells: int, style: Style) -> Segment:
    """So many empty cells: each line ends with some."""
    return Segment(" " * cells, style)


def strip(row: Row, over: Iterable[Over], margin: int, cells: int, style_of: Callable[[str], Style]) -> Strip:
    """One line of the screen, exactly that many cells."""
    base = style_of("")
    segments = [_blank(margin, base)] if margin else []
    used = margin
    over = [one for one in over if one.start == BESIDE or (one.end > row.start and one.start < row.end)]
    for text, style, _ in _pieces(row, over) if over else _plain(row):
        segments.append(Segment(text, style_of(style)))
        used += width(text)
    if used < cells:
        segments.append(_blank(cells - used, base))
    return CompactStrip(segments, cells) if used <= cells else Strip(segments).crop(0, cells)


def strip_with_places(row: Row, leaf: int, margin: int, cells: int) -> Strip:
    """The same line without styles; each of its cells knows its place in the page, for the mouse."""
    segments = []
    used = margin
    before = Style.from_meta({"offset": (row.start, leaf)})
    after = Style.from_meta({"offset": (row.end, leaf)})
    segments += [Segment(" ", before)] * margin
    begun = False
    for text, _, start in _plain(row):
        used += width(text)
        if start == BESIDE:
            segments += [Segment(character, after if begun else before) for character in text]
        else:
            begun = True
            segments.append(Segment(text, Style.from_meta({"offset": (start, leaf)})))
    segments += [Segment(" ", after if begun else before)] * max(cells - used, 0)
    return Strip(segments)


def _plain(row: Row) -> Iterator[tuple[str, str, int]]:
    for span, start in zip(row.spans, row.starts, strict=True):
        yield span.text, span.style, start


def _pieces(row: Row, over: list[Over]) -> Iterator[tuple[str, str, int]]:
    """Texts with their styles, cut where something lies over them."""
    beside = [one.style for one in over if one.start == BESIDE]  # a link before the text, as a note begins with
    for (text, style, start), span in zip(_plain(row), row.spans, strict=True):
        if start == BESIDE:
            yield text, " ".join([style, *beside]) if span.link else style, start
            continue
        end = start + len(text)
        cuts = {start, end}
        for one in over:
            cuts |= {cut for cut in (one.start, one.end) if start < cut < end}
        edges = sorted(cuts)
        for left, right in itertools.pairwise(edges):
            names = [style, *(one.style for one in over if one.start <= left and one.end >= right)]
            yield text[left - start : right - start], " ".join(names), left
