"""Leaves to rows at a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Span, chop, width

from .leaves import Code, Leaf, Rule, Spans
from .rows import BESIDE, Row, beside, cut_at, wrap
from .tables import Table

NARROWEST = 8


def lay_out(leaf: Leaf, content: Spans | Table, cells: int) -> list[Row]:
    """The rows of a leaf, the gap above it among them. No line is wider than `cells`, from about 20 cells on."""
    room = max(cells - leaf.indent, NARROWEST)
    rows = [beside(leaf.gap)] if leaf.gap is not None else []
    for number, row in enumerate(_rows(leaf, content, room)):
        before = leaf.rest if number else leaf.first
        rows.append(Row((*before, *row.spans), (*(BESIDE for _ in before), *row.starts), row.start, row.end))
    return rows


def _rows(leaf: Leaf, content: Spans | Table, room: int) -> Iterable[Row]:
    body = leaf.body
    if isinstance(body, Rule):
        return [beside((Span("─" * room, "rule"),))]
    if isinstance(content, Table):
        return content.rows(room)
    if isinstance(body, Code):
        return _code(content, room)
    return wrap(content, room)


def _code(spans: Spans, room: int) -> Iterator[Row]:
    """Lines of code on a ground that fills the room; a line that is too long goes on below."""
    text = "".join(span.text for span in spans)
    places = []
    at = 0
    for line in text.split("\n"):
        for piece in chop(line, room - 2):
            places.append((at, at + len(piece)))
            at += len(piece)
        at += 1
    for row in cut_at(spans, places):
        used = 2 + sum(width(span.text) for span in row.spans)
        tail = Span(" " * max(room - used, 0), "codeblock")
        yield Row((Span("  ", "codeblock"), *row.spans, tail), (BESIDE, *row.starts, BESIDE), row.start, row.end)
