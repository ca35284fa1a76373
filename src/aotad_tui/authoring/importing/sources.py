"""Finds out what a source is, and reads it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from .csv_tables import read_table
from .draft import Draft, NotImportable, merged
from .episodes import is_episodes, read_episodes
from .networks import is_network, read_json_network, read_xml_network
from .obsidian import read_vault
from .source_files import read_source

_TABLES = (".csv", ".tsv")
_XML = {".graphml": "GraphML", ".gexf": "GEXF"}


def read_sources(paths: Sequence[Path]) -> Draft:
    """The draft of all sources together. Raises `NotImportable`, also if nothing is in it."""
    draft = merged(_read(path) for path in paths)
    if not (draft.people or draft.relationships or draft.pages or draft.episodes):
        names = ", ".join(path.name for path in paths)
        left_out = "".join(f"; not carried over: {words}" for words in draft.left_out[:1])
        raise NotImportable(f"nothing to import in {names}: no people, relationships, notes or episodes{left_out}")
    return draft


def _read(path: Path) -> Draft:
    """The draft of a source, by its kind: a folder is a vault, a file is what its ending says."""
    ending = path.suffix.lower()
    if path.is_dir():
        return read_vault(path)
    if ending in _TABLES:
        return read_table(read_source(path), path.name)
    if ending in _XML:
        return read_xml_network(read_source(path), path.name, _XML[ending])
    if ending == ".json":
        return _read_json(path)
    raise NotImportable(f"{path} is of no kind that is read; give a vault's folder, .csv, .json, .graphml or .gexf")


def _read_json(path: Path) -> Draft:
    try:
        value: object = json.loads(read_source(path))
    except json.JSONDecodeError as error:
        raise NotImportable(f"{path} is no JSON that can be read: {error}") from error
    except RecursionError as error:
        raise NotImportable(f"{path} is no JSON that can be read: it is nested too deeply") from error
    except ValueError as error:
        raise NotImportable(f"{path} is no JSON that can be read: a number in it is too long") from error
    if is_network(value):
        return read_json_network(value, path.name)
    if is_episodes(value):
        return read_episodes(value, path.name)
    raise NotImportable(f"{path} has no `nodes` and `links`, and no episodes as TVmaze or TMDB write them")
