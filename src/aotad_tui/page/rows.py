"""Laid-out rows, and spans split into them. A row knows the characters of its leaf block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aotad_tui.cells import Line, Span, width, wrap_text
from aotad_tui.invisible import BREAK

from .leaf_blocks import Spans

OUTSIDE_TEXT = -1
"""The character number of spans outside the text: bars, bullets, padding."""


@dataclass(frozen=True, slots=True)
class Row:
    """A laid-out line. `starts`: for each span the character of the leaf block at which it begins, or `OUTSIDE_TEXT`.

    `start` and `end`: the characters of the leaf block that make up the line, even where it shows none of them.
    """

    spans: Line
    starts: tuple[int, ...]
    start: int = 0
    end: int = 0

    def span_at(self, cell: int) -> Span | None:
        """The span in a cell of the row, or None."""
        start = 0
        for span in self.spans:
            end = start + width(span.text)
            if start <= cell < end:
                return span
            start = end
        return None


def row_outside_text(line: Spans) -> Row:
    """A row without text."""
    return Row(line, (OUTSIDE_TEXT,) * len(line))


def wrap(spans: Spans, cells: int) -> Iterator[Row]:
    """Join spans and break them into rows, in one pass."""
    text = "".join(span.text for span in spans)
    yield from cut_at(spans, wrap_text(text, cells))


def cut_at(spans: Spans, places: Sequence[tuple[int, int]], offset: int = 0) -> Iterator[Row]:
    """Rows of the characters between those places, in rising order; `offset`: the character of the first span.

    A span is split at each `BREAK`, which is left out.
    """
    number, at = 0, 0  # The span that is being split, and the character at which it begins.
    for start, end in places:
        line: list[Span] = []
        starts: list[int] = []
        while number < len(spans):
            span = spans[number]
            past = at + len(span.text)
            first, last = max(start, at), min(end, past)
            if first < last:
                piece = span.text[first - at : last - at]
                for part in piece.split(BREAK) if BREAK in piece else (piece,):
                    if part:
                        line.append(span if part == span.text else Span(part, span.style, span.link))
                        starts.append(offset + first)
                    first += len(part) + 1
            if past > end:
                break
            number, at = number + 1, past
        yield Row(tuple(line), tuple(starts), offset + start, offset + end)
