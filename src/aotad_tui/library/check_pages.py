"""Checks the pages of a guide: their texts, comments, spoilers, links, notes and headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from aotad_tui.cleaning import REPLACEMENT, clean
from aotad_tui.markdown import full_parser
from aotad_tui.story.comments import comments, numbered_without_comments
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section

from .check_lines import report_lines
from .check_links import LinkChecker, LinkInPage, links_in
from .check_spoilers import SpoilerChecker
from .check_structure import StructureChecker
from .check_texts import TextChecker, with_column
from .folder import Folder
from .problems import Mark, Problems
from .sections import split_front_matter
from .silencing import is_silence

_BARE_LABEL = re.compile(r"\[\^(?P<label>[^\]\s]+)\]")
"""The label of a note, which is in the file only."""


def _decoded(line: str) -> str:
    """A line with its entities as the characters that they stand for."""
    return clean(unescape(line)) if "&" in line else line


@dataclass(frozen=True, slots=True)
class _Page:
    """A section: its path, the text of its file, the line on which its body begins, and its text without comments.

    `numbers`: for each line of `shown`, the number of its line in the file. `stamps`: from when each is visible.
    """

    section: Section
    path: str
    lines: Sequence[str]
    shown: str
    numbers: Sequence[int]
    stamps: Sequence[Position]

    def mark(self, index: int) -> Mark:
        """The place of a line of the text without comments."""
        return Mark(self.path, self.numbers[index])

    def written(self, index: int) -> str:
        """That line as it is in the file."""
        return self.lines[self.numbers[index] - 1]

    def stamp_of(self, number: int) -> Position:
        """The position from which a line of the file is visible, or the last shown line before it."""
        return self.stamps[max(bisect_right(self.numbers, number) - 1, 0)]


class PageChecker:
    """Checks the pages of a whole, ungated story.

    `own_part_titles`: the titles of parts that come from their own files, not from the names of folders.
    """

    def __init__(
        self,
        story: Story,
        texts: TextChecker,
        folder: Folder,
        own_part_titles: Collection[str],
        problems: Problems,
    ) -> None:
        self._story = story
        self._texts = texts
        self._folder = folder
        self._own_part_titles = own_part_titles
        self._characters = {character.id: character for character in story.characters}
        self._problems = problems

    def run(self, pages: Sequence[tuple[Section, str, str]]) -> None:
        """Report the problems of pages, each given as its section, its path and the clean text of its file."""
        bodies = {section.id: numbered_without_comments(split_front_matter(text)[1])[0] for section, _, text in pages}
        self._links = LinkChecker(self._story, bodies, self._problems)
        for section, path, text in pages:
            self._check_page(section, path, text)

    def _check_page(self, section: Section, path: str, text: str) -> None:
        front_matter, body = split_front_matter(text)
        first_line = text[: len(text) - len(body)].count("\n") + 1
        if front_matter is not None:
            report_lines(front_matter, path, text.count("\n", 0, text.find(front_matter)) + 1, self._problems)
        has_leak = any(self._texts.names.find(section.title, section.since))  # the title may be made of the path
        for words in (section.id, *(part for part in section.parts if part not in self._own_part_titles)):
            if not has_leak:
                self._texts.check_path(words, section.since, Mark(path))
        shown, body_numbers = numbered_without_comments(body)
        numbers = [first_line + number for number in body_numbers]
        spoilers = SpoilerChecker(shown, section.since, self._story.timeline, path, numbers, self._problems)
        spoilers.run()
        page = _Page(section, path, text.split("\n"), shown, numbers, spoilers.stamps)
        self._check_lines(page)
        self._check_hindsight(page)
        self._check_comments(page, body, first_line)
        tokens = full_parser().parse(shown)
        for page_link in links_in(tokens):
            self._check_link(page, page_link)
        StructureChecker(shown, tokens, path, numbers, self._folder, self._problems).run()
        self._check_unnamed(page)

    def _check_lines(self, page: _Page) -> None:
        unnamed = frozenset(page.section.unnamed)
        for index, line in enumerate(page.shown.split("\n")):
            mark, written, since = page.mark(index), page.written(index), page.stamps[index]
            text = _decoded(line)
            self._texts.check_line(text, since, mark, written, unnamed)
            for label in _BARE_LABEL.finditer(text):
                self._texts.check_path(label["label"], since, mark, written, "the label")
            if REPLACEMENT in text:
                place = with_column(mark, written, REPLACEMENT)
                self._problems.report(place, "CONTROL", "control character, shown as \ufffd; remove it")

    def _check_hindsight(self, page: _Page) -> None:
        lines = page.shown.split("\n")
        for (since, has_text), group in groupby(
            range(len(lines)), key=lambda index: (page.stamps[index], bool(lines[index].strip("> \t")))
        ):
            if has_text:
                paragraph = list(group)
                texts = [_decoded(lines[index]) for index in paragraph]
                marks = [page.mark(index) for index in paragraph]
                self._texts.check_hindsight(texts, since, marks, [page.written(index) for index in paragraph])

    def _check_link(self, page: _Page, page_link: LinkInPage) -> None:
        target, index = page_link.target, page_link.index
        mark = with_column(page.mark(index), page.written(index), target)
        link = self._links.check(page.section, mark, target, is_wikilink=page_link.is_wikilink)
        character = self._characters.get(link.id) if link and link.is_character else None
        if character is None:
            return
        self._texts.mentioned.add(character.id)
        if page_link.is_bare and character.shown_since > page.stamps[index]:
            point = self._story.timeline.untitled(character.shown_since).lower()
            message = f"until {point} this shows the id '{target}'; write [[{target}|other words]]"
            self._problems.report(mark, "LEAK", message, subject=target)

    def _check_comments(self, page: _Page, body: str, first_line: int) -> None:
        """Check the comments of a page, which only those who open its file see."""
        for comment in comments(body):
            number = first_line + body.count("\n", 0, comment.start)
            mark = Mark(page.path, number, comment.start - body.rfind("\n", 0, comment.start))
            if not comment.is_closed:
                message = "comment without an end, so all of its block is hidden; close it"
                self._problems.report(mark, "OPEN-COMMENT", message)
            if is_silence(comment.words):
                continue
            for later in self._texts.names.find(comment.words, page.stamp_of(number), page.section.unnamed):
                message = f"this comment contains {later.words}; no reader is shown it, but whoever opens the file sees"
                self._problems.report(mark, "COMMENT", f"{message} it: remove the name", subject=later.name)

    def _check_unnamed(self, page: _Page) -> None:
        for name in page.section.unnamed:
            if not self._texts.names.knows(name):
                message = f"nobody has the name '{name}' of `unnamed`; correct or remove it"
                self._problems.report(Mark(page.path), "UNUSED", message, subject=name)
