"""Cuts a guide at a point: writes a copy of its folder from which everything that is stamped later was deleted.

It shares nothing with the gate of the program. What it deletes, it deletes from the text of the files, by the rules of
GUIDE_FORMAT.md as an author would with an editor: YAML is read with every scalar as a text, Markdown line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_STAGED = ("name", "native", "group", "about", "label", "back")
_NUMBERS = ("format", "count", "order")


def cut(guide: Path, seen: int, copy: Path) -> Path:
    """Writes to `copy` what is left of `guide` for somebody who has finished the first `seen` points."""
    _Cutter(guide, seen).write(copy)
    return copy


def last_point(guide: Path) -> int:
    """How many points the timeline of a guide has."""
    return len(_points(_read(guide / "guide.yaml")))


def _points(guide: Entry) -> list[str]:
    timeline = guide.get("timeline") or {}
    counted = [str(number + 1) for number in range(int(timeline.get("count") or 0))]
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
        self._sources = set(self._cut_sources())
        self._groups = {id for id, group in (self._guide.get("groups") or {}).items() if self._reached(group)}
        self._people = {id for file in self._files("characters") for id, one in _read(file).items() if self._met(one)}

    def _position(self, stamp: str | None) -> int:
        return self._positions.get(stamp or "end", self._last)

    def _reached(self, stamped: Entry) -> bool:
        return self._position(stamped.get("since")) <= self._seen

    def _met(self, character: Entry) -> bool:
        """Somebody is there once their stamp is reached and they have a name."""
        name = character["name"]
        return self._reached(character) and (isinstance(name, str) or any(self._reached(version) for version in name))

    def _files(self, name: str) -> list[Path]:
        single = self._folder / f"{name}.yaml"
        return ([single] if single.exists() else []) + sorted((self._folder / name).rglob("*.yaml"))

    def write(self, copy: Path) -> None:
        _write(copy / "guide.yaml", self._cut_guide())
        _write(copy / "sources.yaml", self._cut_sources())
        for file in self._files("characters"):
            left = {id: self._cut_character(one) for id, one in _read(file).items() if id in self._people}
            _write(copy / file.relative_to(self._folder), left)
        for file in self._files("relationships"):
            _write(copy / file.relative_to(self._folder), [one for tie in _read(file) for one in self._cut_tie(tie)])
        for page in sorted((self._folder / "sections").rglob("*.md")):
            text = self._cut_section(page.read_text(encoding="utf-8"))
            if text is not None:
                path = copy / page.relative_to(self._folder)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def _cut_guide(self) -> Entry:
        guide = dict(self._guide)
        timeline = dict(guide.get("timeline") or {})
        if timeline.get("points"):
            timeline["points"] = [
                point if number <= self._seen else {"id": point["id"]}
                for number, point in enumerate(timeline["points"], 1)
            ]
        groups = {id: group for id, group in (guide.get("groups") or {}).items() if id in self._groups}
        return guide | ({"timeline": timeline} if timeline else {}) | ({"groups": groups} if groups else {"groups": ""})

    def _cut_sources(self) -> Entry:
        file = self._folder / "sources.yaml"
        sources = _read(file) if file.exists() else {}
        return {id: one for id, one in sources.items() if self._position(one.get("since") or "start") <= self._seen}

    def _cut_values(self, entry: Entry) -> Entry:
        """An entry without the later versions of what is staged in it, and without sources that are gone."""
        entry = dict(entry)
        for key in _STAGED:
            if isinstance(entry.get(key), list):
                entry[key] = [version for version in entry[key] if self._reached(version)]
        if "sources" in entry:
            entry["sources"] = [id for id in entry["sources"] if id in self._sources]
        return entry

    def _cut_character(self, character: Entry) -> Entry:
        left = self._cut_values(character)
        if isinstance(left.get("group"), list):
            left["group"] = [version for version in left["group"] if version["text"] in self._groups]
        elif left.get("group") not in self._groups:
            left.pop("group", None)
        aliases = left.get("aliases") or []
        left["aliases"] = [alias for alias in aliases if isinstance(alias, str) or self._reached(alias)]
        left["facts"] = [self._cut_values(fact) for fact in left.get("facts") or [] if self._reached(fact)]
        becomes = left.get("becomes")
        if becomes and not (self._reached(becomes) and becomes["character"] in self._people):
            del left["becomes"]
        return left

    def _cut_tie(self, tie: Entry) -> Iterator[Entry]:
        """The relationship as far as it is known; nothing when it or one of its people is not known."""
        if not (self._reached(tie) and {tie["from"], tie["to"]} <= self._people):
            return
        left = self._cut_values(tie)
        if left.get("until") and self._position(left["until"]) > self._seen:
            left.pop("until")
            left.pop("ended", None)
        left["secret_from"] = [id for id in left.get("secret_from") or [] if id in self._people]
        yield left

    def _cut_section(self, text: str) -> str | None:
        """The page without its later spoilers, or None when the page itself is of later."""
        match = _FRONT_MATTER.match(text)
        front = (yaml.load(match[1], Loader=_Loader) if match else None) or {}
        if not self._reached(front):
            return None
        body = text[match.end() :] if match else text
        return f"---\n{_dumped(self._cut_values(front))}---\n" + self._cut_spoilers(body)

    def _cut_spoilers(self, body: str) -> str:
        left: list[str] = []
        lines = [_Line(line) for line in body.split("\n")]
        number = 0
        fence = ""
        while number < len(lines):
            line = lines[number]
            if line.fence and fence in ("", line.fence):
                fence = "" if fence else line.fence
            if not fence and line.spoiler is not None and self._position(line.spoiler) > self._seen:
                first, number = number, _end_of_quote(lines, number)
                _move_up(lines, first, number)
            else:
                left.append(line.text)
                number += 1
        return "\n".join(left)


class _Line:
    """A line of Markdown: how many quotes it lies in, whether it begins an item, and what it says behind all that."""

    _MARKER = re.compile(r"[ \t]*(?:(?P<quote>>)[ \t]?|(?P<item>[-*+]|\d{1,9}[.)])(?:[ \t]+|$)|\[\^[^\]]+\]:[ \t]*)")
    _SPOILER = re.compile(r"\[!spoiler\][-+]?[ \t]*(\S*)", re.IGNORECASE)
    _BLOCK = re.compile(r"#{1,6}(?:\s|$)|```|~~~|(?:[-*_][ \t]*){3,}$")

    def __init__(self, text: str) -> None:
        self.text = text
        self.depth = 0
        self.new_item = False
        position = 0
        last = before = ""
        while marker := self._MARKER.match(text, position):
            before, last = last, marker.group().strip()
            self.depth += last == ">"
            self.new_item = last != ">"
            position = marker.end()
        self.leads_note = last == ">" and before.startswith("[^")
        self.leads_item = last == ">" and bool(re.fullmatch(r"[-*+]|\d+[.)]", before))
        self.words = text[position:].strip()
        mark = self._SPOILER.match(self.words) if last == ">" else None
        self.spoiler = mark[1] if mark else None
        self.fence = self.words[:3] if self.words.startswith(("```", "~~~")) else ""
        self.begins_block = self.new_item or bool(self._BLOCK.match(self.words))


def _end_of_quote(lines: list[_Line], first: int) -> int:
    """The number of the line after the quote that `first` heads; an unmarked line may carry its last words on."""
    depth = lines[first].depth
    number = first + 1
    fenced = False
    while number < len(lines):
        line = lines[number]
        lazy = line.depth < depth and line.words and not line.begins_block and lines[number - 1].words and not fenced
        if line.depth < depth and not lazy:
            break
        fenced ^= bool(line.fence)
        number += 1
    return number


def _move_up(lines: list[_Line], first: int, past: int) -> None:
    """An item or note that began with the quote in those lines begins with what it goes on with behind it."""
    sign = lines[first].text[: lines[first].text.rindex(">", 0, lines[first].text.index("[!"))]
    words = next((number for number in range(past, len(lines)) if lines[number].text.strip("> \t")), len(lines))
    room = 4 if lines[first].leads_note else len(sign)
    before = lines[words].text[:room] if words < len(lines) else "-"
    if (lines[first].leads_item or lines[first].leads_note) and not before.strip("> "):
        rest = lines[words].text[room:]
        lines[past : words + 1] = [_Line(sign + (rest if rest.startswith("    ") else rest.lstrip(" ")))]


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader) or {}


def _write(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_dumped(value), encoding="utf-8")


def _dumped(value: object) -> str:
    return yaml.dump(_typed(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _typed(value: object, key: str = "") -> object:
    """Every text as a text, but for what the format wants as a number or a flag; what is empty is left out."""
    if isinstance(value, dict):
        return {name: _typed(item, name) for name, item in value.items() if item not in ("", [])}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if key == "mutual":
        return value == "true"
    return int(str(value)) if key in _NUMBERS else value
