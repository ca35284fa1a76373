"""Finds the point that a person types: `s3e5`, `3x05`, "season 3 episode 5", an id, a number of points.

The best kind of spelling decides: an exact id, then an id in any case, then a spelling with a volume, then a number. A
text with several readings of one kind means none of them. Digits on both sides of a letter are never joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .timeline import END, START, Position, Timeline, Volume

_SEPARATORS = " \t\n.,:;_/#-"
_TIMES = ("x", "×")
_HALFWIDTH = {0x3000: " "} | {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)}
"""The letters, digits and the space that input methods for Chinese and Japanese type, with their usual forms."""
_MOST_NAMED = 4
"""How many candidates an error names."""

_WITH_VOLUME = re.compile(r"(?P<volume_word>\D*)(?P<volume>\d{1,9})(?P<point_word>\D+)(?P<point>\d{1,9})")
_NUMBER = re.compile(r"(?P<word>\D*)(?P<number>\d{1,9})")


class UnknownPoint(ValueError):
    """Raised for a text that is no point of the timeline, or several. The message names only what is public."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A volume and a point in it: "s3e5" is ("s", 3, "e", 5). A word is "" where only a separator is typed."""

    volume_word: str
    volume: int
    point_word: str
    point: int

    def means(self, name: _Spelling) -> bool:
        """Whether the numbers are those of a name, and the words abbreviate its words or the other way round."""
        return (self.volume, self.point) == (name.volume, name.point) and all(
            typed in ("", *_TIMES) or own in ("", *_TIMES) or _abbreviates(typed, own) or _abbreviates(own, typed)
            for typed, own in ((self.volume_word, name.volume_word), (self.point_word, name.point_word))
        )


def find_point(timeline: Timeline, typed: str) -> Position:
    """The position that a user types. Raises `UnknownPoint` if nothing or more than one point is meant."""
    found = point_readings(timeline, typed)
    if len(found) == 1:
        return found[0]
    wanted = typed.strip()
    if not timeline.points:
        raise UnknownPoint(f"no point {wanted!r}, because this guide has no timeline; leave the point out")
    if found:
        raise UnknownPoint(f"{wanted!r} can be several points: {_candidates(timeline, found)}; use one of them")
    example = (
        f"a point {f'from {timeline.short(1)} to' if timeline.volumes else 'id such as'} {example_of_point(timeline)}"
    )
    raise UnknownPoint(f"no point {wanted!r}; use start, end, a number from 0 to {len(timeline)}, or {example}")


def example_of_point(timeline: Timeline) -> str:
    """A spelling of a point of a timeline, and what it means: "S3 E10 (Season 3, episode 10)"."""
    position = len(timeline) if timeline.volumes else 1
    spelling = timeline.short(position) if timeline.volumes else timeline.points[0].id
    return f"{spelling} ({timeline.untitled(position)})"


def may_become_point(timeline: Timeline, typed: str) -> bool:
    """Whether a text is the beginning of a spelling, such as "season 3 ep"."""
    words = (START, END, *(point.id for point in timeline.points))
    begins_word = any(word.casefold().startswith(typed.strip().casefold()) for word in words)
    return begins_word or bool(point_readings(timeline, f"{typed}1"))


def point_readings(timeline: Timeline, typed: str) -> tuple[Position, ...]:
    """All positions that a text can mean, in order: one if it is clear, none if there is no such point."""
    wanted = typed.strip()
    exact = timeline.position(wanted)
    if exact is not None:
        return (exact,)
    wanted = _halfwidth(wanted)
    ids = [(START, 0), (END, len(timeline)), *((point.id, at) for at, point in enumerate(timeline.points, 1))]
    return (
        _sorted(at for id, at in ids if id.casefold() == wanted.casefold())
        or spelled_with_volume(timeline, wanted)
        or _sorted(_numbered(timeline, wanted.casefold()))
    )


def spelled_with_volume(timeline: Timeline, typed: str) -> tuple[Position, ...]:
    """All positions that a text means as a spelling with a volume. A volume alone means each of its points."""
    wanted = _halfwidth(typed)
    spelling = _spelling(wanted)
    if spelling:
        return _sorted(at for at in range(1, len(timeline) + 1) if any(map(spelling.means, _names(timeline, at))))
    volumes = [volume for volume in timeline.volumes if _is_volume(timeline, volume, wanted.casefold())]
    return tuple(position for volume in volumes for position in range(volume.first, volume.last + 1))


def has_volume(typed: str) -> bool:
    """Whether a text has the form of a volume and a point in it, such as "s3e5", even if there is no such point."""
    return _spelling(_halfwidth(typed)) is not None


def named_volume(timeline: Timeline, typed: str) -> Volume | None:
    """The volume that a text means as a whole, such as "s3"; None if it can mean anything else."""
    readings = point_readings(timeline, typed)
    volume = timeline.volume_of(readings[0]) if len(readings) > 1 else None
    return volume if volume and readings == tuple(range(volume.first, volume.last + 1)) else None


def _names(timeline: Timeline, position: Position) -> Iterator[_Spelling]:
    """The names of a point that contain a volume: that of its volume, and its id if that is of this form."""
    volume = timeline.volume_of(position)
    if volume:
        number = position - volume.first + 1
        yield _Spelling(timeline.volume_unit.casefold(), volume.number, volume.unit.casefold(), number)
    in_id = _spelling(timeline.points[position - 1].id)
    if in_id:
        yield in_id


def _halfwidth(typed: str) -> str:
    """A text without spaces around it, and with usual letters and digits for fullwidth ones: "s2e3" for "ｓ２ｅ３"."""
    return typed.translate(_HALFWIDTH).strip()


def _spelling(text: str) -> _Spelling | None:
    """A text as volume and point. Two numbers without words count only as in "3.5"."""
    match = _WITH_VOLUME.fullmatch(text.casefold())
    if match is None:
        return None
    volume_word, point_word = (match[group].strip(_SEPARATORS) for group in ("volume_word", "point_word"))
    if not volume_word and (match["volume_word"] or not (point_word or match["point_word"].strip() == ".")):
        return None
    return _Spelling(volume_word, int(match["volume"]), point_word, int(match["point"]))


def _numbered(timeline: Timeline, wanted: str) -> Iterator[Position]:
    """The positions that a number means: a number of points, or with the word for a point, one in each volume."""
    match = _NUMBER.fullmatch(wanted)
    if match is None:
        return
    number, word = int(match["number"]), match["word"].strip(_SEPARATORS)
    if not match["word"]:
        if number <= len(timeline):
            yield number
    elif word and not timeline.volumes:
        if _abbreviates(word, timeline.unit.casefold()) and 1 <= number <= len(timeline):
            yield number
    elif word:
        for volume in timeline.volumes:
            if _abbreviates(word, volume.unit.casefold()) and 1 <= number <= volume.last - volume.first + 1:
                yield volume.first + number - 1


def _is_volume(timeline: Timeline, volume: Volume, wanted: str) -> bool:
    match = _NUMBER.fullmatch(wanted)
    word = match["word"].strip(_SEPARATORS) if match else ""
    is_number = bool(match and word and int(match["number"]) == volume.number)
    return wanted == volume.id.casefold() or (is_number and _abbreviates(word, timeline.volume_unit.casefold()))


def _abbreviates(typed: str, word: str) -> bool:
    return word.startswith(typed) or typed == f"{word}s"


def _sorted(positions: Iterator[Position]) -> tuple[Position, ...]:
    return tuple(sorted(set(positions)))


def _candidates(timeline: Timeline, positions: tuple[Position, ...]) -> str:
    """The positions in words without spoilers: each with its id, or the first and the last of many."""

    def named(position: Position) -> str:
        return f"{timeline.untitled(position)} ({timeline.points[position - 1].id})" if position else START

    if len(positions) > _MOST_NAMED:
        return f"{named(positions[0])} to {named(positions[-1])}"
    return ", ".join(map(named, positions))
