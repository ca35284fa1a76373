"""The tracks of a street: each tie that changes its row in a street has one, ordered so that few lines cross."""

from __future__ import annotations

from collections.abc import Sequence

from .stacks import Hop

_ROUNDS = 6


def crossings(hops: Sequence[Hop]) -> int:
    """The fewest crossings that the ties of a street can have, pair by pair."""
    hops = sorted(hops, key=lambda hop: hop.top)
    count = 0
    for number, hop in enumerate(hops):
        for other in hops[number + 1 :]:
            if other.top > hop.bottom:
                break
            count += _between(hop, other)
    return count


def _between(one: Hop, other: Hop) -> int:
    if one.straight or other.straight:
        return 0 if one.straight and other.straight else int(_cuts(one, other) or _cuts(other, one))
    return min(_cost(one, other), _cost(other, one))


def _cuts(straight: Hop, other: Hop) -> bool:
    return straight.straight and other.top < straight.start < other.bottom


def _cost(near: Hop, far: Hop) -> int:
    """How often two ties cross when the first has the track farther left."""
    cost = int(near.top < far.start < near.bottom) + int(far.loop and near.top < far.end < near.bottom)
    return cost + int(not near.loop and far.top < near.end < far.bottom)


def tracks(hops: Sequence[Hop]) -> tuple[dict[int, int], int]:
    """The track of each tie (by its number) that needs one, counted from the left, and how many tracks there are."""
    waiting = sorted((hop for hop in hops if not hop.straight), key=lambda hop: (hop.bottom - hop.top, hop.edge))
    order: list[Hop] = []
    for hop in waiting:
        order.insert(_best_place(order, hop), hop)
    for _ in range(_ROUNDS):
        before = list(order)
        for hop in before:
            order.remove(hop)
            order.insert(_best_place(order, hop), hop)
        if order == before:
            break
    return _packed(order)


def _best_place(order: Sequence[Hop], hop: Hop) -> int:
    """Where in the order a tie crosses the others least."""
    cost = sum(_cost(hop, other) for other in order)
    best, place = cost, 0
    for number, other in enumerate(order):
        cost += _cost(other, hop) - _cost(hop, other)
        if cost < best:
            best, place = cost, number + 1
    return place


def _packed(order: Sequence[Hop]) -> tuple[dict[int, int], int]:
    """Tracks in that order; ties that are a row apart share one."""
    found: dict[int, int] = {}
    for number, hop in enumerate(order):
        beside = [
            found[other.edge] for other in order[:number] if other.top <= hop.bottom + 1 and hop.top <= other.bottom + 1
        ]
        found[hop.edge] = max(beside, default=-1) + 1
    return found, max(found.values(), default=-1) + 1
