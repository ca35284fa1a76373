"""Resolves the links in a page. A link to a target that is not visible, or does not exist, becomes plain text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import unquote

from aotad_tui.cleaning import clean
from aotad_tui.invisible import visible
from aotad_tui.link import Link, LinkKind, is_people_page

from .fragments import fragment_of
from .named import Term
from .people import People
from .story import Story
from .values import Section
from .wikilinks import Wikilink, Wikilinks

WIKILINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\]")

_CHARACTER_LINK = re.compile(rf"\]\([ \t]*<?{LinkKind.CHARACTER}:(?P<id>[^\s()<>]+)")

_NO_TERMS: Mapping[str, Term] = {}


class Links:
    """Resolves the links of a gated story."""

    def __init__(self, story: Story, people: People, terms: Mapping[str, Term] = _NO_TERMS) -> None:
        """`terms`: those whose ids no person has, by their ids."""
        self._story = story
        self._people = people
        self._terms = terms

    @cached_property
    def _by_file(self) -> dict[str, Section]:
        return {clean(section.file): section for section in self._story.sections}

    @cached_property
    def _wikilinks(self) -> Wikilinks:
        return Wikilinks(self._story, self._people, self._terms)

    def resolve(self, target: str, section: Section) -> Link | None:
        """The link for a Markdown link in `section`, or None for a dead link.

        Authors can link to characters, terms, addresses and files. Other targets that look like links, such as
        commands, are file paths here.
        """
        link = Link.parse(target)
        if link and link.is_character:
            return self._character(visible(unquote(link.id)))
        if link and link.is_term:
            id = visible(unquote(link.id))
            return Link.term(id) if id in self._terms else None
        if link and link.kind is LinkKind.ADDRESS:
            return Link.safe_address(target)
        if is_people_page(section.id) and is_people_page(target):
            return Link.section(target)
        path, _, heading = target.partition("#")
        fragment = fragment_of(unquote(heading))
        if not path:
            return Link.section(section.id, fragment) if fragment else None
        target_section = self._section_at(path, section)
        if target_section:
            return Link.section(target_section.id, fragment)
        target_section = self._section_at(target, section)  # The name of a file may contain the sign.
        return Link.section(target_section.id) if target_section else None

    def _section_at(self, path: str, section: Section) -> Section | None:
        """The section at a path from the folder of a section."""
        whole = posixpath.join(posixpath.dirname(section.file), unquote(path))
        return self._by_file.get(clean(posixpath.normpath(whole)))

    def read_wikilink(self, target: str, section: Section, words: str = "") -> Wikilink:
        """The wikilink `[[target]]` or `[[target|words]]` in a section."""
        return self._wikilinks.read(target, section, words)

    def people_linked(self, text: str) -> set[str]:
        """The ids of all people that a Markdown text links by id."""
        ids = [match["id"] for match in _CHARACTER_LINK.finditer(text)]
        ids += [match["target"].strip() for match in WIKILINK.finditer(text)]
        return {person.id for id in ids if (person := self._people.get(visible(id)))}

    def _character(self, id: str) -> Link | None:
        person = self._people.get(id)
        return Link.character(person.id) if person else None
