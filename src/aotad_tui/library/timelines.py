"""From the `timeline` of guide.yaml to a `Timeline`: volumes, points, and the ids of points that are only counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from aotad_tui.story.timeline import END, START, Point, Position, Timeline, Volume

from .problems import Problems
from .shapes import Word
from .timeline_entries import MOST_POINTS, PointEntry, TimelineEntry, VolumeEntry


def make_timeline(entry: TimelineEntry | None, problems: Problems) -> Timeline:
    """The timeline of a guide. Without an entry it has no points and hides nothing."""
    if entry is None:
        return Timeline()
    if not _is_well_formed(entry, problems):
        return Timeline()
    points: dict[str, Point] = {}
    for point in point_entries(entry):
        id = point.id.text
        if id in (START, END):
            problems.report(point.id.mark, "TIMELINE", f"'{id}' is reserved; choose another point id")
        elif id in points:
            problems.report(point.id.mark, "DUPLICATE", f"duplicate point id '{id}'; rename one of the two")
        points.setdefault(id, Point(id, point.title))
    unit = entry.unit or "point"
    if entry.volumes is None:
        return Timeline(unit, tuple(points.values()))
    return Timeline(unit, tuple(points.values()), tuple(_volumes(entry, unit, problems)), _volume_unit(entry))


def point_entries(entry: TimelineEntry) -> list[PointEntry]:
    """The points of a timeline in order, those of all volumes included. Points of a `count` have generated ids."""
    if entry.volumes is None:
        return _points(entry, "")
    leads = [
        f"{id}{_initial(volume.unit or entry.unit or '', 'p')}"
        for volume, id in zip(entry.volumes, volume_ids(entry), strict=True)
    ]
    return [point for volume, lead in zip(entry.volumes, leads, strict=True) for point in _points(volume, lead)]


def volume_ids(entry: TimelineEntry) -> list[str]:
    """The id of each volume: as given, else the first letter of the word for a volume and a number, "s2"."""
    return [
        volume.id.text if volume.id else f"{_initial(_volume_unit(entry), 'v')}{number}"
        for number, volume in enumerate(entry.volumes or (), 1)
    ]


def first_positions(entry: TimelineEntry) -> list[Position]:
    """The position of the first point of each volume."""
    return list(accumulate(map(size, entry.volumes or ()), initial=1))[:-1]


def size(entry: TimelineEntry | VolumeEntry) -> int:
    """The number of points of a timeline without volumes, or of a volume."""
    return len(entry.points or ()) or entry.count or 0


def _volume_unit(entry: TimelineEntry) -> str:
    return entry.volume or "volume"


def _points(entry: TimelineEntry | VolumeEntry, lead: str) -> list[PointEntry]:
    """The points of a timeline or volume. `lead`: the beginning of the ids of counted points."""
    if entry.points is not None:
        return list(entry.points)
    titles = {number.text: (number, title) for number, title in entry.titles or ()}
    points: list[PointEntry] = []
    for number in map(str, range(1, (entry.count or 0) + 1)):
        word, title = titles.get(number, (None, None))
        mark = word.mark if word else entry.mark
        points.append(PointEntry(mark=mark, id=Word(f"{lead}{number}", mark), title=title))
    return points


def _initial(unit: str, otherwise: str) -> str:
    """The first letter of a unit, for ids."""
    return unit[:1].lower() if unit[:1].isalpha() else otherwise


def _volumes(entry: TimelineEntry, unit: str, problems: Problems) -> Iterator[Volume]:
    ids: set[str] = set()
    rows = zip(entry.volumes or (), volume_ids(entry), first_positions(entry), strict=True)
    for number, (volume, id, first) in enumerate(rows, 1):
        if id in ids:
            mark = volume.id.mark if volume.id else volume.mark
            problems.report(mark, "DUPLICATE", f"duplicate volume id '{id}'; rename one of the two")
        ids.add(id)
        yield Volume(id, number, volume.unit or unit, first, first + size(volume) - 1, volume.title)


def _is_well_formed(entry: TimelineEntry, problems: Problems) -> bool:
    """Report what makes the number of points unclear, and titles without a point. False after a report."""
    before = problems.count
    if [entry.points is None, entry.count is None, entry.volumes is None].count(False) != 1:
        message = "a timeline needs either `points`, `count` or `volumes`; give exactly one of them"
        problems.report(entry.mark, "TIMELINE", message)
    if entry.volumes is not None and not entry.volumes:
        problems.report(entry.mark, "TIMELINE", "`volumes` is empty; add a volume or remove the key")
    for volume in entry.volumes or ():
        if (volume.points is None) == (volume.count is None):
            problems.report(
                volume.mark, "TIMELINE", "a volume needs either `points` or `count`; give exactly one of them"
            )
        elif not size(volume):
            problems.report(volume.mark, "TIMELINE", "a volume needs at least one point; add one or remove the volume")
    _check_titles(entry, problems)
    for volume in entry.volumes or ():
        _check_titles(volume, problems)
    if sum(map(size, entry.volumes or ())) > MOST_POINTS:
        problems.report(entry.mark, "TIMELINE", f"a timeline has at most {MOST_POINTS} points; reduce the counts")
    return problems.count == before


def _check_titles(entry: TimelineEntry | VolumeEntry, problems: Problems) -> None:
    titles = entry.titles or ()
    if titles and entry.count is None:
        problems.report(titles[0][0].mark, "TIMELINE", "`titles` belongs to `count`; write each title into its point")
        return
    seen: set[str] = set()
    numbers = {str(number) for number in range(1, (entry.count or 0) + 1)} if titles else set()
    for number, _ in titles:
        if number.text not in numbers:
            message = f"there is no point {number.text} to title; use a number from 1 to {entry.count}"
            problems.report(number.mark, "TIMELINE", message)
        elif number.text in seen:
            problems.report(number.mark, "DUPLICATE", f"duplicate title of point {number.text}; remove one of the two")
        seen.add(number.text)
