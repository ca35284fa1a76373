"""Which column cards stand in and in which order, so that ties are short and cross little.

All that is tried is counted, and the counts bound the work, so that the same story always makes the same poster.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.link import Link

from .columns import Columns
from .layers import Arrangement, Layers
from .sifting import sift

STEPS = 400
"""How many exchanges are tried for each card and for each tie: 75 ms for 40 people and 50 ties, in a worker."""
FEW_STEPS = 200
"""As many for a drawing that is wanted at once."""
_FAR = 16  # places up or down that an item is tried at
_SWEEPS = 3
_ROUNDS = 4
_NEAR = 2  # columns to either side that a card is tried in
_BLOCK = 8  # cards of the largest block that is moved as a whole
_COPY = 20  # a copy costs as much as trying that many exchanges

# What these cost, in places that a tie goes up or down; see `layers.CROSSING`.
_PART = 40  # a group, or a part of one that stands by itself
_PASSING = 4  # a tie that passes between cards
_ROW = 8  # a row of a column that is taller than the others


def ordered(graph: Graph, columns: Columns, steps: int = STEPS) -> Arrangement:
    """The columns in a better order, cards in other ones where that helps; for so many steps a card and a tie."""
    search = _Search(Layers(graph, columns), steps * (len(graph.nodes) + len(graph.edges)))
    search.run()
    return search.layers.arrangement()


def joined(graph: Graph, columns: Columns, new: Collection[Link], steps: int = STEPS) -> Arrangement:
    """Cards in the order in which they are, but the new ones wherever their ties cross least; and the ties so too."""
    search = _Search(Layers(graph, columns), steps * (len(graph.nodes) + len(graph.edges)))
    search.join([number for number, node in enumerate(graph.nodes) if node.key in new])
    return search.layers.arrangement()


class _Search:
    """Looks for better orders of columns while there are steps left."""

    def __init__(self, layers: Layers, steps: int) -> None:
        self.layers = layers
        self._steps = steps
        talls = [layers.tall(column) for column in range(len(layers.columns))]
        self._limit = 1.15 * sum(talls) / max(len(talls), 1)

    def run(self) -> None:
        """Sifts everything, then moves cards and blocks to other columns while that helps."""
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

    def join(self, cards: Sequence[int]) -> None:
        """Moves these cards alone, and what passes."""
        for _ in range(_SWEEPS):
            for card in cards:
                self._move([card])
            for column in self.layers.columns:
                for item in [item for item in column if self.layers.tie_of[item] >= 0]:
                    if self._steps > 0:
                        self._steps -= sift(self.layers, item, _FAR)

    def _cost(self, layers: Layers) -> float:
        passing = sum(map(len, layers.columns)) - len(layers.graph.nodes)
        parts = sum(size > 0 for size in layers.sizes)
        over = sum(max(layers.tall(column) - self._limit, 0) for column in range(len(layers.columns)))
        return layers.cost() + _PART * parts + _PASSING * passing + _ROW * over

    def _sweep(self) -> None:
        """Sifts all items, column by column, again while it helps."""
        layers = self.layers
        for _ in range(_SWEEPS):
            before = layers.cost()
            for column in layers.columns:
                for item in list(column):
                    if self._steps > 0:
                        self._steps -= sift(layers, item, _FAR)
            if layers.cost() == before:
                return

    def _blocks(self) -> list[list[int]]:
        """The cards of each block of several that is not too large, from top to bottom."""
        blocks: dict[int, list[int]] = {}
        for column in self.layers.columns:
            for item in column:
                if self.layers.block_of[item] >= 0:
                    blocks.setdefault(self.layers.block_of[item], []).append(item)
        return [items for items in blocks.values() if 1 < len(items) <= _BLOCK]

    def _move(self, items: Sequence[int]) -> None:
        """Moves cards to the column where they cost least."""
        if self._steps <= 0:
            return
        home = self.layers.column_of[items[0]]
        taken = self.layers.copy()
        taken.take(items)
        if not taken.columns[home]:
            return
        least = self._cost(self.layers)
        for column in range(max(home - _NEAR, 0), min(home + _NEAR + 1, len(taken.columns))):
            tried = taken.copy()
            places = tried.put(items, column)
            for item in (*items, *places, *items):
                self._steps -= sift(tried, item, _FAR)
            self._steps -= _COPY + len(tried.pos) // 10
            cost = self._cost(tried)
            if cost < least:
                least, self.layers = cost, tried
