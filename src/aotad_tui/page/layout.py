"""Lays out leaf blocks in rows at a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Span, chop, line_width, width

from .leaf_blocks import Code, LeafBlock, Rule, Spans
from .rows import OUTSIDE_TEXT, Row, cut_at, row_outside_text, wrap
from .tables import Table

NARROWEST = 8
_SHORT_RULE = 12


def room_for(leaf: LeafBlock, cells: int) -> int:
    """The cells of a page's width that are left for the text of a leaf block."""
    return max(cells - leaf.indent, NARROWEST)


def lay_out(leaf: LeafBlock, content: Spans | Table, cells: int, shift: int | None = None) -> list[Row]:
    """The rows of a leaf block, with the gap above it. No line is wider than `cells`, from 8 on.

    `shift`: the number of columns of a wide table that are scrolled out of view; None if nothing scrolls.
    """
    room = room_for(leaf, cells)
    first, rest, gap = leaf.first, leaf.rest, leaf.gap
    laid_out: Iterable[Row] = _rows(leaf, content, room, shift)
    if leaf.indent + room > cells:
        laid_out = list(laid_out)
        left = max(cells, NARROWEST) - max((line_width(row.spans) for row in laid_out), default=0)
        first, rest = _nearest(first, left), _nearest(rest, left)
        gap = None if gap is None else _nearest(gap, left)
    rows = [row_outside_text(gap)] if gap is not None else []
    for number, row in enumerate(laid_out):
        before = rest if number else first
        if before:
            row = Row((*before, *row.spans), (*(OUTSIDE_TEXT for _ in before), *row.starts), row.start, row.end)
        rows.append(row)
    return rows


def _nearest(before: Spans, cells: int) -> Spans:
    """As much of a prefix as there is room for, its innermost part; each of its signs takes one cell."""
    whole = sum(len(span.text) for span in before)
    (row,) = cut_at(before, [(whole - max(min(cells, whole), 0), whole)])
    return row.spans


def _rows(leaf: LeafBlock, content: Spans | Table, room: int, shift: int | None) -> Iterable[Row]:
    body = leaf.body
    if isinstance(body, Rule):
        return [row_outside_text((Span("─" * (min(_SHORT_RULE, room) if body.short else room), "rule"),))]
    if isinstance(content, Table):
        return content.rows(room, shift)
    if isinstance(body, Code):
        return _code(content, room, begins_inside_line=body.begins_inside_line)
    return wrap(content, room)


def _code(spans: Spans, room: int, *, begins_inside_line: bool) -> Iterator[Row]:
    """Lines of code on a background that fills the width; a line that is too long continues below."""
    text = "".join(span.text for span in spans)
    places = []
    at = 0
    for line in text.split("\n"):
        for piece in _pieces(line, room - 2):
            places.append((at, at + len(piece)))
            at += len(piece)
        at += 1
    for row in cut_at(spans, places):
        begun = text[row.start - 1] != "\n" if row.start else begins_inside_line
        used = 2 + sum(width(span.text) for span in row.spans)
        head = Span("› ", "codeblock dim") if begun else Span("  ", "codeblock")
        tail = Span(" " * max(room - used, 0), "codeblock")
        yield Row((head, *row.spans, tail), (OUTSIDE_TEXT, *row.starts, OUTSIDE_TEXT), row.start, row.end)


def _pieces(line: str, cells: int) -> Iterator[str]:
    """A line of code in pieces that fit, broken after a space if one is near the end."""
    at = 0
    one_cell_each = line.isascii() and line.isprintable()
    while len(line) - at > 4 * cells or width(line[at:]) > cells:
        piece = line[at : at + cells] if one_cell_each else chop(line[at : at + 4 * cells + 16], cells)[0]
        piece = piece[: piece.rfind(" ", len(piece) // 2) + 1] or piece
        yield piece
        at += len(piece)
    yield line[at:]
