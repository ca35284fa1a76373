"""The schemas of one guide: those of the format, with which editors also propose the ids of the guide.

They list every id, so they are for authors, as the files of a guide are. The reader never opens them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aotad_tui.library import format_basics
from aotad_tui.library.entries import Entries
from aotad_tui.library.json_schema import SCHEMA_ID, Ids
from aotad_tui.library.load import GuideUnreadable, Readable, load

from .guide_files import FileExists, schema_files


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the schemas of a guide into its folder, and return their paths. Earlier ones are replaced.

    Raises `GuideUnreadable`, and `FileExists` for another file in the way before anything is written, and OSError.
    """
    loaded = load(folder)
    if loaded.readable is None:
        raise GuideUnreadable(folder, loaded.problems)
    files = {folder / path: text for path, text in schema_files(_ids(loaded.readable)).items()}
    for path in files:
        if path.exists() and not _is_schema(path):
            raise FileExists(f"{path} is not a schema of aotad-tui; nothing was written, so rename or remove it")
    for path, text in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(files)


def _is_schema(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as file:
        return f'"$id": "{SCHEMA_ID}' in file.read(1000)


def _ids(guide: Readable) -> Ids:
    """All ids of a guide, in the order of its files."""
    entries = guide.entries
    points = [point.id for point in guide.story.timeline.points]
    return {
        format_basics.STAMP.definition: points,
        format_basics.POINT_OR_LATER.definition: points,
        format_basics.CHARACTER.definition: [id.text for id, _ in entries.characters],
        format_basics.EVENT.definition: _events(entries),
        format_basics.GROUP.definition: [id.text for id, _ in entries.guide.groups or ()],
        format_basics.KIND.definition: [id.text for id, _ in entries.guide.kinds or ()],
        format_basics.SOURCE.definition: [id.text for id, _ in entries.sources],
        format_basics.STATE.definition: [id.text for id, _ in entries.guide.states or ()],
    }


def _events(entries: Entries) -> Iterator[str]:
    facts = (fact.event for _, character in entries.characters for fact in character.facts or ())
    ties = (relationship.event for relationship in entries.relationships)
    yield from (event.text for event in (*facts, *ties) if event)
