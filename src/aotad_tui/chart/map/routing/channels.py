"""The tracks of a street: each tie that changes its row in a street has one, ordered so that few lines cross."""

from __future__ import annotations

from collections.abc import Sequence

from aotad_tui.chart.map.layout.rows import Hop

_ROUNDS = 6
_MANY = 60  # ties in a street; of more the order is not gone over again and again


def _cost(near: Hop, far: Hop) -> int:
    """How often two ties cross when the first has the track farther left."""
    _, _, end, loop, top, bottom = near
    _, far_start, far_end, far_loop, far_top, far_bottom = far
    cost = 1 if top < far_start < bottom else 0
    if far_loop:
        cost += top < far_end < bottom
    if not loop:
        cost += far_top < end < far_bottom
    return cost


def tracks(hops: Sequence[Hop]) -> tuple[dict[int, int], int]:
    """The track of each tie (by its number) that needs one, counted from the left, and how many tracks there are."""
    waiting = sorted((hop for hop in hops if not hop.straight), key=lambda hop: (hop.bottom - hop.top, hop.edge))
    order: list[Hop] = []
    for hop in waiting:
        order.insert(_best_place(order, hop), hop)
    for _ in range(_ROUNDS if len(order) <= _MANY else 0):
        before = list(order)
        for hop in before:
            order.remove(hop)
            order.insert(_best_place(order, hop), hop)
        if order == before:
            break
    return _packed(order)


def _best_place(order: Sequence[Hop], hop: Hop) -> int:
    """Where in the order a tie crosses the others least."""
    saved = most = place = 0
    for number, other in enumerate(order):
        if other.top < hop.bottom and hop.top < other.bottom:
            saved += _cost(hop, other) - _cost(other, hop)
            if saved > most:
                most, place = saved, number + 1
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
