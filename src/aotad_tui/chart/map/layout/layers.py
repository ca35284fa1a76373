"""Columns of cards and of the ties that pass between them, in an order that can be changed step by step.

What can cross is known before anything has a row: in a street, the cards on its left from top to bottom and those on
its right from bottom to top stand as on a circle, every tie is a chord of it, and two ties cross when their chords do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.link import Link

from .columns import Block, Columns

CROSSING = 24
"""What a crossing costs, in places that a tie goes up or down."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands: `columns` of cards, and their `rows` from top to bottom.

    The rows are the keys of cards and the numbers of ties that pass between them.
    """

    columns: Columns
    rows: tuple[tuple[Link | int, ...], ...]


class Layers:
    """The columns of a net. Items are numbers: the cards in the net's order, then each place where a tie passes."""

    def __init__(self, graph: Graph, columns: Columns) -> None:
        self.graph = graph
        number = {node.key: number for number, node in enumerate(graph.nodes)}
        self.ends = [(number[edge.source], number[edge.target]) for edge in graph.edges]
        self.ties: list[list[int]] = [[] for _ in graph.nodes]
        for tie, ends in enumerate(self.ends):
            for end in ends:
                self.ties[end].append(tie)
        cards = range(len(graph.nodes))
        self.columns: list[list[int]] = [[] for _ in columns]
        self.block_of = [-1 for _ in cards]
        self.column_of = [-1 for _ in cards]
        self.sizes: list[int] = []  # how many cards each block has
        for at, column in enumerate(columns):
            for block in column:
                for item in (number[key] for key in block.keys):
                    self.block_of[item], self.column_of[item] = len(self.sizes), at
                    self.columns[at].append(item)
                self.sizes.append(len(block.keys))
        self.pos = [0 for _ in cards]
        self.tie_of = [-1 for _ in cards]
        self.right: list[tuple[int, ...]] = [() for _ in cards]
        self.left: list[tuple[int, ...]] = [() for _ in cards]
        self.own: list[tuple[int, ...]] = [() for _ in cards]
        self.ways: list[list[int]] = [[] for _ in graph.edges]
        self._spare: list[int] = []
        self._costs: list[int | None] = [None for _ in columns]
        self._renumber(range(len(columns)))
        self._thread(range(len(graph.edges)))

    def copy(self) -> Layers:
        """Another one that can be changed by itself."""
        other = copy(self)
        other.columns = [column[:] for column in self.columns]
        other.block_of, other.column_of, other.sizes = self.block_of[:], self.column_of[:], self.sizes[:]
        other.pos, other.tie_of = self.pos[:], self.tie_of[:]
        other.right, other.left, other.own, other.ways = self.right[:], self.left[:], self.own[:], self.ways[:]
        other._spare, other._costs = self._spare[:], self._costs[:]  # noqa: SLF001 - its own class
        return other

    def arrangement(self) -> Arrangement:
        """What has been reached."""
        nodes, cards = self.graph.nodes, len(self.graph.nodes)
        columns = []
        for column in self.columns:
            blocks: dict[int, list[int]] = {}
            for item in column:
                if item < cards:
                    blocks.setdefault(self.block_of[item], []).append(item)
            columns.append(
                tuple(Block(nodes[mine[0]].group, tuple(nodes[item].key for item in mine)) for mine in blocks.values())
            )
        rows = (tuple(nodes[item].key if item < cards else self.tie_of[item] for item in at) for at in self.columns)
        return Arrangement(tuple(columns), tuple(rows))

    # What an order costs

    def cost(self) -> int:
        """Crossings, and how many places up or down the ties go."""
        total = 0
        for street, known in enumerate(self._costs):
            if known is None:
                known = self._costs[street] = CROSSING * self._crossings_in(street) + self._length_in(street)
            total += known
        return total

    def _crossings_in(self, street: int) -> int:
        """The pairs of chords that cross in the street on the right of a column."""
        pos, own, right = self.pos, self.own, self.right
        beyond = 2 * len(pos)  # the ends on the right come behind those on the left, from the bottom
        waiting: list[int] = []
        count = 0
        for place, item in enumerate(self.columns[street]):
            ends = [pos[other] for other in own[item] if pos[other] > place]
            ends += [beyond - pos[other] for other in right[item]]
            if not ends:
                continue
            del waiting[: bisect_right(waiting, place)]
            for end in ends:
                count += bisect_left(waiting, end)
            for end in ends:
                insort(waiting, end)
        return count

    def _length_in(self, street: int) -> int:
        pos, total = self.pos, 0
        for place, item in enumerate(self.columns[street]):
            for other in self.right[item]:
                total += abs(pos[other] - place)
            for other in self.own[item]:
                total += max(pos[other] - place, 0)
        return total

    def tall(self, column: int) -> int:
        """About how many rows a column takes."""
        cards, high, blocks = len(self.graph.nodes), 0, set()
        for item in self.columns[column]:
            if item < cards:
                high += 2 + max(1, len(self.right[item]) + len(self.own[item]), len(self.left[item]))
                blocks.add(self.block_of[item])
            else:
                high += 1
        return high + 2 * len(blocks)

    def changed(self, column: int) -> None:
        """To be called when the order in a column is another."""
        self._costs[column] = None
        if column:
            self._costs[column - 1] = None

    # Taking cards out and putting them in again

    def take(self, items: Sequence[int]) -> None:
        """Takes cards out, with their ties."""
        self._unthread(self._ties_of(items))
        for item in items:
            self.columns[self.column_of[item]].remove(item)
            self.sizes[self.block_of[item]] -= 1
            self.block_of[item] = -1
        self._renumber(sorted({self.column_of[item] for item in items}))

    def put(self, items: Sequence[int], column: int) -> list[int]:
        """Puts cards of one group that were taken out into a column, with others of it; the places their ties pass."""
        where, group = self.columns[column], self.graph.nodes[items[0]].group
        cards = len(self.graph.nodes)
        mine = [at for at, item in enumerate(where) if item < cards and group and self.graph.nodes[item].group == group]
        wish = self._wish(items, column)
        if mine:
            block = self.block_of[where[mine[0]]]
            last = next((at for at in mine if self.block_of[where[at]] != block), mine[-1] + 1)
            at = min(max(round(wish), mine[0]), last)
        else:
            block = len(self.sizes)
            self.sizes.append(0)
            places = [at for at in range(len(where) + 1) if not self.inside(where, at, at)]
            at = min(places, key=lambda at: (abs(at - wish), at))
        where[at:at] = items
        for item in items:
            self.block_of[item], self.column_of[item] = block, column
        self.sizes[block] += len(items)
        self._renumber([column])
        return self._thread(self._ties_of(items))

    def inside(self, column: Sequence[int], first: int, past: int) -> bool:
        """Whether these places are in the middle of a block."""
        above = next((self.block_of[column[n]] for n in range(first - 1, -1, -1) if self.block_of[column[n]] >= 0), -1)
        below = next((self.block_of[column[n]] for n in range(past, len(column)) if self.block_of[column[n]] >= 0), -2)
        return above == below

    def _ties_of(self, items: Sequence[int]) -> list[int]:
        return self.ties[items[0]] if len(items) == 1 else sorted({tie for item in items for tie in self.ties[item]})

    def _wish(self, items: Sequence[int], column: int) -> float:
        """About where in a column these cards' ties lead."""
        ends = [end for item in items for tie in self.ties[item] for end in self.ends[tie] if end not in items]
        shares = [self.pos[end] / len(self.columns[self.column_of[end]]) for end in ends]
        return len(self.columns[column]) * (sum(shares) / len(shares) if shares else 1)

    def _renumber(self, columns: Iterable[int]) -> None:
        for column in columns:
            for place, item in enumerate(self.columns[column]):
                self.pos[item] = place
            self.changed(column)

    # The ways of ties

    def _thread(self, ties: Sequence[int]) -> list[int]:
        """Gives ties a way from card to card, straight over the columns between; the items that this makes."""
        wishes: dict[int, list[tuple[float, int]]] = {}
        made: list[int] = []
        for tie in ties:
            one, other = self.ends[tie]
            first, last = self.column_of[one], self.column_of[other]
            if first > last:
                one, other, first, last = other, one, last, first
            if first == last:
                self.own[one] += (other,)
                self.own[other] += (one,)
                self._costs[first] = None
                continue
            start, end = self.pos[one] / len(self.columns[first]), self.pos[other] / len(self.columns[last])
            way = [one]
            for column in range(first + 1, last):
                way.append(self._new(tie, column))
                share = start + (end - start) * (column - first) / (last - first)
                wishes.setdefault(column, []).append((share, way[-1]))
            made += way[1:]
            way.append(other)
            for left, right in pairwise(way):
                self.right[left] += (right,)
                self.left[right] += (left,)
                self._costs[self.column_of[left]] = None
            self.ways[tie] = way
        for column, wanted in sorted(wishes.items()):
            high = len(self.columns[column])
            placed = [(place / high, item) for place, item in enumerate(self.columns[column])]
            self.columns[column] = [item for _, item in sorted([*placed, *wanted])]
        self._renumber(wishes)
        return made

    def _new(self, tie: int, column: int) -> int:
        if self._spare:
            item = self._spare.pop()
            self.tie_of[item], self.column_of[item] = tie, column
            return item
        for numbers, number in ((self.tie_of, tie), (self.column_of, column), (self.pos, 0), (self.block_of, -1)):
            numbers.append(number)
        for near in (self.right, self.left, self.own):
            near.append(())
        return len(self.pos) - 1

    def _unthread(self, ties: Sequence[int]) -> None:
        """Takes the ways of ties out again."""
        changed: set[int] = set()
        for tie in ties:
            one, other = self.ends[tie]
            if self.column_of[one] == self.column_of[other]:
                self.own[one] = _without(self.own[one], other)
                self.own[other] = _without(self.own[other], one)
                self._costs[self.column_of[one]] = None
                continue
            for left, right in pairwise(self.ways[tie]):
                self.right[left] = _without(self.right[left], right)
                self.left[right] = _without(self.left[right], left)
                self._costs[self.column_of[left]] = None
            for item in self.ways[tie][1:-1]:
                self.columns[self.column_of[item]].remove(item)
                changed.add(self.column_of[item])
                self._spare.append(item)
        self._renumber(sorted(changed))


def _without(items: tuple[int, ...], item: int) -> tuple[int, ...]:
    """The items without one of them, once."""
    at = items.index(item)
    return items[:at] + items[at + 1 :]
