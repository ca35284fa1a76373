"""Sifting (Matuszewski, Schönfeld and Molitor, 1999): move an item through its column to the cheapest position.

The cost of exchanging two neighbours depends on their own edges only, so a move is cheap however large the graph is.
"""

from __future__ import annotations

from collections.abc import Sequence

from .layers import CROSSING, Layers


def sift(layers: Layers, item: int, max_shift: int) -> int:
    """Move an item to the cheapest position at most `max_shift` away. Return the number of exchanges tried.

    A card stays in its block; a block of one card moves between other blocks.
    """
    number = layers.column_of[item]
    column, pos, block_of = layers.columns[number], layers.pos, layers.block_of
    block = block_of[item]
    free = block < 0
    alone = not free and layers.sizes[block] == 1
    start = best = at = pos[item]
    cost = least = 0
    high, low = min(start + max_shift, len(column) - 1), max(start - max_shift, 0)
    while at < high and (free or alone or block_of[column[at + 1]] in (block, -1)):
        cost += _swap(layers, column, at)
        at += 1
        if cost < least and not (alone and layers.is_inside_block(column, at, at + 1)):
            least, best = cost, at
    exchanges = at - start
    while at > low and (free or alone or block_of[column[at - 1]] in (block, -1)):
        at -= 1
        cost += _swap(layers, column, at)
        exchanges += 1
        if at < start and cost < least and not (alone and layers.is_inside_block(column, at, at + 1)):
            least, best = cost, at
    if at != best:
        column.insert(best, column.pop(at))
        for index in range(min(at, best), max(at, best) + 1):
            pos[column[index]] = index
    if best != start:
        layers.invalidate(number)
    return exchanges


def _swap(layers: Layers, column: list[int], at: int) -> int:
    """Exchange an item with the one below it. Return the change of cost, negative for an improvement."""
    upper, lower = column[at], column[at + 1]
    pos = layers.pos
    crossings = length = 0
    for neighbours in (layers.left, layers.right):
        upper_items, lower_items = neighbours[upper], neighbours[lower]
        for item in upper_items:
            here = pos[item]
            length += 1 if here <= at else -1
            for other in lower_items:
                there = pos[other]
                if here < there:
                    crossings += 1
                elif here > there:
                    crossings -= 1
        for other in lower_items:
            length += 1 if pos[other] > at else -1
    cost = CROSSING * crossings + length
    if layers.same_column[upper] or layers.same_column[lower]:
        cost += _same_column_cost(layers, upper, lower, at)
    column[at], column[at + 1] = lower, upper
    pos[upper], pos[lower] = at + 1, at
    return cost


def _same_column_cost(layers: Layers, upper: int, lower: int, at: int) -> int:
    """Return the part of the cost that edges within the column cause.

    Ends are compared in their order around the channel: downward from the two items, then up along the other side, then
    from the top down again.
    """
    pos, same_column, right = layers.pos, layers.same_column, layers.right
    size = len(pos)
    length = 0
    upper_ends, lower_ends = [], []
    for item in same_column[upper]:
        if item != lower:
            position = pos[item]
            length += -1 if position > at else 1
            upper_ends.append(position if position > at else 2 * size + position)
    for item in same_column[lower]:
        if item != upper:
            position = pos[item]
            length += 1 if position > at else -1
            lower_ends.append(position if position > at else 2 * size + position)
    crossings = 0
    if upper_ends:
        crossings = _added_crossings(upper_ends, [*lower_ends, *(size - pos[item] for item in right[lower])])
    if lower_ends and right[upper]:
        crossings += _added_crossings([size - pos[item] for item in right[upper]], lower_ends)
    return CROSSING * crossings + length


def _added_crossings(upper_ends: Sequence[int], lower_ends: Sequence[int]) -> int:
    """Return how many more pairs of edges cross after the exchange."""
    crossings = 0
    for end in upper_ends:
        for other in lower_ends:
            if other < end:
                crossings += 1
            elif other > end:
                crossings -= 1
    return crossings
