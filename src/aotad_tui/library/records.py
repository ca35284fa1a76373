"""Entries of a guide's files: mappings with known keys, whose fields are said once for reading and for JSON Schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast, dataclass_transform

from .problems import Problems, did_you_mean
from .shapes import JsonObject, Shape, refuse, short
from .yaml_nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Field:
    shape: Shape[object]
    description: str


def required(shape: Shape[T], description: str) -> T:
    """A field that an entry must have."""
    # The type says what the field will hold, as dataclasses.field's own does.
    return cast(T, dataclasses.field(metadata={"field": _Field(shape, description)}))


def optional(shape: Shape[T], description: str) -> T | None:
    """A field that an entry may have; None where it does not."""
    return cast("T | None", dataclasses.field(default=None, metadata={"field": _Field(shape, description)}))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(required, optional))
def entry(cls: type[T]) -> type[T]:
    """Makes a class an entry: a frozen dataclass of fields, with the `mark` at which it begins."""
    return dataclass(frozen=True, kw_only=True)(cls)


class Record(Generic[T]):
    """A mapping with known keys, read into an entry. A key ends in the name of the field but for a last `_`.

    `open`: other keys are passed over with a warning, since other programs write here too.
    """

    def __init__(self, make: Callable[..., T], *, open: bool = False) -> None:
        self._make = make
        self._open = open
        self._name = getattr(make, "__name__", "").removesuffix("Entry")
        self._fields: dict[str, tuple[str, _Field, bool]] = {}
        for field in dataclasses.fields(cast("type[DataclassInstance]", make)):
            described = field.metadata.get("field")
            if isinstance(described, _Field):
                needed = field.default is dataclasses.MISSING
                self._fields[field.name.removesuffix("_")] = (field.name, described, needed)

    def read(self, node: Node, problems: Problems) -> T | None:
        """The entry, or None when a field is missing or wrong (then a problem is told)."""
        if not isinstance(node, Mapping):
            refuse(node, problems, f"a mapping (keys: {', '.join(self._fields)})")
            return None
        values: dict[str, object] = {"mark": node.mark}
        sound = True
        for key, value in node.entries:
            if key.text not in self._fields:
                self._tell_unknown(key, problems)
                continue
            name, field, needed = self._fields[key.text]
            if not needed and isinstance(value, Scalar) and value.is_null:
                continue
            read = field.shape.read(value, problems)
            sound = sound and read is not None
            values[name] = read
        for key_text, (name, _, needed) in self._fields.items():
            if needed and name not in values:
                problems.error(node.mark, "MISSING", f"missing key '{key_text}'; add it")
                sound = False
        return self._make(**values) if sound else None

    def _tell_unknown(self, key: Scalar, problems: Problems) -> None:
        message = f"unknown key '{short(key.text)}'{did_you_mean(key.text, self._fields)}"
        tell = problems.warning if self._open else problems.error
        tell(key.mark, "UNKNOWN-KEY", message)

    def json_schema(self, definitions: JsonObject) -> JsonObject:
        """A reference to this record, which is put into `definitions` once."""
        reference: JsonObject = {"$ref": f"#/$defs/{self._name}"}
        if self._name in definitions:
            return reference
        definition: JsonObject = {"type": "object"}
        definitions[self._name] = definition  # before its fields, so that a record may hold its own kind
        definition["description"] = " ".join((self._make.__doc__ or "").split())
        definition["properties"] = {
            key: {"description": field.description, **field.shape.json_schema(definitions)}
            for key, (_, field, _) in self._fields.items()
        }
        definition["required"] = [key for key, (_, _, needed) in self._fields.items() if needed]
        definition["additionalProperties"] = self._open
        return reference
