"""Checks a guide for problems that do not prevent opening it. The most important ones are leaks.

A leak is a name that readers see before the point from which it is known: the name of a character who is not visible
yet, in a fact, a label, a title or a page that is visible earlier.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from aotad_tui.cleaning import REPLACEMENT, clean, clean_line
from aotad_tui.inline_rules import WORDS, anchors_in
from aotad_tui.link import Link
from aotad_tui.markdown import full_parser
from aotad_tui.story.comments import comments, numbered_without_comments
from aotad_tui.story.fragments import fragment_of, unique_slug
from aotad_tui.story.links import Links
from aotad_tui.story.name_index import NameIndex
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .alias_proposals import proposed_aliases
from .case_of_ids import report_case_of_ids
from .check_events import report_single_events
from .check_spoilers import SpoilerChecker
from .folder import Folder
from .load import load
from .name_parts import revealing_parts
from .problems import Mark, Problem, Problems
from .sections import SECTIONS, split_front_matter
from .shown_texts import ShownText, shown_texts

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORDS = {"text", "text_special", "code_inline"}
"""The types of the tokens that make up the text of a heading."""
_IGNORED = re.compile(r"check:\s*ignore\b")
"""A comment for `check`: it may name what it excuses."""


def check(path: Path) -> tuple[Problem, ...]:
    """Every problem of a guide's folder, in the order of files and lines."""
    loaded = load(path)
    if loaded.readable is None:
        return loaded.problems
    problems = Problems()
    problems.faulty_ids.update(loaded.faulty_ids)
    whole = loaded.readable.story
    report_single_events(loaded.readable.entries, problems)
    report_case_of_ids(loaded.readable.entries, whole.sections, problems)
    shown = shown_texts(loaded.readable.entries, whole.timeline)
    marks = {id.text: id.mark for id, _ in loaded.readable.entries.characters}
    own_part_titles = {part.title for part, _ in loaded.readable.entries.parts if part.title}
    _Checker(whole.as_of(whole.seen), marks, problems, own_part_titles).run(shown, Folder(path))
    return tuple(sorted({*loaded.problems, *problems.all}))


@dataclass(frozen=True, slots=True)
class _LineStamps:
    """The position from which each line of a body is visible that has a line of its own without comments."""

    numbers: list[int]
    stamps: list[Position]

    def of(self, line: int) -> Position:
        """The position of a line, or of the last line before it."""
        return self.stamps[bisect_right(self.numbers, line) - 1]


class _Checker:
    """Searches a whole, ungated story for leaks and dead links. Only its author may see the results."""

    def __init__(
        self, story: Story, marks: Mapping[str, Mark], problems: Problems, own_part_titles: Collection[str]
    ) -> None:
        """`marks`: where the entries of the characters are, by id.

        `own_part_titles`: the titles of parts that come from their own files, not from the names of folders.
        """
        self._marks = marks
        self._story = story
        self._own_part_titles = own_part_titles
        self._problems = problems
        self._links = VisibleStory(story).links
        self._known_from: dict[str, Position] = {}
        for named in (*story.characters, *story.terms):
            if named.id in problems.faulty_ids:  # it may be held back, so that every mention would be a leak
                continue
            for stage in named.spelling_stages:
                since = max(stage.since, named.since)
                if stage.is_searched:
                    self._known_from[stage.text] = min(since, self._known_from.get(stage.text, since))
        actors = (character.played_by for character in story.characters if character.played_by)
        for name in (name for actor in actors for name in (actor.name, actor.native) if name):
            self._known_from.setdefault(name, 0)  # "Lee Min-jae" on the screen is not the "Min-jae" of the story
        self._known_from.setdefault(story.title, 0)  # "Strange Case of Dr Jekyll and Mr Hyde" is on the cover
        self._part_of: dict[str, str] = {}
        self._bodies: dict[str, str] = {}
        self._places: dict[str, frozenset[str]] = {}

    def run(self, shown: list[ShownText], folder: Folder) -> None:
        """Check every text that readers see, and every section."""
        pages = [(section, f"{SECTIONS}/{section.file}") for section in self._story.sections]
        raw_texts = [(section, path, folder.read(path, self._problems)) for section, path in pages]
        bodies = [(section, clean_line(path), clean(raw)) for section, path, raw in raw_texts if raw is not None]
        self._bodies = {
            section.id: numbered_without_comments(split_front_matter(text)[1])[0] for section, _, text in bodies
        }
        named = (*self._story.characters, *self._story.terms)
        spellings = {spelling for one in named for spelling in one.spellings}
        running_texts = [text.text for text in shown if text.text not in spellings]
        self._add_name_parts([*running_texts, *(text for *_, text in bodies)])
        self._propose_aliases([text for *_, text in bodies])
        self._names = NameIndex(((name, name) for name in self._known_from), self._story.endings)
        for text in shown:
            if text.text != self._story.title:  # a name in it is on the cover
                self._check_text(text.text, text.since, text.mark, text.what)
        for section, path, body in bodies:
            self._check_section(section, body, path)

    def _add_name_parts(self, texts: list[str]) -> None:
        for part, (name, since) in revealing_parts(self._story, texts).items():
            if name in self._known_from:
                self._known_from[part] = since
                self._part_of[part] = name

    def _propose_aliases(self, texts: list[str]) -> None:
        for proposal in proposed_aliases(self._story, texts):
            message = (
                f"the sections have '{proposal.word}' {proposal.count} times, which may be '{proposal.name}'; "
                "list it in `aliases`, with `live: false` if it is not"
            )
            self._problems.report(self._marks[proposal.character], "ALIAS", message)

    def _check_text(self, text: str, since: Position, mark: Mark, what: str, unnamed: Collection[str] = ()) -> None:
        when = self._story.timeline.untitled(since).lower() if since else "the start"
        for name in self._later_names(text, since, unnamed):
            message = f"{what} is shown from {when} but contains {name}; show it later or remove the name"
            self._problems.report(mark, "LEAK", message)

    def _check_comments(self, section: Section, body: str, path: str, first_line: int, stamps: _LineStamps) -> None:
        """Check the comments of a section, which only those who open its file see."""
        for comment in comments(body):
            line = body.count("\n", 0, comment.start)
            mark = Mark(path, first_line + line)
            if not comment.is_closed:
                message = "comment without an end, so all of its block is hidden; close it"
                self._problems.report(mark, "COMMENT", message)
            if _IGNORED.match(comment.words):
                continue
            for name in self._later_names(comment.words, stamps.of(line), section.unnamed):
                message = f"this comment contains {name}; no reader is shown it, but whoever opens the file sees it"
                self._problems.report(mark, "COMMENT", f"{message}: remove the name")

    def _later_names(self, text: str, since: Position, unnamed: Collection[str]) -> Iterator[str]:
        """The names in a text that is visible from `since` on which are known only later, each with its point."""
        for mention in self._names.find(text):
            name = mention.meaning[0]
            known_from = self._known_from[name]
            if name in self._part_of and _is_followed_by_name(text, mention.end):
                continue
            if known_from > since and name not in unnamed:
                words = f"'{name}', as in '{self._part_of[name]}'," if name in self._part_of else f"'{name}',"
                yield f"{words} known from {self._story.timeline.untitled(known_from).lower()}"

    def _check_section(self, section: Section, text: str, path: str) -> None:
        body = split_front_matter(text)[1]
        first_line = text[: len(text) - len(body)].count("\n") + 1  # the line of the file on which the body begins
        for words in (section.id, *(part for part in section.parts if part not in self._own_part_titles)):
            self._check_text(words, section.since, Mark(path), "the path")
        shown, numbers = numbered_without_comments(body)
        lines = [first_line + number for number in numbers]
        spoilers = SpoilerChecker(shown, section.since, self._story.timeline, path, lines, self._problems)
        spoilers.run()
        unnamed = frozenset(section.unnamed)
        for line, number, stamp in zip(shown.split("\n"), lines, spoilers.stamps, strict=True):
            mark = Mark(path, number)
            text = clean(unescape(line)) if "&" in line else line
            self._check_text(text, stamp, mark, "the text", unnamed)
            if REPLACEMENT in text:
                self._problems.report(mark, "CONTROL", "control character, shown as \ufffd; remove it")
        self._check_comments(section, body, path, first_line, _LineStamps(numbers, spoilers.stamps))
        for place, target, is_wikilink in _links(shown):
            self._check_link(section, Mark(path, lines[place]), target, is_wikilink=is_wikilink)

    def _check_link(self, section: Section, mark: Mark, target: str, *, is_wikilink: bool) -> None:
        if is_wikilink:
            _, link, is_ambiguous = self._links.read_wikilink(target, section)
        else:
            link, is_ambiguous = self._links.resolve(target, section), False
        parsed = Link.parse(target)
        id = parsed.id if parsed and (parsed.is_character or parsed.is_term) else target
        if is_ambiguous:
            message = f"several things are called '{target}', so this is plain text; write the path or the id"
            self._problems.report(mark, "AMBIGUOUS-LINK", message)
        elif link is None and id not in self._problems.faulty_ids:
            message = f"no page, person, term or web address '{target}'; correct the link"
            self._problems.report(mark, "BROKEN-LINK", message)
        elif link and not self._has_place(link):
            message = f"no such heading on the page of '{target}'; correct the part after `#`"
            self._problems.report(mark, "BROKEN-LINK", message)

    def _has_place(self, link: Link) -> bool:
        """Whether the page of a link has the heading or other place that the link names, if it names one."""
        if not link.fragment or link.id not in self._bodies:
            return True
        if link.id not in self._places:
            section = self._story.section_by_id[link.id]
            self._places[link.id] = frozenset(_places(self._bodies[link.id], section, self._links))
        return link.fragment in self._places[link.id]


def _is_followed_by_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "Lanyon Street" is not a person."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


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


def _links(body: str) -> Iterator[tuple[int, str, bool]]:
    """The line (from 0) and the target of each link, and whether it is a wikilink."""
    for token in full_parser().parse(body):
        if token.type != "inline" or token.map is None:
            continue
        line = token.map[0]
        for child in token.children or ():
            line += child.type in {"softbreak", "hardbreak"}
            if child.type == "link_open":
                yield line, str(child.attrs.get("href", "")), False
            elif child.type == "wikilink":
                yield line, child.content, True
