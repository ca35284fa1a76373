"""Where a link in a page leads. A link to what is not there (not there yet, or never) leads nowhere: plain text.

A place is written as a text: `character:nam-on-jo`, `section:season-2/renewed#heading`, or an address.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import cached_property
from urllib.parse import unquote, urlsplit

from .people import People
from .story import Story
from .values import Section

CHARACTER = "character:"
SECTION = "section:"
POINT = "point:"
"""A place that is a position of the timeline."""
ADDRESSES = ("https://", "http://", "mailto:")

WIKILINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\]")

_CHARACTER_LINK = re.compile(r"\]\([ \t]*<?character:(?P<id>[^\s()<>]+)")


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
    def _by_name(self) -> dict[str, str]:
        """Places by what a wikilink may call them; the first of two with one name has it."""
        places: dict[str, str] = {}
        for section in self._story.sections:
            place = SECTION + section.id
            path = section.file.removesuffix(".md")
            for name in (section.id, path, posixpath.basename(path), section.title, *section.aliases):
                places.setdefault(name.casefold(), place)
        for person in self._people.everyone:
            for name in person.spellings:
                places.setdefault(name.casefold(), CHARACTER + person.id)
        return places

    def resolve(self, target: str, section: Section) -> str | None:
        """The place that a Markdown link in `section` leads to, or None when it leads nowhere."""
        if target.startswith(CHARACTER):
            return self._character(unquote(target.removeprefix(CHARACTER)))
        if target.lower().startswith(ADDRESSES):
            return target if _is_address(target) else None
        path, mark, heading = unquote(target).partition("#")
        if not path:
            return f"{SECTION}{section.id}#{heading}" if heading else None
        file = posixpath.normpath(posixpath.join(posixpath.dirname(section.file), path))
        there = self._by_file.get(unicodedata.normalize("NFC", file))
        return f"{SECTION}{there.id}{mark}{heading}" if there else None

    def resolve_wikilink(self, target: str) -> str | None:
        """The place that `[[target]]` leads to, or None when it leads nowhere."""
        name, mark, heading = target.strip().partition("#")
        character = self._character(name)
        if character:
            return character
        place = self._by_name.get(name.strip().casefold())
        if place is None or not place.startswith(SECTION):
            return place
        return f"{place}{mark}{heading_slug(heading)}"

    def people_linked(self, text: str) -> set[str]:
        """The ids of all whom a Markdown text links by their id."""
        ids = [match["id"] for match in _CHARACTER_LINK.finditer(text)]
        ids += [match["target"].strip() for match in WIKILINK.finditer(text)]
        return {person.id for id in ids if (person := self._people.get(id))}

    def _character(self, id: str) -> str | None:
        person = self._people.get(id)
        return CHARACTER + person.id if person else None


def _is_address(target: str) -> bool:
    if not target.isprintable() or " " in target:
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return bool(parts.netloc or parts.path) if parts.scheme.lower() == "mailto" else bool(parts.hostname)
