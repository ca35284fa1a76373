"""Resolves stamps in files to positions on the timeline. A missing or unknown stamp means the end."""

from __future__ import annotations

from itertools import chain

from aotad_tui.story.named import Stage, Stages
from aotad_tui.story.point_spellings import has_volume, point_readings
from aotad_tui.story.timeline import END, NOT_YET, START, Position, Timeline

from .format_basics import NameEntry, VersionEntry
from .problems import Mark, Problems, did_you_mean
from .shapes import Word, shorten


class Stamps:
    """Resolves stamps against one timeline and reports missing and unknown ones."""

    def __init__(self, timeline: Timeline, problems: Problems) -> None:
        self._timeline = timeline
        self._problems = problems

    @property
    def end(self) -> Position:
        """The position of the last point."""
        return len(self._timeline)

    def since(self, stamp: Word | None, owner: Mark, what: str) -> Position:
        """The position of a `since`. The end if it is missing or wrong."""
        if stamp is not None:
            return self.point(stamp)
        if self._timeline:
            message = f"{what} has no `since` and stays hidden until the end; add the point from which to show it"
            self._problems.report(owner, "NO-STAMP", message)
        return self.end

    def _version_since(self, version: VersionEntry, what: str) -> Position:
        return self.since(version.since, version.mark, f"{what}, '{shorten(version.text)}',")

    def met(self, stamp: Word | None) -> Position:
        """The position of a `met`: 0 if it is missing, `NOT_YET` for `later`."""
        if stamp is None:
            return 0
        return NOT_YET if self._timeline.meeting(stamp.text) == NOT_YET else self.point(stamp)

    def point(self, stamp: Word) -> Position:
        """The position of a stamp. The end if the stamp is unknown."""
        position = self._timeline.position(stamp.text)
        if position is not None:
            return position
        if self._timeline:
            message = f"unknown point '{stamp.text}'{meant_point(self._timeline, stamp.text)}"
        else:
            message = f"unknown point '{stamp.text}', because guide.yaml has no `timeline`; add one or remove the stamp"
        self._problems.report(stamp.mark, "UNKNOWN-POINT", message, subject=stamp.text)
        return self.end

    def stages(self, versions: tuple[VersionEntry, ...] | None, owner_since: Position, what: str) -> Stages:
        """The versions of a text in story order. A text that is not staged has the stamp of its owner."""
        stages = [
            Stage(
                owner_since if version.short else self._version_since(version, what),
                version.text,
                version.live if isinstance(version, NameEntry) else None,
            )
            for version in versions or ()
        ]
        return tuple(sorted(stages, key=lambda stage: stage.since))


def meant_point(timeline: Timeline, stamp: str) -> str:
    """The end of a message about an unknown stamp: the id that is meant, or else how to write one.

    A stamp is an id, though readers may type "s2e5". An id that only looks similar may be of an earlier season, so it
    is not proposed for a stamp with a volume and a point.
    """
    readings = point_readings(timeline, stamp)
    if len(readings) == 1:
        position = readings[0]
        return f"; did you mean '{timeline.points[position - 1].id if position else START}'?"
    known = chain((START, END), (point.id for point in timeline.points))
    similar = "" if readings or has_volume(stamp) else did_you_mean(stamp, known)
    return similar or "; use `start`, `end` or a point id"
