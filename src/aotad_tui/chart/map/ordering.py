"""In which order cards stand in their column, so that ties are short and cross little."""

from __future__ import annotations

from collections.abc import Callable

from .net import Net
from .placing import Block, Columns
from .stacks import Stacks, stacks
from .tracks import crossings

_ROUNDS = 10
_LARGE = 6_000  # cards times ties; beyond, looking at every exchange of two would take seconds


def ordered(net: Net, columns: Columns) -> Columns:
    """The same columns in a better order: the best of some rounds in which all move towards their ties."""
    best, least = columns, cost(stacks(net, columns))
    current = columns
    size = len(net.nodes) * len(net.edges)
    for number in range(_ROUNDS if size <= 2 * _LARGE else _ROUNDS // 3):
        current = _nearer(net, current, own=1.0 if number % 2 else 0.3)
        found = cost(stacks(net, current))
        if found < least:
            best, least = current, found
    return _exchanged(net, best, least) if size <= _LARGE else best


def cost(plan: Stacks) -> float:
    """How much is wrong with an order: crossings, and a little for the length of the lines and the height."""
    crossed = sum(crossings(street) for street in plan.streets)
    long = sum(hop.bottom - hop.top for street in plan.streets for hop in street)
    return crossed + long / 60 + plan.height / 20


def _nearer(net: Net, columns: Columns, own: float) -> Columns:
    """Cards sorted within their blocks, and blocks within their columns, by where their ties lead.

    `own` is how much a tie within the same column counts.
    """
    for number in range(len(columns)):
        plan = stacks(net, columns)
        wish = _wishes(plan, own)
        blocks = [Block(block.group, tuple(sorted(block.keys, key=wish))) for block in columns[number]]
        blocks.sort(key=lambda block: sum(wish(key) for key in block.keys) / len(block.keys))
        columns = (*columns[:number], tuple(blocks), *columns[number + 1 :])
    return columns


def _wishes(plan: Stacks, own: float) -> Callable[[str], float]:
    def wish(key: str) -> float:
        total = weights = 0.0
        for other in plan.net.neighbours[key]:
            weight = own if plan.column_of[other] == plan.column_of[key] else 1.0
            total += weight * plan.middle(other)
            weights += weight
        return total / weights if weights else plan.middle(key)

    return wish


def _exchanged(net: Net, columns: Columns, least: float) -> Columns:
    """The columns after exchanging neighbours as long as that helps, once round."""
    for number, column in enumerate(columns):
        for place, block in enumerate(column):
            for at in range(len(block.keys) - 1):
                keys = [*block.keys]
                keys[at], keys[at + 1] = keys[at + 1], keys[at]
                tried = _with_block(columns, number, place, Block(block.group, tuple(keys)))
                found = cost(stacks(net, tried))
                if found < least:
                    columns, least, block = tried, found, tried[number][place]
        for at in range(len(column) - 1):
            blocks = [*columns[number]]
            blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
            tried = (*columns[:number], tuple(blocks), *columns[number + 1 :])
            found = cost(stacks(net, tried))
            if found < least:
                columns, least = tried, found
    return columns


def _with_block(columns: Columns, number: int, place: int, block: Block) -> Columns:
    column = (*columns[number][:place], block, *columns[number][place + 1 :])
    return (*columns[:number], column, *columns[number + 1 :])
