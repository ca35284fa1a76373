"""The shapes of values in a guide's files. A shape reads a node into a typed value and describes itself.

One definition serves the loader, `check` and the published JSON Schema. A shape that cannot read a node reports a
problem at the node's position and returns None. Reading continues, so that all problems are reported together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from aotad_tui.cleaning import clean_line

from .problems import Mark, Problems, did_you_mean
from .yaml_nodes import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
JsonObject = dict[str, Json]


class Shape(Protocol[T_co]):
    """A type of value that a node can be read as."""

    def read(self, node: Node, problems: Problems) -> T_co | None:
        """The value, or None after reporting a problem if the node does not have this shape."""
        ...

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """This shape as JSON Schema. Adds named shapes to `definitions` once and refers to them."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """A text with its position in the file, for ids and stamps that are looked up later."""

    text: str
    mark: Mark


def report_shape(node: Node, problems: Problems, expected: str, hint: str = "") -> None:
    """Report the expected shape of a node and what it is instead."""
    actual = {Sequence: "a list", Mapping: "a mapping", Scalar: "a single value"}[type(node)]
    if isinstance(node, Scalar):
        actual = "nothing" if node.is_null else f"'{shorten(node.text)}'"
    problems.report(node.mark, "SHAPE", f"expected {expected}, found {actual}{hint}")


def shorten(text: str) -> str:
    """The beginning of a text, for a message."""
    line = clean_line(text)
    return line if len(line) <= 40 else f"{line[:39]}…"


class Text:
    """Text on one line, always as written: `No` and `1984` are texts too."""

    def read(self, node: Node, problems: Problems) -> str | None:
        if isinstance(node, Scalar) and not node.is_null and node.text.strip():
            return clean_line(node.text)
        report_shape(node, problems, "text")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": ["string", "number", "boolean"]}


class PlacedText:
    """Text on one line, with its position in the file."""

    _text = Text()

    def read(self, node: Node, problems: Problems) -> Word | None:
        text = self._text.read(node, problems)
        return None if text is None else Word(text, node.mark)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return self._text.json_schema(definitions)


class Name:
    """An id or a stamp, with its position: text without white space or any of `: # / | [ ] ( ) < >`.

    To an editor an id is a text or a number, so that it proposes no `true`.
    """

    pattern = r"^[^\s:#/|\[\]()<>\ufffd]+$"

    def __init__(self, description: str = "an id") -> None:
        self._description = description

    def read(self, node: Node, problems: Problems) -> Word | None:
        if isinstance(node, Scalar) and not node.is_null and re.fullmatch(self.pattern[1:-1], node.text):
            return Word(node.text, node.mark)
        report_shape(node, problems, f"{self._description} without spaces or any of : # / | [ ] ( ) < >")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": ["string", "number"], "pattern": self.pattern}


class Integer:
    """An integer from `least` to `most`."""

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    def read(self, node: Node, problems: Problems) -> int | None:
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"[0-9]{1,9}", node.text):
            number = int(node.text)
            if self.least <= number <= self.most:
                return number
        numbers = f"a whole number from {self.least} to {self.most}"
        report_shape(node, problems, numbers if self.least < self.most else f"the number {self.least}")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class FormatVersion(Integer):
    """The version of the guide format, from 1 to `newest`. A guide with a higher one needs a newer program."""

    def __init__(self, newest: int) -> None:
        super().__init__(1, newest)

    def read(self, node: Node, problems: Problems) -> int | None:
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"[0-9]{1,9}", node.text):
            version = int(node.text)
            if version > self.most:
                message = f"the guide has format {version}, which needs a newer version of aotad-tui; update aotad-tui"
                problems.report(node.mark, "FORMAT", message)
                return None
        return super().read(node, problems)


class Boolean:
    """`true` or `false`."""

    def read(self, node: Node, problems: Problems) -> bool | None:
        if isinstance(node, Scalar) and node.plain and node.text.lower() in ("true", "false"):
            return node.text.lower() == "true"
        report_shape(node, problems, "true or false")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": "boolean"}


class Choice:
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, problems: Problems) -> str | None:
        if isinstance(node, Scalar) and node.text in self.words:
            return node.text
        text = node.text if isinstance(node, Scalar) else ""
        report_shape(node, problems, f"one of {', '.join(self.words)}", did_you_mean(text, self.words))
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"enum": list(self.words)}


class ListOf(Generic[T]):
    """A list of items of one shape. `or_one`: an item alone is a list of it."""

    def __init__(self, item: Shape[T], *, or_one: bool = False) -> None:
        self.item = item
        self._or_one = or_one

    def read(self, node: Node, problems: Problems) -> tuple[T, ...] | None:
        if self._or_one and isinstance(node, Scalar):
            only = self.item.read(node, problems)
            return None if only is None else (only,)
        if not isinstance(node, Sequence):
            report_shape(node, problems, "a list")
            return None
        items = (self.item.read(item, problems) for item in node.items)
        return tuple(item for item in items if item is not None)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        item = self.item.json_schema(definitions)
        many: JsonObject = {"type": "array", "items": item}
        return {"anyOf": [item, many]} if self._or_one else many


class MapOf(Generic[T]):
    """A mapping from ids to items of one shape."""

    def __init__(self, item: Shape[T]) -> None:
        self.item = item
        self._key = Name()

    def read(self, node: Node, problems: Problems) -> tuple[tuple[Word, T], ...] | None:
        if not isinstance(node, Mapping):
            report_shape(node, problems, "a mapping with ids as keys")
            return None
        items: list[tuple[Word, T]] = []
        for key, value in node.entries:
            first = problems.count
            id, item = self._key.read(key, problems), self.item.read(value, problems)
            if id is not None and item is not None:
                items.append((id, item))
            if problems.count > first:
                problems.faulty_ids.add(key.text)
        return tuple(items)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {
            "type": "object",
            "propertyNames": {"pattern": Name.pattern},
            "additionalProperties": self.item.json_schema(definitions),
        }


class ShortOr(Generic[T]):
    """A record, or its short form: only the text of its one required field. `text`: the shape of that text."""

    def __init__(self, record: Shape[T], from_text: Callable[[Mark, str], T], text: Text | None = None) -> None:
        self.record = record
        self._from_text = from_text
        self._text = text or Text()

    def read(self, node: Node, problems: Problems) -> T | None:
        if not isinstance(node, Scalar):
            return self.record.read(node, problems)
        text = self._text.read(node, problems)
        return None if text is None else self._from_text(node.mark, text)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"anyOf": [self._text.json_schema(definitions), self.record.json_schema(definitions)]}


class Staged(Generic[T]):
    """One value that does not change, or a list of its versions. `text`: the shape of one value alone."""

    def __init__(self, version: Shape[T], from_text: Callable[[Mark, str], T], text: Text | None = None) -> None:
        self.versions = ListOf(version)
        self._from_text = from_text
        self._text = text or Text()

    def read(self, node: Node, problems: Problems) -> tuple[T, ...] | None:
        if isinstance(node, Sequence):
            return self.versions.read(node, problems)
        if isinstance(node, Mapping):
            report_shape(node, problems, "text", "; put several versions of it into a list: [{since: …, text: …}]")
            return None
        text = self._text.read(node, problems)
        return None if text is None else (self._from_text(node.mark, text),)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"anyOf": [self._text.json_schema(definitions), self.versions.json_schema(definitions)]}


def holds_text(shape: Shape[object]) -> bool:
    """Whether values of a shape are texts, or lists of texts."""
    return isinstance(shape.item if isinstance(shape, ListOf) else shape, Text | PlacedText)
