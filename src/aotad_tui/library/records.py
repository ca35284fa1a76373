"""Entries of a guide's files: mappings with known keys. One definition of a field serves reading and JSON Schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast, dataclass_transform

from aotad_tui.story.timeline import END

from . import yaml_nodes
from .problems import Problems, did_you_mean
from .references import Stamp
from .shapes import JsonObject, Shape, Word, report_shape, shorten

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: the shape of its value, and metadata for `check` and the tests.

    `shown`: readers see its texts, so `check` searches them for leaks. `refers`: the map that defines the ids in the
    field, such as "characters"; ids are not shown. `since`: the field with the point from which readers see it.
    `is_essential`: any problem in its value prevents opening the guide. `entry` sets `attribute` and `is_required`.
    """

    shape: Shape[object]
    description: str
    shown: bool = True
    refers: str | None = None
    since: str = "since"
    attribute: str = ""
    is_required: bool = False
    is_essential: bool = False


def required(shape: Shape[T], description: str, *, refers: str | None = None, is_essential: bool = False) -> T:
    """A required field."""
    field = Field(shape, description, refers is None, refers, is_essential=is_essential)
    return cast(T, dataclasses.field(metadata={"field": field}))  # as in `dataclasses.field`, the type of the value


def optional(
    shape: Shape[T],
    description: str,
    *,
    shown: bool = True,
    refers: str | None = None,
    since: str = "since",
    is_essential: bool = False,
) -> T | None:
    """An optional field, None where it is missing."""
    field = Field(shape, description, shown and refers is None, refers, since, is_essential=is_essential)
    return cast("T | None", dataclasses.field(default=None, metadata={"field": field}))


ENTRIES: dict[type[object], Mapping[str, Field]] = {}
"""The fields of every entry class, by their keys."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(required, optional))
def entry(cls: type[T]) -> type[T]:
    """Make a class an entry: a frozen dataclass of fields, with a `mark` at which the entry begins.

    The key of a field in a file is its attribute's name without a trailing `_`.
    """
    entry_class = dataclass(frozen=True, kw_only=True)(cls)
    ENTRIES[entry_class] = {
        attribute.name.removesuffix("_"): replace(
            field, attribute=attribute.name, is_required=attribute.default is dataclasses.MISSING
        )
        for attribute in dataclasses.fields(cast("type[DataclassInstance]", entry_class))
        if isinstance(field := attribute.metadata.get("field"), Field)
    }
    return entry_class


def fields_of(entry_class: type[object]) -> Mapping[str, Field]:
    """The fields of an entry class by their keys in a file. Empty for a class that is not an entry."""
    return ENTRIES.get(entry_class, {})


class Record(Generic[T]):
    """A mapping with known keys, read into an entry.

    An entry with a mistake in it is held back: its stamps become the end. A mistake is an unknown key, a key that
    occurs twice, or a wrong value of an optional key. An entry without a stamp cannot be held back, so it is left out.

    `allow_other_keys`: unknown keys are ignored, since other programs write them too; one that may be a misspelt key of
    ours is reported. `is_root`: the whole file, in which a mistake leaves out only its key.
    """

    def __init__(self, make: Callable[..., T], *, allow_other_keys: bool = False, is_root: bool = False) -> None:
        self._make = make
        self._allow_other_keys = allow_other_keys
        self._is_root = is_root
        self.name = getattr(make, "__name__", "").removesuffix("Entry")
        self.fields = fields_of(cast("type[object]", make))
        self._stamps = tuple(field for field in self.fields.values() if isinstance(field.shape, Stamp))

    def read(self, node: yaml_nodes.Node, problems: Problems) -> T | None:
        """The entry, or None after reporting a problem if it has to be left out."""
        if not isinstance(node, yaml_nodes.Mapping):
            report_shape(node, problems, f"a mapping (keys: {', '.join(self.fields)})")
            return None
        values: dict[str, object] = {"mark": node.mark}
        is_readable, has_mistake = True, not node.is_whole
        lines: dict[str, int] = {}
        for key, value in node.entries:
            field = self.fields.get(key.text)
            if key.text in lines:
                message = (
                    f"duplicate key '{shorten(key.text)}', first used on line {lines[key.text]}; remove one of the two"
                )
                problems.report(key.mark, "DUPLICATE", message, fatal=field is not None and field.is_essential)
                has_mistake = True
                continue
            lines[key.text] = key.mark.line
            if field is None:
                self._report_unknown(key, value, problems)
                has_mistake = has_mistake or not self._allow_other_keys
                continue
            if _is_missing(field, value):
                continue
            first = problems.count
            field_value = field.shape.read(value, problems)
            if field.is_essential:
                problems.make_fatal(first)
            if field_value is not None:
                values[field.attribute] = field_value
            elif field.is_required:
                is_readable = False
            else:
                has_mistake = True
        for key_text, field in self.fields.items():
            if field.is_required and key_text not in lines:
                problems.report(node.mark, "MISSING", f"missing key '{key_text}'; add it")
                is_readable = False
        if has_mistake and not self._is_root:
            is_readable = is_readable and bool(self._stamps)
            for stamp in self._stamps:
                values[stamp.attribute] = Word(END, node.mark)
        return self._make(**values) if is_readable else None

    def _report_unknown(self, key: yaml_nodes.Scalar, value: yaml_nodes.Node, problems: Problems) -> None:
        hint = did_you_mean(key.text, self.fields)
        if not (hint or self._allow_other_keys) and isinstance(value, yaml_nodes.Scalar) and value.is_null:
            hint = "; it may be the rest of a text with a comma: in braces such a text needs quotes"
        if hint or not self._allow_other_keys:
            problems.report(key.mark, "UNKNOWN-KEY", f"unknown key '{shorten(key.text)}'{hint}")

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """A reference to this record, after adding it to `definitions` once."""
        reference: JsonObject = {"$ref": f"#/$defs/{self.name}"}
        if self.name in definitions:
            return reference
        definition: JsonObject = {"type": "object"}
        definitions[self.name] = definition  # before its fields, since a record may contain its own kind
        definition["description"] = " ".join((self._make.__doc__ or "").split())
        definition["properties"] = {
            key: {"description": field.description, **field.shape.json_schema(definitions)}
            for key, field in self.fields.items()
        }
        definition["required"] = [key for key, field in self.fields.items() if field.is_required]
        definition["additionalProperties"] = self._allow_other_keys
        return reference


def _is_missing(field: Field, value: yaml_nodes.Node) -> bool:
    """Whether a key without a value counts as left out. A stamp that means something else then has to be written."""
    is_null = isinstance(value, yaml_nodes.Scalar) and value.is_null
    is_lenient = isinstance(field.shape, Stamp) and field.shape.missing != END
    return is_null and not field.is_required and not is_lenient
