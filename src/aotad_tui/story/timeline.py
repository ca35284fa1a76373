"""The points of a story (episodes, chapters, sessions) and its volumes (seasons, books), and what they are called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

Position = int
"""The number of finished points: 0 is before the first one. A stamp is a position too."""

START = "start"
END = "end"
LATER = "later"
"""A stamp after the last point of the timeline, for `met` only."""
NOT_YET: Position = 10**9
"""The position of what has not happened as of a point, and of `LATER`."""


@dataclass(frozen=True, slots=True)
class Point:
    """One step of the timeline. `title` is None while it is hidden."""

    id: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """A season, book or act: the points from position `first` to `last`. `unit` is the word for each of them.

    `number` counts the volumes of the timeline from 1. `title` is None while it is hidden.
    """

    id: str
    number: int
    unit: str
    first: Position
    last: Position
    title: str | None = None


@dataclass(frozen=True)
class Timeline:
    """The points in order. Without points there is no gate: every stamp is position 0.

    `volumes` is empty, or its volumes contain all points. `volume_unit` is the word for a volume.
    """

    unit: str = "point"
    points: tuple[Point, ...] = ()
    volumes: tuple[Volume, ...] = ()
    volume_unit: str = "volume"

    def __len__(self) -> int:
        return len(self.points)

    def __bool__(self) -> bool:
        return bool(self.points)

    @cached_property
    def _positions(self) -> dict[str, Position]:
        positions = {point.id: number for number, point in enumerate(self.points, 1)}
        return {START: 0, END: len(self.points)} | positions

    @cached_property
    def _volume_of(self) -> dict[Position, Volume]:
        return {position: volume for volume in self.volumes for position in range(volume.first, volume.last + 1)}

    def position(self, stamp: str) -> Position | None:
        """The position of a stamp in a guide's file, or None when it names no point."""
        return self._positions.get(stamp)

    def meeting(self, stamp: str) -> Position | None:
        """The position of a `met` in a guide's file: as `position`, and `NOT_YET` for `later`."""
        position = self.position(stamp)
        return NOT_YET if position is None and stamp == LATER else position

    def volume_of(self, position: Position) -> Volume | None:
        """The volume with the point at a position. None before the first point, and without volumes."""
        return self._volume_of.get(position)

    def unit_of(self, position: Position) -> str:
        """The word for the point at a position: that of its volume, if it has one."""
        volume = self.volume_of(position)
        return volume.unit if volume else self.unit

    def name(self, position: Position) -> str:
        """The name of a position in a card or list: its label with the visible title ("S2 E7 The roof").

        Without volumes, the title stands alone.
        """
        if position <= 0:
            return "nothing yet"
        title = self._title(position)
        if title is None:
            return self.label(position)
        return f"{self.label(position)} {title}" if self.volumes else title

    def label(self, position: Position) -> str:
        """The name of a point without spoilers in a card or list: "S2 E7", or "Episode 7" without volumes."""
        return self.short(position) if self.volumes else self.untitled(position)

    def heading(self, position: Position) -> str:
        """The name with unit and number, and the title where it is visible: "Episode 7: The roof"."""
        title, plain = self._title(position), self.untitled(position)
        return plain if title is None or title.casefold() == plain.casefold() else f"{plain}: {title}"

    def untitled(self, position: Position) -> str:
        """A name of a point without spoilers, unit and number: "Episode 7", or "Season 2, episode 7"."""
        volume = self.volume_of(position)
        if volume is None:
            return _numbered(self.unit, position)
        number = position - volume.first + 1
        return f"{_numbered(self.volume_unit, volume.number)}, {volume.unit} {number}"

    def short(self, position: Position) -> str:
        """The shortest name of a point without spoilers: "S2 E7", or "episode 7" without volumes."""
        volume = self.volume_of(position)
        if volume is None:
            return f"{self.unit} {position}"
        initials = self.volume_unit[:1].upper(), volume.unit[:1].upper()
        return f"{initials[0]}{volume.number} {initials[1]}{position - volume.first + 1}"

    def volume_heading(self, volume: Volume) -> str:
        """The name of a volume with its title where that is visible: "Season 2: Exile"."""
        plain = _numbered(self.volume_unit, volume.number)
        return plain if volume.title in (None, plain) else f"{plain}: {volume.title}"

    def up_to(self, position: Position) -> str:
        """The part of the story that ends at a position, for the end of a message: "up to Episode 7"."""
        if not self.points:
            return "in this guide"
        return f"up to {self.untitled(position)}" if position > 0 else f"before {self.untitled(1)}"

    def as_of(self, seen: Position) -> Timeline:
        """The same points and volumes, without later titles: of points after `seen`, of volumes that begin after it."""
        points = tuple(point if number <= seen else Point(point.id) for number, point in enumerate(self.points, 1))
        volumes = tuple(volume if volume.first <= seen else replace(volume, title=None) for volume in self.volumes)
        return replace(self, points=points, volumes=volumes)

    def _title(self, position: Position) -> str | None:
        """The visible title of a point. In a volume, one that only repeats unit and number does not count."""
        title, volume = self.points[position - 1].title if position > 0 else None, self.volume_of(position)
        if title and volume and title.casefold() == f"{volume.unit} {position - volume.first + 1}".casefold():
            return None
        return title


def _numbered(unit: str, number: int) -> str:
    return f"{unit[:1].upper()}{unit[1:]} {number}"
