"""Row assignment: the rows of cards, group frames and dummy nodes in each column, and the rows of the ports.

Two edges never need the same row of a channel from both sides: an edge that enters a card on the right of a channel
uses a row on which no edge leaves on its left. Only an edge that runs straight across enters on the row on which it
left.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from aotad_tui.chart.map.graph.model import Edge, Graph, name_lines
from aotad_tui.link import Link

from .column_assignment import Columns
from .layers import Ordering
from .vertical_edges import VerticalEdges, find_vertical_edges

DummyNode = tuple[int, int]
"""Where an edge passes between the cards of a column: the index of the edge, and the column."""

_MAX_BLANK_ROWS = 2  # rows left blank so that a passing edge stays on its row


class Segment(NamedTuple):
    """The part of an edge in one channel: from row `start` on its left to row `end` on its right.

    A `loop` returns to a card on the left. `top` and `bottom` are the same two rows by height, stored because the
    search for tracks reads them so often.
    """

    edge: int
    start: int
    end: int
    loop: bool
    top: int
    bottom: int

    @property
    def straight(self) -> bool:
        """Whether it needs no track."""
        return self.top == self.bottom


def segment(edge: int, start: int, end: int, *, loop: bool = False) -> Segment:
    """Return the segment of the edge with this index between two rows."""
    return Segment(edge, start, end, loop, min(start, end), max(start, end))


@dataclass
class RowAssignment:
    """The rows of everything on the map, counted from 0 at the top. Edges are named by their index in the graph."""

    graph: Graph
    columns: Columns
    vertical_edges: VerticalEdges
    column_of: dict[Link, int] = field(default_factory=dict)
    cards: dict[Link, tuple[int, int]] = field(default_factory=dict)
    """The first and last row of each card."""
    frames: list[tuple[int, str, int, int]] = field(default_factory=list)
    """Column, group name, first row and last row of each group frame."""
    dummy_rows: dict[DummyNode, int] = field(default_factory=dict)
    ports: dict[tuple[int, Link], int] = field(default_factory=dict)
    """The row on which an edge meets a card."""
    channels: list[list[Segment]] = field(default_factory=list)
    """The segments of the channel on the right of each column."""
    taken: list[set[int]] = field(default_factory=list)
    """For each channel the rows on which an edge leaves the column on its left."""

    def middle(self, key: Link) -> float:
        """Return the middle row of a card."""
        top, bottom = self.cards[key]
        return (top + bottom) / 2

    def ends(self, edge: Edge) -> tuple[Link, Link]:
        """Return the cards of an edge, the left one first; within a column the source first."""
        if self.column_of[edge.source] <= self.column_of[edge.target]:
            return edge.source, edge.target
        return edge.target, edge.source


def assign_rows(graph: Graph, ordering: Ordering) -> RowAssignment:
    """Assign rows to the cards and dummy nodes of this ordering, and to the ports of all edges."""
    assignment = RowAssignment(graph, ordering.columns, find_vertical_edges(graph, ordering))
    for number, column in enumerate(ordering.columns):
        for block in column:
            assignment.column_of.update(dict.fromkeys(block.keys, number))
    _CardRows(assignment).assign(ordering)
    _PortRows(assignment).assign()
    return assignment


class _CardRows:
    """Assigns rows to cards, frames and dummy nodes, column by column from the left, each from the top."""

    def __init__(self, assignment: RowAssignment) -> None:
        self._assignment = assignment
        graph, vertical = assignment.graph, assignment.vertical_edges.edges
        self._vertical_degree = Counter(end for edge in vertical for end in assignment.ends(graph.edges[edge]))
        self._taken_before: set[int] = set()  # the rows on which an edge leaves the column before
        self._taken: set[int] = set()
        self._row = 0

    def assign(self, ordering: Ordering) -> None:
        """Fill the assignment."""
        for number, items in enumerate(ordering.rows):
            self._row, self._taken = 0, set()
            first = {block.keys[0]: block for block in ordering.columns[number]}
            last = {block.keys[-1]: block for block in ordering.columns[number]}
            top = 0
            for item in items:
                if isinstance(item, int):
                    self._place_dummy(item, number)
                    continue
                if item in first:
                    top = self._row
                    self._row += 1 if first[item].group else 0
                self._place_card(item, number)
                if item in last and last[item].group:
                    self._assignment.frames.append((number, last[item].group, top, self._row))
                    self._row += 1
            self._assignment.taken.append(self._taken)
            self._taken_before = self._taken

    def _place_dummy(self, edge: int, column: int) -> None:
        """Keep a passing edge on the row on which it comes, if that is near, so that it runs straight."""
        incoming = self._assignment.dummy_rows.get((edge, column - 1), -1)
        if self._row <= incoming <= self._row + _MAX_BLANK_ROWS:
            self._row = incoming
        while self._row in self._taken_before and self._row != incoming:
            self._row += 1
        self._assignment.dummy_rows[edge, column] = self._row
        self._taken.add(self._row)
        self._row += 1

    def _place_card(self, key: Link, column: int) -> None:
        """Make a card as tall as its ports and its name need.

        Ports on its left need rows on which no edge leaves the column before.
        """
        neighbour_columns = [self._assignment.column_of[other] for other in self._assignment.graph.neighbours[key]]
        left = sum(other < column for other in neighbour_columns)
        right = len(neighbour_columns) - left - self._vertical_degree[key]
        top = bottom = self._row
        free = 0
        lines = len(name_lines(self._assignment.graph.by_key[key].name))
        while bottom - top < max(lines, right) or free < left:
            bottom += 1
            free += bottom not in self._taken_before
        inside = bottom - top
        self._taken.update(top + 1 + (2 * number + 1) * inside // (2 * right) for number in range(right))
        self._assignment.cards[key] = (top, bottom + 1)
        self._row = bottom + 2 + self._assignment.vertical_edges.rows.get(key, (0, 0))[0]


class _PortRows:
    """Assigns a row to both ports of every edge, column by column from the left, and makes the segments."""

    def __init__(self, assignment: RowAssignment) -> None:
        self._assignment = assignment
        self._leaving: dict[DummyNode, int] = {}  # the row on which an edge leaves a column
        self._edges_at: dict[Link, list[int]] = {key: [] for key in assignment.cards}
        for number, edge in enumerate(assignment.graph.edges):
            if number not in assignment.vertical_edges.edges:
                self._edges_at[edge.source].append(number)
                self._edges_at[edge.target].append(number)

    def assign(self) -> None:
        """Fill the ports and the channels of the assignment."""
        self._leaving.update(self._assignment.dummy_rows)
        for number, column in enumerate(self._assignment.columns):
            keys = [key for block in column for key in block.keys]
            for key in keys:
                if number:
                    self._assign_left(key, number)
                self._assign_right(key, number)
        self._make_segments()

    def _other_end(self, edge: int, key: Link) -> Link:
        ends = self._assignment.graph.edges[edge]
        return ends.target if ends.source == key else ends.source

    def _assign_left(self, key: Link, column: int) -> None:
        """Order the left ports like the rows on which their edges come, each as near to its row as possible."""
        assignment = self._assignment
        edges = [edge for edge in self._edges_at[key] if assignment.column_of[self._other_end(edge, key)] < column]
        incoming = sorted((self._leaving[edge, column - 1], edge) for edge in edges)
        top, bottom = assignment.cards[key]
        free = [row for row in range(top + 1, bottom) if row not in assignment.taken[column - 1]]
        last = top
        for number, (row, edge) in enumerate(incoming):
            needed = len(incoming) - number - 1  # free rows for the edges below
            if last < row < bottom and sum(other > row for other in free) >= needed:
                last = row
            else:
                possible = [
                    other for index, other in enumerate(free) if other > last and len(free) - index - 1 >= needed
                ]
                last = min(possible, key=lambda other: (abs(other - row), other))
            assignment.ports[edge, key] = last

    def _assign_right(self, key: Link, column: int) -> None:
        """Order the right ports: loops upward, then edges to the right by their target's row, then loops downward."""
        assignment = self._assignment
        here = assignment.middle(key)
        outgoing: list[tuple[int, float, int]] = []
        for edge in self._edges_at[key]:
            other = self._other_end(edge, key)
            there = assignment.middle(other)
            if assignment.column_of[other] == column:
                outgoing.append((0, here - there, edge) if there < here else (2, here - there, edge))
            elif assignment.column_of[other] > column:
                outgoing.append((1, assignment.dummy_rows.get((edge, column + 1), there), edge))
        top, bottom = assignment.cards[key]
        rows = [row for row in range(top + 1, bottom) if row in assignment.taken[column]]
        for row, (_, _, edge) in zip(rows, sorted(outgoing), strict=True):
            assignment.ports[edge, key] = self._leaving[edge, column] = row

    def _make_segments(self) -> None:
        assignment = self._assignment
        assignment.channels = [[] for _ in assignment.columns]
        for number, edge in enumerate(assignment.graph.edges):
            if number in assignment.vertical_edges.edges:
                continue
            left, right = assignment.ends(edge)
            first, last = assignment.column_of[left], assignment.column_of[right]
            row, end = assignment.ports[number, left], assignment.ports[number, right]
            if first == last:
                assignment.channels[first].append(segment(number, row, end, loop=True))
                continue
            for channel in range(first, last):
                next_row = end if channel + 1 == last else assignment.dummy_rows[number, channel + 1]
                assignment.channels[channel].append(segment(number, row, next_row))
                row = next_row
