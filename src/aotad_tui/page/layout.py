"""Leaves to rows at a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Span, chop, line_width, width

from .leaf_blocks import Code, LeafBlock, Rule, Spans
from .rows import BESIDE, Row, beside, cut_at, wrap
from .tables import Table

NARROWEST = 8
_SHORT_RULE = 12


def room_for(leaf: LeafBlock, cells: int) -> int:
    """How many cells of a page's width are left for what a leaf says."""
    return max(cells - leaf.indent, NARROWEST)


def lay_out(leaf: LeafBlock, content: Spans | Table, cells: int, shift: int | None = None) -> list[Row]:
    """The rows of a leaf, the gap above it among them. No line is wider than `cells`, from 8 on.

    `shift`: how many columns of a table that is too wide are passed over; None where nothing scrolls.
    """
    room = room_for(leaf, cells)
    first, rest, gap = leaf.first, leaf.rest, leaf.gap
    found: Iterable[Row] = _rows(leaf, content, room, shift)
    if leaf.indent + room > cells:
        found = list(found)
        left = max(cells, NARROWEST) - max((line_width(row.spans) for row in found), default=0)
        first, rest = _nearest(first, left), _nearest(rest, left)
        gap = None if gap is None else _nearest(gap, left)
    rows = [beside(gap)] if gap is not None else []
    for number, row in enumerate(found):
        before = rest if number else first
        if before:
            row = Row((*before, *row.spans), (*(BESIDE for _ in before), *row.starts), row.start, row.end)
        rows.append(row)
    return rows


def _nearest(before: Spans, cells: int) -> Spans:
    """Of what stands before a line, each sign of it a cell, as much as there is room for: what is nearest to it."""
    whole = sum(len(span.text) for span in before)
    (row,) = cut_at(before, [(whole - max(min(cells, whole), 0), whole)])
    return row.spans


def _rows(leaf: LeafBlock, content: Spans | Table, room: int, shift: int | None) -> Iterable[Row]:
    body = leaf.body
    if isinstance(body, Rule):
        return [beside((Span("─" * (min(_SHORT_RULE, room) if body.short else room), "rule"),))]
    if isinstance(content, Table):
        return content.rows(room, shift)
    if isinstance(body, Code):
        return _code(content, room)
    return wrap(content, room)


def _code(spans: Spans, room: int) -> Iterator[Row]:
    """Lines of code on a ground that fills the room; a line that is too long goes on below."""
    text = "".join(span.text for span in spans)
    places = []
    at = 0
    for line in text.split("\n"):
        for piece in _pieces(line, room - 2):
            places.append((at, at + len(piece)))
            at += len(piece)
        at += 1
    for row in cut_at(spans, places):
        begun = row.start > 0 and text[row.start - 1] != "\n"
        used = 2 + sum(width(span.text) for span in row.spans)
        head = Span("› ", "codeblock dim") if begun else Span("  ", "codeblock")
        tail = Span(" " * max(room - used, 0), "codeblock")
        yield Row((head, *row.spans, tail), (BESIDE, *row.starts, BESIDE), row.start, row.end)


def _pieces(line: str, cells: int) -> Iterator[str]:
    """A line of code in pieces that fit, broken behind a space where one is near the end."""
    at = 0
    while len(line) - at > 4 * cells or width(line[at:]) > cells:
        piece = chop(line[at : at + 4 * cells + 16], cells)[0]  # a line may be a megabyte
        piece = piece[: piece.rfind(" ", len(piece) // 2) + 1] or piece
        yield piece
        at += len(piece)
    yield line[at:]
