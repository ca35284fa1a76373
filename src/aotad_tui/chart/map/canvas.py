"""A canvas of cells: strokes that join where they meet, texts and frames; and the drawing that is made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aotad_tui.cells import Line, Span, cut, width
from aotad_tui.story.values import Line as Stroke

from .junctions import DOWN, LEFT, RIGHT, UP, character

Cell = tuple[int, int]
"""Column and row, counted from the upper left."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How something is drawn: its style, where it leads, and the links of those whose choice lights it."""

    style: str = ""
    link: str | None = None
    lights: frozenset[str] = frozenset()


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


@dataclass(frozen=True, slots=True)
class _Piece:
    x: int
    text: str
    ink: Ink


@dataclass(frozen=True)
class Drawing:
    """A finished drawing: how many cells it takes, and which box belongs to whom (by link), in reading order.

    `left_out` is how many ties it does not draw. Rows are made when they are asked for, so that choosing somebody else
    costs only what is in view.
    """

    width: int
    height: int
    boxes: Mapping[str, Box]
    left_out: int = 0
    _pieces: Mapping[int, Sequence[_Piece]] = field(default_factory=dict, repr=False)

    def row(self, y: int, chosen: str | None = None) -> Line:
        """A row of cells; what belongs to the chosen one is `lit`, and once somebody is chosen the other ties `faint`.

        `chosen` is a link: a person's or a group's.
        """
        spans: list[Span] = []
        at = 0
        for piece in self._pieces.get(y, ()):
            if piece.x > at:
                spans.append(Span(" " * (piece.x - at)))
            text = _marked(piece.text) if chosen and piece.ink.link == chosen else piece.text
            spans.append(Span(text, _style(piece.ink, chosen), piece.ink.link))
            at = piece.x + width(piece.text)
        return tuple(spans)

    def lines(self, chosen: str | None = None) -> list[Line]:
        """All rows."""
        return [self.row(y, chosen) for y in range(self.height)]


def _marked(text: str) -> str:
    """What stands in the chosen one's card, between two bars, so that the choice is seen without colour."""
    return f"▐{text[1:-1]}▌" if len(text) > 1 and text[0] == text[-1] == " " else text


def _style(ink: Ink, chosen: str | None) -> str:
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
        self._arms: dict[Cell, list[Stroke | None]] = {}
        self._inks: dict[Cell, Ink] = {}
        self._texts: dict[int, list[_Piece]] = {}
        self.boxes: dict[str, Box] = {}

    def stroke(self, corners: Sequence[Cell], weight: Stroke, ink: Ink) -> None:
        """A line along these corners, each straight across from or above the next."""
        for (x1, y1), (x2, y2) in pairwise(corners):
            if y1 == y2:
                low, high = min(x1, x2), max(x1, x2)
                cells = [(x, y1) for x in range(low, high + 1)]
                back, forth = LEFT, RIGHT
            else:
                low, high = min(y1, y2), max(y1, y2)
                cells = [(x1, y) for y in range(low, high + 1)]
                back, forth = UP, DOWN
            for cell in cells[1:]:
                self.arm(cell, back, weight, ink)
            for cell in cells[:-1]:
                self.arm(cell, forth, weight, ink)

    def arm(self, cell: Cell, side: int, weight: Stroke, ink: Ink) -> None:
        """Half a stroke, from the middle of a cell to one side of it."""
        arms = self._arms.get(cell)
        if arms is None:
            self._arms[cell] = [weight if at == side else None for at in range(4)]
            self._inks[cell] = ink
            return
        arms[side] = weight
        under = self._inks[cell]
        if under is not ink:
            self._inks[cell] = Ink(ink.style, ink.link or under.link, ink.lights | under.lights)

    def text(self, x: int, y: int, text: str, ink: Ink) -> None:
        """A text in one row, from a cell on."""
        if text:
            self._texts.setdefault(y, []).append(_Piece(x, text, ink))

    def frame(self, box: Box, ink: Ink, title: str = "", title_ink: Ink | None = None) -> None:
        """A frame with round corners, and a title in its upper edge."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        self.stroke([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], Stroke.LIGHT, ink)
        for x, y, corner in ((left, top, "╭"), (right, top, "╮"), (left, bottom, "╰"), (right, bottom, "╯")):
            self.text(x, y, corner, ink)
        if title:
            self.text(left + 2, top, f" {cut(title, right - left - 5)} ", title_ink or ink)

    def drawing(self, left_out: int = 0) -> Drawing:
        """What was drawn."""
        cells: dict[int, dict[int, _Piece]] = {}
        for (x, y), arms in self._arms.items():
            cells.setdefault(y, {})[x] = _Piece(x, character((arms[0], arms[1], arms[2], arms[3])), self._inks[x, y])
        for y, texts in self._texts.items():
            row = cells.setdefault(y, {})
            for piece in texts:
                for x in range(piece.x, piece.x + width(piece.text)):
                    row.pop(x, None)
                row[piece.x] = piece
        pieces = {y: _joined([row[x] for x in sorted(row)]) for y, row in cells.items()}
        wide = max((row[-1].x + width(row[-1].text) for row in pieces.values() if row), default=0)
        return Drawing(wide, max(pieces, default=-1) + 1, dict(self.boxes), left_out, pieces)


def _joined(row: list[_Piece]) -> list[_Piece]:
    """Pieces that touch and look alike as one."""
    joined: list[_Piece] = []
    for piece in row:
        last = joined[-1] if joined else None
        if last and last.ink == piece.ink and last.x + width(last.text) == piece.x:
            joined[-1] = _Piece(last.x, last.text + piece.text, last.ink)
        else:
            joined.append(piece)
    return joined
