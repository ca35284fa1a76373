"""Checks the links of pages: their targets, and the headings and other places that they name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from aotad_tui.inline_rules import WORDS, anchors_in
from aotad_tui.link import Link
from aotad_tui.markdown import full_parser
from aotad_tui.story.fragments import fragment_of, unique_slug
from aotad_tui.story.links import Links
from aotad_tui.story.section_files import without_ending
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
        self._targets: dict[str | None, dict[str, str]] = {}
        """For the pages of a folder, and for None for wikilinks: what links may lead to, by the last part of it."""

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
            similar = self._similar(section, target, is_wikilink=is_wikilink)
            advice = f"did you mean '{similar}'?" if similar else "correct the link"
            message = f"no page, person, term or web address '{target}'; {advice}"
            self._problems.report(mark, "BROKEN-LINK", message, subject=target)
        elif link and not self._has_place(link):
            hint = did_you_mean(link.fragment, sorted(self._places[link.id]))
            message = f"no such heading on the page of '{target}'{hint or '; correct the part after `#`'}"
            self._problems.report(mark, "BROKEN-LINK", message, subject=target)
        return link

    def _similar(self, section: Section, target: str, *, is_wikilink: bool) -> str | None:
        """The target that a link of a page may mean: the one whose last part is most similar."""
        folder = None if is_wikilink else posixpath.dirname(section.file)
        if folder not in self._targets:
            self._targets[folder] = {_last_part(known): known for known in self._targets_from(folder)}
        similar = most_similar(_last_part(target.partition("#")[0]), self._targets[folder])
        return self._targets[folder][similar] if similar else None

    def _targets_from(self, folder: str | None) -> Iterator[str]:
        """The targets that links on pages of a folder may have. `folder`: None for wikilinks."""
        for section in self._story.sections:
            if folder is None:
                yield from (section.title, without_ending(posixpath.basename(section.file)), section.id)
            else:
                yield quote(posixpath.relpath(section.file, folder or "."))
        for kind, named in (("character", self._story.characters), ("term", self._story.terms)):
            for entry in named:
                yield from (*entry.spellings, entry.id) if folder is None else (f"{kind}:{entry.id}",)

    def _has_place(self, link: Link) -> bool:
        """Whether the page of a link has the heading or other place that the link names, if it names one."""
        if not link.fragment or link.id not in self._bodies:
            return True
        if link.id not in self._places:
            section = self._story.section_by_id[link.id]
            self._places[link.id] = frozenset(_places(self._bodies[link.id], section, self._links))
        return link.fragment in self._places[link.id]


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


def _last_part(target: str) -> str:
    """What distinguishes a target: the name of a file without its ending, or an id."""
    return without_ending(re.split("[/:]", unquote(target))[-1])


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
