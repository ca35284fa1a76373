"""Channel routing: a track for each edge that changes its row in a channel, ordered so that few edges cross."""

from __future__ import annotations

from collections.abc import Sequence

from aotad_tui.chart.map.layout.row_assignment import Segment

_ROUNDS = 6
_MAX_REFINED = 60  # with more segments in a channel, the order is not refined


def _cost(left: Segment, right: Segment) -> int:
    """Return how often two segments cross if the first has the track farther left."""
    _, _, end, loop, top, bottom = left
    _, right_start, right_end, right_loop, right_top, right_bottom = right
    cost = 1 if top < right_start < bottom else 0
    if right_loop:
        cost += top < right_end < bottom
    if not loop:
        cost += right_top < end < right_bottom
    return cost


def assign_tracks(segments: Sequence[Segment]) -> tuple[dict[int, int], int]:
    """Return the track of each edge (by its index) that needs one, counted from the left, and the number of tracks."""
    bent = (segment for segment in segments if not segment.straight)
    by_length = sorted(bent, key=lambda segment: (segment.bottom - segment.top, segment.edge))
    order: list[Segment] = []
    for segment in by_length:
        order.insert(_best_place(order, segment), segment)
    for _ in range(_ROUNDS if len(order) <= _MAX_REFINED else 0):
        before = list(order)
        for segment in before:
            order.remove(segment)
            order.insert(_best_place(order, segment), segment)
        if order == before:
            break
    return _pack(order)


def _best_place(order: Sequence[Segment], segment: Segment) -> int:
    """Return the index in the order at which the segment crosses the others least."""
    balance = best = place = 0
    for number, other in enumerate(order):
        if other.top < segment.bottom and segment.top < other.bottom:
            balance += _cost(segment, other) - _cost(other, segment)
            if balance > best:
                best, place = balance, number + 1
    return place


def _pack(order: Sequence[Segment]) -> tuple[dict[int, int], int]:
    """Number the tracks in this order. Segments with a blank row between them share a track."""
    track_of: dict[int, int] = {}
    for number, segment in enumerate(order):
        overlapping = [
            track_of[other.edge]
            for other in order[:number]
            if other.top <= segment.bottom + 1 and segment.top <= other.bottom + 1
        ]
        track_of[segment.edge] = max(overlapping, default=-1) + 1
    return track_of, max(track_of.values(), default=-1) + 1
