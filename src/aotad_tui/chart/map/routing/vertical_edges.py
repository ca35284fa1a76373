"""Ties that go straight down from a card to the one below it, their words beside them; and how wide columns are."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from aotad_tui.cells import width
from aotad_tui.chart.map.graph.model import Edge, Graph
from aotad_tui.chart.map.layout.layers import Arrangement
from aotad_tui.link import Link

_FIRST = 3  # cells from the left edge of a card to the first tie that leaves it downward
_WIDEST = 34  # cells to which a column is widened for such a tie's words


class Drop(NamedTuple):
    """A tie, and how many cells from the left edges of its cards it goes down."""

    tie: int
    offset: int


@dataclass
class Drops:
    """The ties that go straight down, by the card that they leave; all of them; and the cells that cards take.

    `rows` is how many rows are below a card for them, and on which of those their words stand.
    """

    below: dict[Link, list[Drop]] = field(default_factory=dict)
    ties: set[int] = field(default_factory=set)
    rows: dict[Link, tuple[int, int]] = field(default_factory=dict)
    widths: list[int] = field(default_factory=list)


def drops(graph: Graph, arrangement: Arrangement) -> Drops:
    """Which ties can go straight down: those whose cards stand below each other in one frame or none, if words fit."""
    between: dict[frozenset[Link], list[int]] = {}
    for number, edge in enumerate(graph.edges):
        between.setdefault(frozenset((edge.source, edge.target)), []).append(number)
    found = Drops()
    for column, rows in zip(arrangement.columns, arrangement.rows, strict=True):
        # Cards that stand in no frame are as near to each other as those in one.
        block_of = {key: number if block.group else -1 for number, block in enumerate(column) for key in block.keys}
        names = [width(graph.by_key[key].name) + 4 for key in block_of]
        wide = max(*names, *(width(block.group) + 3 for block in column))
        pairs = [
            (upper, lower, between.get(frozenset((upper, lower)), []))
            for upper, lower in pairwise(rows)
            if isinstance(upper, Link) and isinstance(lower, Link) and block_of[upper] == block_of[lower]
        ]
        wanted = [_FIRST + _room(graph.edges[ties[0]]) for _, _, ties in pairs if ties]
        wide = max([wide, *(cells for cells in wanted if cells <= _WIDEST)])
        for upper, _, ties in pairs:
            offset = _FIRST
            for tie in ties:
                if offset + _room(graph.edges[tie]) <= wide:
                    found.below.setdefault(upper, []).append(Drop(tie, offset))
                    found.ties.add(tie)
                    offset += _room(graph.edges[tie]) + 2
        found.widths.append(wide)
    for upper, mine in found.below.items():
        ends = [heads(graph.edges[drop.tie], upper) for drop in mine]
        up, down = any(at_top for at_top, _ in ends), any(at_bottom for _, at_bottom in ends)
        found.rows[upper] = (1 + up + down, int(up))
    return found


def heads(edge: Edge, upper: Link) -> tuple[bool, bool]:
    """Whether a tie has a head at its upper card, and whether at the other one."""
    above = edge.source == upper
    return (edge.head_at_source, edge.head_at_target) if above else (edge.head_at_target, edge.head_at_source)


def _room(edge: Edge) -> int:
    """The cells of a tie that goes down and of its words."""
    return width(edge.label) + 2
