"""Moving an item of a column to where it costs least: each exchange of two neighbours is worth a number.

That number hangs on their own ties alone, so that a move is cheap however large the whole is.
"""

from __future__ import annotations

from collections.abc import Sequence

from .layers import CROSSING, Layers


def sift(layers: Layers, item: int, far: int) -> int:
    """Moves an item to wherever in its column it costs least, at most so far; how many exchanges were tried.

    A card stays in its block; one that is a block alone comes between others.
    """
    number = layers.column_of[item]
    column, pos, block_of = layers.columns[number], layers.pos, layers.block_of
    mine = block_of[item]
    free = mine < 0
    alone = not free and layers.sizes[mine] == 1
    start = best = at = pos[item]
    cost = least = 0
    high, low = min(start + far, len(column) - 1), max(start - far, 0)
    while at < high and (free or alone or block_of[column[at + 1]] in (mine, -1)):
        cost += _swap(layers, column, at)
        at += 1
        if cost < least and not (alone and layers.inside(column, at, at + 1)):
            least, best = cost, at
    tried = at - start
    while at > low and (free or alone or block_of[column[at - 1]] in (mine, -1)):
        at -= 1
        cost += _swap(layers, column, at)
        tried += 1
        if at < start and cost < least and not (alone and layers.inside(column, at, at + 1)):
            least, best = cost, at
    if at != best:
        column.insert(best, column.pop(at))
        for place in range(min(at, best), max(at, best) + 1):
            pos[column[place]] = place
    if best != start:
        layers.changed(number)
    return tried


def _swap(layers: Layers, column: list[int], at: int) -> int:
    """Exchanges an item with the next one below; what that costs, less than nothing where it is better."""
    upper, lower = column[at], column[at + 1]
    pos = layers.pos
    crossed = longer = 0
    for near in (layers.left, layers.right):
        mine, others = near[upper], near[lower]
        for item in mine:
            here = pos[item]
            longer += 1 if here <= at else -1
            for other in others:
                there = pos[other]
                if here < there:
                    crossed += 1
                elif here > there:
                    crossed -= 1
        for other in others:
            longer += 1 if pos[other] > at else -1
    cost = CROSSING * crossed + longer
    if layers.own[upper] or layers.own[lower]:
        cost += _within(layers, upper, lower, at)
    column[at], column[at + 1] = lower, upper
    pos[upper], pos[lower] = at + 1, at
    return cost


def _within(layers: Layers, upper: int, lower: int, at: int) -> int:
    """What ties within the column add to that.

    Ends are compared as they follow each other around the street: downward from the two items, then up along the other
    side, then from the top down again.
    """
    pos, own, right = layers.pos, layers.own, layers.right
    most = len(pos)
    longer = 0
    mine, others = [], []
    for item in own[upper]:
        if item != lower:
            place = pos[item]
            longer += -1 if place > at else 1
            mine.append(place if place > at else 2 * most + place)
    for item in own[lower]:
        if item != upper:
            place = pos[item]
            longer += 1 if place > at else -1
            others.append(place if place > at else 2 * most + place)
    crossed = 0
    if mine:
        crossed = _more(mine, [*others, *(most - pos[item] for item in right[lower])])
    if others and right[upper]:
        crossed += _more([most - pos[item] for item in right[upper]], others)
    return CROSSING * crossed + longer


def _more(mine: Sequence[int], others: Sequence[int]) -> int:
    """How many more pairs of ends cross once the two are exchanged."""
    crossed = 0
    for one in mine:
        for other in others:
            if other < one:
                crossed += 1
            elif other > one:
                crossed -= 1
    return crossed
