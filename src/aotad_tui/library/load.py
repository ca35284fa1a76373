"""Loads a folder as a `Story`, and collects all its problems."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from aotad_tui.cleaning import single_line
from aotad_tui.story.story import Story

from .assemble import Assembly
from .folder import YAML_ENDINGS, Folder
from .format import (
    CHARACTERS,
    GUIDE,
    RELATIONSHIPS,
    SOURCES,
    CharacterEntry,
    Entries,
    GuideEntry,
    RelationshipEntry,
    SourceEntry,
)
from .problems import Mark, Problem, Problems
from .sections import FolderTexts, read_sections
from .shapes import Shape, Word
from .stamps import Stamps, make_timeline
from .unread_files import report_unread_files
from .yaml_nodes import read_yaml

T = TypeVar("T")

GUIDE_FILE = "guide.yaml"


class GuideUnreadable(Exception):
    """Raised when a guide cannot be opened. `problems` has all the reasons."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{single_line(str(folder))} cannot be opened as a guide")
        self.folder = folder
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Readable:
    """The readable part of a guide, for `check`. It is never shown."""

    story: Story
    entries: Entries


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of loading a folder: the whole story (None when it cannot be opened) and every problem.

    `unreadable_ids`: the ids of entries that could not be read.
    """

    story: Story | None
    problems: tuple[Problem, ...]
    readable: Readable | None = None
    unreadable_ids: frozenset[str] = frozenset()


def open_guide(path: Path) -> Story:
    """The whole story of a guide's folder. Raises `GuideUnreadable`."""
    loaded = load(path)
    if loaded.story is None:
        raise GuideUnreadable(path, loaded.problems)
    return loaded.story


def load(path: Path) -> Loaded:
    """Load a guide's folder. The texts of sections are read later, each time they are opened."""
    problems = Problems()
    with _paused_gc():
        readable = _load(Folder(path), problems)
    story = readable.story if readable and not problems.fatal else None
    return Loaded(story, problems.all, readable, frozenset(problems.unreadable_ids))


@contextmanager
def _paused_gc() -> Iterator[None]:
    """Pause the garbage collector: nearly all new objects stay, and scanning them takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(folder: Folder, problems: Problems) -> Readable | None:
    guide = _read_guide_file(folder, problems)
    # Problems in guide.yaml make every stamp and kind wrong. Reporting those too would bury the cause.
    if guide is None or problems.fatal:
        return None
    timeline = make_timeline(guide.timeline, problems)
    stamps = Stamps(timeline, problems)
    assembly = Assembly(stamps, problems)
    sources: Sequence[tuple[Word, SourceEntry]] = ()
    for file in _files_at_top(folder, "sources"):
        read = _read(folder, file, SOURCES, problems)
        assembly.mark_incomplete("source", read is None)
        sources = [*sources, *(read or ())]
    for id, source in sources:
        assembly.add_source(id, source)
    _add_definitions(guide, assembly)
    characters: list[tuple[Word, CharacterEntry]] = []
    for file in _files(folder, "characters", problems):
        characters_of_file = _read(folder, file, CHARACTERS, problems)
        assembly.mark_incomplete("character", characters_of_file is None)
        characters.extend(characters_of_file or ())
    assembly.add_characters(characters)
    relationships: list[RelationshipEntry] = []
    for file in _files(folder, "relationships", problems):
        relationships.extend(_read(folder, file, RELATIONSHIPS, problems) or ())
    resolved = [assembly.relationship(entry) for entry in relationships]
    sections = read_sections(folder, assembly, stamps, problems)
    report_unread_files(folder, problems)
    story = Story(
        title=guide.title,
        timeline=timeline,
        seen=stamps.end,
        summary=guide.summary or "",
        language=guide.language or "",
        groups=tuple(assembly.groups.values()),
        kinds=tuple(assembly.kinds.values()),
        states=tuple(assembly.states.values()),
        characters=tuple(assembly.characters.values()),
        relationships=tuple(relationship for relationship in resolved if relationship is not None),
        sections=tuple(file.section for file in sections),
        sources=tuple(assembly.sources.values()),
        texts=FolderTexts(folder),
    )
    return Readable(story, Entries(guide, sources, characters, relationships, [file.entry for file in sections]))


def _read_guide_file(folder: Folder, problems: Problems) -> GuideEntry | None:
    if not folder.exists(GUIDE_FILE):
        what = (
            "no such folder; check the path"
            if not folder.exists(".")
            else "no guide.yaml in this folder; every guide needs one"
        )
        problems.error(Mark(GUIDE_FILE), "NO-GUIDE", what)
        return None
    guide = _read(folder, GUIDE_FILE, GUIDE, problems)
    if guide is None and not problems.fatal:
        problems.error(Mark(GUIDE_FILE), "EMPTY", "guide.yaml is empty; it needs `format` and `title`")
    return guide


def _add_definitions(guide: GuideEntry, assembly: Assembly) -> None:
    for id, group in guide.groups or ():
        assembly.add_group(id, group)
    for id, kind in guide.kinds or ():
        assembly.add_kind(id, kind)
    for id, state in guide.states or ():
        assembly.add_state(id, state)


def _files(folder: Folder, name: str, problems: Problems) -> list[str]:
    """The existing files among `name`.yaml, `name`.yml and the files in the folder `name`."""
    inside = list(folder.files(name, YAML_ENDINGS, problems)) if folder.is_folder(name) else []
    return _files_at_top(folder, name) + inside


def _files_at_top(folder: Folder, name: str) -> list[str]:
    return [f"{name}{ending}" for ending in YAML_ENDINGS if folder.exists(f"{name}{ending}")]


def _read(folder: Folder, path: str, shape: Shape[T], problems: Problems) -> T | None:
    text = folder.read(path, problems)
    if text is None:
        return None
    node = read_yaml(text, path, problems)
    return None if node is None else shape.read(node, problems)
