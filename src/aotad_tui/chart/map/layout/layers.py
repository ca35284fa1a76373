"""The layers of a layered layout: columns of cards and dummy nodes in an order that can be changed step by step.

Crossings are known before anything has a row. In a channel, the cards on its left from top to bottom and those on its
right from bottom to top are in the order of a circle; edges are chords of it, and two edges cross when their chords do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.link import Link

from .column_assignment import Block, Columns

CROSSING = 24
"""The cost of a crossing, in positions that an edge moves up or down."""


@dataclass(frozen=True, slots=True)
class Ordering:
    """The result of the ordering step: `columns` of blocks, and the `rows` of each column from top to bottom.

    A row is the link of a card, or for a dummy node the index of its edge.
    """

    columns: Columns
    rows: tuple[tuple[Link | int, ...], ...]


class Layers:
    """The columns of a graph, as lists of items that can be moved.

    Items are numbers: first the cards in the graph's order, then the dummy nodes, one for each column that an edge
    passes.
    """

    def __init__(self, graph: Graph, columns: Columns) -> None:
        self.graph = graph
        number = {node.key: number for number, node in enumerate(graph.nodes)}
        self.ends = [(number[edge.source], number[edge.target]) for edge in graph.edges]
        self.edges_of: list[list[int]] = [[] for _ in graph.nodes]
        for edge, ends in enumerate(self.ends):
            for end in ends:
                self.edges_of[end].append(edge)
        cards = range(len(graph.nodes))
        self.columns: list[list[int]] = [[] for _ in columns]
        self.block_of = [-1 for _ in cards]
        self.column_of = [-1 for _ in cards]
        self.sizes: list[int] = []  # the number of cards of each block
        for index, column in enumerate(columns):
            for block in column:
                for item in (number[key] for key in block.keys):
                    self.block_of[item], self.column_of[item] = len(self.sizes), index
                    self.columns[index].append(item)
                self.sizes.append(len(block.keys))
        self.pos = [0 for _ in cards]  # the index of each item in its column
        self.edge_of = [-1 for _ in cards]  # the edge of a dummy node; -1 for a card
        # The neighbours of each item in the next column, in the column before, and in its own column.
        self.right: list[tuple[int, ...]] = [() for _ in cards]
        self.left: list[tuple[int, ...]] = [() for _ in cards]
        self.same_column: list[tuple[int, ...]] = [() for _ in cards]
        self.paths: list[list[int]] = [[] for _ in graph.edges]  # the items of each edge from left to right
        self._unused_dummies: list[int] = []
        self._costs: list[int | None] = [None for _ in columns]
        self._renumber(range(len(columns)))
        self._insert_paths(range(len(graph.edges)))

    def copy(self) -> Layers:
        """Return an independent copy. The graph is shared."""
        other = copy(self)
        other.columns = [column[:] for column in self.columns]
        other.block_of, other.column_of, other.sizes = self.block_of[:], self.column_of[:], self.sizes[:]
        other.pos, other.edge_of = self.pos[:], self.edge_of[:]
        other.right, other.left = self.right[:], self.left[:]
        other.same_column, other.paths = self.same_column[:], self.paths[:]
        other._unused_dummies, other._costs = self._unused_dummies[:], self._costs[:]  # noqa: SLF001 - its own class
        return other

    def ordering(self) -> Ordering:
        """Return the current order."""
        nodes, cards = self.graph.nodes, len(self.graph.nodes)
        columns = []
        for column in self.columns:
            blocks: dict[int, list[int]] = {}
            for item in column:
                if item < cards:
                    blocks.setdefault(self.block_of[item], []).append(item)
            columns.append(
                tuple(
                    Block(nodes[items[0]].group, tuple(nodes[item].key for item in items)) for items in blocks.values()
                )
            )
        rows = (
            tuple(nodes[item].key if item < cards else self.edge_of[item] for item in column) for column in self.columns
        )
        return Ordering(tuple(columns), tuple(rows))

    # Cost

    def cost(self) -> int:
        """Return the cost of all crossings and of the positions that edges move up or down."""
        total = 0
        for channel, cached in enumerate(self._costs):
            if cached is None:
                cached = self._costs[channel] = CROSSING * self._crossings_in(channel) + self._length_in(channel)
            total += cached
        return total

    def _crossings_in(self, channel: int) -> int:
        """Count the pairs of chords that cross in the channel on the right of a column."""
        pos, same_column, right = self.pos, self.same_column, self.right
        beyond = 2 * len(pos)  # ends on the right follow those on the left, from the bottom
        open_ends: list[int] = []
        count = 0
        for position, item in enumerate(self.columns[channel]):
            ends = [pos[other] for other in same_column[item] if pos[other] > position]
            ends += [beyond - pos[other] for other in right[item]]
            if not ends:
                continue
            del open_ends[: bisect_right(open_ends, position)]
            for end in ends:
                count += bisect_left(open_ends, end)
            for end in ends:
                insort(open_ends, end)
        return count

    def _length_in(self, channel: int) -> int:
        pos, total = self.pos, 0
        for position, item in enumerate(self.columns[channel]):
            for other in self.right[item]:
                total += abs(pos[other] - position)
            for other in self.same_column[item]:
                total += max(pos[other] - position, 0)
        return total

    def estimated_height(self, column: int) -> int:
        """Return about how many rows a column takes."""
        cards, height, blocks = len(self.graph.nodes), 0, set()
        for item in self.columns[column]:
            if item < cards:
                height += 2 + max(1, len(self.right[item]) + len(self.same_column[item]), len(self.left[item]))
                blocks.add(self.block_of[item])
            else:
                height += 1
        return height + 2 * len(blocks)

    def invalidate(self, column: int) -> None:
        """Forget the costs of a column whose order has changed."""
        self._costs[column] = None
        if column:
            self._costs[column - 1] = None

    # Moving cards

    def remove_cards(self, items: Sequence[int]) -> None:
        """Remove cards and the paths of their edges."""
        self._remove_paths(self._edges_at(items))
        for item in items:
            self.columns[self.column_of[item]].remove(item)
            self.sizes[self.block_of[item]] -= 1
            self.block_of[item] = -1
        self._renumber(sorted({self.column_of[item] for item in items}))

    def insert_cards(self, items: Sequence[int], column: int) -> list[int]:
        """Insert removed cards of one group into a column, next to others of the group. Return the new dummy nodes."""
        items_there, group = self.columns[column], self.graph.nodes[items[0]].group
        cards = len(self.graph.nodes)
        own = [
            index
            for index, item in enumerate(items_there)
            if item < cards and group and self.graph.nodes[item].group == group
        ]
        barycenter = self._barycenter(items, column)
        if own:
            block = self.block_of[items_there[own[0]]]
            last = next((index for index in own if self.block_of[items_there[index]] != block), own[-1] + 1)
            index = min(max(round(barycenter), own[0]), last)
        else:
            block = len(self.sizes)
            self.sizes.append(0)
            positions = [
                index for index in range(len(items_there) + 1) if not self.is_inside_block(items_there, index, index)
            ]
            index = min(positions, key=lambda index: (abs(index - barycenter), index))
        items_there[index:index] = items
        for item in items:
            self.block_of[item], self.column_of[item] = block, column
        self.sizes[block] += len(items)
        self._renumber([column])
        return self._insert_paths(self._edges_at(items))

    def is_inside_block(self, column: Sequence[int], first: int, past: int) -> bool:
        """Whether the positions from `first` up to `past` are inside a block."""
        above = next((self.block_of[column[n]] for n in range(first - 1, -1, -1) if self.block_of[column[n]] >= 0), -1)
        below = next((self.block_of[column[n]] for n in range(past, len(column)) if self.block_of[column[n]] >= 0), -2)
        return above == below

    def _edges_at(self, items: Sequence[int]) -> list[int]:
        return (
            self.edges_of[items[0]]
            if len(items) == 1
            else sorted({edge for item in items for edge in self.edges_of[item]})
        )

    def _barycenter(self, items: Sequence[int], column: int) -> float:
        """Return the mean position of the neighbours of these cards, scaled to this column (barycenter heuristic)."""
        ends = [end for item in items for edge in self.edges_of[item] for end in self.ends[edge] if end not in items]
        shares = [self.pos[end] / len(self.columns[self.column_of[end]]) for end in ends]
        return len(self.columns[column]) * (sum(shares) / len(shares) if shares else 1)

    def _renumber(self, columns: Iterable[int]) -> None:
        for column in columns:
            for position, item in enumerate(self.columns[column]):
                self.pos[item] = position
            self.invalidate(column)

    # Paths of edges

    def _insert_paths(self, edges: Sequence[int]) -> list[int]:
        """Give edges a path from card to card, straight through the columns between. Return the new dummy nodes."""
        new_dummies: dict[int, list[tuple[float, int]]] = {}
        dummies: list[int] = []
        for edge in edges:
            source, target = self.ends[edge]
            first, last = self.column_of[source], self.column_of[target]
            if first > last:
                source, target, first, last = target, source, last, first
            if first == last:
                self.same_column[source] += (target,)
                self.same_column[target] += (source,)
                self._costs[first] = None
                continue
            start, end = self.pos[source] / len(self.columns[first]), self.pos[target] / len(self.columns[last])
            path = [source]
            for column in range(first + 1, last):
                path.append(self._new_dummy(edge, column))
                share = start + (end - start) * (column - first) / (last - first)
                new_dummies.setdefault(column, []).append((share, path[-1]))
            dummies += path[1:]
            path.append(target)
            for left, right in pairwise(path):
                self.right[left] += (right,)
                self.left[right] += (left,)
                self._costs[self.column_of[left]] = None
            self.paths[edge] = path
        for column, dummies_there in sorted(new_dummies.items()):
            height = len(self.columns[column])
            placed = [(position / height, item) for position, item in enumerate(self.columns[column])]
            self.columns[column] = [item for _, item in sorted([*placed, *dummies_there])]
        self._renumber(new_dummies)
        return dummies

    def _new_dummy(self, edge: int, column: int) -> int:
        if self._unused_dummies:
            item = self._unused_dummies.pop()
            self.edge_of[item], self.column_of[item] = edge, column
            return item
        for numbers, number in ((self.edge_of, edge), (self.column_of, column), (self.pos, 0), (self.block_of, -1)):
            numbers.append(number)
        for neighbours in (self.right, self.left, self.same_column):
            neighbours.append(())
        return len(self.pos) - 1

    def _remove_paths(self, edges: Sequence[int]) -> None:
        """Remove the paths of edges."""
        changed: set[int] = set()
        for edge in edges:
            source, target = self.ends[edge]
            if self.column_of[source] == self.column_of[target]:
                self.same_column[source] = _without(self.same_column[source], target)
                self.same_column[target] = _without(self.same_column[target], source)
                self._costs[self.column_of[source]] = None
                continue
            for left, right in pairwise(self.paths[edge]):
                self.right[left] = _without(self.right[left], right)
                self.left[right] = _without(self.left[right], left)
                self._costs[self.column_of[left]] = None
            for item in self.paths[edge][1:-1]:
                self.columns[self.column_of[item]].remove(item)
                changed.add(self.column_of[item])
                self._unused_dummies.append(item)
        self._renumber(sorted(changed))


def _without(items: tuple[int, ...], item: int) -> tuple[int, ...]:
    """Return the items without the first occurrence of one."""
    at = items.index(item)
    return items[:at] + items[at + 1 :]
