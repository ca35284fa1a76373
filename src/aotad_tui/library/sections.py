"""The text of a guide: which sections there are (from the heads of their files), and their texts when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aotad_tui.cleaning import clean, clean_line
from aotad_tui.story.values import Section

from .assemble import Assembly
from .folder import Folder
from .format import FRONT_MATTER, SectionEntry
from .problems import Mark, Problems
from .stamps import Stamps
from .yaml_nodes import Mapping, read_yaml

SECTIONS = "sections"

_NUMBER = re.compile(r"(?P<number>\d+)[-_. ]+(?=.)")
_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)(?:\n|^)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL | re.MULTILINE)
_LAST = 10**16
_HEAD = 20_000
"""How many characters of a page are looked at for its front matter, unless that is longer."""


class FolderTexts:
    """The texts of a folder's sections, read when they are asked for."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def read(self, file: str) -> str:
        """The Markdown of a section without its front matter, clean. Raises OSError when it cannot be read."""
        try:
            text = clean(self._folder.open_text(f"{SECTIONS}/{file}"))
        except UnicodeDecodeError as error:
            raise OSError(f"{file} is not UTF-8") from error
        return split_front_matter(text)[1]


def split_front_matter(text: str) -> tuple[str | None, str]:
    """The YAML at the head of a page (None when there is none) and the text below it."""
    match = _FRONT.match(text)
    return (match["yaml"], text[match.end() :]) if match else (None, text)


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A section and its front matter. `place` orders the sections: folder by folder, a number and a name."""

    place: tuple[tuple[int, str], ...]
    section: Section
    entry: SectionEntry


def read_sections(folder: Folder, assembly: Assembly, stamps: Stamps, problems: Problems) -> list[SectionFile]:
    """All sections in the order of the sidebar."""
    if not folder.is_folder(SECTIONS):
        return []
    files = sorted(_section_files(folder, assembly, stamps, problems), key=lambda file: file.place)
    first: dict[str, str] = {}
    for section in (file.section for file in files):
        if section.id in first:
            message = f"duplicate section id '{section.id}', first used by {first[section.id]}; rename one of the files"
            problems.error(Mark(f"{SECTIONS}/{section.file}"), "DUPLICATE", message)
        first.setdefault(section.id, section.file)
    return files


def _section_files(folder: Folder, assembly: Assembly, stamps: Stamps, problems: Problems) -> Iterator[SectionFile]:
    for path in folder.files(SECTIONS, ".md", problems):
        text = folder.read(path, problems)
        if text is None:
            continue
        file = path.removeprefix(f"{SECTIONS}/")
        mark = Mark(clean_line(path))
        told = problems.count
        read = _front_matter(_head(text), mark, problems)
        unreadable = read is None and problems.count > told  # the problem of a missing stamp would only bury that one
        *folders, name = file.removesuffix(".md").split("/")
        place = [_numbered(part) for part in folders]
        number, plain = _numbered(name)
        entry = read or _no_front_matter(mark)
        entry = replace(entry, mark=mark, title=entry.title or _titled(plain))
        section = Section(
            id=clean_line("/".join([*(part for _, part in place), plain])),
            file=file,
            title=entry.title or "",
            since=stamps.end if unreadable else stamps.since(entry.since, mark, "the section"),
            parts=tuple(_titled(part) for _, part in place),
            aliases=entry.aliases or (),
            unnamed=entry.unnamed or (),
            grounds=assembly.grounds(entry.certainty, entry.as_of, entry.sources),
        )
        order = number if entry.order is None else entry.order
        yield SectionFile((*place, (order, plain)), section, entry)


def _head(text: str) -> str:
    """The beginning of a page, clean, with its front matter whole: the rest is read when the section is opened."""
    head = clean(text[:_HEAD])
    match = _FRONT.match(head)
    whole = match.end() < len(head) - 1 if match else not head.startswith("---")
    return head if whole else clean(text)


def _front_matter(text: str, mark: Mark, problems: Problems) -> SectionEntry | None:
    front, _ = split_front_matter(text)
    if front is None:
        if text.startswith("---\n"):
            problems.error(mark, "FRONT-MATTER", "the front matter has no closing `---`; add that line")
        return None
    node = read_yaml(front, mark.path, problems, first_line=2)
    return None if node is None else FRONT_MATTER.read(node, problems)


def _no_front_matter(mark: Mark) -> SectionEntry:
    """The front matter of a page that has none: nothing in it is needed."""
    entry = FRONT_MATTER.read(Mapping(mark, ()), Problems())
    assert entry is not None
    return entry


def _numbered(name: str) -> tuple[int, str]:
    """A name's number prefix (a large one for a name without) and the name without it."""
    match = _NUMBER.match(name)
    return (int(match["number"][:15]), name[match.end() :]) if match else (_LAST, name)


def _titled(name: str) -> str:
    """A file or folder name as a title: "season-2" is "Season 2"."""
    words = clean_line(re.sub(r"[-_]+", " ", name))
    return words[:1].upper() + words[1:]
