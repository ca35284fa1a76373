"""Resolves the links in a page. A link to a target that is not visible, or does not exist, becomes plain text."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import cached_property
from urllib.parse import unquote

from aotad_tui.cleaning import clean_line
from aotad_tui.link import Link, LinkKind

from .people import People
from .story import Story
from .values import Section

WIKILINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\]")

_CHARACTER_LINK = re.compile(rf"\]\([ \t]*<?{LinkKind.CHARACTER}:(?P<id>[^\s()<>]+)")


def heading_slug(text: str) -> str:
    """The fragment for a heading, as on GitHub: lower case, hyphens for spaces, no punctuation; Hangul stays."""
    characters = (
        character
        for character in text.strip().lower()
        if character in "-_" or character.isspace() or unicodedata.category(character)[0] in "LNM"
    )
    return "".join("-" if character.isspace() else character for character in characters)


def unique_slug(text: str, taken: dict[str, int]) -> str:
    """The slug of the next heading of a page, numbered where an earlier heading has it (`taken`), as on GitHub."""
    slug = first = heading_slug(text)
    while slug in taken:
        taken[first] += 1
        slug = f"{first}-{taken[first]}"
    taken[slug] = 0
    return slug


class Links:
    """Resolves the links of a gated story."""

    def __init__(self, story: Story, people: People) -> None:
        self._story = story
        self._people = people

    @cached_property
    def _by_file(self) -> dict[str, Section]:
        return {unicodedata.normalize("NFC", section.file): section for section in self._story.sections}

    @cached_property
    def _by_name(self) -> dict[str, Link]:
        """Links by the names that a wikilink may use. Of two targets with the same name, the first one wins."""
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
        """The link for a Markdown link in `section`, or None for a dead link.

        Authors can link to characters, addresses and files. Other targets that look like links, such as commands, are
        file paths here.
        """
        link = Link.parse(target)
        if link and link.is_character:
            return self._character(unquote(link.id))
        if link and link.kind is LinkKind.ADDRESS:
            return Link.safe_address(target)
        path, _, heading = unquote(target).partition("#")
        heading = clean_line(heading)  # decoding `%1b` makes what the loader has removed from the text
        if not path:
            return Link.section(section.id, heading) if heading else None
        file = posixpath.normpath(posixpath.join(posixpath.dirname(section.file), path))
        target_section = self._by_file.get(unicodedata.normalize("NFC", file))
        return Link.section(target_section.id, heading) if target_section else None

    def resolve_wikilink(self, target: str) -> Link | None:
        """The link for `[[target]]`, or None for a dead link."""
        name, _, heading = target.strip().partition("#")
        character = self._character(name)
        if character:
            return character
        link = self._by_name.get(name.strip().casefold())
        if link is None or not link.is_section:
            return link
        return Link.section(link.id, heading_slug(heading))

    def people_linked(self, text: str) -> set[str]:
        """The ids of all people that a Markdown text links by id."""
        ids = [match["id"] for match in _CHARACTER_LINK.finditer(text)]
        ids += [match["target"].strip() for match in WIKILINK.finditer(text)]
        return {person.id for id in ids if (person := self._people.get(id))}

    def _character(self, id: str) -> Link | None:
        person = self._people.get(id)
        return Link.character(person.id) if person else None
