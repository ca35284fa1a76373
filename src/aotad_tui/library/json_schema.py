"""The JSON Schema of a guide's files, for completion and checks in editors.

Generated from the shapes that read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from .format import FILES
from .format_basics import REFERENCES
from .shapes import JsonObject

Ids = Mapping[str, Iterable[str]]
"""The ids of a guide by the name of their definition in a schema. Editors offer them."""

SCHEMA_ID = "urn:aotad-tui:guide-format-1:"
"""The beginning of the `$id` of every schema."""

_NO_IDS: Ids = {}


def json_schema(name: str, ids: Ids = _NO_IDS) -> str:
    """The schema of one kind of file (a key of `format.FILES`) as JSON text. Raises KeyError for another name."""
    definitions: JsonObject = {}
    root = FILES[name].json_schema(definitions)
    for reference in REFERENCES:
        if reference.definition in definitions:
            definitions[reference.definition] = reference.offering(ids.get(reference.definition, ()))
    schema: JsonObject = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{SCHEMA_ID}{name}",
        "title": f"aotad-tui guide, format 1: {name}",
        **root,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
