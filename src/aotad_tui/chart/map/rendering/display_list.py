"""A display list: the lines and texts of a drawing, rendered into a row of cells on request.

A map of hundreds of people is a million cells, of which a screen shows a few thousand. Only those are rendered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby

from aotad_tui.cells import width
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .box_characters import DOWN, LEFT, RIGHT, UP, box_character

_BAND = 16  # vertical lines are indexed by bands of this many rows


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How cells look: style names, the link they lead to, and for an edge the links of its two ends."""

    names: str = ""
    link: Link | None = None
    ends: frozenset[Link] = frozenset()


@dataclass(frozen=True, slots=True)
class CellRun:
    """Adjacent cells of a row with one style. `x` is the first cell."""

    x: int
    text: str
    style: CellStyle


class _Junctions:
    """The cells of a row in which lines may meet: the arms and the style of each."""

    def __init__(self) -> None:
        self.arms: dict[int, list[LineStyle | None]] = {}
        self.styles: dict[int, CellStyle] = {}

    def add(self, x: int, line_style: LineStyle, style: CellStyle, *sides: int) -> None:
        """Add lines from the middle of a cell to its sides. The style of the last one wins."""
        arms = self.arms.get(x)
        if arms is None:
            arms = self.arms[x] = [None, None, None, None]
            self.styles[x] = style
        elif (below := self.styles[x]) is not style:
            self.styles[x] = CellStyle(style.names, style.link or below.link, style.ends | below.ends)
        for side in sides:
            arms[side] = line_style


class DisplayList:
    """All lines and texts of a drawing."""

    def __init__(self) -> None:
        self.width = 0
        self.height = 0
        self._horizontal: dict[int, list[tuple[int, int, LineStyle, CellStyle]]] = {}
        self._vertical: dict[int, list[tuple[int, int, int, LineStyle, CellStyle]]] = {}
        self._arms: dict[int, list[tuple[int, int, LineStyle, CellStyle]]] = {}
        self._texts: dict[int, list[CellRun]] = {}
        self._rows: dict[int, list[CellRun]] = {}

    def _grow(self, x: int, y: int) -> None:
        if x >= self.width:
            self.width = x + 1
        if y >= self.height:
            self.height = y + 1

    def horizontal(self, y: int, left: int, right: int, line_style: LineStyle, style: CellStyle) -> None:
        """Add a line between two cells of a row."""
        self._grow(right, y)
        self._horizontal.setdefault(y, []).append((left, right, line_style, style))

    def vertical(self, x: int, top: int, bottom: int, line_style: LineStyle, style: CellStyle) -> None:
        """Add a line between two cells of a column."""
        self._grow(x, bottom)
        for band in range(top // _BAND, bottom // _BAND + 1):
            self._vertical.setdefault(band, []).append((x, top, bottom, line_style, style))

    def arm(self, x: int, y: int, side: int, line_style: LineStyle, style: CellStyle) -> None:
        """Add half a line, from the middle of a cell to one side of it."""
        self._grow(x, y)
        self._arms.setdefault(y, []).append((x, side, line_style, style))

    def text(self, x: int, y: int, text: str, style: CellStyle) -> None:
        """Add a text that starts at a cell. It covers the lines below it."""
        self._grow(x + width(text) - 1, y)
        self._texts.setdefault(y, []).append(CellRun(x, text, style))

    def row(self, y: int) -> list[CellRun]:
        """Return the runs of a row from the left."""
        runs = self._rows.get(y)
        if runs is None:
            runs = self._rows[y] = self._rasterize(y)
        return runs

    def _rasterize(self, y: int) -> list[CellRun]:
        junctions = self._junctions(y)
        cells, styles = [" "] * self.width, list[CellStyle | None]([None]) * self.width
        for left, right, line_style, style in self._horizontal.get(y, ()):
            cells[left + 1 : right] = box_character((None, line_style, None, line_style)) * (right - left - 1)
            styles[left + 1 : right] = [style] * (right - left - 1)
        for x, arms in junctions.arms.items():
            cells[x] = box_character((arms[0], arms[1], arms[2], arms[3]))
            styles[x] = junctions.styles[x]
        for run in self._texts.get(y, ()):
            size = width(run.text)
            cells[run.x : run.x + size] = [run.text, *[""] * (size - 1)]
            styles[run.x : run.x + size] = [run.style] * size
        runs, x = [], 0
        for cell_style, same in groupby(styles):
            size = sum(1 for _ in same)
            if cell_style is not None:
                runs.append(CellRun(x, "".join(cells[x : x + size]), cell_style))
            x += size
        return runs

    def _junctions(self, y: int) -> _Junctions:
        junctions = _Junctions()
        for x, top, bottom, line_style, style in self._vertical.get(y // _BAND, ()):
            if top <= y <= bottom:
                sides = (UP, DOWN) if top < y < bottom else (DOWN,) if y == top else (UP,)
                junctions.add(x, line_style, style, *sides)
        horizontal = self._horizontal.get(y, ())
        for left, right, line_style, style in horizontal:
            junctions.add(left, line_style, style, RIGHT)
            junctions.add(right, line_style, style, LEFT)
        for x, side, line_style, style in self._arms.get(y, ()):
            junctions.add(x, line_style, style, side)
        junction_columns = sorted(junctions.arms)
        for left, right, line_style, style in horizontal:
            for x in junction_columns[bisect_right(junction_columns, left) : bisect_left(junction_columns, right)]:
                junctions.add(x, line_style, style, LEFT, RIGHT)
        return junctions
