"""The neighbourhood of a person: everyone within one or two steps."""

from __future__ import annotations

from typing import NamedTuple

from .cast import CastGraph

MOST_IN_NEIGHBOURHOOD = 100
"""The people of the largest neighbourhood that is drawn: about one second of layout, and three screens."""


class Neighbourhood(NamedTuple):
    """The ids of the people who are drawn, and of all within reach, the person in the middle first."""

    people: tuple[str, ...]
    reached: tuple[str, ...]


def find_neighbourhood(cast: CastGraph, id: str, steps: int) -> Neighbourhood:
    """Return the people within so many steps of a person: fewest steps first, then the most closely connected.

    The connection of a person is the sum of the strengths of the relationships with those who are one step nearer. Ids
    decide ties.
    """
    reached = [id]
    nearer = {id}
    known = {id}
    for _ in range(steps):
        connection: dict[str, int] = {}
        for person in nearer:
            for other, strength in cast.strengths[person].items():
                if other not in known:
                    connection[other] = connection.get(other, 0) + strength
        reached += sorted(connection, key=lambda other: (-connection[other], other))
        nearer = set(connection)
        known |= nearer
    return Neighbourhood(tuple(reached[:MOST_IN_NEIGHBOURHOOD]), tuple(reached))
