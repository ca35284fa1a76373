"""Bookmarks, highlights and notes of a reader, as stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from aotad_tui.cleaning import single_line
from aotad_tui.story.timeline import START, Position, Timeline

from .text_anchor import TextAnchor, read_text_anchor


@dataclass(frozen=True, slots=True)
class TextExtent:
    """How far a marked text goes: the number of its letters and digits, its first ones and its last ones."""

    letters: int
    begin: str
    end: str


class BookmarkKind(StrEnum):
    """What a reader sees a bookmark as."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in a section, a marked text in it, or a person; and the reader's note.

    `note`: the name of a place, or the note on a text or a person. `seen`: the reader's progress when it was set or
    edited. `extent`: the marked text, which begins at the text anchor; None without one. `person`: an id, or None.
    """

    id: str
    section: str
    text_anchor: TextAnchor
    note: str
    seen: Position
    extent: TextExtent | None = None
    person: str | None = None

    @property
    def kind(self) -> BookmarkKind:
        """A note where there are words on a text or a person, a highlight for a text without, else a bookmark."""
        if self.person or (self.extent and self.note):
            return BookmarkKind.NOTE
        return BookmarkKind.HIGHLIGHT if self.extent else BookmarkKind.BOOKMARK


def note_on_person(id: str, person: str, note: str, seen: Position) -> Bookmark:
    """A note on a person."""
    return Bookmark(id, "", TextAnchor(), note, seen, person=person)


def bookmark_record(bookmark: Bookmark, timeline: Timeline) -> dict[str, object]:
    """The record of a bookmark, without its id. The id of its point is stored, since points are inserted later."""
    record: dict[str, object] = {
        "section": bookmark.section,
        "spot": asdict(bookmark.text_anchor),
        "note": bookmark.note,
        "seen": bookmark.seen,
        "point": _point(timeline, bookmark.seen),
    }
    if bookmark.extent:
        record["extent"] = asdict(bookmark.extent)
    if bookmark.person:
        record["person"] = bookmark.person
    return record


def _point(timeline: Timeline, seen: Position) -> str | None:
    if not seen:
        return START
    return timeline.points[seen - 1].id if seen <= len(timeline) else None


def read_bookmark(id: str, value: object, timeline: Timeline) -> Bookmark | None:
    """The bookmark of a record, or None for what is none: the file may contain anything.

    One whose point is gone is hidden until the end. Records without a point are those of older versions.
    """
    if not isinstance(value, dict):
        return None
    section, note, seen, person = (value.get(name) for name in ("section", "note", "seen", "person"))
    text_anchor = read_text_anchor(value.get("spot"))
    if not (isinstance(section, str) and isinstance(note, str) and isinstance(seen, int) and seen >= 0 and text_anchor):
        return None
    point = value.get("point")
    if isinstance(point, str):
        known = timeline.position(point)
        seen = len(timeline) if known is None else known
    known_person = person if isinstance(person, str) and person else None
    return Bookmark(id, section, text_anchor, single_line(note), seen, _read_extent(value.get("extent")), known_person)


def _read_extent(value: object) -> TextExtent | None:
    if not isinstance(value, dict):
        return None
    letters, begin, end = (value.get(name) for name in ("letters", "begin", "end"))
    if not (isinstance(letters, int) and letters > 0 and isinstance(begin, str) and isinstance(end, str)):
        return None
    return TextExtent(letters, begin, end) if begin and end else None
