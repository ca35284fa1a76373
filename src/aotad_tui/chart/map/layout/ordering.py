"""Ordering: the column and position of each card, chosen by local search so that edges are short and cross little.

All that is tried is counted, and the counts limit the work, so that the same story always gives the same map.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.link import Link

from .column_assignment import Columns
from .layers import Layers, Ordering
from .sifting import sift

STEPS = 400
"""Exchanges to try per card and edge: 75 ms for 40 people and 50 edges, in a worker."""
FEW_STEPS = 200
"""The same for a drawing that is needed at once."""
_MAX_SHIFT = 16  # positions up or down that are tried
_SWEEPS = 3
_ROUNDS = 4
_MAX_COLUMN_SHIFT = 2  # columns to either side that are tried
_MAX_BLOCK = 8  # cards of the largest block that moves as a whole
_COPY_STEPS = 20  # a copy costs as much time as this many exchanges

# Costs, in positions that an edge moves up or down; see `layers.CROSSING`.
_BLOCK_COST = 40  # each block: keeps groups together
_DUMMY_COST = 4  # each dummy node: keeps edges short
_OVERFLOW_COST = 8  # each row by which a column is too tall


def reduce_crossings(graph: Graph, columns: Columns, steps: int = STEPS) -> Ordering:
    """Return a better ordering, with cards moved to other columns where that helps. `steps` are per card and edge."""
    search = _LocalSearch(Layers(graph, columns), steps * (len(graph.nodes) + len(graph.edges)))
    search.run()
    return search.layers.ordering()


def insert_new_cards(graph: Graph, columns: Columns, new: Collection[Link], steps: int = STEPS) -> Ordering:
    """Return an ordering with the new cards placed where their edges cross least. The others keep their order."""
    search = _LocalSearch(Layers(graph, columns), steps * (len(graph.nodes) + len(graph.edges)))
    search.insert([number for number, node in enumerate(graph.nodes) if node.key in new])
    return search.layers.ordering()


class _LocalSearch:
    """Improves the ordering while there are steps left."""

    def __init__(self, layers: Layers, steps: int) -> None:
        self.layers = layers
        self._steps = steps
        heights = [layers.estimated_height(column) for column in range(len(layers.columns))]
        self._limit = 1.15 * sum(heights) / max(len(heights), 1)

    def run(self) -> None:
        """Sift everything, then move cards and blocks to other columns while that helps."""
        self._sweep()
        for _ in range(_ROUNDS):
            before = self._cost(self.layers)
            for card in range(len(self.layers.graph.nodes)):
                self._move([card])
            self._sweep()
            for block in self._blocks():
                self._move(block)
            self._sweep()
            if self._steps <= 0 or self._cost(self.layers) >= before:
                return

    def insert(self, cards: Sequence[int]) -> None:
        """Move only these cards and the dummy nodes."""
        for _ in range(_SWEEPS):
            for card in cards:
                self._move([card])
            for column in self.layers.columns:
                for item in [item for item in column if self.layers.edge_of[item] >= 0]:
                    if self._steps > 0:
                        self._steps -= sift(self.layers, item, _MAX_SHIFT)

    def _cost(self, layers: Layers) -> float:
        dummies = sum(map(len, layers.columns)) - len(layers.graph.nodes)
        blocks = sum(size > 0 for size in layers.sizes)
        overflow = sum(max(layers.estimated_height(column) - self._limit, 0) for column in range(len(layers.columns)))
        return layers.cost() + _BLOCK_COST * blocks + _DUMMY_COST * dummies + _OVERFLOW_COST * overflow

    def _sweep(self) -> None:
        """Sift all items, column by column, while that helps."""
        layers = self.layers
        for _ in range(_SWEEPS):
            before = layers.cost()
            for column in layers.columns:
                for item in list(column):
                    if self._steps > 0:
                        self._steps -= sift(layers, item, _MAX_SHIFT)
            if layers.cost() == before:
                return

    def _blocks(self) -> list[list[int]]:
        """Return the cards of each block of several that is not too large, from top to bottom."""
        blocks: dict[int, list[int]] = {}
        for column in self.layers.columns:
            for item in column:
                if self.layers.block_of[item] >= 0:
                    blocks.setdefault(self.layers.block_of[item], []).append(item)
        return [items for items in blocks.values() if 1 < len(items) <= _MAX_BLOCK]

    def _move(self, items: Sequence[int]) -> None:
        """Move cards to the column where they cost least."""
        if self._steps <= 0:
            return
        home = self.layers.column_of[items[0]]
        without = self.layers.copy()
        without.remove_cards(items)
        if not without.columns[home]:
            return
        least = self._cost(self.layers)
        for column in range(max(home - _MAX_COLUMN_SHIFT, 0), min(home + _MAX_COLUMN_SHIFT + 1, len(without.columns))):
            candidate = without.copy()
            dummies = candidate.insert_cards(items, column)
            for item in (*items, *dummies, *items):
                self._steps -= sift(candidate, item, _MAX_SHIFT)
            self._steps -= _COPY_STEPS + len(candidate.pos) // 10
            cost = self._cost(candidate)
            if cost < least:
                least, self.layers = cost, candidate
