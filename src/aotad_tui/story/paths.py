"""How two people are connected: over the fewest others, and among such ways by the strongest ties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .people import People
from .values import Character, Kind, Relationship


def strength(kind: Kind, relationship: Relationship) -> int:
    """How much a relationship binds two people: twice its kind's strength, less one once it is over."""
    return 2 * kind.strength - (relationship.until is not None)


def not_connected(one: Character, other: Character) -> str:
    """What to say of two people between whom there is no way (or who are one); the same whatever may come later."""
    if one.id == other.id:
        return f"That is one and the same person: {one.name}."
    return f"{one.name} and {other.name} are not connected, as far as you have seen."


class Paths:
    """The ways between the people of a story (a gated one)."""

    def __init__(self, people: People) -> None:
        self._people = people

    @cached_property
    def _near(self) -> Mapping[str, Mapping[str, int]]:
        """Whom each person is tied to, and how strong the strongest tie between the two is."""
        near: dict[str, dict[str, int]] = {}
        for id, related in self._people.related.items():
            mine = near[id] = {}
            for other, relationship in related:
                strong = strength(self._people.kind(relationship), relationship)
                if strong > mine.get(other, 0):
                    mine[other] = strong
        return near

    def between(self, start: str, end: str) -> tuple[str, ...]:
        """The ids of all on the way from one person to another, both included; empty where they are not connected.

        Fewest steps first, then the greatest sum of the strengths of the ties, then the guide's order. The way back is
        the same way.
        """
        if start == end:
            return (start,)
        order = {person.id: number for number, person in enumerate(self._people.everyone)}
        if start not in order or end not in order:
            return ()
        if order[start] > order[end]:
            return tuple(reversed(self._search(end, start)))
        return self._search(start, end)

    def _search(self, start: str, end: str) -> tuple[str, ...]:
        """One step further from the start at a time, until the end is reached."""
        before: dict[str, str] = {start: ""}
        reached = {start: 0}
        while reached and end not in reached:
            further: dict[str, int] = {}
            for id, strong in reached.items():
                for other, tie in self._near.get(id, {}).items():
                    if other in before and other not in further:
                        continue  # reached in fewer steps
                    if strong + tie > further.get(other, -1):
                        further[other] = strong + tie
                        before[other] = id
            reached = further
        if end not in reached:
            return ()
        way = [end]
        while way[-1] != start:
            way.append(before[way[-1]])
        return tuple(reversed(way))
