"""The points of a story (episodes, chapters, sessions) and how a person names one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

Position = int
"""How many points are finished: 0 is before the first one. A stamp is a position too."""

START = "start"
END = "end"


class UnknownPoint(ValueError):
    """Somebody named a point that the timeline does not have. The text says what would have done."""


@dataclass(frozen=True, slots=True)
class Point:
    """One step of the timeline. `title` is None where it may not be told."""

    id: str
    title: str | None = None


@dataclass(frozen=True)
class Timeline:
    """The points in order. Without points there is no gate: every stamp is position 0."""

    unit: str = "point"
    points: tuple[Point, ...] = ()

    def __len__(self) -> int:
        return len(self.points)

    def __bool__(self) -> bool:
        return bool(self.points)

    @cached_property
    def _positions(self) -> dict[str, Position]:
        positions = {point.id: number for number, point in enumerate(self.points, 1)}
        return {START: 0, END: len(self.points)} | positions

    def position(self, stamp: str) -> Position | None:
        """The position that a stamp in a guide's file means, or None when it names no point."""
        return self._positions.get(stamp)

    def find(self, words: str) -> Position:
        """The position a person means by a point's id (in any case), a number of points, `start` or `end`.

        Raises `UnknownPoint`, whose text names no point beyond the first.
        """
        wanted = words.strip()
        exact = self._positions.get(wanted)
        if exact is not None:
            return exact
        for stamp, position in self._positions.items():
            if stamp.casefold() == wanted.casefold():
                return position
        if wanted.isdecimal() and len(wanted) < 10 and int(wanted) <= len(self.points):
            return int(wanted)
        if not self.points:
            raise UnknownPoint(f"no point {wanted!r}, because this guide has no timeline; leave the point out")
        raise UnknownPoint(
            f"no point {wanted!r}; use start, end, a number from 0 to {len(self.points)}, "
            f"or a point id such as {self.points[0].id}"
        )

    def name(self, position: Position) -> str:
        """What to call a position in words: a point's title where it may be told, else "Episode 7"."""
        if position <= 0:
            return "nothing yet"
        point = self.points[position - 1]
        return point.title or self.untitled(position)

    def untitled(self, position: Position) -> str:
        """The name of a point that gives nothing away: the unit and a number."""
        return f"{self.unit[:1].upper()}{self.unit[1:]} {position}"

    def up_to(self, position: Position) -> str:
        """The part of the story that ends at a position, for the end of a message: "up to Episode 7"."""
        if not self.points:
            return "in this guide"
        return f"up to {self.untitled(position)}" if position > 0 else f"before {self.untitled(1)}"

    def as_of(self, seen: Position) -> Timeline:
        """The same points, the titles of those that are not reached left out."""
        points = tuple(point if number <= seen else Point(point.id) for number, point in enumerate(self.points, 1))
        return Timeline(self.unit, points)
