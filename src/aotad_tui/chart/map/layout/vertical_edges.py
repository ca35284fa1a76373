"""Vertical edges, which run straight down from a card to the next one with the label on their right; column widths."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from aotad_tui.cells import width
from aotad_tui.chart.map.graph.model import Edge, Graph, name_width
from aotad_tui.link import Link

from .layers import Ordering

_FIRST_OFFSET = 3  # cells from the left edge of a card to its first vertical edge
_MAX_WIDTH = 34  # cells to which a column is widened for the label of a vertical edge


class VerticalEdge(NamedTuple):
    """The index of an edge, and its distance in cells from the left edges of its cards."""

    edge: int
    offset: int


@dataclass
class VerticalEdges:
    """The vertical edges of a map.

    `below`: by the upper card. `edges`: the indices of all. `rows`: for each upper card the number of rows below it,
    and the one of them that holds the labels. `widths`: the width of each column in cells.
    """

    below: dict[Link, list[VerticalEdge]] = field(default_factory=dict)
    edges: set[int] = field(default_factory=set)
    rows: dict[Link, tuple[int, int]] = field(default_factory=dict)
    widths: list[int] = field(default_factory=list)


def find_vertical_edges(graph: Graph, ordering: Ordering) -> VerticalEdges:
    """Find the edges that can be vertical: between adjacent cards in one frame or none, if the label fits."""
    between: dict[frozenset[Link], list[int]] = {}
    for number, edge in enumerate(graph.edges):
        between.setdefault(frozenset((edge.source, edge.target)), []).append(number)
    result = VerticalEdges()
    for column, rows in zip(ordering.columns, ordering.rows, strict=True):
        # Cards without a frame are as close to each other as those in one frame.
        block_of = {key: number if block.group else -1 for number, block in enumerate(column) for key in block.keys}
        names = [name_width(graph.by_key[key].name) + 4 for key in block_of]
        column_width = max(*names, *(width(block.group) + 3 for block in column))
        pairs = [
            (upper, lower, between.get(frozenset((upper, lower)), []))
            for upper, lower in pairwise(rows)
            if isinstance(upper, Link) and isinstance(lower, Link) and block_of[upper] == block_of[lower]
        ]
        label_widths = [_FIRST_OFFSET + _edge_width(graph.edges[edges[0]]) for _, _, edges in pairs if edges]
        column_width = max([column_width, *(cells for cells in label_widths if cells <= _MAX_WIDTH)])
        for upper, _, edges in pairs:
            offset = _FIRST_OFFSET
            for number in edges:
                edge_width = _edge_width(graph.edges[number])
                if offset + edge_width <= column_width:
                    result.below.setdefault(upper, []).append(VerticalEdge(number, offset))
                    result.edges.add(number)
                    offset += edge_width + 2
        result.widths.append(column_width)
    for upper, edges_below in result.below.items():
        ends = [arrowheads(graph.edges[vertical_edge.edge], upper) for vertical_edge in edges_below]
        up, down = any(at_top for at_top, _ in ends), any(at_bottom for _, at_bottom in ends)
        result.rows[upper] = (1 + up + down, int(up))
    return result


def arrowheads(edge: Edge, upper: Link) -> tuple[bool, bool]:
    """Whether an edge has an arrowhead at its upper card, and whether at its lower one."""
    above = edge.source == upper
    return (edge.head_at_source, edge.head_at_target) if above else (edge.head_at_target, edge.head_at_source)


def _edge_width(edge: Edge) -> int:
    """Return the cells of a vertical edge and its label."""
    return width(edge.label) + 2
