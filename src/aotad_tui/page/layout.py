"""Blocks to lines at a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aotad_tui.cells import Line, Span, chop, fill, plain, width, wrap_spans
from aotad_tui.story.values import Certainty

from .blocks import Block, Blocks, Code, Footnote, Heading, Items, Paragraph, Quote, Rule
from .tables import table_lines

# A sign beside the word, so that a callout can be told without colour.
CALLOUT_SIGNS = {
    **{certainty.value: certainty.sign for certainty in Certainty},
    "note": "i",
    "tip": "+",
    "important": "!",
    "warning": "!",
    "caution": "!",
}
_BULLETS = ("•", "◦", "▪")
_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading's place in a laid-out page."""

    row: int
    level: int
    text: str
    slug: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A line, and the heading that begins on it, if one does."""

    line: Line
    heading: Heading | None = None


def lay_out(blocks: Blocks, cells: int) -> tuple[list[Line], list[Anchor]]:
    """The lines of a page, and where its headings are. No line is wider than `cells`, from about 20 cells on."""
    rows = list(_blocks(blocks, max(cells, _NARROWEST), loose=True))
    anchors = [
        Anchor(number, row.heading.level, plain(row.heading.spans), row.heading.slug)
        for number, row in enumerate(rows)
        if row.heading
    ]
    return [row.line for row in rows], anchors


def _blocks(blocks: Blocks, cells: int, *, loose: bool, depth: int = 0) -> Iterator[_Row]:
    """Blocks that follow each other; `depth` is how many lists they lie in."""
    for number, block in enumerate(blocks):
        if number and loose:
            yield _Row(())
        yield from _block(block, cells, depth)


def _block(block: Block, cells: int, depth: int) -> Iterator[_Row]:
    if isinstance(block, Paragraph):
        yield from _rows(wrap_spans(block.spans, cells))
    elif isinstance(block, Heading):
        spans = tuple(span.styled(f"heading heading-{block.level}") for span in block.spans)
        for number, line in enumerate(wrap_spans(spans, cells)):
            yield _Row(line, None if number else block)
    elif isinstance(block, Items):
        yield from _items(block, cells, depth)
    elif isinstance(block, Quote):
        yield from _quote(block, cells, depth)
    elif isinstance(block, Code):
        for text in block.text.expandtabs(4).split("\n"):
            for piece in chop(text, cells - 2):
                yield _Row(fill((Span("  " + piece, "codeblock"),), cells, "codeblock"))
    elif isinstance(block, Rule):
        yield _Row((Span("─" * cells, "rule"),))
    elif isinstance(block, Footnote):
        yield from _hanging(Span(f"[{block.number}] ", "footnote"), block.blocks, cells, depth, loose=True)
    else:
        yield from _rows(table_lines(block, cells))


def _rows(lines: Iterable[Line]) -> Iterator[_Row]:
    for line in lines:
        yield _Row(line)


def _items(items: Items, cells: int, depth: int) -> Iterator[_Row]:
    last = (items.start or 0) + len(items.items) - 1
    for number, item in enumerate(items.items):
        if number and items.loose:
            yield _Row(())
        if item.done is not None:
            sign = "[x] " if item.done else "[ ] "
        elif items.start is not None:
            sign = f"{items.start + number}. ".rjust(len(f"{last}. "))
        else:
            sign = f"{_BULLETS[min(depth, len(_BULLETS) - 1)]} "
        yield from _hanging(Span(sign, "bullet"), item.blocks, cells, depth + 1, loose=items.loose)


def _quote(quote: Quote, cells: int, depth: int) -> Iterator[_Row]:
    bar = Span("│ ", f"quote {quote.mark}".strip())
    room = max(cells - 2, _NARROWEST)
    if quote.mark:
        words = f" · {quote.words}" if quote.words else ""
        head = Span(f"{CALLOUT_SIGNS[quote.mark]} {quote.mark}{words}", f"callout {quote.mark}")
        yield from _rows((bar, *line) for line in wrap_spans((head,), room))
    for row in _blocks(quote.blocks, room, loose=True, depth=depth):
        inside = row.line if quote.mark else tuple(span.styled("quoted") for span in row.line)
        yield _Row((bar, *inside), row.heading)


def _hanging(sign: Span, blocks: Blocks, cells: int, depth: int, *, loose: bool) -> Iterator[_Row]:
    """Blocks behind a sign that stands on their first line only."""
    indent = Span(" " * width(sign.text))
    rows = list(_blocks(blocks, max(cells - width(sign.text), _NARROWEST), loose=loose, depth=depth))
    yield _Row((sign, *(rows[0].line if rows else ())), rows[0].heading if rows else None)
    for row in rows[1:]:
        yield _Row((indent, *row.line) if row.line else (), row.heading)
