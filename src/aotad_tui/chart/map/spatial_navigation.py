"""From one card to the next one that lies that way, and around the edge of the map."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.link import Link

_ASIDE = 3  # how much farther a card seems for each cell that it lies to the side
_ROW = 2  # a row is about as high as two cells are wide


class Way(StrEnum):
    """Where an arrow points."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


BACK = {Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT, Way.UP: Way.DOWN, Way.DOWN: Way.UP}


def toward(boxes: Mapping[Link, Box], here: Link, way: Way) -> Link | None:
    """Whose card lies nearest in that direction; where there is none, the one nearest to the opposite edge of the map.

    None where that is `here` again, or `here` has no card.
    """
    start = boxes.get(here)
    if start is None:
        return None
    for begun in (start, _beyond(boxes, start, way)):
        far = {key: found for key, box in boxes.items() if (found := _distance(begun, box, way)) is not None}
        if far:
            there = min(far, key=lambda key: far[key])
            return there if there != here else None
    return None


def _beyond(boxes: Mapping[Link, Box], box: Box, way: Way) -> Box:
    """A box at the same height or breadth, but outside the map, on the side from which that way leads into it."""
    match way:
        case Way.LEFT | Way.RIGHT:
            edge = min(one.left for one in boxes.values()) - 1
            if way is Way.LEFT:
                edge = max(one.right for one in boxes.values()) + 1
            return Box(edge, box.top, edge, box.bottom)
        case Way.UP | Way.DOWN:
            edge = min(one.top for one in boxes.values()) - 1
            if way is Way.UP:
                edge = max(one.bottom for one in boxes.values()) + 1
            return Box(box.left, edge, box.right, edge)


def _distance(start: Box, box: Box, way: Way) -> int | None:
    """How far a card lies that way, or None when it lies another way."""
    (x1, y1), (x2, y2) = start.middle, box.middle
    beside = _gap(start.top, start.bottom, box.top, box.bottom) * _ROW
    over = _gap(start.left, start.right, box.left, box.right)
    match way:
        case Way.LEFT | Way.RIGHT:
            apart = x2 - x1 if way is Way.RIGHT else x1 - x2
            clear = box.left > start.right if way is Way.RIGHT else box.right < start.left
            return apart + _ASIDE * beside + abs(y2 - y1) if clear else None
        case Way.UP | Way.DOWN:
            apart = y2 - y1 if way is Way.DOWN else y1 - y2
            clear = box.top > start.bottom if way is Way.DOWN else box.bottom < start.top
            return _ROW * apart + _ASIDE * over if clear else None


def _gap(low: int, high: int, other_low: int, other_high: int) -> int:
    """The cells between two stretches; 0 where they overlap."""
    return max(other_low - high, low - other_high, 0)


class Walk:
    """Steps from card to card: the way back leads to where one came from."""

    def __init__(self) -> None:
        self._came: list[tuple[Link, Way, Link]] = []

    def step(self, boxes: Mapping[Link, Box], here: Link, way: Way) -> Link:
        """Whom a step leads to; where there is nobody that way, `here`."""
        if self._came and self._came[-1][2] != here:
            self._came.clear()
        if self._came and self._came[-1][1] is BACK[way] and self._came[-1][0] in boxes:
            return self._came.pop()[0]
        there = toward(boxes, here, way)
        if there is None:
            return here
        self._came.append((here, way, there))
        return there
