"""Which column of the poster each card stands in.

People of one group stay together; groups that have much to do with each other come into columns side by side. Only
counts of steps bound the work, no clock, so that the same story always makes the same poster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from aotad_tui.chart.map.graph.model import Graph, Node
from aotad_tui.link import Link

_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Block:
    """Cards of one group that stand below each other, in that order."""

    group: str
    keys: tuple[Link, ...]


Columns = tuple[tuple[Block, ...], ...]
"""The poster's columns from left to right, each from top to bottom."""


def columns_wanted(graph: Graph) -> int:
    """How many columns make a poster about as wide as it is high, as a person sees it."""
    return max(1, round(sqrt(len(graph.nodes) / 3)))


def columns_for(graph: Graph, previous: Columns = (), count: int | None = None) -> Columns:
    """The columns for a net, as many as wanted or `count`.

    Cards that stood in `previous` stay in their slots, new ones come where they fit best.
    """
    wanted = count or columns_wanted(graph)
    before = kept(graph, previous)
    if before:
        return with_new(graph, before)
    return _spread(graph, _blocks(graph, wanted), wanted)


def _blocks(graph: Graph, columns: int) -> list[Block]:
    """The groups, those that are too tall for one of so many columns in parts."""
    blocks = []
    whole = [Block(nodes[0].group, tuple(node.key for node in nodes)) for nodes in graph.groups.values()]
    most = 1.25 * sum(_tall(graph, block) for block in whole) / columns
    for nodes, block in zip(graph.groups.values(), whole, strict=True):
        parts = min(ceil(_tall(graph, block) / most), len(nodes))
        for part in range(parts):
            mine = nodes[len(nodes) * part // parts : len(nodes) * (part + 1) // parts]
            blocks.append(Block(mine[0].group, tuple(node.key for node in mine)))
    return blocks


def _tall(graph: Graph, block: Block) -> int:
    """About how many rows a block takes."""
    return sum(2 + max(1, len(graph.neighbours[key])) for key in block.keys) + (2 if block.group else 0)


def _spread(graph: Graph, blocks: Sequence[Block], count: int) -> Columns:
    """The blocks in so many columns: the tallest first, each where its ties are short, then moved while it helps."""
    count = min(count, len(blocks))
    at: dict[int, int] = {}
    heights = [_tall(graph, block) for block in blocks]
    limit = 1.15 * sum(heights) / max(count, 1)
    full = [0] * count
    ties = _ties_between(graph, blocks)

    def cost(number: int, column: int) -> tuple[float, int]:
        far = sum(weight * abs(column - at[other]) for other, weight in ties[number].items() if other in at)
        over = max(full[column] + heights[number] - limit, 0)
        return far + 3 * over + full[column] / 50, column

    for number in sorted(range(len(blocks)), key=lambda number: (-heights[number], number)):
        at[number] = min(range(count), key=lambda column: cost(number, column))
        full[at[number]] += heights[number]
    for _ in range(_ROUNDS):
        moved = False
        for number in range(len(blocks)):
            here = at[number]
            full[here] -= heights[number]
            best = min(range(count), key=lambda column: cost(number, column))
            at[number] = best if cost(number, best)[0] < cost(number, here)[0] else here
            full[at[number]] += heights[number]
            moved = moved or at[number] != here
        if not moved:
            break
    columns = [
        _joined([block for number, block in enumerate(blocks) if at[number] == column]) for column in range(count)
    ]
    return tuple(column for column in columns if column)


def _joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a column, parts of one group as one."""
    found: dict[str | Link, Block] = {}
    for block in blocks:
        before = found.get(block.group or block.keys[0])
        found[block.group or block.keys[0]] = Block(block.group, before.keys + block.keys) if before else block
    return tuple(found.values())


def _ties_between(graph: Graph, blocks: Sequence[Block]) -> list[dict[int, int]]:
    """How many ties each block has with each other one."""
    block_of = {key: number for number, block in enumerate(blocks) for key in block.keys}
    ties: list[dict[int, int]] = [{} for _ in blocks]
    for edge in graph.edges:
        one, other = block_of[edge.source], block_of[edge.target]
        if one != other:
            ties[one][other] = ties[one].get(other, 0) + 1
            ties[other][one] = ties[other].get(one, 0) + 1
    return ties


def kept(graph: Graph, previous: Columns) -> list[list[Block]]:
    """The columns that were there before, without cards that are gone or that belong to another group now."""
    found = []
    for column in previous:
        mine = []
        for block in column:
            keys = tuple(key for key in block.keys if key in graph.by_key and graph.by_key[key].group == block.group)
            if keys:
                mine.append(Block(block.group, keys))
        if mine:
            found.append(mine)
    return found


def with_new(graph: Graph, columns: list[list[Block]]) -> Columns:
    """The columns with every card that is not in them yet: at the end of its group, else where it has most ties."""
    placed = {key: number for number, column in enumerate(columns) for block in column for key in block.keys}
    for node in graph.nodes:
        if node.key in placed:
            continue
        number = _column_for(graph, node, columns, placed)
        placed[node.key] = number
        _add(columns[number], node)
    return tuple(tuple(column) for column in columns)


def _column_for(graph: Graph, node: Node, columns: list[list[Block]], placed: Mapping[Link, int]) -> int:
    numbers = range(len(columns))
    if node.group:
        for number in reversed(numbers):
            if any(block.group == node.group for block in columns[number]):
                return number
    near = [placed[other] for other in graph.neighbours[node.key] if other in placed]
    filled = [sum(len(block.keys) for block in column) for column in columns]
    return min(numbers, key=lambda number: (sum(abs(number - one) for one in near) + filled[number] / 4, number))


def _add(column: list[Block], node: Node) -> None:
    for place, block in enumerate(column):
        if node.group and block.group == node.group:
            column[place] = Block(block.group, (*block.keys, node.key))
            return
    column.append(Block(node.group, (node.key,)))
