"""The keys of `timeline` in guide.yaml: points and volumes."""

from __future__ import annotations

from .problems import Mark
from .records import Record, entry, optional, required
from .shapes import Integer, ListOf, MapOf, Name, Text, Word

MOST_POINTS = 100_000
"""The highest number of points of a timeline."""

_ID = Name()
_TEXT = Text()


@entry
class PointEntry:
    """A point of the timeline."""

    mark: Mark
    id: Word = required(_ID, "The id that stamps refer to.")
    title: str | None = optional(_TEXT, "The title. Shown after the reader finishes this point.", since="id")


# Below, `shown_texts` collects the titles from the points, since the number of a title implies its stamp.
@entry
class VolumeEntry:
    """A volume of the timeline: a season, a book, an act."""

    mark: Mark
    id: Word | None = optional(_ID, "The id, with which the ids of counted points begin (default: s1, s2 for seasons).")
    title: str | None = optional(
        _TEXT, "The title. Shown after the reader finishes the first point of the volume.", shown=False
    )
    unit: str | None = optional(_TEXT, "The word for a point of this volume (default: that of the timeline).")
    points: tuple[PointEntry, ...] | None = optional(ListOf(Record(PointEntry)), "The points, in order.", shown=False)
    count: int | None = optional(
        Integer(1, MOST_POINTS), "The number of points, instead of `points`. Their ids are s1e1, s1e2 and so on."
    )
    titles: tuple[tuple[Word, str], ...] | None = optional(
        MapOf(_TEXT), "With `count`: titles of some points, by their number in the volume.", shown=False
    )


@entry
class TimelineEntry:
    """The points of the story, in order. A guide without a timeline has no stamps and hides nothing."""

    mark: Mark
    unit: str | None = optional(_TEXT, "The word for a point: episode, chapter, session.")
    volume: str | None = optional(_TEXT, "The word for a volume: season, book, act.")
    points: tuple[PointEntry, ...] | None = optional(ListOf(Record(PointEntry)), "The points, in order.", shown=False)
    count: int | None = optional(
        Integer(1, MOST_POINTS), 'The number of points, instead of `points`. Their ids are "1", "2" and so on.'
    )
    titles: tuple[tuple[Word, str], ...] | None = optional(
        MapOf(_TEXT), "With `count`: titles of some points, by their number.", shown=False
    )
    volumes: tuple[VolumeEntry, ...] | None = optional(
        ListOf(Record(VolumeEntry)), "The volumes in order, instead of `points`, each with points of its own."
    )
