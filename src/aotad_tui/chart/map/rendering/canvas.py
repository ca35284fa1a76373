"""A canvas of cells for lines, texts and frames, and the drawing made from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aotad_tui.cells import Line, Span, cut, width
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .display_list import CellRun, CellStyle, DisplayList

Cell = tuple[int, int]
"""Column and row, counted from the upper left."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, edges included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> Cell:
        """The cell in the middle."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    def contains(self, x: int, y: int) -> bool:
        """Whether a cell lies in the box."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Drawing:
    """A finished drawing: its size in cells, and the box of each person or group by link, in reading order.

    `left_out` is the number of relationships that are not drawn. Rows are rendered on request, so that a new selection
    costs only what is in view.
    """

    width: int
    height: int
    boxes: Mapping[Link, Box]
    left_out: int = 0
    _display_list: DisplayList = field(default_factory=DisplayList, repr=False, compare=False)

    def row(self, y: int, selected: Link | None = None) -> Line:
        """Return a row of cells. Parts of the selection are `highlighted`, and lines of other edges are then `faint`.

        `selected` is the link of a person or a group; None for no selection.
        """
        spans: list[Span] = []
        at = 0
        for run in self._display_list.row(y):
            if run.x > at:
                spans.append(Span(" " * (run.x - at)))
            text = _with_selection_marks(run.text) if selected and run.style.link == selected else run.text
            spans.append(Span(text, _style_names(run, selected), run.style.link))
            at = run.x + width(run.text)
        return tuple(spans)

    def lines(self, selected: Link | None = None) -> list[Line]:
        """Return all rows."""
        return [self.row(y, selected) for y in range(self.height)]


def _with_selection_marks(text: str) -> str:
    """Put bars around the text in the selected card, so that the selection is visible without colour."""
    return f"▐{text[1:-1]}▌" if len(text) > 1 and text[0] == text[-1] == " " else text


def _style_names(run: CellRun, selected: Link | None) -> str:
    style = run.style
    if selected is None:
        return style.names
    if style.link == selected:
        return f"{style.names} selected-card"
    if not style.ends:
        return style.names
    if selected in style.ends:
        return f"{style.names} highlighted"
    # Labels stay as they are, since faint ones could not be read.
    return style.names if any(map(str.isalnum, run.text)) else f"{style.names} faint"


class Canvas:
    """Cells to draw on. Lines that meet are joined; a text covers the lines below it."""

    def __init__(self) -> None:
        self._display_list = DisplayList()
        self.boxes: dict[Link, Box] = {}

    def line(self, corners: Sequence[Cell], line_style: LineStyle, style: CellStyle) -> None:
        """Draw a line along these corners, each on the same row or column as the next."""
        for (x1, y1), (x2, y2) in pairwise(corners):
            if y1 == y2 and x1 != x2:
                self._display_list.horizontal(y1, min(x1, x2), max(x1, x2), line_style, style)
            elif y1 != y2:
                self._display_list.vertical(x1, min(y1, y2), max(y1, y2), line_style, style)

    def arm(self, cell: Cell, side: int, line_style: LineStyle, style: CellStyle) -> None:
        """Draw half a line, from the middle of a cell to one side of it."""
        self._display_list.arm(*cell, side, line_style, style)

    def text(self, x: int, y: int, text: str, style: CellStyle) -> None:
        """Write a text on one row, starting at a cell."""
        if text:
            self._display_list.text(x, y, text, style)

    def frame(self, box: Box, style: CellStyle, title: str = "", title_style: CellStyle | None = None) -> None:
        """Draw a frame with round corners and a title in its upper edge."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        self.line([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], LineStyle.LIGHT, style)
        for x, y, corner in ((left, top, "╭"), (right, top, "╮"), (left, bottom, "╰"), (right, bottom, "╯")):
            self.text(x, y, corner, style)
        if title:
            self.text(left + 2, top, f" {cut(title, right - left - 5)} ", title_style or style)

    def drawing(self, left_out: int = 0) -> Drawing:
        """Return the finished drawing. Nothing may be drawn on this canvas afterwards."""
        return Drawing(
            self._display_list.width, self._display_list.height, dict(self.boxes), left_out, self._display_list
        )
