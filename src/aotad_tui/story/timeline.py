"""The points of a story (episodes, chapters, sessions), and how to find one that a user types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

Position = int
"""The number of finished points: 0 is before the first one. A stamp is a position too."""

START = "start"
END = "end"
LATER = "later"
"""A stamp after the last point of the timeline, for `met` only."""
NOT_YET: Position = 10**9
"""The position of what has not happened as of a point, and of `LATER`."""


class UnknownPoint(ValueError):
    """Raised for a point that the timeline does not have. The message says which input is valid."""


@dataclass(frozen=True, slots=True)
class Point:
    """One step of the timeline. `title` is None while it is hidden."""

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
        """The position of a stamp in a guide's file, or None when it names no point."""
        return self._positions.get(stamp)

    def meeting(self, stamp: str) -> Position | None:
        """The position of a `met` in a guide's file: as `position`, and `NOT_YET` for `later`."""
        position = self.position(stamp)
        return NOT_YET if position is None and stamp == LATER else position

    def find(self, typed: str) -> Position:
        """The position that a user types: a point's id (in any case), a number of points, `start` or `end`.

        Raises `UnknownPoint`, whose text names no point beyond the first.
        """
        wanted = typed.strip()
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
        """The name of a position: the point's title where it is visible, else "Episode 7"."""
        if position <= 0:
            return "nothing yet"
        point = self.points[position - 1]
        return point.title or self.untitled(position)

    def untitled(self, position: Position) -> str:
        """A name of a point without spoilers: the unit and a number."""
        return f"{self.unit[:1].upper()}{self.unit[1:]} {position}"

    def up_to(self, position: Position) -> str:
        """The part of the story that ends at a position, for the end of a message: "up to Episode 7"."""
        if not self.points:
            return "in this guide"
        return f"up to {self.untitled(position)}" if position > 0 else f"before {self.untitled(1)}"

    def as_of(self, seen: Position) -> Timeline:
        """The same points, without the titles of points after `seen`."""
        points = tuple(point if number <= seen else Point(point.id) for number, point in enumerate(self.points, 1))
        return Timeline(self.unit, points)
