"""Wikilinks, `[[target]]`: what they show and where they lead, among the visible pages, people and terms only."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from aotad_tui.invisible import visible
from aotad_tui.link import Link

from .fragments import fragment_of, is_block_id
from .named import Term
from .people import People
from .section_files import without_ending
from .story import Story
from .values import Section

T = TypeVar("T")

_NUMBER = re.compile(r"\d+[-_. ]+(?=.)")
_FOLDER = "sections/"
"""The folder of sections, which a path in a vault begins with."""


class Wikilink(NamedTuple):
    """What a wikilink shows, and where it leads; None where that is nowhere, or one of several things."""

    words: str
    link: Link | None = None
    is_ambiguous: bool = False


class Wikilinks:
    """Reads the wikilinks of a gated story."""

    def __init__(self, story: Story, people: People, terms: Mapping[str, Term]) -> None:
        self._sections = story.sections
        self._people = people
        self._terms = terms

    def read(self, target: str, section: Section, words: str = "") -> Wikilink:
        """The wikilink `[[target]]` or `[[target|words]]` in a section.

        Without words of its own it shows the title or name of a target that is written as an id, a path or a file name,
        and else what is written.
        """
        name, _, heading = target.partition("#")
        name, heading = name.strip(), heading.rpartition("#")[2].strip()
        found = self._own_heading(section, heading) if not name else self._target(name, section)
        if found.link and found.link.is_section and name:
            found = found._replace(link=Link.section(found.link.id, fragment_of(heading)))
        if name and heading and not is_block_id(heading):
            found = found._replace(words=f"{found.words} > {heading}")
        return found._replace(words=words) if words else found

    def _own_heading(self, section: Section, heading: str) -> Wikilink:
        fragment = fragment_of(heading)
        words = section.title if is_block_id(heading) else heading
        return Wikilink(words, Link.section(section.id, fragment)) if fragment else Wikilink(words or "#")

    def _target(self, name: str, section: Section) -> Wikilink:
        person = self._people.get(name)
        if person:
            return Wikilink(person.name, Link.character(person.id))
        if name in self._terms:
            return Wikilink(self._terms[name].name, Link.term(name))
        key = _key(without_ending(name))
        at_path = self._by_path.get(self._path(key, section))
        if at_path:
            return Wikilink(name if _key(at_path.title) == _key(name) else at_path.title, Link.section(at_path.id))
        titled, filed = self._by_title.get(_key(name), ()), self._by_file_name.get(key, ())
        fitting = dict.fromkeys((*titled, *filed))
        if len(fitting) == 1:
            only = next(iter(fitting))
            return Wikilink(name if titled else only.title, Link.section(only.id))
        meant = () if fitting else self._by_name.get(_key(name), ())
        if len(meant) == 1:
            return Wikilink(name, meant[0])
        return Wikilink(name, is_ambiguous=bool(fitting or meant))

    def _path(self, key: str, section: Section) -> str:
        """A path from the folder of sections, for one that may be relative to the section's own folder."""
        if "/" not in key:
            return key
        relative = posixpath.normpath(posixpath.join(_key(posixpath.dirname(section.file)), key))
        return relative if relative in self._by_path else key.removeprefix(_FOLDER)

    @cached_property
    def _by_path(self) -> dict[str, Section]:
        """The sections by their ids, and by the paths of their files without ending."""
        ids = {_key(section.id): section for section in reversed(self._sections)}
        return {_key(without_ending(section.file)): section for section in reversed(self._sections)} | ids

    @cached_property
    def _by_title(self) -> dict[str, tuple[Section, ...]]:
        return _index((name, section) for section in self._sections for name in (section.title, *section.aliases))

    @cached_property
    def _by_file_name(self) -> dict[str, tuple[Section, ...]]:
        """The sections by the names of their files without ending, with and without their number."""
        names = ((posixpath.basename(without_ending(section.file)), section) for section in self._sections)
        return _index((form, section) for name, section in names for form in (name, _NUMBER.sub("", name, count=1)))

    @cached_property
    def _by_name(self) -> dict[str, tuple[Link, ...]]:
        """The people by their names, and the terms by those that no person has."""
        people = ((name, Link.character(one.id)) for one in self._people.everyone for name in one.spellings)
        terms = ((name, Link.term(one.id)) for one in self._terms.values() for name in one.spellings)
        return _index(terms) | _index(people)


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """What has each name, each thing once."""
    found: dict[str, dict[T, None]] = {}
    for name, value in pairs:
        found.setdefault(_key(name), {})[value] = None
    return {name: tuple(values) for name, values in found.items()}


def _key(name: str) -> str:
    """A name in the form in which names are compared."""
    return " ".join(visible(name).casefold().split())
