"""Files whose entries have one `since` in common: `since: POINT` at the top, for each entry without one of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Generic, TypeVar

from aotad_tui.story.timeline import END

from .problems import Problems, did_you_mean
from .references import Stamp
from .shapes import JsonObject, Shape, shorten
from .yaml_nodes import Mapping, Node, Scalar, Sequence

T = TypeVar("T")

SINCE = "since"


class StampedMap(Generic[T]):
    """A file with a map of entries by id, and perhaps a `since` for those without one.

    An entry with the id `since` is a mapping, and a stamp is not, so both can be in a file.
    """

    def __init__(self, entries: Shape[T]) -> None:
        self._entries = entries

    def read(self, node: Node, problems: Problems) -> T | None:
        """The entries, or None after reporting a problem if there are none."""
        if isinstance(node, Mapping):
            stamps = [(key, value) for key, value in node.entries if _is_stamp(key, value)]
            if stamps:
                stamp = _stamp_of(stamps, problems)
                others = ((key, value) for key, value in node.entries if not _is_stamp(key, value))
                node = replace(node, entries=tuple((key, _with_since(value, *stamp)) for key, value in others))
        return self._entries.read(node, problems)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """The schema of the map, with a stamp or an entry under `since`."""
        schema = self._entries.json_schema(definitions)
        return schema | {"properties": {SINCE: {"anyOf": [_stamp_schema(), schema["additionalProperties"]]}}}


class StampedList(Generic[T]):
    """A file with a list of entries, or with a mapping of that list and of the `since` of those without one.

    `key`: the key of the list in the mapping.
    """

    def __init__(self, entries: Shape[T], key: str) -> None:
        self._entries = entries
        self._key = key

    def read(self, node: Node, problems: Problems) -> T | None:
        """The entries, or None after reporting a problem if there are none."""
        if not isinstance(node, Mapping) or all(key.text != self._key for key, _ in node.entries):
            return self._entries.read(node, problems)
        for key, _ in node.entries:
            if key.text not in (SINCE, self._key):
                hint = did_you_mean(key.text, (SINCE, self._key)) or "; remove it"
                problems.report(key.mark, "UNKNOWN-KEY", f"unknown key '{shorten(key.text)}'{hint}")
        lists = [(key, value) for key, value in node.entries if key.text == self._key]
        _report_duplicates(lists, problems)
        entries = lists[0][1]
        stamps = [(key, value) for key, value in node.entries if key.text == SINCE]
        if stamps and isinstance(entries, Sequence):
            stamp = _stamp_of(stamps, problems)
            entries = Sequence(entries.mark, tuple(_with_since(entry, *stamp) for entry in entries.items))
        return self._entries.read(entries, problems)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """The schema of either form."""
        entries = self._entries.json_schema(definitions)
        mapping: JsonObject = {
            "type": "object",
            "properties": {SINCE: _stamp_schema(), self._key: entries},
            "required": [self._key],
            "additionalProperties": False,
        }
        return {"anyOf": [entries, mapping]}


def _is_stamp(key: Scalar, value: Node) -> bool:
    return key.text == SINCE and isinstance(value, Scalar)


def _stamp_of(stamps: list[tuple[Scalar, Node]], problems: Problems) -> tuple[Scalar, Node]:
    """The key and the stamp of a file: the end, after reporting them, if there are several."""
    _report_duplicates(stamps, problems)
    key, stamp = stamps[0]
    Stamp().read(stamp, problems)
    return key, stamp if len(stamps) == 1 else Scalar(key.mark, END, plain=True)


def _report_duplicates(pairs: list[tuple[Scalar, Node]], problems: Problems) -> None:
    (first, _), *others = pairs
    for key, _ in others:
        message = f"duplicate key '{key.text}', first used on line {first.mark.line}; remove one of the two"
        problems.report(key.mark, "DUPLICATE", message)


def _with_since(entry: Node, key: Scalar, stamp: Node) -> Node:
    """An entry with a stamp, unless it has one."""
    if not isinstance(entry, Mapping) or any(own.text == SINCE for own, _ in entry.entries):
        return entry
    return replace(entry, entries=(*entry.entries, (key, stamp)))


def _stamp_schema() -> JsonObject:
    description = "The `since` of each entry of this file without one."
    return {"description": description, **Stamp().json_schema({})}
