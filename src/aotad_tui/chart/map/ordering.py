"""In which order cards stand in their column, so that ties are short and cross little."""

from __future__ import annotations

from collections.abc import Callable

from .net import Net
from .placing import Block, Columns
from .stacks import Stacks, stacks
from .tracks import crossings

_SWEEPS = 10
_SMALL, _LARGE = 3_500, 20_000
"""Cards times ties: up to the first all is tried three times, up to the second once; beyond, it would take seconds."""
_MOST_MOVES = 60_000  # blocks times places for them times what has to be looked at for each


def ordered(net: Net, columns: Columns) -> Columns:
    """The columns in a better order: sweeps in which all move towards their ties, then single moves while they help."""
    size = len(net.nodes) * len(net.edges)
    best, least = columns, cost(stacks(net, columns))
    current = columns
    for number in range(_SWEEPS if size <= _LARGE else _SWEEPS // 3):
        current = _nearer(net, current, own=1.0 if number % 2 else 0.3)
        found = cost(stacks(net, current))
        if found < least:
            best, least = current, found
    for _ in range(3 if size <= _SMALL else 1 if size <= _LARGE else 0):
        before = least
        if sum(map(len, best)) ** 2 * (len(net.nodes) + len(net.edges)) <= _MOST_MOVES:
            best, least = _moved(net, best, least)
        best, least = _exchanged(net, best, least)
        if least == before:
            break
    return best


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


def _moved(net: Net, columns: Columns, least: float) -> tuple[Columns, float]:
    """The columns after moving each block to wherever in the poster that helps most, and what is wrong with them."""
    for block in [block for column in columns for block in column]:
        others = [tuple(other for other in column if other != block) for column in columns]
        for number, column in enumerate(others):
            for place in range(len(column) + 1):
                moved = (*column[:place], block, *column[place:])
                tried = (*others[:number], moved, *others[number + 1 :])
                if not all(tried):
                    continue  # as many columns as there were
                found = cost(stacks(net, tried))
                if found < least:
                    columns, least = tried, found
    return columns, least


def _exchanged(net: Net, columns: Columns, least: float) -> tuple[Columns, float]:
    """The columns after exchanging cards that stand below each other in a block, where that helps, once round."""
    for number, column in enumerate(columns):
        for place, block in enumerate(column):
            for at in range(len(block.keys) - 1):
                keys = [*block.keys]
                keys[at], keys[at + 1] = keys[at + 1], keys[at]
                tried = _with_block(columns, number, place, Block(block.group, tuple(keys)))
                found = cost(stacks(net, tried))
                if found < least:
                    columns, least, block = tried, found, tried[number][place]
    return columns, least


def _with_block(columns: Columns, number: int, place: int, block: Block) -> Columns:
    column = (*columns[number][:place], block, *columns[number][place + 1 :])
    return (*columns[:number], column, *columns[number + 1 :])
