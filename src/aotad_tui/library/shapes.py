"""The shapes that values in a guide's files can have: each reads a node into a typed value, and describes itself.

One definition serves the loader, `check` and the published JSON Schema. A shape that cannot read a node tells a
problem at the node's place and gives None, so that reading goes on and every problem is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from aotad_tui.cleaning import clean_line
from aotad_tui.story.timeline import END

from .problems import Mark, Problems, did_you_mean
from .yaml_nodes import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
JsonObject = dict[str, Json]


class Shape(Protocol[T_co]):
    """Something that a node can be read as."""

    def read(self, node: Node, problems: Problems) -> T_co | None:
        """The value, or None when the node does not have this shape (then a problem is told)."""
        ...

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """This shape as JSON Schema; named shapes are put into `definitions` once and referred to."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """A text with the place where it stands, for what has to be looked up later."""

    text: str
    mark: Mark


def refuse(node: Node, problems: Problems, wanted: str, hint: str = "") -> None:
    """Tells what a node is and what it should be."""
    has = {Sequence: "a list", Mapping: "a mapping", Scalar: "a single value"}[type(node)]
    if isinstance(node, Scalar):
        has = "nothing" if node.is_null else f"'{short(node.text)}'"
    problems.error(node.mark, "SHAPE", f"expected {wanted}, found {has}{hint}")


def short(text: str) -> str:
    """A text as it is told in a problem: its beginning."""
    line = clean_line(text)
    return line if len(line) <= 40 else f"{line[:39]}…"


class Text:
    """Text on one line, as written whatever it looks like: `No` and `1984` are texts too."""

    def read(self, node: Node, problems: Problems) -> str | None:
        if isinstance(node, Scalar) and not node.is_null and node.text.strip():
            return clean_line(node.text)
        refuse(node, problems, "text")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": ["string", "number", "boolean"]}


class Name:
    """An id or a stamp: text without white space or any of `: # / | [ ] ( ) < >`; kept with its place."""

    pattern = r"^[^\s:#/|\[\]()<>\ufffd]+$"

    def __init__(self, what: str = "an id") -> None:
        self._what = what

    def read(self, node: Node, problems: Problems) -> Word | None:
        if isinstance(node, Scalar) and not node.is_null and re.fullmatch(self.pattern[1:-1], node.text):
            return Word(node.text, node.mark)
        refuse(node, problems, f"{self._what} without spaces or any of : # / | [ ] ( ) < >")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": ["string", "number", "boolean"], "pattern": self.pattern}


class Stamp(Name):
    """The id of a point of the timeline, `start` or `end`. `missing` is what one that is left out means."""

    def __init__(self, missing: str = END) -> None:
        super().__init__("a point id")
        self.missing = missing


class Whole:
    """A whole number from `least` to `most`."""

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    def read(self, node: Node, problems: Problems) -> int | None:
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"[0-9]{1,9}", node.text):
            number = int(node.text)
            if self.least <= number <= self.most:
                return number
        several = f"a whole number from {self.least} to {self.most}"
        refuse(node, problems, several if self.least < self.most else f"the number {self.least}")
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Flag:
    """`true` or `false`."""

    def read(self, node: Node, problems: Problems) -> bool | None:
        if isinstance(node, Scalar) and node.plain and node.text.lower() in ("true", "false"):
            return node.text.lower() == "true"
        refuse(node, problems, "true or false")
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
        refuse(node, problems, f"one of {', '.join(self.words)}", did_you_mean(text, self.words))
        return None

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"enum": list(self.words)}


class ListOf(Generic[T]):
    """A list of things of one shape."""

    def __init__(self, item: Shape[T]) -> None:
        self.item = item

    def read(self, node: Node, problems: Problems) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            refuse(node, problems, "a list")
            return None
        items = (self.item.read(item, problems) for item in node.items)
        return tuple(item for item in items if item is not None)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"type": "array", "items": self.item.json_schema(definitions)}


class MapOf(Generic[T]):
    """Things of one shape, each under an id."""

    def __init__(self, item: Shape[T]) -> None:
        self.item = item
        self._key = Name()

    def read(self, node: Node, problems: Problems) -> tuple[tuple[Word, T], ...] | None:
        if not isinstance(node, Mapping):
            refuse(node, problems, "a mapping with ids as keys")
            return None
        found: list[tuple[Word, T]] = []
        for key, value in node.entries:
            id, item = self._key.read(key, problems), self.item.read(value, problems)
            if id is not None and item is not None:
                found.append((id, item))
            else:
                problems.spoilt.add(key.text)
        return tuple(found)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {
            "type": "object",
            "propertyNames": {"pattern": Name.pattern},
            "additionalProperties": self.item.json_schema(definitions),
        }


class ShortOr(Generic[T]):
    """A record, or a short form of it: just the text of its one needful field."""

    def __init__(self, record: Shape[T], short: Callable[[Mark, str], T]) -> None:
        self.record = record
        self._short = short
        self._text = Text()

    def read(self, node: Node, problems: Problems) -> T | None:
        if not isinstance(node, Scalar):
            return self.record.read(node, problems)
        text = self._text.read(node, problems)
        return None if text is None else self._short(node.mark, text)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"anyOf": [self._text.json_schema(definitions), self.record.json_schema(definitions)]}


class Staged(Generic[T]):
    """One value that does not change, or a list of its versions."""

    def __init__(self, version: Shape[T], short: Callable[[Mark, str], T]) -> None:
        self.versions = ListOf(version)
        self._short = short
        self._text = Text()

    def read(self, node: Node, problems: Problems) -> tuple[T, ...] | None:
        if isinstance(node, Sequence):
            return self.versions.read(node, problems)
        text = self._text.read(node, problems)
        return None if text is None else (self._short(node.mark, text),)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return {"anyOf": [self._text.json_schema(definitions), self.versions.json_schema(definitions)]}


def holds_text(shape: Shape[object]) -> bool:
    """Whether values of a shape are texts, or lists of texts."""
    return isinstance(shape.item if isinstance(shape, ListOf) else shape, Text)
