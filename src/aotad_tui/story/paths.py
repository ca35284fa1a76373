"""How two people are connected: over the fewest others, and among such ways by the strongest ties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .people import People
from .story import Story
from .values import Character, Kind, Relationship


def strength(kind: Kind, relationship: Relationship) -> int:
    """How much a relationship binds two people: twice its kind's strength, less one once it is over."""
    return 2 * kind.strength - (relationship.until is not None)


def not_connected(story: Story, one: Character, other: Character) -> str:
    """The message for two people without a path between them (or who are one); the same whatever may come later."""
    if one.id == other.id:
        return f"Both names belong to {one.name}."
    return f"{one.name} and {other.name} are not connected {story.timeline.up_to(story.seen)}."


class Paths:
    """The ways between the people of a story (a gated one)."""

    def __init__(self, people: People) -> None:
        self._people = people

    def between(self, start: str, end: str) -> tuple[str, ...]:
        """The ids of all on the way from one person to another, both included; empty where they are not connected.

        Fewest steps first, then the greatest sum of the strengths of the ties, then the guide's order. The way back is
        the same way.
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
        """One step further from the one or the other, whichever reaches fewer people, until the two meet."""
        one, other = _Reach(self._people, start), _Reach(self._people, end)
        while one.furthest and other.furthest:
            meeting = [id for id in one.furthest if id in other.furthest]
            if meeting:
                middle = max(meeting, key=lambda id: one.furthest[id] + other.furthest[id])
                return (*reversed(one.way(middle)), *other.way(middle)[1:])
            min(one, other, key=lambda reach: len(reach.furthest)).extend()
        return ()


class _Reach:
    """Whom somebody reaches in so many steps, and by ties of what strength in all."""

    def __init__(self, people: People, start: str) -> None:
        self._people = people
        self._before: dict[str, str | None] = {start: None}
        self.furthest = {start: 0}
        """Those who are reached in as many steps as were gone and not in fewer, with the strength of the way."""

    def extend(self) -> None:
        """Goes one step further."""
        related, kinds, before = self._people.related, self._people.kinds, self._before
        further: dict[str, int] = {}
        for id, so_far in self.furthest.items():
            for other, relationship in related.get(id, ()):
                if other in before and other not in further:
                    continue  # reached in fewer steps
                strong = so_far + strength(kinds[relationship.kind], relationship)
                if strong > further.get(other, -1):
                    further[other] = strong
                    before[other] = id
        self.furthest = further

    def way(self, id: str) -> list[str]:
        """The way back to the start."""
        way = [id]
        while (before := self._before[way[-1]]) is not None:
            way.append(before)
        return way
