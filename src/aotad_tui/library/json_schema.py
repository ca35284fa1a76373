"""The JSON Schema of a guide's files, for completion and checks in editors.

Generated from the shapes that read them.
"""

from __future__ import annotations

import json

from .format import FILES
from .shapes import JsonObject


def json_schema(name: str) -> str:
    """The schema of one kind of file (a key of `format.FILES`) as JSON text. Raises KeyError for another name."""
    definitions: JsonObject = {}
    root = FILES[name].json_schema(definitions)
    schema: JsonObject = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:aotad-tui:guide-format-1:{name}",
        "title": f"aotad-tui guide, format 1: {name}",
        **root,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
