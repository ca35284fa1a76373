"""Where a link in a page leads. A link to what is not there (not there yet, or never) leads nowhere: plain text."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import cached_property
from urllib.parse import unquote, urlsplit

from aotad_tui.link import Link, LinkKind

from .people import People
from .story import Story
from .values import Section

WIKILINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\]")

_CHARACTER_LINK = re.compile(rf"\]\([ \t]*<?{LinkKind.CHARACTER}:(?P<id>[^\s()<>]+)")


def heading_slug(text: str) -> str:
    """How links name a heading, as GitHub does it: lower case, spaces to hyphens, no punctuation; Hangul stays."""
    kept = (
        character
        for character in text.strip().lower()
        if character in "-_" or character.isspace() or unicodedata.category(character)[0] in "LNM"
    )
    return "".join("-" if character.isspace() else character for character in kept)


def free_slug(text: str, taken: dict[str, int]) -> str:
    """The slug of the next heading of a page, numbered where it is `taken` by one before it, as GitHub does it."""
    slug = first = heading_slug(text)
    while slug in taken:
        taken[first] += 1
        slug = f"{first}-{taken[first]}"
    taken[slug] = 0
    return slug


class Links:
    """Resolves the links of a story (a gated one)."""

    def __init__(self, story: Story, people: People) -> None:
        self._story = story
        self._people = people

    @cached_property
    def _by_file(self) -> dict[str, Section]:
        return {unicodedata.normalize("NFC", section.file): section for section in self._story.sections}

    @cached_property
    def _by_name(self) -> dict[str, Link]:
        """Links by the names that a wikilink may use; the first of two targets with one name has it."""
        links: dict[str, Link] = {}
        for section in self._story.sections:
            link = Link.section(section.id)
            path = section.file.removesuffix(".md")
            for name in (section.id, path, posixpath.basename(path), section.title, *section.aliases):
                links.setdefault(name.casefold(), link)
        for person in self._people.everyone:
            for name in person.spellings:
                links.setdefault(name.casefold(), Link.character(person.id))
        return links

    def resolve(self, target: str, section: Section) -> Link | None:
        """The link that a Markdown link in `section` stands for, or None when it leads nowhere.

        Authors can link to characters, addresses and files. Whatever else looks like a link, such as a command, is the
        path of a file here.
        """
        written = Link.parse(target)
        if written and written.is_character:
            return self._character(unquote(written.id))
        if written and written.kind is LinkKind.ADDRESS:
            return written if _is_address(target) else None
        path, _, heading = unquote(target).partition("#")
        if not path:
            return Link.section(section.id, heading) if heading else None
        file = posixpath.normpath(posixpath.join(posixpath.dirname(section.file), path))
        there = self._by_file.get(unicodedata.normalize("NFC", file))
        return Link.section(there.id, heading) if there else None

    def resolve_wikilink(self, target: str) -> Link | None:
        """The link that `[[target]]` stands for, or None when it leads nowhere."""
        name, _, heading = target.strip().partition("#")
        character = self._character(name)
        if character:
            return character
        link = self._by_name.get(name.strip().casefold())
        if link is None or not link.is_section:
            return link
        return Link.section(link.id, heading_slug(heading))

    def people_linked(self, text: str) -> set[str]:
        """The ids of all whom a Markdown text links by their id."""
        ids = [match["id"] for match in _CHARACTER_LINK.finditer(text)]
        ids += [match["target"].strip() for match in WIKILINK.finditer(text)]
        return {person.id for id in ids if (person := self._people.get(id))}

    def _character(self, id: str) -> Link | None:
        person = self._people.get(id)
        return Link.character(person.id) if person else None


def _is_address(target: str) -> bool:
    if not target.isprintable() or " " in target:
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return bool(parts.netloc or parts.path) if parts.scheme.lower() == "mailto" else bool(parts.hostname)
