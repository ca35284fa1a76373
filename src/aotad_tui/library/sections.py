"""The sections of a guide, from the front matter of their files. Their texts are read on demand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from aotad_tui.cleaning import clean, clean_line, clean_text
from aotad_tui.story.section_files import without_ending
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Role, Section

from .assemble import Assembly
from .encodings import encoding_advice
from .folder import PAGE_ENDINGS, Folder
from .format import FRONT_MATTER, PartEntry, SectionEntry
from .parts import PART_FILES, WITHOUT_NUMBER, Parts, split_number, title_of
from .problems import Mark, Problems
from .stamps import Stamps
from .yaml_nodes import Mapping, read_yaml

SECTIONS = "sections"

_FRONT_MATTER = re.compile(
    r"(?:(?:[ \t]*\n)+(?=---[ \t]*\n[\w-]+[ \t]*:))?---[ \t]*\n(?P<yaml>.*?)(?:\n|^)(?:---|\.\.\.)[ \t]*(?:\n|$)",
    re.DOTALL | re.MULTILINE,
)
"""Front matter, which after blank lines must begin with a key: there `---` may be a rule."""
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n.*?(?:\n|^)\+\+\+[ \t]*(?:\n|$)", re.DOTALL | re.MULTILINE)
_HEAD_CHARACTERS = 20_000
"""The characters of a page that are searched for front matter, unless it is longer."""


class FolderTexts:
    """Reads the texts of a folder's sections on demand."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def read(self, file: str) -> str:
        """The clean Markdown of a section without its front matter. Raises OSError when it cannot be read."""
        try:
            text = clean_text(self._folder.open_text(f"{SECTIONS}/{file}"))
        except UnicodeDecodeError as error:
            raise OSError(f"{file} is {encoding_advice(error.object)}") from error
        return split_front_matter(text)[1]


def split_front_matter(text: str) -> tuple[str | None, str]:
    """The YAML at the beginning of a page (None without any) and the text below it. TOML is left out too."""
    if match := _FRONT_MATTER.match(text):
        return match["yaml"], text[match.end() :]
    toml = _TOML.match(text)
    return None, text[toml.end() :] if toml else text


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A section and its front matter, which has the stamp of a part that is shown later than the section alone.

    `sort_key`: a number and a name for each folder on the path and for the file. `parts`: the parts around it that have
    a file of their own.
    """

    sort_key: tuple[tuple[int, str], ...]
    section: Section
    entry: SectionEntry
    parts: tuple[PartEntry, ...]


def read_sections(folder: Folder, assembly: Assembly, stamps: Stamps, problems: Problems) -> list[SectionFile]:
    """All sections in the order of the sidebar."""
    if not folder.is_folder(SECTIONS):
        return []
    files = sorted(_section_files(folder, assembly, stamps, problems), key=lambda file: file.sort_key)
    return _with_different_ids(files, problems)


def parts_shown(files: Iterable[SectionFile]) -> list[tuple[PartEntry, Position]]:
    """The parts with a file of their own, and the position from which the first section in each is visible."""
    first: dict[Mark, tuple[PartEntry, Position]] = {}
    for file in files:
        for part in file.parts:
            _, since = first.get(part.mark, (part, file.section.since))
            first[part.mark] = part, min(since, file.section.since)
    return list(first.values())


def _with_different_ids(files: list[SectionFile], problems: Problems) -> list[SectionFile]:
    """The sections with different ids. Of two with one id the earlier-stamped keeps it, else the first.

    The other gets the path of its file, numbers included. Ids are given out in the order of stamps, so that no id
    depends on a section that is stamped later.
    """
    owners: dict[str, Section] = {}
    for section in sorted((file.section for file in files), key=lambda section: section.since):
        id = section.id
        if id in owners and not _differ_in_number(section.file, owners[id].file):
            message = f"duplicate section id '{id}', also that of {owners[id].file}; rename one of the files"
            problems.report(Mark(clean_line(f"{SECTIONS}/{section.file}")), "DUPLICATE", message)
        if id in owners:
            id = clean_line(without_ending(section.file))
        while id in owners:
            id += ".md"
        owners[id] = section if id == section.id else replace(section, id=id)
    by_file = {section.file: section for section in owners.values()}
    return [replace(file, section=by_file[file.section.file]) for file in files]


def _differ_in_number(file: str, other: str) -> bool:
    """Whether two files of one folder have different numbers, as 01-episode-1.md and 13-episode-1.md have."""
    folder, name = posixpath.split(file)
    other_folder, other_name = posixpath.split(other)
    numbers = {split_number(name)[0], split_number(other_name)[0]}
    return folder == other_folder and len(numbers) == 2 and WITHOUT_NUMBER not in numbers


def _section_files(folder: Folder, assembly: Assembly, stamps: Stamps, problems: Problems) -> Iterator[SectionFile]:
    paths = list(folder.files(SECTIONS, PAGE_ENDINGS, problems, also=PART_FILES))
    parts = Parts((path for path in paths if path.lower().endswith(PART_FILES)), folder, stamps, problems)
    for path in paths:
        text = None if path.lower().endswith(PART_FILES) else folder.read(path, problems)
        if text is None:
            continue
        file = path.removeprefix(f"{SECTIONS}/")
        mark = Mark(clean_line(path))
        problems_before = problems.count
        front_matter = _front_matter(_beginning(text), mark, problems)
        is_faulty = problems.count > problems_before
        *folders, name = without_ending(file).split("/")
        sort_key = [split_number(part) for part in folders]
        number, plain = split_number(name)
        entry = front_matter or _no_front_matter(mark)
        entry = replace(entry, mark=mark, title=entry.title or title_of(plain))
        since = _since(entry, mark, assembly, stamps, is_faulty=is_faulty)
        around = parts.around(path)
        for part in around:
            if part.since > since:
                since, entry = part.since, replace(entry, since=part.stamp)
        section = Section(
            id=clean_line("/".join([*(part for _, part in sort_key), plain])),
            file=file,
            title=entry.title or "",
            since=since,
            parts=tuple(parts.title("/".join((SECTIONS, *folders[: depth + 1]))) for depth in range(len(folders))),
            aliases=entry.aliases or (),
            unnamed=entry.unnamed or (),
            grounds=assembly.grounds(entry),
            role=Role(entry.role) if entry.role else None,
            covers=stamps.point(entry.covers) if entry.covers else None,
        )
        order = number if entry.order is None else entry.order
        yield SectionFile((*sort_key, (order, plain)), section, entry, tuple(part.entry for part in around))


def _since(entry: SectionEntry, mark: Mark, assembly: Assembly, stamps: Stamps, *, is_faulty: bool) -> Position:
    """The stamp of a section. The end where its front matter has none or cites an unknown source."""
    # Reporting a missing stamp of faulty front matter too would bury the cause, such as a misspelt `since`.
    is_lost = is_faulty and entry.since is None
    since = stamps.end if is_lost else stamps.since(entry.since, mark, "the section")
    return stamps.end if assembly.has_unknown_source(entry.sources) else since


def _beginning(text: str) -> str:
    """The clean beginning of a page with all its front matter. The rest is read when the section is opened."""
    head = clean(text[:_HEAD_CHARACTERS])
    match = _FRONT_MATTER.match(head)
    is_whole = match.end() < len(head) - 1 if match else not head.lstrip().startswith(("---", "+++"))
    return head if is_whole else clean(text)


def _front_matter(text: str, mark: Mark, problems: Problems) -> SectionEntry | None:
    match = _FRONT_MATTER.match(text)
    if match is None:
        if _TOML.match(text):
            problems.report(mark, "FRONT-MATTER", "front matter in TOML is not read; write it in YAML, between `---`")
        elif text.startswith("---\n"):
            problems.report(mark, "FRONT-MATTER", "the front matter has no closing `---`; add that line")
        return None
    first_line = text.count("\n", 0, match.start("yaml")) + 1
    node = read_yaml(match["yaml"], mark.path, problems, first_line)
    return None if node is None else FRONT_MATTER.read(node, problems)


def _no_front_matter(mark: Mark) -> SectionEntry:
    """The front matter of a page without any: all its keys are optional."""
    entry = FRONT_MATTER.read(Mapping(mark, ()), Problems())
    assert entry is not None
    return entry
