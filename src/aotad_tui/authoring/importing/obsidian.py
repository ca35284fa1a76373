"""A vault of Obsidian: its notes are sections, and its notes about people are people too."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from aotad_tui.cleaning import clean_line, clean_text
from aotad_tui.library.folder import PAGE_ENDINGS, Folder
from aotad_tui.library.problems import Problems
from aotad_tui.library.sections import split_front_matter
from aotad_tui.library.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml
from aotad_tui.story.links import WIKILINK
from aotad_tui.story.section_files import without_ending

from .draft import Draft, DraftPage, DraftPerson, DraftRelationship, NotImportable, counted
from .vault_links import VaultLinks

_MOST_CHARACTERS = 64 * 1024 * 1024
_PEOPLE = frozenset(("character", "characters", "person", "people", "npc", "npcs", "cast"))
"""Names of folders, tags and types of notes about people."""
_READ = frozenset(("title", "aliases", "alias", "since", "group", "faction", "about", "description", "native"))
_EMBED = re.compile(r"!\[\[|!\[[^\]\n]{0,200}\]\(")
_LINKED = "linked to"


@dataclass(frozen=True, slots=True)
class _Note:
    """A note: its path in the vault, its texts by the keys of its front matter, and its text below."""

    path: str
    front: dict[str, tuple[str, ...]] = field(repr=False)
    text: str = field(repr=False)

    def first(self, *keys: str) -> str:
        """The first value of the first of the keys that has one."""
        return next((self.front[key][0] for key in keys if self.front.get(key)), "")

    @property
    def name(self) -> str:
        """The name of the file without its ending, which other notes link to."""
        return clean_line(posixpath.basename(without_ending(self.path)))

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other names."""
        return (*self.front.get("aliases", ()), *self.front.get("alias", ()))

    @property
    def is_person(self) -> bool:
        """Whether a folder, a tag or a type says that it is about a person."""
        words = [*self.path.split("/")[:-1]]
        for key in ("tags", "tag", "type", "category", "class"):
            words += [part for value in self.front.get(key, ()) for part in value.lstrip("#").split("/")]
        return any(map(_means_people, words))

    @property
    def group(self) -> str:
        """Its group: as given, else the folder below that of the people."""
        folders = self.path.split("/")[:-1]
        inside = [number for number, folder in enumerate(folders) if _means_people(folder)]
        below = folders[inside[-1] + 1] if inside and inside[-1] + 1 < len(folders) else ""
        return self.first("group", "faction") or clean_line(below)


def _means_people(word: str) -> bool:
    """Whether a folder, a tag or a type means people. Folders may be numbered: "02 - Characters"."""
    return re.sub(r"^[\W\d_]+", "", word).casefold() in _PEOPLE


def read_vault(root: Path) -> Draft:
    """The draft of a vault. Raises `NotImportable`."""
    problems = Problems()
    folder = Folder(root)
    notes: list[_Note] = []
    size = 0
    for listed in folder.files(".", PAGE_ENDINGS, problems):
        path = listed.removeprefix("./")
        text = folder.read(path, problems)
        if text is None:
            continue
        size += len(text)
        if size > _MOST_CHARACTERS:
            raise NotImportable(
                f"the notes of {root} are larger than {_MOST_CHARACTERS // 1024 // 1024} MB; import a part"
            )
        notes.append(_note(path, clean_text(text), problems))
    if not notes:
        raise NotImportable(f"no notes (.md) in {root}; check the path")
    people = [note for note in notes if note.is_person]
    links = VaultLinks(note.path for note in notes)
    left_out = [f"{problem.mark.path.removeprefix('./')}: {problem.message}" for problem in problems.all]
    return Draft(
        people=tuple(map(_person, people)),
        relationships=tuple(_links_between(people, links)),
        pages=tuple(_page(note, links) for note in notes),
        left_out=(*left_out, *_unused(notes)),
    )


def _note(path: str, text: str, problems: Problems) -> _Note:
    yaml, body = split_front_matter(text)
    node = read_yaml(yaml, path, problems) if yaml else None
    entries = node.entries if isinstance(node, Mapping) else ()
    return _Note(path, {key.text.casefold(): _texts(value) for key, value in entries}, body)


def _texts(node: Node) -> tuple[str, ...]:
    """The texts of a value, or of the values of a list."""
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = (clean_line(item.text) for item in items if isinstance(item, Scalar) and not item.is_null)
    return tuple(text for text in texts if text)


def _person(note: _Note) -> DraftPerson:
    name = note.first("title") or note.name
    return DraftPerson(
        key=note.path,
        name=name,
        native=note.first("native"),
        aliases=tuple(alias for alias in dict.fromkeys(note.aliases) if alias != name),
        group=note.group,
        about=note.first("about", "description"),
        since=note.first("since"),
    )


def _page(note: _Note, links: VaultLinks) -> DraftPage:
    text = links.made_relative(note.path, note.text)
    return DraftPage(note.path, text, note.first("title"), tuple(dict.fromkeys(note.aliases)), note.first("since"))


def _links_between(people: list[_Note], links: VaultLinks) -> list[DraftRelationship]:
    """A relationship for each two people of whom one note links to the other."""
    names: dict[str, list[str]] = {}
    for note in people:
        for name in {note.name, without_ending(note.path), *note.aliases}:
            names.setdefault(name.casefold(), []).append(note.path)
    paths = {note.path for note in people}
    pairs: dict[frozenset[str], DraftRelationship] = {}
    for note in people:
        wikilinks = (match["target"].partition("#")[0].strip() for match in WIKILINK.finditer(note.text))
        named = (names.get(target.casefold(), []) for target in wikilinks)
        linked = (path for found in named if len(found) == 1 for path in found)
        for path in (*linked, *links.linked_from(note.path, note.text)):
            if path in paths and path != note.path:
                relationship = DraftRelationship(note.path, path, _LINKED, mutual=True, since=note.first("since"))
                pairs.setdefault(frozenset((note.path, path)), relationship)
    return list(pairs.values())


def _unused(notes: list[_Note]) -> list[str]:
    """What the guide has no place for: keys of front matter and pictures."""
    keys = Counter(key for note in notes for key in note.front if key not in _READ)
    embeds = sum(len(_EMBED.findall(note.text)) for note in notes)
    unused = [
        f"the key '{clean_line(key)}' of {counted(number, 'note', 'notes')}" for key, number in keys.most_common()
    ]
    if embeds:
        what = counted(embeds, "embedded picture or note", "embedded pictures and notes")
        unused.append(f"{what}, of which the words are shown")
    return unused
