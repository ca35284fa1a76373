"""Paths between two people: the fewest steps first, then the strongest relationships."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .people import People
from .values import Kind, Relationship


def strength(kind: Kind, relationship: Relationship) -> int:
    """How closely a relationship binds two people: twice its kind's strength, less one after its end."""
    return 2 * kind.strength - (relationship.until is not None)


class Paths:
    """The paths between the people of a gated story."""

    def __init__(self, people: People) -> None:
        self._people = people

    def between(self, start: str, end: str) -> tuple[str, ...]:
        """The ids on the path from one person to another, both included; empty where they are not connected.

        Fewest steps first, then the greatest sum of the strengths of the relationships, then the guide's order. The
        path from end to start is the same path reversed.
        """
        if start == end:
            return (start,)
        order = self._order
        if start not in order or end not in order:
            return ()
        if order[start] > order[end]:
            return tuple(reversed(self._search(end, start)))
        return self._search(start, end)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {person.id: number for number, person in enumerate(self._people.everyone)}

    def _search(self, start: str, end: str) -> tuple[str, ...]:
        """Search from both ends, the smaller frontier first, until they meet (bidirectional breadth-first search)."""
        forward, backward = _SearchSide(self._people, start), _SearchSide(self._people, end)
        while forward.frontier and backward.frontier:
            common = [id for id in forward.frontier if id in backward.frontier]
            if common:
                middle = max(common, key=lambda id: forward.frontier[id] + backward.frontier[id])
                return (*reversed(forward.path_back(middle)), *backward.path_back(middle)[1:])
            min(forward, backward, key=lambda side: len(side.frontier)).extend()
        return ()


class _SearchSide:
    """One side of the search: the people reached in a number of steps, with the strongest path to each."""

    def __init__(self, people: People, start: str) -> None:
        self._people = people
        self._previous: dict[str, str | None] = {start: None}
        self.frontier = {start: 0}
        """The people whose shortest path has exactly this many steps, with the total strength of that path."""

    def extend(self) -> None:
        """Advance the frontier by one step."""
        neighbours, kinds, previous = self._people.neighbours, self._people.kinds, self._previous
        frontier: dict[str, int] = {}
        for id, strength_so_far in self.frontier.items():
            for other, relationship in neighbours.get(id, ()):
                if other in previous and other not in frontier:
                    continue  # reached in fewer steps
                total = strength_so_far + strength(kinds[relationship.kind], relationship)
                if total > frontier.get(other, -1):
                    frontier[other] = total
                    previous[other] = id
        self.frontier = frontier

    def path_back(self, id: str) -> list[str]:
        """The path back to the start."""
        path = [id]
        while (previous := self._previous[path[-1]]) is not None:
            path.append(previous)
        return path
