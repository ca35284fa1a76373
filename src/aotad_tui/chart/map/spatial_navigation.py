"""Spatial navigation: arrow keys move to the nearest card in a direction, and around the edge of the map."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.link import Link

_SIDE_COST = 3  # distance added for each cell that a card lies to the side
_CELLS_PER_ROW = 2  # a row is about as high as two cells are wide


class Arrow(StrEnum):
    """An arrow key."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


OPPOSITE = {
    Arrow.LEFT: Arrow.RIGHT,
    Arrow.RIGHT: Arrow.LEFT,
    Arrow.UP: Arrow.DOWN,
    Arrow.DOWN: Arrow.UP,
}


def nearest_card(boxes: Mapping[Link, Box], here: Link, arrow: Arrow) -> Link | None:
    """Return the nearest card in this direction, or else the one nearest to the opposite edge of the map.

    Return None if that is `here`, or if `here` has no card.
    """
    start = boxes.get(here)
    if start is None:
        return None
    for origin in (start, _opposite_edge(boxes, start, arrow)):
        distances = {
            key: distance for key, box in boxes.items() if (distance := _distance(origin, box, arrow)) is not None
        }
        if distances:
            there = min(distances, key=lambda key: distances[key])
            return there if there != here else None
    return None


def _opposite_edge(boxes: Mapping[Link, Box], box: Box, arrow: Arrow) -> Box:
    """Return a box level with `box` but outside the map, on the side from which the arrow leads into it."""
    match arrow:
        case Arrow.LEFT | Arrow.RIGHT:
            edge = min(other.left for other in boxes.values()) - 1
            if arrow is Arrow.LEFT:
                edge = max(other.right for other in boxes.values()) + 1
            return Box(edge, box.top, edge, box.bottom)
        case Arrow.UP | Arrow.DOWN:
            edge = min(other.top for other in boxes.values()) - 1
            if arrow is Arrow.UP:
                edge = max(other.bottom for other in boxes.values()) + 1
            return Box(box.left, edge, box.right, edge)


def _distance(start: Box, box: Box, arrow: Arrow) -> int | None:
    """Return the distance of a card in this direction; None if it lies in another one."""
    (x1, y1), (x2, y2) = start.middle, box.middle
    rows_apart = _gap(start.top, start.bottom, box.top, box.bottom) * _CELLS_PER_ROW
    columns_apart = _gap(start.left, start.right, box.left, box.right)
    match arrow:
        case Arrow.LEFT | Arrow.RIGHT:
            apart = x2 - x1 if arrow is Arrow.RIGHT else x1 - x2
            lies_ahead = box.left > start.right if arrow is Arrow.RIGHT else box.right < start.left
            return apart + _SIDE_COST * rows_apart + abs(y2 - y1) if lies_ahead else None
        case Arrow.UP | Arrow.DOWN:
            apart = y2 - y1 if arrow is Arrow.DOWN else y1 - y2
            lies_ahead = box.top > start.bottom if arrow is Arrow.DOWN else box.bottom < start.top
            return _CELLS_PER_ROW * apart + _SIDE_COST * columns_apart if lies_ahead else None


def _gap(low: int, high: int, other_low: int, other_high: int) -> int:
    """Return the cells between two intervals; 0 if they overlap."""
    return max(other_low - high, low - other_high, 0)


class CardNavigator:
    """Moves from card to card. The opposite arrow returns to the card before."""

    def __init__(self) -> None:
        self._steps: list[tuple[Link, Arrow, Link]] = []

    def step(self, boxes: Mapping[Link, Box], here: Link, arrow: Arrow) -> Link:
        """Return the card that a step leads to; `here` if there is none."""
        if self._steps and self._steps[-1][2] != here:
            self._steps.clear()
        if self._steps and self._steps[-1][1] is OPPOSITE[arrow] and self._steps[-1][0] in boxes:
            return self._steps.pop()[0]
        there = nearest_card(boxes, here, arrow)
        if there is None:
            return here
        self._steps.append((here, arrow, there))
        return there
