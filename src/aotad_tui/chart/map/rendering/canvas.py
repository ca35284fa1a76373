"""A canvas of cells: strokes that join where they meet, texts and frames; and the drawing that is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aotad_tui.cells import Line, Span, cut, width
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .sheet import Ink, Sheet

Cell = tuple[int, int]
"""Column and row, counted from the upper left."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, its edges included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> Cell:
        """The cell in the middle."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Drawing:
    """A finished drawing: how many cells it takes, and which box belongs to whom (by link), in reading order.

    `left_out` is how many ties it does not draw. Rows are made when they are asked for, so that choosing somebody else
    costs only what is in view.
    """

    width: int
    height: int
    boxes: Mapping[Link, Box]
    left_out: int = 0
    _sheet: Sheet = field(default_factory=Sheet, repr=False, compare=False)

    def row(self, y: int, chosen: Link | None = None) -> Line:
        """A row of cells; what belongs to the chosen one is `lit`, and once somebody is chosen the other ties `faint`.

        `chosen` is a link: a person's or a group's.
        """
        spans: list[Span] = []
        at = 0
        for piece in self._sheet.row(y):
            if piece.x > at:
                spans.append(Span(" " * (piece.x - at)))
            text = _marked(piece.text) if chosen and piece.ink.link == chosen else piece.text
            spans.append(Span(text, _style(piece.ink, chosen), piece.ink.link))
            at = piece.x + width(piece.text)
        return tuple(spans)

    def lines(self, chosen: Link | None = None) -> list[Line]:
        """All rows."""
        return [self.row(y, chosen) for y in range(self.height)]


def _marked(text: str) -> str:
    """What stands in the chosen one's card, between two bars, so that the choice is seen without colour."""
    return f"▐{text[1:-1]}▌" if len(text) > 1 and text[0] == text[-1] == " " else text


def _style(ink: Ink, chosen: Link | None) -> str:
    if chosen is None:
        return ink.style
    if ink.link == chosen:
        return f"{ink.style} chosen"
    if not ink.lights:
        return ink.style
    return f"{ink.style} lit" if chosen in ink.lights else f"{ink.style} faint"


class Canvas:
    """Cells to draw on. Strokes that meet are joined; a text stands over whatever stroke is under it."""

    def __init__(self) -> None:
        self._sheet = Sheet()
        self.boxes: dict[Link, Box] = {}

    def stroke(self, corners: Sequence[Cell], weight: LineStyle, ink: Ink) -> None:
        """A line along these corners, each straight across from or above the next."""
        for (x1, y1), (x2, y2) in pairwise(corners):
            if y1 == y2 and x1 != x2:
                self._sheet.across(y1, min(x1, x2), max(x1, x2), weight, ink)
            elif y1 != y2:
                self._sheet.down(x1, min(y1, y2), max(y1, y2), weight, ink)

    def arm(self, cell: Cell, side: int, weight: LineStyle, ink: Ink) -> None:
        """Half a stroke, from the middle of a cell to one side of it."""
        self._sheet.half(*cell, side, weight, ink)

    def text(self, x: int, y: int, text: str, ink: Ink) -> None:
        """A text in one row, from a cell on."""
        if text:
            self._sheet.text(x, y, text, ink)

    def frame(self, box: Box, ink: Ink, title: str = "", title_ink: Ink | None = None) -> None:
        """A frame with round corners, and a title in its upper edge."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        self.stroke([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], LineStyle.LIGHT, ink)
        for x, y, corner in ((left, top, "╭"), (right, top, "╮"), (left, bottom, "╰"), (right, bottom, "╯")):
            self.text(x, y, corner, ink)
        if title:
            self.text(left + 2, top, f" {cut(title, right - left - 5)} ", title_ink or ink)

    def drawing(self, left_out: int = 0) -> Drawing:
        """What was drawn. Nothing more may be drawn on this canvas then."""
        return Drawing(self._sheet.width, self._sheet.height, dict(self.boxes), left_out, self._sheet)
