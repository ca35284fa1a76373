"""Strokes and texts as they were drawn, from which a row of cells is made when it is asked for.

A poster of hundreds of people is a million cells, of which a screen shows a few thousand: no others are ever made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby

from aotad_tui.cells import width
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .box_characters import DOWN, LEFT, RIGHT, UP, character

_BAND = 16  # rows whose upright strokes are kept together


@dataclass(frozen=True, slots=True)
class Ink:
    """How something is drawn: its style, where it leads, and the links of those whose choice lights it."""

    style: str = ""
    link: Link | None = None
    lights: frozenset[Link] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """Cells of a row that look alike, from a cell on."""

    x: int
    text: str
    ink: Ink


class _Joints:
    """The cells of a row in which strokes may meet: what leaves each, and its ink."""

    def __init__(self) -> None:
        self.arms: dict[int, list[LineStyle | None]] = {}
        self.inks: dict[int, Ink] = {}

    def add(self, x: int, weight: LineStyle, ink: Ink, *sides: int) -> None:
        """More strokes from the middle of a cell to its sides. The last one lies on top."""
        arms = self.arms.get(x)
        if arms is None:
            arms = self.arms[x] = [None, None, None, None]
            self.inks[x] = ink
        elif (under := self.inks[x]) is not ink:
            self.inks[x] = Ink(ink.style, ink.link or under.link, ink.lights | under.lights)
        for side in sides:
            arms[side] = weight


class Sheet:
    """All strokes and texts of a drawing."""

    def __init__(self) -> None:
        self.width = 0
        self.height = 0
        self._across: dict[int, list[tuple[int, int, LineStyle, Ink]]] = {}
        self._down: dict[int, list[tuple[int, int, int, LineStyle, Ink]]] = {}
        self._halves: dict[int, list[tuple[int, int, LineStyle, Ink]]] = {}
        self._texts: dict[int, list[Piece]] = {}
        self._rows: dict[int, list[Piece]] = {}

    def _grow(self, x: int, y: int) -> None:
        if x >= self.width:
            self.width = x + 1
        if y >= self.height:
            self.height = y + 1

    def across(self, y: int, left: int, right: int, weight: LineStyle, ink: Ink) -> None:
        """A stroke from one cell of a row to another."""
        self._grow(right, y)
        self._across.setdefault(y, []).append((left, right, weight, ink))

    def down(self, x: int, top: int, bottom: int, weight: LineStyle, ink: Ink) -> None:
        """A stroke from one row to another."""
        self._grow(x, bottom)
        for band in range(top // _BAND, bottom // _BAND + 1):
            self._down.setdefault(band, []).append((x, top, bottom, weight, ink))

    def half(self, x: int, y: int, side: int, weight: LineStyle, ink: Ink) -> None:
        """Half a stroke, from the middle of a cell to one side of it."""
        self._grow(x, y)
        self._halves.setdefault(y, []).append((x, side, weight, ink))

    def text(self, x: int, y: int, text: str, ink: Ink) -> None:
        """A text from a cell on. It stands over whatever stroke is under it."""
        self._grow(x + width(text) - 1, y)
        self._texts.setdefault(y, []).append(Piece(x, text, ink))

    def row(self, y: int) -> list[Piece]:
        """What stands in a row, from the left."""
        made = self._rows.get(y)
        if made is None:
            made = self._rows[y] = self._made(y)
        return made

    def _made(self, y: int) -> list[Piece]:
        joints = self._joints(y)
        cells, inks = [" "] * self.width, list[Ink | None]([None]) * self.width
        for left, right, weight, ink in self._across.get(y, ()):
            cells[left + 1 : right] = character((None, weight, None, weight)) * (right - left - 1)
            inks[left + 1 : right] = [ink] * (right - left - 1)
        for x, arms in joints.arms.items():
            cells[x] = character((arms[0], arms[1], arms[2], arms[3]))
            inks[x] = joints.inks[x]
        for piece in self._texts.get(y, ()):
            size = width(piece.text)
            cells[piece.x : piece.x + size] = [piece.text, *[""] * (size - 1)]
            inks[piece.x : piece.x + size] = [piece.ink] * size
        pieces, at = [], 0
        for mine, run in groupby(inks):
            size = sum(1 for _ in run)
            if mine is not None:
                pieces.append(Piece(at, "".join(cells[at : at + size]), mine))
            at += size
        return pieces

    def _joints(self, y: int) -> _Joints:
        joints = _Joints()
        for x, top, bottom, weight, ink in self._down.get(y // _BAND, ()):
            if top <= y <= bottom:
                sides = (UP, DOWN) if top < y < bottom else (DOWN,) if y == top else (UP,)
                joints.add(x, weight, ink, *sides)
        across = self._across.get(y, ())
        for left, right, weight, ink in across:
            joints.add(left, weight, ink, RIGHT)
            joints.add(right, weight, ink, LEFT)
        for x, side, weight, ink in self._halves.get(y, ()):
            joints.add(x, weight, ink, side)
        places = sorted(joints.arms)
        for left, right, weight, ink in across:
            for x in places[bisect_right(places, left) : bisect_left(places, right)]:
                joints.add(x, weight, ink, LEFT, RIGHT)
        return joints
