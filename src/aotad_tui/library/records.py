"""Entries of a guide's files: mappings with known keys, whose fields are said once for reading and for JSON Schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast, dataclass_transform

from . import yaml_nodes
from .problems import Problems, did_you_mean
from .shapes import JsonObject, Shape, refuse, short

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: the shape of its value, and what `check` and the tests need to know about it.

    `shown`: readers see its texts, so `check` searches them for leaks. `refers`: the map that defines the ids which the
    field holds, such as "characters"; ids are not shown. `since`: the field with the point from which readers see it.
    `attribute` and `needed` are filled in by `entry`.
    """

    shape: Shape[object]
    description: str
    shown: bool = True
    refers: str | None = None
    since: str = "since"
    attribute: str = ""
    needed: bool = False


def required(shape: Shape[T], description: str, *, refers: str | None = None) -> T:
    """A field that an entry must have."""
    # The type says what the field will hold, as dataclasses.field's own does.
    return cast(T, dataclasses.field(metadata={"field": Field(shape, description, refers is None, refers)}))


def optional(
    shape: Shape[T], description: str, *, shown: bool = True, refers: str | None = None, since: str = "since"
) -> T | None:
    """A field that an entry may have; None where it does not."""
    field = Field(shape, description, shown and refers is None, refers, since)
    return cast("T | None", dataclasses.field(default=None, metadata={"field": field}))


ENTRIES: dict[type[object], Mapping[str, Field]] = {}
"""The class of every kind of entry, with its fields by their keys."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(required, optional))
def entry(cls: type[T]) -> type[T]:
    """Makes a class an entry: a frozen dataclass of fields, with the `mark` at which it begins.

    The key of a field in a file is its name without a last `_`.
    """
    made = dataclass(frozen=True, kw_only=True)(cls)
    ENTRIES[made] = {
        attribute.name.removesuffix("_"): replace(
            field, attribute=attribute.name, needed=attribute.default is dataclasses.MISSING
        )
        for attribute in dataclasses.fields(cast("type[DataclassInstance]", made))
        if isinstance(field := attribute.metadata.get("field"), Field)
    }
    return made


def fields_of(entry_class: type[object]) -> Mapping[str, Field]:
    """The fields of an entry's class by their keys in a file; empty for a class that is no entry."""
    return ENTRIES.get(entry_class, {})


class Record(Generic[T]):
    """A mapping with known keys, read into an entry.

    `open`: other keys are passed over with a warning, since other programs write here too.
    """

    def __init__(self, make: Callable[..., T], *, open: bool = False) -> None:
        self._make = make
        self._open = open
        self.name = getattr(make, "__name__", "").removesuffix("Entry")
        self.fields = fields_of(cast("type[object]", make))

    def read(self, node: yaml_nodes.Node, problems: Problems) -> T | None:
        """The entry, or None when a field is missing or wrong (then a problem is told)."""
        if not isinstance(node, yaml_nodes.Mapping):
            refuse(node, problems, f"a mapping (keys: {', '.join(self.fields)})")
            return None
        values: dict[str, object] = {"mark": node.mark}
        sound = True
        for key, value in node.entries:
            field = self.fields.get(key.text)
            if field is None:
                self._tell_unknown(key, problems)
                continue
            if not field.needed and isinstance(value, yaml_nodes.Scalar) and value.is_null:
                continue
            read = field.shape.read(value, problems)
            sound = sound and read is not None
            values[field.attribute] = read
        for key_text, field in self.fields.items():
            if field.needed and field.attribute not in values:
                problems.error(node.mark, "MISSING", f"missing key '{key_text}'; add it")
                sound = False
        return self._make(**values) if sound else None

    def _tell_unknown(self, key: yaml_nodes.Scalar, problems: Problems) -> None:
        message = f"unknown key '{short(key.text)}'{did_you_mean(key.text, self.fields)}"
        tell = problems.warning if self._open else problems.error
        tell(key.mark, "UNKNOWN-KEY", message)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """A reference to this record, which is put into `definitions` once."""
        reference: JsonObject = {"$ref": f"#/$defs/{self.name}"}
        if self.name in definitions:
            return reference
        definition: JsonObject = {"type": "object"}
        definitions[self.name] = definition  # before its fields, so that a record may hold its own kind
        definition["description"] = " ".join((self._make.__doc__ or "").split())
        definition["properties"] = {
            key: {"description": field.description, **field.shape.json_schema(definitions)}
            for key, field in self.fields.items()
        }
        definition["required"] = [key for key, field in self.fields.items() if field.needed]
        definition["additionalProperties"] = self._open
        return reference
