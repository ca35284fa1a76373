"""Guides generated from the records of the format: new fields are included without a change here.

A path locates a value by its keys: `characters/about/text`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pytest
import yaml

from aotad_tui.library.format import CHARACTERS, FRONT_MATTER, GUIDE, PART, RELATIONSHIPS, SOURCES, TERMS
from aotad_tui.library.records import Record
from aotad_tui.library.references import Stamp
from aotad_tui.library.shapes import (
    Boolean,
    Choice,
    Integer,
    ListOf,
    MapOf,
    Name,
    PlacedText,
    Shape,
    ShortOr,
    Staged,
    Text,
)

T = TypeVar("T")
Entry = dict[str, Any]

LENGTH = 4
POINTS = [str(number) for number in range(1, LENGTH + 1)]
ORDER = ["start", *POINTS, "end"]
SECTIONS = ("10-a.md", "20-part/10-b.md")
PART_FILE = "20-part/_part.yaml"
IDS = {
    "characters": ("ann", "bob", "cat", "dan"),
    "terms": ("isle", "key"),
    "groups": ("crew", "court"),
    "kinds": ("hunts", "love"),
    "states": ("turned", "missing", "alive", "announced"),
    "sources": ("book", "film"),
}
"""The ids defined in each map of the format. `love`, `missing`, `alive` and `announced` replace built-in ones."""
BUILT_IN = {"kinds": ("killed",), "states": ("dead",)}
"""Other ids that entries can refer to."""
EVENTS = ("crash", "trial")
"""The ids that nothing defines: those of events."""
ADDRESSES = {"sources/url", "guide/homepage"}
FORCED = {
    **{f"guide/{key}": True for key in ("timeline", *IDS) if key in GUIDE.fields},
    "guide/timeline/volumes/points": True,
    "guide/timeline/volumes/count": False,
    "guide/timeline/volumes/titles": False,
}
"""Fields that always exist, since something refers to them, or never: a volume has either points or a count."""
MADE_WITH_THEIR_LIST = {f"guide/timeline/{key}/id" for key in ("points", "volumes", "volumes/points")}
TIMELINES = {"points": ["points"], "count": ["count", "titles"], "volumes": ["volume", "volumes"]}
"""The forms of a timeline, each with the fields that only it has."""

FORMS = pytest.mark.parametrize(
    ("short", "timeline"),
    [(False, "points"), (True, "count"), (False, "volumes")],
    ids=["long forms", "short forms", "volumes"],
)
"""The forms of `FullGuide`, which together have every field of the format."""


def dumped(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


class GuideMaker(ABC):
    """Generates the files of a guide. Subclasses decide everything that the format leaves open."""

    def __init__(self, people: Sequence[str] = IDS["characters"]) -> None:
        self._people = people
        self._timeline = "points"
        self.index = 0
        """The index of the current item of a list or map."""

    @abstractmethod
    def text(self, path: str, /) -> str: ...

    @abstractmethod
    def stamp(self, path: str, /) -> str | None:
        """A point; None for no stamp."""

    @abstractmethod
    def pick(self, path: str, options: Sequence[T], /) -> T: ...

    @abstractmethod
    def number(self, least: int, most: int) -> int: ...

    @abstractmethod
    def count(self) -> int:
        """The number of items of a list."""

    @abstractmethod
    def has(self, path: str, /) -> bool:
        """Whether an entry has an optional field."""

    @abstractmethod
    def is_short(self) -> bool:
        """Whether a value has its short form: only the text."""

    @abstractmethod
    def body(self) -> str:
        """The text of a section below its front matter."""

    def files(self) -> dict[str, str]:
        self._timeline = self.pick("guide/timeline", tuple(TIMELINES))
        files = {
            "guide.yaml": dumped(self._make(GUIDE, "guide")),
            "characters.yaml": dumped(
                self._file_stamp("characters") | self._without_cycles(self._make(CHARACTERS, "characters"))
            ),
            "terms.yaml": dumped(self._make(TERMS, "terms")),
            "sources.yaml": dumped(self._make(SOURCES, "sources")),
        }
        if len(self._people) > 1:
            relationships, stamp = self._make(RELATIONSHIPS, "relationships"), self._file_stamp("relationships")
            files["relationships.yaml"] = dumped(stamp | {"relationships": relationships} if stamp else relationships)
        files[f"sections/{PART_FILE}"] = dumped(self._make(PART, "part"))
        for number, file in enumerate(SECTIONS):
            self.index = number
            files[f"sections/{file}"] = f"---\n{dumped(self._make(FRONT_MATTER, 'section'))}---\n{self.body()}\n"
        return files

    def _file_stamp(self, file: str) -> Entry:
        """The `since` of the entries of a file without one, if it has one."""
        stamp = self.stamp(f"{file}.yaml/since")
        return {"since": stamp} if stamp else {}

    def _ids(self, key: str) -> Sequence[str]:
        assert key in IDS, f"tests/library/guide_maker.py has no ids for the map '{key}': add some to IDS"
        return self._people if key == "characters" else IDS[key]

    def _make(self, shape: Shape[Any], path: str, refers: str | None = None) -> Any:
        match shape:
            case Stamp():
                return self.stamp(path)
            case Text() | Name() if refers:
                return self.pick(path, [*self._ids(refers), *BUILT_IN.get(refers, ())])
            case Name():
                return self.pick(path, EVENTS)
            case Text() | PlacedText():
                return f"https://example.org/{self.text(path)}" if path in ADDRESSES else self.text(path)
            case Integer() if path == "guide/timeline/count":
                return LENGTH
            case Integer():
                return self.number(shape.least, shape.most)
            case Boolean():
                return self.pick(path, (True, False))
            case Choice():
                return self.pick(path, shape.words)
            case ListOf() if path == "guide/timeline/points":
                return [self._make(shape.item, path) | {"id": id} for id in POINTS]
            case ListOf() if path == "guide/timeline/volumes":
                return [self._item(number, shape.item, path) | {"id": f"v{number}"} for number in range(2)]
            case ListOf() if path == "guide/timeline/volumes/points":
                points = POINTS[self.index * 2 : self.index * 2 + 2]
                return [self._make(shape.item, path) | {"id": id} for id in points]
            case MapOf() if path == "guide/timeline/titles":
                return {number: self._make(shape.item, path) for number in POINTS if self.has(path)}
            case ListOf():
                items = (self._item(number, shape.item, path, refers) for number in range(self.count()))
                return [item for item in items if item is not None]
            case MapOf():
                ids = self._ids(path.rpartition("/")[2])
                return {id: self._item(number, shape.item, path) for number, id in enumerate(ids)}
            case ShortOr():
                return self._make(Text() if self.is_short() else shape.record, path, refers)
            case Staged() if self.is_short():
                return self._make(Text(), path, refers)
            case Staged():
                return self._make(shape.versions, path, refers) or [self._item(0, shape.versions.item, path, refers)]
            case Record():
                return self._entry(shape, path, refers)
        raise AssertionError(f"tests/library/guide_maker.py does not know the shape {type(shape).__name__}: add it")

    def _item(self, number: int, shape: Shape[Any], path: str, refers: str | None = None) -> Any:
        outer, self.index = self.index, number
        made = self._make(shape, path, refers)
        self.index = outer
        return made

    def _entry(self, record: Record[Any], path: str, refers: str | None) -> Entry | None:
        entry: Entry = {}
        for key, field in record.fields.items():
            there = f"{path}/{key}"
            if there not in MADE_WITH_THEIR_LIST and (field.is_required or self._is_wanted(there)):
                entry[key] = self._make(field.shape, there, field.refers or (refers if key == "text" else None))
        entry = {key: value for key, value in entry.items() if value not in (None, [])}
        return self._in_order(entry) if path == "relationships" else entry

    def _is_wanted(self, path: str) -> bool:
        forms = [form for form, keys in TIMELINES.items() for key in keys if path == f"guide/timeline/{key}"]
        return self._timeline in forms if forms else FORCED.get(path, self.has(path))

    def _in_order(self, relationship: Entry) -> Entry:
        """The relationship with two different people, `until` not before `since`, and `ended` only with `until`."""
        if relationship["from"] == relationship["to"]:
            people = [*self._people, *self._people]
            relationship["to"] = people[people.index(relationship["from"]) + 1]
        since, until = (relationship.get(key, "end") for key in ("since", "until"))
        if ORDER.index(until) < ORDER.index(since):
            del relationship["until"]
        if "until" not in relationship:
            relationship.pop("ended", None)
        return relationship

    def _without_cycles(self, characters: Entry) -> Entry:
        """The characters, each of which becomes only a later one."""
        for number, character in enumerate(characters.values()):
            if character.get("becomes", {}).get("character") in self._people[: number + 1]:
                del character["becomes"]
        return characters


class FullGuide(GuideMaker):
    """A guide with every field of the format. Each list has an item for each of `stamps`; `text` returns each text.

    `short`: every value that has a short form is in it. `timeline`: its form, see `TIMELINES`.
    """

    def __init__(
        self,
        text: Callable[[str], str],
        stamps: Sequence[str] = ("start",),
        *,
        short: bool = False,
        timeline: str = "points",
    ) -> None:
        super().__init__()
        self._form = timeline
        self._text = text
        self._stamps = stamps
        self._short = short

    def text(self, path: str) -> str:
        return self._text(path)

    def stamp(self, path: str) -> str:
        is_last = path in ("characters/becomes/since", "characters/met", "relationships/until")
        return self._stamps[-1 if is_last else self.index % len(self._stamps)]

    def pick(self, path: str, options: Sequence[T]) -> T:
        if path == "guide/timeline":
            return next(option for option in options if option == self._form)
        return options[-1 if path == "characters/becomes/character" else self.index % len(options)]

    def number(self, least: int, most: int) -> int:
        return min(least + self.index, most)

    def count(self) -> int:
        return len(self._stamps)

    def has(self, path: str) -> bool:
        return path != "characters/becomes" or self.index == 0

    def is_short(self) -> bool:
        return self._short

    def body(self) -> str:
        return "\n\n".join(f"> [!spoiler] {stamp}\n> In the text, at {stamp}." for stamp in self._stamps)
