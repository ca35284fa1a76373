"""The rows of the poster: every column a stack of cards, group frames and lines that pass, and the rows of the ports.

No two ties ever want the same row of a street from both sides: what comes to a card on the right of a street takes a
row on which nothing leaves on its left. Only a tie that runs straight across comes in on the row on which it left.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from aotad_tui.chart.map.graph.model import Edge, Graph
from aotad_tui.chart.map.routing.vertical_edges import Drops, drops
from aotad_tui.link import Link

from .columns import Columns
from .layers import Arrangement

Pass = tuple[int, int]
"""The number of a tie, and the column that it passes between the cards of."""


_DETOUR = 2  # rows left blank so that a passing tie goes straight on


class Hop(NamedTuple):
    """A tie's way through one street: from a row on its left to a row on its right, or with `loop` back to its left.

    `top` and `bottom` are the same rows by height: looked at so often that they are worked out once.
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


def hop(edge: int, start: int, end: int, *, loop: bool = False) -> Hop:
    """A tie's way from one row to another."""
    return Hop(edge, start, end, loop, min(start, end), max(start, end))


@dataclass
class Stacks:
    """Where everything stands, in rows. `ports` are the rows at which a tie leaves a card, by tie and card."""

    graph: Graph
    columns: Columns
    drops: Drops
    column_of: dict[Link, int] = field(default_factory=dict)
    cards: dict[Link, tuple[int, int]] = field(default_factory=dict)
    frames: list[tuple[int, str, int, int]] = field(default_factory=list)
    passes: dict[Pass, int] = field(default_factory=dict)
    ports: dict[tuple[int, Link], int] = field(default_factory=dict)
    streets: list[list[Hop]] = field(default_factory=list)
    taken: list[set[int]] = field(default_factory=list)
    """For each street the rows on which something leaves the cards on its left."""

    def middle(self, key: Link) -> float:
        """The middle of a card, in rows."""
        top, bottom = self.cards[key]
        return (top + bottom) / 2

    def ends(self, edge: Edge) -> tuple[Link, Link]:
        """The card of a tie that is farther left, then the other; within a column the source first."""
        if self.column_of[edge.source] <= self.column_of[edge.target]:
            return edge.source, edge.target
        return edge.target, edge.source


def stacks(graph: Graph, arrangement: Arrangement) -> Stacks:
    """The rows for cards and passing ties in this order."""
    plan = Stacks(graph, arrangement.columns, drops(graph, arrangement))
    for number, column in enumerate(arrangement.columns):
        for block in column:
            plan.column_of.update(dict.fromkeys(block.keys, number))
    _Stacking(plan).run(arrangement)
    _Ports(plan).run()
    return plan


class _Stacking:
    """Gives rows to cards, frames and passing ties, column by column from the left, each from the top."""

    def __init__(self, plan: Stacks) -> None:
        self._plan = plan
        self._dropped = Counter(end for tie in plan.drops.ties for end in plan.ends(plan.graph.edges[tie]))
        self._before: set[int] = set()  # the rows on which something leaves the column before
        self._leaving: set[int] = set()
        self._row = 0

    def run(self, arrangement: Arrangement) -> None:
        """Fills the plan."""
        for number, rows in enumerate(arrangement.rows):
            self._row, self._leaving = 0, set()
            first = {block.keys[0]: block for block in arrangement.columns[number]}
            last = {block.keys[-1]: block for block in arrangement.columns[number]}
            top = 0
            for item in rows:
                if isinstance(item, int):
                    self._pass(item, number)
                    continue
                if item in first:
                    top = self._row
                    self._row += 1 if first[item].group else 0
                self._card(item, number)
                if item in last and last[item].group:
                    self._plan.frames.append((number, last[item].group, top, self._row))
                    self._row += 1
            self._plan.taken.append(self._leaving)
            self._before = self._leaving

    def _pass(self, edge: int, column: int) -> None:
        """A row for a tie that passes: the one on which it comes, if that is near, so that it goes straight on."""
        came = self._plan.passes.get((edge, column - 1), -1)
        if self._row <= came <= self._row + _DETOUR:
            self._row = came
        while self._row in self._before and self._row != came:
            self._row += 1
        self._plan.passes[edge, column] = self._row
        self._leaving.add(self._row)
        self._row += 1

    def _card(self, key: Link, column: int) -> None:
        """A card as tall as its ports need: on its left there must be rows enough on which nothing leaves opposite."""
        others = [self._plan.column_of[other] for other in self._plan.graph.neighbours[key]]
        left = sum(other < column for other in others)
        right = len(others) - left - self._dropped[key]
        top = bottom = self._row
        free = 0
        while bottom - top < max(1, right) or free < left:
            bottom += 1
            free += bottom not in self._before
        inside = bottom - top
        self._leaving.update(top + 1 + (2 * place + 1) * inside // (2 * right) for place in range(right))
        self._plan.cards[key] = (top, bottom + 1)
        self._row = bottom + 2 + self._plan.drops.rows.get(key, (0, 0))[0]


class _Ports:
    """Gives every end of every tie its row, column by column from the left, and makes the streets' hops."""

    def __init__(self, plan: Stacks) -> None:
        self._plan = plan
        self._came: dict[Pass, int] = {}  # the row on which a tie leaves a column
        self._mine: dict[Link, list[int]] = {key: [] for key in plan.cards}
        for number, edge in enumerate(plan.graph.edges):
            if number not in plan.drops.ties:
                self._mine[edge.source].append(number)
                self._mine[edge.target].append(number)

    def run(self) -> None:
        """Fills the plan's ports and streets."""
        plan = self._plan
        self._came.update(plan.passes)
        for number, column in enumerate(plan.columns):
            keys = [key for block in column for key in block.keys]
            for key in keys:
                if number:
                    self._set_left(key, number)
                self._set_right(key, number)
        self._make_hops()

    def _other(self, edge: int, key: Link) -> Link:
        ends = self._plan.graph.edges[edge]
        return ends.target if ends.source == key else ends.source

    def _set_left(self, key: Link, column: int) -> None:
        """The left ports in the order in which their ties come, each as near to its row as may be."""
        plan = self._plan
        before = [edge for edge in self._mine[key] if plan.column_of[self._other(edge, key)] < column]
        coming = sorted((self._came[edge, column - 1], edge) for edge in before)
        top, bottom = plan.cards[key]
        free = [row for row in range(top + 1, bottom) if row not in plan.taken[column - 1]]
        last = top
        for place, (row, edge) in enumerate(coming):
            needed = len(coming) - place - 1
            if last < row < bottom and sum(at > row for at in free) >= needed:
                last = row
            else:
                able = [at for number, at in enumerate(free) if at > last and len(free) - number - 1 >= needed]
                last = min(able, key=lambda at: (abs(at - row), at))
            plan.ports[edge, key] = last

    def _set_right(self, key: Link, column: int) -> None:
        """The right ports: what loops upward first, then what goes on by where it goes, then what loops downward."""
        plan = self._plan
        here = plan.middle(key)
        going: list[tuple[int, float, int]] = []
        for edge in self._mine[key]:
            other = self._other(edge, key)
            there = plan.middle(other)
            if plan.column_of[other] == column:
                going.append((0, here - there, edge) if there < here else (2, here - there, edge))
            elif plan.column_of[other] > column:
                going.append((1, plan.passes.get((edge, column + 1), there), edge))
        top, bottom = plan.cards[key]
        rows = [row for row in range(top + 1, bottom) if row in plan.taken[column]]
        for row, (_, _, edge) in zip(rows, sorted(going), strict=True):
            plan.ports[edge, key] = self._came[edge, column] = row

    def _make_hops(self) -> None:
        plan = self._plan
        plan.streets = [[] for _ in plan.columns]
        for number, edge in enumerate(plan.graph.edges):
            if number in plan.drops.ties:
                continue
            left, right = plan.ends(edge)
            first, last = plan.column_of[left], plan.column_of[right]
            end = plan.ports[number, right]
            if first == last:
                plan.streets[first].append(hop(number, plan.ports[number, left], end, loop=True))
                continue
            row = plan.ports[number, left]
            for street in range(first, last):
                there = end if street + 1 == last else plan.passes[number, street + 1]
                plan.streets[street].append(hop(number, row, there))
                row = there
