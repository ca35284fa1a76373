"""The parts of the sidebar: folders of sections, each with an optional `_part.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aotad_tui.cleaning import clean_line
from aotad_tui.story.timeline import Position

from .folder import YAML_ENDINGS, Folder
from .format import PART, PartEntry
from .problems import Mark, Problems
from .shapes import Word
from .stamps import Stamps
from .yaml_nodes import read_yaml

PART_FILES = tuple(f"/_part{ending}" for ending in YAML_ENDINGS)


@dataclass(frozen=True, slots=True)
class Part:
    """The contents of one `_part.yaml`. Everything in its folder is hidden before `since`.

    `stamp`: the word behind `since`, None for a part that has no stamp.
    """

    entry: PartEntry
    since: Position
    stamp: Word | None


class Parts:
    """The parts of a guide, by their folders. `files`: the paths of all files that are called `_part.yaml`."""

    def __init__(self, files: Iterable[str], folder: Folder, stamps: Stamps, problems: Problems) -> None:
        self._by_folder: dict[str, Part] = {}
        for file in files:
            path = file.rpartition("/")[0]
            if "/" not in path or path in self._by_folder:
                reason = "its folder has another one" if "/" in path else "it is in no folder of sections"
                message = f"this file is not read, since {reason}; move or remove it"
                problems.report(Mark(clean_line(file)), "UNREAD", message)
            elif part := _read(folder, file, stamps, problems):
                self._by_folder[path] = part

    def title(self, path: str) -> str:
        """The title of the part in a folder, by its own file or else from the name of the folder."""
        part = self._by_folder.get(path)
        name = path.rpartition("/")[2]
        return (part.entry.title if part else None) or title_of(split_number(name)[1])

    def around(self, path: str) -> Sequence[Part]:
        """The parts with a file of their own that a section's path leads through, the outermost first."""
        folders = path.split("/")[:-1]
        paths = ("/".join(folders[: number + 1]) for number in range(len(folders)))
        return [part for path in paths if (part := self._by_folder.get(path))]


def _read(folder: Folder, file: str, stamps: Stamps, problems: Problems) -> Part | None:
    """The part of a file; None for a file without contents. One that cannot be read hides its folder until the end."""
    mark, first = Mark(clean_line(file)), problems.count
    text = folder.read(file, problems)
    node = None if text is None else read_yaml(text, mark.path, problems)
    entry = None if node is None else PART.read(node, problems)
    if entry is None:
        return Part(PartEntry(mark=mark, title=None, since=None), stamps.end, None) if problems.count > first else None
    since = stamps.point(entry.since) if entry.since else 0
    return Part(entry, since, entry.since)


_NUMBER_PREFIX = re.compile(r"(?P<number>\d+)[-_. ]+(?=.)")
WITHOUT_NUMBER = 10**16


def split_number(name: str) -> tuple[int, str]:
    """The number prefix of a name (a large number for a name without one) and the name without it."""
    match = _NUMBER_PREFIX.match(name)
    return (int(match["number"][:15]), name[match.end() :]) if match else (WITHOUT_NUMBER, name)


def title_of(name: str) -> str:
    """A file or folder name as a title: "season-2" is "Season 2"."""
    words = clean_line(re.sub(r"[-_]+", " ", name))
    return words[:1].upper() + words[1:]
