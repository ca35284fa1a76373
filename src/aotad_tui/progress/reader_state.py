"""The stored state of one reader in one guide: progress, locations, bookmarks, as typed records over a plain store.

A guide is identified by its title, unit and first point, not by its folder, since guides move and grow. Records may
know more than the reader may see now, so none is shown unchecked: locations pass through `Session`, and bookmarks that
were set at a later point are hidden.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from aotad_tui.cleaning import clean_line
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position, Timeline

from .bookmarks import Bookmark, bookmark_record, read_bookmark
from .session import RESTORE, Location, Session
from .store import Namespace, Store
from .text_anchor import TextAnchor, read_text_anchor

_RUNS = 8
"""The number of runs that are remembered."""
_RECENT = 20
"""The number of guides that are remembered."""


@dataclass(frozen=True, slots=True)
class RecentGuide:
    """A guide that was open before, and its folder."""

    title: str
    folder: Path


def guide_key(story: Story) -> str:
    """The identity of a guide, the same for the whole story and for every visible part of it."""
    timeline = story.timeline
    first = timeline.points[0].id if timeline else ""
    return "\n".join((story.title.casefold(), timeline.unit.casefold(), first))


class ReaderState:
    """Reads and writes the records of one reader profile and one guide. Never raises; see `Store` for failures."""

    def __init__(self, store: Store, story: Story, viewer: str = "") -> None:
        self.store = store
        self.viewer = viewer
        self._guide = guide_key(story)
        self._timeline = story.timeline
        self._run = os.urandom(8).hex()
        self._written: dict[tuple[str, str], object] = {}

    @staticmethod
    def in_memory(story: Story) -> ReaderState:
        """A state that is never written to disk."""
        return ReaderState(Store(None), story)

    def follow(self, story: Story) -> None:
        """Use the points of the guide as it is now. The records stay those of the guide that was opened."""
        self._timeline = story.timeline

    def records(self, kind: str) -> dict[str, object]:
        """The records of a kind by key, the newest last; unreadable ones are left out."""
        return {
            key: value
            for key, text in self.store.all(self._namespace(kind)).items()
            if (value := _read(text)) is not None
        }

    def record(self, kind: str, key: str) -> object:
        """One record, or None."""
        return _read(self.store.get(self._namespace(kind), key) or "null")

    def save(self, kind: str, key: str, value: object) -> None:
        """Store a value that JSON can express; None removes the record."""
        self.store.put(self._namespace(kind), key, None if value is None else json.dumps(value))

    def save_if_changed(self, kind: str, key: str, value: object) -> None:
        """Store a value unless it equals the last one that was stored."""
        if self._written.get((kind, key)) != value:
            self._written[kind, key] = value
            self.save(kind, key, value)

    def _namespace(self, kind: str) -> Namespace:
        return Namespace(self.viewer, self._guide, kind)

    # Progress

    def seen(self, timeline: Timeline) -> Position | None:
        """The reader's progress; None when it was never set, or when its point is gone."""
        return self._point(timeline, "seen")

    def save_seen(self, timeline: Timeline, seen: Position) -> None:
        """Store the reader's progress by the id of the point, so that points inserted later do not matter."""
        self._save_point(timeline, "seen", seen)

    def seen_before(self, timeline: Timeline) -> Position | None:
        """The reader's progress before it was last raised; None when it never was."""
        return self._point(timeline, "before")

    def save_seen_before(self, timeline: Timeline, seen: Position) -> None:
        """Store the progress before it is raised."""
        self._save_point(timeline, "before", seen)

    def _point(self, timeline: Timeline, key: str) -> Position | None:
        point = self.record("progress", key)
        return timeline.position(point) if isinstance(point, str) else None

    def _save_point(self, timeline: Timeline, key: str, position: Position) -> None:
        self.save("progress", key, timeline.points[position - 1].id if position else "start")

    # Locations

    def text_anchor(self, section: str) -> TextAnchor | None:
        """The reader's last position in a section."""
        return read_text_anchor(self.record("spot", section))

    def save_text_anchor(self, section: str, text_anchor: TextAnchor) -> None:
        """Store the reader's position in a section."""
        self.save_if_changed("spot", section, asdict(text_anchor))

    def begin(self, whole: Story, seen: Position, section: str | None = None, *, one_script: bool = False) -> Session:
        """The session of the last run, limited to what is visible at `seen`; at `section` if one is given."""
        session = Session.begin(whole, seen, section, one_script=one_script)
        runs = list(self.records("sitting").values())
        last = runs[-1] if runs else None
        if not isinstance(last, dict):
            return session.with_history((), (), self.read)
        past, future = _locations(last.get("past")), _locations(last.get("future"))
        here = _locations([last.get("here")])
        return session.with_history(past, future, self.read, here[0] if here and section is None else None)

    def save_session(self, session: Session) -> None:
        """Store the location and the history of this run; the oldest runs are removed."""
        history = {
            "here": _location_record(session.place),
            "past": [_location_record(place) for place in session.past],
            "future": [_location_record(place) for place in session.future],
        }
        is_first = ("sitting", self._run) not in self._written
        self.save_if_changed("sitting", self._run, history)
        if is_first:
            for old in list(self.records("sitting"))[:-_RUNS]:
                self.save("sitting", old, None)

    # Read marks

    @property
    def read(self) -> frozenset[str]:
        """The ids of the sections that are marked as read."""
        return frozenset(self.records("read"))

    def save_read(self, sections: Iterable[str], *, read: bool = True) -> None:
        """Mark sections as read, or as unread."""
        for section in sections:
            self.save("read", section, True if read else None)

    # Bookmarks

    def bookmarks(self, seen: Position) -> tuple[Bookmark, ...]:
        """Bookmarks, highlights and notes in the order in which they were set, without those set later than `seen`."""
        records = sorted(self.records("bookmark").items())
        bookmarks = (read_bookmark(id, value, self._timeline) for id, value in records)
        return tuple(bookmark for bookmark in bookmarks if bookmark and bookmark.seen <= seen)

    def save_bookmark(self, bookmark: Bookmark) -> None:
        """Store a bookmark, or its new note."""
        self.save("bookmark", bookmark.id, bookmark_record(bookmark, self._timeline))

    def remove_bookmark(self, id: str) -> None:
        """Remove a bookmark."""
        self.save("bookmark", id, None)

    # Folds of the people pane, and guides

    def folds(self) -> dict[str, set[str]]:
        """The toggled folds of the people pane, by person."""
        return {person: _texts(folds) for person, folds in self.records("folds").items()}

    def save_folds(self, person: str, folds: Collection[str]) -> None:
        """Store the toggled folds of a person."""
        self.save("folds", person, sorted(folds) or None)

    @property
    def toured(self) -> bool:
        """Whether this reader profile has seen the tour, in any guide."""
        return self.store.get(Namespace(self.viewer, "", "told"), "tour") is not None

    def save_toured(self) -> None:
        """Store that the tour was shown."""
        self.store.put(Namespace(self.viewer, "", "told"), "tour", "true")

    def save_guide(self, title: str, folder: Path) -> None:
        """Store this guide as the most recent one."""
        # In ASCII, since the name of a folder need not be UTF-8: Python reads its bytes as lone surrogates.
        record = json.dumps({"title": title, "folder": str(folder.absolute())})
        guides = Namespace(self.viewer, "", "guide")
        self.store.put(guides, self._guide, record)
        for old in list(self.store.all(guides))[:-_RECENT]:
            self.store.put(guides, old, None)

    def recent_guides(self) -> tuple[RecentGuide, ...]:
        """The guides that were open before, the most recent one first, without this one."""
        return recent_guides(self.store, self.viewer, without=self._guide)


def recent_guides(store: Store, viewer: str, without: str = "") -> tuple[RecentGuide, ...]:
    """The guides that a reader profile has opened, the most recent one first, without the one with a key."""
    guides = {key: _read(text) for key, text in store.all(Namespace(viewer, "", "guide")).items()}
    return tuple(
        RecentGuide(clean_line(value["title"]), Path(value["folder"]))
        for key, value in reversed(guides.items())
        if key != without
        and isinstance(value, dict)
        and isinstance(value.get("title"), str)
        and isinstance(value.get("folder"), str)
    )


def new_id() -> str:
    """A new id of a bookmark, unique among all running programs. Ids sort by time."""
    return f"{time.time_ns():020}-{os.urandom(4).hex()}"


# The file may contain anything, so every value is checked, and texts that are shown are cleaned.


def _read(text: str) -> object:
    try:
        value: object = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return value


def _refuse(name: str) -> object:
    """Refuse NaN and infinities, which are no JSON and in no order with other numbers."""
    raise ValueError(name)


def _texts(value: object) -> set[str]:
    return {text for text in value if isinstance(text, str)} if isinstance(value, list) else set()


def _location_record(place: Location) -> dict[str, str | None]:
    return {"section": place.section, "person": place.person}


def _locations(value: object) -> tuple[Location, ...]:
    """Locations of an earlier run; the position in a section is looked up when the reader goes there."""
    if not isinstance(value, list):
        return ()
    return tuple(
        Location(section, RESTORE, person if isinstance(person, str) else None)
        for record in value
        if isinstance(record, dict)
        and isinstance(section := record.get("section"), str)
        and (isinstance(person := record.get("person"), str) or person is None)
    )
