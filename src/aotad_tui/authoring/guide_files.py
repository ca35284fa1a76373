"""The files of a guide that is made by a tool. They are never written over others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from aotad_tui.cleaning import clean_line
from aotad_tui.library.format import FILES
from aotad_tui.library.json_schema import Ids, json_schema
from aotad_tui.library.shapes import Json

GuideFiles = Mapping[str, str]
"""The texts of files by their paths in the folder of the guide, with `/` as the separator."""

_SCHEMAS = "schema"
_PATTERNS = {
    "guide": ("guide.yaml",),
    "characters": ("characters.yaml", "characters/*.yaml"),
    "relationships": ("relationships.yaml", "relationships/*.yaml"),
    "sources": ("sources.yaml",),
    "terms": ("terms.yaml", "terms/*.yaml"),
    "part": ("sections/**/_part.yaml",),
}
"""The files of a guide that an editor checks by each schema."""


class FileExists(Exception):
    """Raised instead of overwriting; the text names the first file that is in the way."""


def write_new(folder: Path, files: GuideFiles) -> None:
    """Write files into a folder, which is made if there is none.

    Raises `FileExists` before anything is written, and OSError.
    """
    check_free(folder, files)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def check_free(folder: Path, files: GuideFiles) -> None:
    """Raise `FileExists` if one of the files cannot be new."""
    existing = next((path for path in files if _is_taken(folder, path)), None)
    if existing is not None:
        raise FileExists(f"{folder / existing} exists; nothing was written, so choose another folder or remove it")


def _is_taken(folder: Path, path: str) -> bool:
    """Whether there is something at a path, or a file where a folder of it would be."""
    above = [parent for parent in (folder / path).parents if parent == folder or folder in parent.parents]
    target = folder / path
    return target.exists() or target.is_symlink() or any(parent.exists() and not parent.is_dir() for parent in above)


def as_yaml(value: Json) -> str:
    """A value as YAML in block style, in which every text reads as it is. A list in it must not occur twice."""
    return yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=120)


def quoted(text: str) -> str:
    """A text on one line in quotes, for YAML."""
    return json.dumps(clean_line(text), ensure_ascii=False)


def modeline(name: str, depth: int = 0) -> str:
    """The first line of a YAML file, by which editors find its schema. `depth`: the number of folders above it."""
    return f"# yaml-language-server: $schema={'../' * depth}{_SCHEMAS}/{name}.schema.json\n"


def schema_files(ids: Ids) -> GuideFiles:
    """The schemas of a guide with these ids, for editors."""
    return {f"{_SCHEMAS}/{name}.schema.json": json_schema(name, ids) for name in FILES}


def vscode_settings() -> GuideFiles:
    """The settings by which Visual Studio Code finds the schemas."""
    schemas: Json = {f"./{_SCHEMAS}/{name}.schema.json": list(patterns) for name, patterns in _PATTERNS.items()}
    return {".vscode/settings.json": json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"}
