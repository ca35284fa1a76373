"""What one viewer's journey through one guide leaves behind, typed, over the plain facts of a store.

A guide is known by what it is, not where it lies: title, unit and first point, which stay when it grows. Facts may
speak of what is later than the point a reader has gone back to, so nothing here is shown as it is: places go through
`Session`, and bookmarks made further on are not given out.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position, Timeline

from .session import LEFT, Location, Session
from .store import Namespace, Store
from .text_anchor import TextAnchor

_SITTINGS = 8
_RECENT = 20


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A spot in a section, what the reader wrote about it, and how much they had seen then."""

    id: str
    section: str
    text_anchor: TextAnchor
    note: str
    seen: Position


@dataclass(frozen=True, slots=True)
class RecentGuide:
    """A guide that was open before, and where it was."""

    title: str
    folder: Path


def guide_key(story: Story) -> str:
    """What a guide is known by; the same for a story and for every gated one of it."""
    timeline = story.timeline
    first = timeline.points[0].id if timeline else ""
    return "\n".join((story.title.casefold(), timeline.unit.casefold(), first))


class ReaderState:
    """Reads and writes what belongs to one viewer and one guide. Never raises; see `Store` on what cannot be kept."""

    def __init__(self, store: Store, story: Story, viewer: str = "") -> None:
        self.store = store
        self.viewer = viewer
        self._guide = guide_key(story)
        self._reader_context = os.urandom(8).hex()
        self._written: dict[tuple[str, str], object] = {}

    @staticmethod
    def forgetful(story: Story) -> ReaderState:
        """A journal that keeps nothing beyond this run."""
        return ReaderState(Store(None), story)

    def kept(self, kind: str) -> dict[str, object]:
        """What was kept of a kind, by key, newest last; what cannot be read is left out."""
        return {
            key: value for key, text in self.store.all(self._shelf(kind)).items() if (value := _read(text)) is not None
        }

    def one(self, kind: str, key: str) -> object:
        """One thing that was kept, or None."""
        return _read(self.store.get(self._shelf(kind), key) or "null")

    def keep(self, kind: str, key: str, value: object) -> None:
        """Keeps what JSON can say; None takes it away."""
        self.store.put(self._shelf(kind), key, None if value is None else json.dumps(value, ensure_ascii=False))

    def keep_if_new(self, kind: str, key: str, value: object) -> None:
        """Keeps what is told again and again, whether it has changed or not."""
        if self._written.get((kind, key)) != value:
            self._written[kind, key] = value
            self.keep(kind, key, value)

    def _shelf(self, kind: str) -> Namespace:
        return Namespace(self.viewer, self._guide, kind)

    # How far

    def seen(self, timeline: Timeline) -> Position | None:
        """What the reader said last; None when they were never asked, or named a point that is there no more."""
        return self._point(timeline, "seen")

    def keep_seen(self, timeline: Timeline, seen: Position) -> None:
        """Keeps how far the reader is, by the point's id, so that points which come in between do not matter."""
        self._keep_point(timeline, "seen", seen)

    def seen_before(self, timeline: Timeline) -> Position | None:
        """How far the reader was before the last step on; None when there was none."""
        return self._point(timeline, "before")

    def keep_seen_before(self, timeline: Timeline, seen: Position) -> None:
        """Keeps where a step on began."""
        self._keep_point(timeline, "before", seen)

    def _point(self, timeline: Timeline, key: str) -> Position | None:
        said = self.one("progress", key)
        return timeline.position(said) if isinstance(said, str) else None

    def _keep_point(self, timeline: Timeline, key: str, position: Position) -> None:
        self.keep("progress", key, timeline.points[position - 1].id if position else "start")

    # Where

    def text_anchor(self, section: str) -> TextAnchor | None:
        """Where the reader was in a section."""
        return _text_anchor(self.one("spot", section))

    def keep_spot(self, section: str, text_anchor: TextAnchor) -> None:
        """Keeps where the reader is in a section."""
        self.keep_if_new("spot", section, asdict(text_anchor))

    def begin(self, whole: Story, seen: Position, section: str | None = None, *, one_script: bool = False) -> Session:
        """The session as it was left, held to `seen`; at `section` where one is named."""
        session = Session.begin(whole, seen, section, one_script=one_script)
        sittings = list(self.kept("sitting").values())
        last = sittings[-1] if sittings else None
        if not isinstance(last, dict):
            return session.with_history((), (), self.read)
        past, future = _places(last.get("past")), _places(last.get("future"))
        here = _places([last.get("here")])
        return session.with_history(past, future, self.read, here[0] if here and section is None else None)

    def keep_session(self, session: Session) -> None:
        """Keeps where the reader is and was in this sitting; the oldest sittings are forgotten."""
        told = {
            "here": _place_told(session.place),
            "past": [_place_told(place) for place in session.past],
            "future": [_place_told(place) for place in session.future],
        }
        first = ("sitting", self._reader_context) not in self._written
        self.keep_if_new("sitting", self._reader_context, told)
        if first:
            for old in list(self.kept("sitting"))[:-_SITTINGS]:
                self.keep("sitting", old, None)

    # What was read

    @property
    def read(self) -> frozenset[str]:
        """The ids of the sections that are marked as read."""
        return frozenset(self.kept("read"))

    def keep_read(self, sections: Iterable[str], *, read: bool = True) -> None:
        """Marks sections as read, or as unread."""
        for section in sections:
            self.keep("read", section, True if read else None)

    # Bookmarks

    def bookmarks(self, seen: Position) -> tuple[Bookmark, ...]:
        """The bookmarks in the order in which they were set, without those that were set further on than `seen`."""
        found = (_bookmark(id, value) for id, value in sorted(self.kept("bookmark").items()))
        return tuple(bookmark for bookmark in found if bookmark and bookmark.seen <= seen)

    def keep_bookmark(self, bookmark: Bookmark) -> None:
        """Keeps a bookmark, or its new note."""
        told = {
            "section": bookmark.section,
            "spot": asdict(bookmark.text_anchor),
            "note": bookmark.note,
            "seen": bookmark.seen,
        }
        self.keep("bookmark", bookmark.id, told)

    def remove_bookmark(self, id: str) -> None:
        """Takes a bookmark away."""
        self.keep("bookmark", id, None)

    # Folds of the panel, and guides

    def folds(self) -> dict[str, set[str]]:
        """The folds that are open in the panel, by person."""
        kept = self.kept("folds")
        return {person: _texts(folds) for person, folds in kept.items()}

    def keep_folds(self, person: str, folds: Collection[str]) -> None:
        """Keeps which folds are open for a person."""
        self.keep("folds", person, sorted(folds) or None)

    @property
    def toured(self) -> bool:
        """Whether the viewer was shown the tour, whatever the guide was."""
        return self.store.get(Namespace(self.viewer, "", "told"), "tour") is not None

    def keep_toured(self) -> None:
        """Keeps that the tour was shown."""
        self.store.put(Namespace(self.viewer, "", "told"), "tour", "true")

    def keep_guide(self, title: str, folder: Path) -> None:
        """Puts the guide at the head of those that were open."""
        told = json.dumps({"title": title, "folder": str(folder.absolute())}, ensure_ascii=False)
        shelf = Namespace(self.viewer, "", "guide")
        self.store.put(shelf, self._guide, told)
        for old in list(self.store.all(shelf))[:-_RECENT]:
            self.store.put(shelf, old, None)

    def recent_guides(self) -> tuple[RecentGuide, ...]:
        """The guides that were open, the last one first, this one left out."""
        told = {key: _read(text) for key, text in self.store.all(Namespace(self.viewer, "", "guide")).items()}
        return tuple(
            RecentGuide(value["title"], Path(value["folder"]))
            for key, value in reversed(told.items())
            if key != self._guide
            and isinstance(value, dict)
            and isinstance(value.get("title"), str)
            and isinstance(value.get("folder"), str)
        )


def new_id() -> str:
    """An id that no other bookmark has, also not one that another reader is setting; ids stand in the order of time."""
    return f"{time.time_ns():020}-{os.urandom(4).hex()}"


# A file may say anything, so every value is looked at before it is believed.


def _read(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _texts(value: object) -> set[str]:
    return {text for text in value if isinstance(text, str)} if isinstance(value, list) else set()


def _text_anchor(value: object) -> TextAnchor | None:
    if not isinstance(value, dict):
        return None
    heading, quote, fraction = value.get("heading"), value.get("quote"), value.get("fraction")
    if not (isinstance(heading, str) and isinstance(quote, str) and isinstance(fraction, float | int)):
        return None
    blank = value.get("blank")
    return TextAnchor(
        heading,
        quote,
        min(max(float(fraction), 0.0), 1.0),
        blank if isinstance(blank, int) else 0,
        value.get("below_gap") is True,
    )


def _bookmark(id: str, value: object) -> Bookmark | None:
    if not isinstance(value, dict):
        return None
    section, note, seen = value.get("section"), value.get("note"), value.get("seen")
    text_anchor = _text_anchor(value.get("spot"))
    if not (isinstance(section, str) and isinstance(note, str) and isinstance(seen, int) and text_anchor):
        return None
    return Bookmark(id, section, text_anchor, note, seen)


def _place_told(place: Location) -> dict[str, str | None]:
    return {"section": place.section, "person": place.person}


def _places(value: object) -> tuple[Location, ...]:
    """Places of an earlier sitting; where in the section is looked up when one gets there."""
    if not isinstance(value, list):
        return ()
    return tuple(
        Location(section, LEFT, person if isinstance(person, str) else None)
        for one in value
        if isinstance(one, dict)
        and isinstance(section := one.get("section"), str)
        and (isinstance(person := one.get("person"), str) or person is None)
    )
