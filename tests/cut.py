"""Cuts a guide at a point: writes a copy of its folder without anything that is stamped later.

The cutter shares no code with the gate of the program. It deletes from the text of the files by the rules of
docs/guide-format.md, as an author would with an editor: it reads YAML with every scalar as text, and Markdown line by
line. Only the fields and their shapes come from the records of the format, so that the cutter knows new fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from aotad_tui.library.format import CHARACTERS, FRONT_MATTER, GUIDE, PART, RELATIONSHIPS, SOURCES, TERMS
from aotad_tui.library.records import Field, Record
from aotad_tui.library.references import Stamp
from aotad_tui.library.shapes import Boolean, Integer, ListOf, MapOf, Shape, ShortOr, Staged

Entry = dict[str, Any]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_GONE = object()


def cut(guide: Path, seen: int, copy: Path) -> Path:
    """Write to `copy` the part of `guide` that is visible after the first `seen` points."""
    _Cutter(guide, seen).write(copy)
    return copy


def last_point(guide: Path) -> int:
    """The number of points on a guide's timeline."""
    return len(_points(_read(guide / "guide.yaml")))


def _points(guide: Entry) -> list[str]:
    timeline = guide.get("timeline") or {}
    if "volumes" not in timeline:
        return _points_of(timeline, "")
    points: list[str] = []
    for number, volume in enumerate(timeline["volumes"], 1):
        id = volume.get("id") or f"{timeline.get('volume', 'volume')[0].lower()}{number}"
        points += _points_of(volume, id + (volume.get("unit") or timeline.get("unit") or "point")[0].lower())
    return points


def _points_of(timeline: Entry, lead: str) -> list[str]:
    counted = [f"{lead}{number + 1}" for number in range(int(timeline.get("count") or 0))]
    return [point["id"] for point in timeline.get("points") or []] or counted


class _Cutter:
    def __init__(self, guide: Path, seen: int) -> None:
        self._folder = guide
        self._seen = seen
        self._guide = _read(guide / "guide.yaml")
        points = _points(self._guide)
        self._last = len(points)
        self._positions: dict[str, int] = {"start": 0, "end": self._last} | {
            id: number for number, id in enumerate(points, 1)
        }
        self._gone: dict[str, set[str]] = {}
        """By map, such as `sources`, the ids defined in the guide that are not visible yet."""
        sources = guide / "sources.yaml"
        self._sources = _read(sources) if sources.exists() else {}
        self._find_gone("sources", SOURCES, self._sources)
        self._cut_titles(self._guide.get("timeline") or {})
        for key, field in GUIDE.fields.items():
            if isinstance(field.shape, MapOf):
                self._find_gone(key, field.shape, self._guide.get(key) or {})
        for file in self._files("characters"):
            self._find_gone("characters", CHARACTERS, _entries_with_since(_read(file)))

    def _cut_titles(self, timeline: Entry) -> None:
        """Delete the titles of later volumes and of later counted points; a point in `points` has its own stamp."""
        before = 0
        for volume in timeline.get("volumes") or [timeline]:
            if volume is not timeline and before >= self._seen:
                volume.pop("title", None)
            titles = volume.get("titles") or {}
            for number in [number for number in titles if before + int(number) > self._seen]:
                del titles[number]
            before += len(_points_of(volume, ""))

    def _find_gone(self, key: str, shape: MapOf[Any], entries: Mapping[str, Entry]) -> None:
        gone = {id for id, entry in entries.items() if not self._is_known(shape.item, entry)}
        self._gone[key] = self._gone.get(key, set()) | gone

    def _is_known(self, shape: Shape[Any], entry: object) -> bool:
        """Whether an entry's stamp is reached, and a version of each required text that is staged."""
        if isinstance(shape, ShortOr):
            return isinstance(entry, str) or self._is_known(shape.record, entry)
        if not isinstance(shape, Record) or not isinstance(entry, dict):
            return True
        stamp = shape.fields.get("since")
        if stamp and not self._is_reached(stamp, entry.get("since")):
            return False
        staged = [
            (field.shape, entry[key]) for key, field in shape.fields.items() if field.is_required and key in entry
        ]
        return all(
            isinstance(value, str) or any(self._is_known(shape.versions.item, version) for version in value)
            for shape, value in staged
            if isinstance(shape, Staged)
        )

    def _is_reached(self, field: Field, stamp: str | None) -> bool:
        missing = field.shape.missing if isinstance(field.shape, Stamp) else "end"
        return not self._is_later(stamp or missing)

    def _is_later(self, stamp: str) -> bool:
        return self._positions.get(stamp, self._last) > self._seen

    def _files(self, name: str) -> list[Path]:
        single = self._folder / f"{name}.yaml"
        return ([single] if single.exists() else []) + sorted((self._folder / name).rglob("*.yaml"))

    def write(self, copy: Path) -> None:
        _write(copy / "guide.yaml", self._cut(GUIDE, self._guide))
        _write(copy / "sources.yaml", self._cut(SOURCES, self._sources))
        for name, shape in (("characters", CHARACTERS), ("relationships", RELATIONSHIPS), ("terms", TERMS)):
            for file in self._files(name):
                _write(copy / file.relative_to(self._folder), self._cut(shape, _entries_with_since(_read(file))))
        hidden = self._cut_parts(copy)
        for page in sorted((self._folder / "sections").rglob("*.md")):
            if not hidden.isdisjoint(page.parents):
                continue
            text = self._cut_section(page.read_text(encoding="utf-8"))
            if text is not None:
                path = copy / page.relative_to(self._folder)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def _cut(self, shape: Shape[Any], value: Any) -> Any:
        """The visible part of a value of that shape, or `_GONE` if nothing is visible.

        Numbers and booleans get their type back.
        """
        if isinstance(shape, Integer):
            return int(value)
        if isinstance(shape, Boolean):
            return value.lower() == "true"
        if isinstance(value, str):
            return value
        if isinstance(shape, MapOf):
            left = ((id, self._cut(shape.item, entry)) for id, entry in value.items())
            return {id: entry for id, entry in left if entry is not _GONE}
        if isinstance(shape, ListOf):
            return [item for item in (self._cut(shape.item, item) for item in value) if item is not _GONE]
        if isinstance(shape, Staged):
            return self._cut(shape.versions, value)
        return self._cut_record(shape.record if isinstance(shape, ShortOr) else shape, value)

    def _cut_record(self, shape: Shape[Any], entry: Entry) -> Any:
        assert isinstance(shape, Record), f"tests/cut.py does not know the shape {type(shape).__name__}: add it to _cut"
        if not self._is_known(shape, entry):
            return _GONE
        left: Entry = {}
        for key, value in entry.items():
            field = shape.fields.get(key)
            left[key] = value if field is None else self._cut_field(shape, field, key, entry)
            if left[key] is _GONE and field and field.is_required:
                return _GONE
        return {key: value for key, value in left.items() if value is not _GONE and value not in ("", [])}

    def _cut_field(self, record: Record[Any], field: Field, key: str, entry: Entry) -> Any:
        """The value of a field, or `_GONE` if its stamp is not reached or its target is not visible."""
        if isinstance(field.shape, Stamp) and field.shape.may_be_later and not self._is_reached(field, entry[key]):
            return "later"  # without the stamp, they would count as met
        own_stamp = key if isinstance(field.shape, Stamp) else field.since
        if own_stamp != "since" and not self._is_reached(record.fields[own_stamp], entry.get(own_stamp)):
            return _GONE
        left = self._cut(field.shape, entry[key])
        if not field.refers:
            return left
        gone = self._gone.get(field.refers, set())
        if isinstance(left, str):
            return _GONE if left in gone else left
        return [item for item in left if (item if isinstance(item, str) else item.get("text")) not in gone]

    def _cut_parts(self, copy: Path) -> set[Path]:
        """Write the visible `_part.yaml` files, and return the folders of the others, which go with all in them."""
        hidden = set()
        for file in sorted((self._folder / "sections").rglob("_part.yaml")):
            left = self._cut(PART, _read(file))
            if left is _GONE:
                hidden.add(file.parent)
            else:
                _write(copy / file.relative_to(self._folder), left)
        return hidden

    def _cut_section(self, text: str) -> str | None:
        """The page without its later spoilers, or None if the page itself has a later stamp."""
        match = _FRONT_MATTER.match(text)
        front = (yaml.load(match[1], Loader=_Loader) if match else None) or {}
        left = self._cut(FRONT_MATTER, front)
        if left is _GONE:
            return None
        body = text[match.end() :] if match else text
        return f"---\n{_dumped(left)}---\n" + self._cut_spoilers(body)

    def _cut_spoilers(self, body: str) -> str:
        left: list[str | None] = []
        lines = [_Line(line) for line in body.split("\n")]
        number = 0
        fence = ""
        while number < len(lines):
            line = lines[number]
            if line.fence and fence in ("", line.fence):
                fence = "" if fence else line.fence
            if not fence and line.spoiler is not None and self._is_later(line.spoiler):
                first, number = number, _end_of_quote(lines, number)
                if not _move_up(lines, first, number):
                    left.append(None)
            else:
                left.append(line.text)
                number += 1
        return "\n".join(_without_gaps(left))


def _without_gaps(left: list[str | None]) -> list[str]:
    """The lines left of a page. Each None, a deleted quote, goes with the blank lines on the side that has more.

    Of two sides with quotes of different depth around their blank lines the outer one counts. At the top of the page
    those above a quote stay, at its end those below it, and nothing stays of a page without text.
    """
    while None in left:
        first = len(left) - 1 - left[::-1].index(None)
        above, below = first, first + 1
        while above and _is_gap(left[above - 1]):
            above -= 1
        while below < len(left) and _is_gap(left[below]):
            below += 1
        before = [line or "" for line in left[above:first]]
        after = [line or "" for line in left[first + 1 : below]]
        gap = before or after
        if below == len(left):
            gap = after if above else []
        elif not above:
            gap = before
        elif before and after:
            outer = min(before + after, key=lambda line: line.count(">"))
            gap = [outer] * min(len(before), len(after))
        left[above:below] = gap
    return [line for line in left if line is not None]


def _is_gap(line: str | None) -> bool:
    return line is not None and not line.strip("> \t")


class _Line:
    """A line of Markdown: the number of quotes around it, whether it begins an item, and the text after all markers."""

    _MARKER = re.compile(r"[ \t]*(?:(?P<quote>>)[ \t]?|(?P<item>[-*+]|\d{1,9}[.)])(?:[ \t]+|$)|\[\^[^\]]+\]:[ \t]*)")
    _SPOILER = re.compile(r"\[!spoiler\][-+]?[ \t]*(\S*)", re.IGNORECASE)
    _MISSPELT = re.compile(r"\**\[!?(?:spoilr|spoilers|reveal)\]|\*\*\[!spoiler\]", re.IGNORECASE)
    """The misspelt markers of the guides that are cut."""
    _BLOCK = re.compile(r"#{1,6}(?:\s|$)|```|~~~|(?:[-*_][ \t]*){3,}$")

    def __init__(self, text: str) -> None:
        self.text = text
        self.depth = 0
        self.new_item = False
        position = 0
        last = ""
        self.quote = 0
        """The column of the last sign of a quote."""
        self.starts: list[int] = []
        """The columns of the markers of items and notes that begin here."""
        self.items: list[tuple[int, int]] = []
        """For each item or note that begins here: the column of its text, and of the text in its other lines."""
        while marker := self._MARKER.match(text, position):
            last = marker.group().strip()
            self.depth += last == ">"
            self.quote = marker.end() - 1 if last == ">" else self.quote
            self.new_item = last != ">"
            position = marker.end()
            if self.new_item:
                self.starts.append(len(marker.group()) - len(marker.group().lstrip()) + marker.start())
                self.items.append((position, marker.start() + 4 if last.startswith("[^") else position))
        self.words = text[position:].strip()
        mark = self._SPOILER.match(self.words) if last == ">" else None
        self.spoiler = mark[1] if mark else None
        if last == ">" and self._MISSPELT.match(self.words):
            self.spoiler = "end"
        self.fence = self.words[:3] if self.words.startswith(("```", "~~~")) else ""
        self.begins_block = self.new_item or bool(self._BLOCK.match(self.words))


def _end_of_quote(lines: list[_Line], first: int) -> int:
    """The number of the line after the quote that begins at `first`, lazy continuation lines included."""
    depth = lines[first].depth
    number = first + 1
    fenced = False
    while number < len(lines):
        line = lines[number]
        lazy = line.depth < depth and line.words and not line.begins_block and lines[number - 1].words and not fenced
        if (line.depth < depth and not lazy) or any(start < lines[first].quote for start in line.starts):
            break
        fenced ^= bool(line.fence)
        number += 1
    return number


def _move_up(lines: list[_Line], first: int, end: int) -> bool:
    """Move the text after a deleted quote up to the marker of the innermost item or note that it belongs to.

    False if it belongs to none that began with the quote.
    """
    words = next((number for number in range(end, len(lines)) if lines[number].text.strip("> \t")), len(lines))
    for column, indent in reversed(lines[first].items):
        before = lines[words].text[:indent] if words < len(lines) else "-"
        if not before.strip("> ") and before.count(">") == lines[first].text[:column].count(">"):
            rest = lines[words].text[indent:]
            rest = rest if rest.startswith("    ") else rest.lstrip(" ")
            lines[end : words + 1] = [_Line(lines[first].text[:column] + rest)]
            return True
    return False


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader) or {}


def _entries_with_since(file: Any) -> Any:
    """The entries of a file, each with the `since` at the top of the file if it has none of its own."""
    if not isinstance(file, dict) or not isinstance(file.get("since", ""), str):
        return file
    stamp = {"since": file.pop("since")} if "since" in file else {}
    if isinstance(file.get("relationships"), list):
        return [stamp | entry for entry in file["relationships"]]
    return {id: stamp | entry for id, entry in file.items()}


def _write(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_dumped(value), encoding="utf-8")


def _dumped(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
