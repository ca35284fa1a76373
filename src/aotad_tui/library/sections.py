"""The text of a guide: which sections there are (from the heads of their files), and their texts when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aotad_tui.cleaning import clean, clean_line
from aotad_tui.story.values import Section

from .assemble import Assembly
from .folder import Folder
from .format import FRONT_MATTER, SectionEntry
from .problems import Mark, Problems
from .stamps import Stamps
from .yaml_nodes import read_yaml

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
class _Found:
    """A section and where its place among the others is: folder by folder, a number and a name."""

    place: tuple[tuple[int, str], ...]
    section: Section


def read_sections(folder: Folder, assembly: Assembly, stamps: Stamps, problems: Problems) -> tuple[Section, ...]:
    """All sections in the order of the sidebar."""
    if not folder.is_folder(SECTIONS):
        return ()
    found = sorted(_found(folder, assembly, stamps, problems), key=lambda one: one.place)
    first: dict[str, str] = {}
    for one in found:
        section = one.section
        if section.id in first:
            message = f"duplicate section id '{section.id}', first used by {first[section.id]}; rename one of the files"
            problems.error(Mark(f"{SECTIONS}/{section.file}"), "DUPLICATE", message)
        first.setdefault(section.id, section.file)
    return tuple(one.section for one in found)


def _found(folder: Folder, assembly: Assembly, stamps: Stamps, problems: Problems) -> Iterator[_Found]:
    for path in folder.files(SECTIONS, ".md", problems):
        text = folder.read(path, problems)
        if text is None:
            continue
        file = path.removeprefix(f"{SECTIONS}/")
        mark = Mark(clean_line(path))
        told = problems.count
        entry = _front_matter(_head(text), mark, problems)
        unread = entry is None and problems.count > told  # what is wrong there was told: that no stamp is left, too
        *folders, name = file.removesuffix(".md").split("/")
        place = [_numbered(part) for part in folders]
        number, plain = _numbered(name)
        section = Section(
            id=clean_line("/".join([*(part for _, part in place), plain])),
            file=file,
            title=(entry and entry.title) or _titled(plain),
            since=stamps.end if unread else stamps.since(entry.since if entry else None, mark, "the section"),
            parts=tuple(_titled(part) for _, part in place),
            aliases=(entry and entry.aliases) or (),
            unnamed=(entry and entry.unnamed) or (),
            grounds=assembly.grounds(
                entry.certainty if entry else None, entry.as_of if entry else None, entry.sources if entry else None
            ),
        )
        order = entry.order if entry and entry.order is not None else number
        yield _Found((*place, (order, plain)), section)


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


def _numbered(name: str) -> tuple[int, str]:
    """A name's number prefix (a large one for a name without) and the name without it."""
    match = _NUMBER.match(name)
    return (int(match["number"][:15]), name[match.end() :]) if match else (_LAST, name)


def _titled(name: str) -> str:
    """A file or folder name as a title: "season-2" is "Season 2"."""
    words = clean_line(re.sub(r"[-_]+", " ", name))
    return words[:1].upper() + words[1:]
