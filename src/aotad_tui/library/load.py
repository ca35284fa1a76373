"""Loads a folder as a `Story`, and collects all its problems."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from typing import TypeVar

from aotad_tui.cleaning import single_line
from aotad_tui.story.story import Story

from .assemble import Assembly
from .assemble_relationships import RelationshipAssembly
from .entries import Entries
from .folder import YAML_ENDINGS, Folder
from .format import (
    CHARACTERS_FILE,
    GUIDE,
    RELATIONSHIPS_FILE,
    SOURCES,
    TERMS,
    CharacterEntry,
    GuideEntry,
    SourceEntry,
    TermEntry,
)
from .parts import PART_FILES
from .problems import Mark, Problem, Problems
from .relationship_entries import RelationshipEntry
from .sections import SECTIONS, FolderTexts, parts_shown, read_sections
from .shapes import Shape, Word
from .stamps import Stamps
from .timelines import make_timeline
from .unread_files import report_unread_files
from .yaml_nodes import read_yaml

T = TypeVar("T")

GUIDE_FILE = "guide.yaml"


_WITHOUT_STORY = frozenset(("NO-GUIDE", "EMPTY", "FORMAT"))
"""The codes of fatal problems whose messages quote nothing from the guide."""


class GuideUnreadable(Exception):
    """Raised when a guide cannot be opened. Its text tells nothing of the story; `problems` has all the reasons."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        of_guide = (_reason(problem) for problem in problems if problem.fatal and problem.mark.path == GUIDE_FILE)
        reason = next(of_guide, "nothing in it can be read")
        shown = single_line(str(folder))
        advice = f"`aotad-tui check {single_line(quote(str(folder)))}` lists all problems"
        super().__init__(f"{shown} cannot be opened as a guide: {reason}; {advice}")
        self.folder = folder
        self.problems = problems


def _reason(problem: Problem) -> str:
    if problem.code in _WITHOUT_STORY:
        return problem.message.partition(";")[0]
    return f"line {problem.mark.line} of {problem.mark.path} is wrong"


@dataclass(frozen=True, slots=True)
class Readable:
    """The readable part of a guide, for `check`. It is never shown."""

    story: Story
    entries: Entries


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of loading a folder: the whole story (None when it cannot be opened) and every problem.

    `faulty_ids`: the ids of entries with problems in them.
    """

    story: Story | None
    problems: tuple[Problem, ...]
    readable: Readable | None = None
    faulty_ids: frozenset[str] = frozenset()


def open_guide(path: Path) -> Story:
    """The whole story of a guide's folder. Raises `GuideUnreadable`."""
    loaded = load(path)
    if loaded.story is None:
        raise GuideUnreadable(path, loaded.problems)
    return loaded.story


def guide_title(path: Path) -> str:
    """The title of a guide, of which only guide.yaml is read; the folder's name if it cannot be read."""
    guide = _read_guide(Folder(path), Problems())
    return guide.title if guide else single_line(path.name)


def load(path: Path) -> Loaded:
    """Load a guide's folder. The texts of sections are read later, each time they are opened."""
    problems = Problems()
    with _paused_gc():
        readable = _load(Folder(path), problems)
    found = problems.all
    is_closed = readable is not None and _is_nothing_readable(readable.story, problems)
    if is_closed:
        found = tuple(replace(problem, fatal=problem.mark.path != GUIDE_FILE) for problem in found)
    story = readable.story if readable and not is_closed else None
    return Loaded(story, found, readable, frozenset(problems.faulty_ids))


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
    guide = _read_guide(folder, problems)
    if guide is None:
        return None
    first = problems.count
    timeline = make_timeline(guide.timeline, problems)
    problems.make_fatal(first)
    # Problems of the timeline make every stamp wrong. Reporting those too would bury the cause.
    if problems.fatal:
        return None
    stamps = Stamps(timeline, problems)
    assembly = Assembly(stamps, problems)
    sources_in_files: list[tuple[Word, SourceEntry]] = []
    for file in _files_at_top(folder, "sources"):
        read = _read(folder, file, SOURCES, problems)
        assembly.mark_incomplete("source", read is None)
        sources_in_files.extend(read or ())
    sources = assembly.add_sources(sources_in_files)
    assembly.add_guide(guide)
    is_guide_faulty = any(problem.code == "UNKNOWN-KEY" for problem in problems.all)
    for what, defined in (("group", guide.groups), ("kind of relationship", guide.kinds), ("state", guide.states)):
        assembly.mark_incomplete(what, is_guide_faulty and defined is None)
    characters: list[tuple[Word, CharacterEntry]] = []
    for file in _files(folder, "characters", problems):
        characters_of_file = _read(folder, file, CHARACTERS_FILE, problems)
        assembly.mark_incomplete("character", characters_of_file is None)
        characters.extend(characters_of_file or ())
    characters = assembly.add_characters(characters)
    terms: list[tuple[Word, TermEntry]] = []
    for file in _files(folder, "terms", problems):
        terms.extend(_read(folder, file, TERMS, problems) or ())
    terms = assembly.add_terms(terms)
    relationships: list[RelationshipEntry] = []
    for file in _files(folder, "relationships", problems):
        relationships.extend(_read(folder, file, RELATIONSHIPS_FILE, problems) or ())
    relationship_assembly = RelationshipAssembly(assembly, stamps, problems)
    resolved = [relationship_assembly.relationship(entry) for entry in relationships]
    sections = read_sections(folder, assembly, stamps, problems)
    report_unread_files(folder, problems)
    story = Story(
        title=guide.title,
        timeline=timeline,
        seen=stamps.end,
        summary=guide.summary or "",
        credits=assembly.credits(guide),
        language=guide.language or "",
        endings=guide.endings or (),
        short_names=guide.short_names is not False,
        groups=tuple(assembly.groups.values()),
        kinds=(*assembly.kinds.values(), *relationship_assembly.unknown_kinds.values()),
        states=tuple(assembly.states.values()),
        characters=tuple(assembly.characters.values()),
        relationships=tuple(relationship for relationship in resolved if relationship is not None),
        terms=tuple(assembly.terms.values()),
        sections=tuple(file.section for file in sections),
        sources=tuple(assembly.sources.values()),
        texts=FolderTexts(folder),
    )
    entries = Entries(
        guide, sources, characters, relationships, [file.entry for file in sections], parts_shown(sections), terms
    )
    return Readable(story, entries)


def _read_guide(folder: Folder, problems: Problems) -> GuideEntry | None:
    """The main file of a guide. None after reporting why it keeps the guide from opening."""
    if not folder.exists(GUIDE_FILE):
        closed = folder.why_closed()
        what = (
            f"cannot open this folder: {closed}"
            if closed
            else "no such folder; check the path"
            if not folder.exists(".")
            else "no guide.yaml in this folder; every guide needs one"
        )
        problems.report(Mark(GUIDE_FILE), "NO-GUIDE", what, fatal=True)
        return None
    guide = _read(folder, GUIDE_FILE, GUIDE, problems)
    if guide is None:
        problems.make_fatal(0)
        if not problems.fatal:
            message = "guide.yaml is empty; it needs `format` and `title`"
            problems.report(Mark(GUIDE_FILE), "EMPTY", message, fatal=True)
    return None if problems.fatal else guide


def _is_nothing_readable(story: Story, problems: Problems) -> bool:
    """Whether other files than guide.yaml have problems and nothing of them could be read."""
    is_empty = not (story.sources or story.characters or story.relationships or story.terms or story.sections)
    return is_empty and any(problem.mark.path != GUIDE_FILE for problem in problems.all)


def yaml_files(folder: Folder) -> list[str]:
    """The YAML files of a guide that are read, those of its parts included."""
    names = ("characters", "relationships", "terms")
    inside = [path for name in names for path in _files(folder, name, Problems())]
    parts = folder.files(SECTIONS, PART_FILES, Problems()) if folder.is_folder(SECTIONS) else ()
    return [GUIDE_FILE, *_files_at_top(folder, "sources"), *inside, *parts]


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
