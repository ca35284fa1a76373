"""The shapes of ids that refer to something in the same guide: people, kinds, points and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aotad_tui.story.timeline import END, LATER, START

from .problems import Problems
from .shapes import Json, JsonObject, Name, Text
from .yaml_nodes import Node


class IdReference(Name):
    """The id of something that is defined elsewhere in the guide.

    `definition`: its name in a schema, by which `json_schema` adds the ids of a guide. `offered`: the ids that every
    guide has. Editors propose both, and accept others.
    """

    def __init__(self, definition: str, offered: tuple[str, ...] = (), description: str = "an id") -> None:
        super().__init__(description)
        self.definition = definition
        self._offered = offered

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        definitions.setdefault(self.definition, self.offering(()))
        return {"$ref": f"#/$defs/{self.definition}"}

    def offering(self, ids: Iterable[str]) -> JsonObject:
        """The schema of such an id, with which editors propose these ids too."""
        values: list[Json] = [_as_number(id) for id in dict.fromkeys((*self._offered, *ids))]
        any_id = super().json_schema({})
        return {"anyOf": [{"type": ["string", "number"], "enum": values}, any_id]} if values else any_id


def _as_number(id: str) -> str | int:
    """An id as YAML reads it where it is written without quotes."""
    return int(id) if re.fullmatch(r"0|[1-9][0-9]{0,8}", id) else id


class Stamp(IdReference):
    """The id of a point of the timeline, `start` or `end`. `missing`: the meaning of a stamp that is left out.

    `may_be_later`: `later` stands for a point after the last one of the timeline.
    """

    def __init__(self, missing: str = END, *, may_be_later: bool = False) -> None:
        words = (START, END, LATER) if may_be_later else (START, END)
        super().__init__("PointIdOrLater" if may_be_later else "PointId", words, "a point id")
        self.missing = missing
        self.may_be_later = may_be_later


class IdText(Text):
    """An id where a text is expected, as one version of a staged id."""

    def __init__(self, id: Name) -> None:
        self._id = id

    def read(self, node: Node, problems: Problems) -> str | None:
        id = self._id.read(node, problems)
        return None if id is None else id.text

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        return self._id.json_schema(definitions)


class LenientIdText(IdText):
    """An id that is read as any text, so that one with a space in it is unknown, not a wrong value."""

    def read(self, node: Node, problems: Problems) -> str | None:
        return Text.read(self, node, problems)
