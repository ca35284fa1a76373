"""Checks the links of pages: their targets, and the headings and other places that they name."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from aotad_tui.inline_rules import WORDS, anchors_in
from aotad_tui.link import Link
from aotad_tui.markdown import full_parser
from aotad_tui.story.fragments import fragment_of, unique_slug
from aotad_tui.story.links import Links
from aotad_tui.story.story import Story
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .problems import Mark, Problems, did_you_mean, most_similar

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORDS = {"text", "text_special", "code_inline"}
"""The types of the tokens that make up the text of a heading."""


class LinkChecker:
    """Checks links against a whole, ungated story. `bodies`: the text of each section without its comments."""

    def __init__(self, story: Story, bodies: Mapping[str, str], problems: Problems) -> None:
        self._story = story
        self._bodies = bodies
        self._problems = problems
        self._links = VisibleStory(story).links
        self._places: dict[str, frozenset[str]] = {}

    def check(self, section: Section, mark: Mark, target: str, *, is_wikilink: bool) -> Link | None:
        """Report what is wrong with a link of a section, and return where it leads."""
        if is_wikilink:
            _, link, is_ambiguous = self._links.read_wikilink(target, section)
        else:
            link, is_ambiguous = self._links.resolve(target, section), False
        parsed = Link.parse(target)
        id = parsed.id if parsed and (parsed.is_character or parsed.is_term) else target
        if is_ambiguous:
            message = f"several things are called '{target}', so this is plain text; write the path or the id"
            self._problems.report(mark, "AMBIGUOUS-LINK", message, subject=target)
        elif link is None and id not in self._problems.faulty_ids:
            hint = self._near(target, section, is_wikilink=is_wikilink) or "; correct the link"
            message = f"no page, person, term or web address '{target}'{hint}"
            self._problems.report(mark, "BROKEN-LINK", message, subject=target)
        elif link and not self._has_place(link):
            message = f"no such heading on the page of '{target}'; correct the part after `#`"
            self._problems.report(mark, "BROKEN-LINK", message, subject=target)
        return link

    def _near(self, target: str, section: Section, *, is_wikilink: bool) -> str:
        """The end of a message about a dead link: the most similar target, if there is one."""
        people = (person.id for person in self._story.characters)
        terms = (term.id for term in self._story.terms)
        if is_wikilink:
            return did_you_mean(target.partition("#")[0], (*self._pages_by_name, *people, *terms))
        link = Link.parse(target)
        if link and (link.is_character or link.is_term):
            return did_you_mean(link.id, people if link.is_character else terms, f"{link.kind}:")
        page = self._pages_by_name.get(most_similar(_name(target.partition("#")[0]), self._pages_by_name))
        if page is None:
            return ""
        return f"; did you mean '{posixpath.relpath(page.file, posixpath.dirname(section.file) or '.')}'?"

    @cached_property
    def _pages_by_name(self) -> dict[str, Section]:
        return {_name(section.file): section for section in self._story.sections}

    def _has_place(self, link: Link) -> bool:
        """Whether the page of a link has the heading or other place that the link names, if it names one."""
        if not link.fragment or link.id not in self._bodies:
            return True
        if link.id not in self._places:
            section = self._story.section_by_id[link.id]
            self._places[link.id] = frozenset(_places(self._bodies[link.id], section, self._links))
        return link.fragment in self._places[link.id]


def _name(file: str) -> str:
    """The name of a file without folders and ending."""
    return posixpath.splitext(posixpath.basename(file))[0]


def _places(body: str, section: Section, links: Links) -> Iterator[str]:
    """The fragments of all places of a page that links can lead to: headings, anchors and block ids."""
    taken: dict[str, int] = {}
    tokens = full_parser().parse(body)
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            yield unique_slug("".join(_words(inline.children or (), section, links)), taken)
    for token in tokens:
        if token.type == "inline":
            yield from map(fragment_of, anchors_in(token.content))


def _words(children: Iterable[Token], section: Section, links: Links) -> Iterator[str]:
    """The words of a heading."""
    for child in children:
        if child.type == "wikilink":
            yield links.read_wikilink(child.content, section, child.meta[WORDS]).words
        elif child.type in _WORDS:
            yield child.content


@dataclass(frozen=True, slots=True)
class LinkInPage:
    """A link of a page: the index of its line and its target. `is_bare`: a wikilink without words of its own."""

    index: int
    target: str
    is_wikilink: bool = False
    is_bare: bool = False


def links_in(tokens: Iterable[Token]) -> Iterator[LinkInPage]:
    """The links of a page."""
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        line = token.map[0]
        for child in token.children or ():
            line += child.type in {"softbreak", "hardbreak"}
            if child.type == "link_open":
                yield LinkInPage(line, str(child.attrs.get("href", "")))
            elif child.type == "wikilink":
                yield LinkInPage(line, child.content, is_wikilink=True, is_bare=not child.meta[WORDS])
