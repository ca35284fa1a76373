"""Entries of a guide's files: mappings with known keys. One definition of a field serves reading and JSON Schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast, dataclass_transform

from . import yaml_nodes
from .problems import Problems, did_you_mean
from .shapes import JsonObject, Shape, report_shape, shorten

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: the shape of its value, and metadata for `check` and the tests.

    `shown`: readers see its texts, so `check` searches them for leaks. `refers`: the map that defines the ids in the
    field, such as "characters"; ids are not shown. `since`: the field with the point from which readers see it. `entry`
    sets `attribute` and `is_required`.
    """

    shape: Shape[object]
    description: str
    shown: bool = True
    refers: str | None = None
    since: str = "since"
    attribute: str = ""
    is_required: bool = False


def required(shape: Shape[T], description: str, *, refers: str | None = None) -> T:
    """A required field."""
    # Like `dataclasses.field`, it is typed as the value that the field will have.
    return cast(T, dataclasses.field(metadata={"field": Field(shape, description, refers is None, refers)}))


def optional(
    shape: Shape[T], description: str, *, shown: bool = True, refers: str | None = None, since: str = "since"
) -> T | None:
    """An optional field, None where it is missing."""
    field = Field(shape, description, shown and refers is None, refers, since)
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

    `allow_other_keys`: other keys are ignored, since other programs write them too; one that may be a misspelt key of
    ours is reported.
    """

    def __init__(self, make: Callable[..., T], *, allow_other_keys: bool = False) -> None:
        self._make = make
        self._allow_other_keys = allow_other_keys
        self.name = getattr(make, "__name__", "").removesuffix("Entry")
        self.fields = fields_of(cast("type[object]", make))

    def read(self, node: yaml_nodes.Node, problems: Problems) -> T | None:
        """The entry, or None after reporting a problem if a field is missing or wrong."""
        if not isinstance(node, yaml_nodes.Mapping):
            report_shape(node, problems, f"a mapping (keys: {', '.join(self.fields)})")
            return None
        values: dict[str, object] = {"mark": node.mark}
        is_valid = True
        for key, value in node.entries:
            field = self.fields.get(key.text)
            if field is None:
                self._report_unknown(key, problems)
                continue
            if not field.is_required and isinstance(value, yaml_nodes.Scalar) and value.is_null:
                continue
            field_value = field.shape.read(value, problems)
            is_valid = is_valid and field_value is not None
            values[field.attribute] = field_value
        for key_text, field in self.fields.items():
            if field.is_required and field.attribute not in values:
                problems.error(node.mark, "MISSING", f"missing key '{key_text}'; add it")
                is_valid = False
        return self._make(**values) if is_valid else None

    def _report_unknown(self, key: yaml_nodes.Scalar, problems: Problems) -> None:
        hint = did_you_mean(key.text, self.fields)
        if self._allow_other_keys and not hint:
            return
        message = f"unknown key '{shorten(key.text)}'{hint}"
        report = problems.warning if self._allow_other_keys else problems.error
        report(key.mark, "UNKNOWN-KEY", message)

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
