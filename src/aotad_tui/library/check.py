"""Checks a guide for problems that do not prevent opening it. The most important ones are leaks.

A leak is a name that readers see before the point from which it is known: the name of a character who is not visible
yet, in a fact, a label, a title or a page that is visible earlier.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

from aotad_tui.cleaning import REPLACEMENT, clean
from aotad_tui.link import Link
from aotad_tui.markdown import full_parser
from aotad_tui.story.links import WIKILINK, Links, unique_slug
from aotad_tui.story.mentions import NameIndex
from aotad_tui.story.people import People
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section

from .case_of_ids import report_case_of_ids
from .check_spoilers import SpoilerChecker
from .folder import Folder
from .load import load
from .name_parts import revealing_parts
from .problems import Mark, Problem, Problems
from .sections import SECTIONS, split_front_matter
from .shown_texts import ShownText, shown_texts

_WORDS = {"text", "text_special", "code_inline"}
"""The types of the tokens that make up the text of a heading."""


def check(path: Path) -> tuple[Problem, ...]:
    """Every problem of a guide's folder, in the order of files and lines."""
    loaded = load(path)
    if loaded.readable is None:
        return loaded.problems
    problems = Problems()
    problems.faulty_ids.update(loaded.faulty_ids)
    whole = loaded.readable.story
    report_case_of_ids(loaded.readable.entries, whole.sections, problems)
    shown = shown_texts(loaded.readable.entries, whole.timeline)
    _Checker(whole.as_of(whole.seen), problems).run(shown, Folder(path))
    return tuple(sorted({*loaded.problems, *problems.all}))


class _Checker:
    """Searches a whole, ungated story for leaks and dead links. Only its author may see the results."""

    def __init__(self, story: Story, problems: Problems) -> None:
        self._story = story
        self._problems = problems
        self._links = Links(story, People(story))
        self._known_from: dict[str, Position] = {}
        for character in story.characters:
            if character.id in problems.faulty_ids:  # it may be held back, so that every mention would be a leak
                continue
            for stage in character.spelling_stages:
                since = max(stage.since, character.since)
                if stage.live:
                    self._known_from[stage.text] = min(since, self._known_from.get(stage.text, since))
        actors = (character.played_by for character in story.characters if character.played_by)
        for name in (name for actor in actors for name in (actor.name, actor.native) if name):
            self._known_from.setdefault(name, 0)  # "Lee Min-jae" on the screen is not the "Min-jae" of the story
        self._known_from.setdefault(story.title, 0)  # "Strange Case of Dr Jekyll and Mr Hyde" is on the cover
        self._part_of: dict[str, str] = {}
        self._bodies: dict[str, str] = {}
        self._slugs: dict[str, frozenset[str]] = {}

    def run(self, shown: list[ShownText], folder: Folder) -> None:
        """Check every text that readers see, and every section."""
        pages = [(section, f"{SECTIONS}/{section.file}") for section in self._story.sections]
        raw_texts = [(section, path, folder.read(path, self._problems)) for section, path in pages]
        bodies = [(section, path, clean(raw)) for section, path, raw in raw_texts if raw is not None]
        self._bodies = {section.id: split_front_matter(text)[1] for section, _, text in bodies}
        spellings = {spelling for character in self._story.characters for spelling in character.spellings}
        running_texts = [text.text for text in shown if text.text not in spellings]
        self._add_name_parts([*running_texts, *(text for *_, text in bodies)])
        self._names = NameIndex((name, name) for name in self._known_from)
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

    def _check_text(self, text: str, since: Position, mark: Mark, what: str, unnamed: Collection[str] = ()) -> None:
        timeline = self._story.timeline
        for mention in self._names.find(text):
            name = mention.meaning[0]
            known_from = self._known_from[name]
            if name in self._part_of and _is_followed_by_name(text, mention.end):
                continue
            if known_from > since and name not in unnamed:
                when = timeline.untitled(since).lower() if since else "the start"
                name_text = f"'{name}', as in '{self._part_of[name]}'," if name in self._part_of else f"'{name}',"
                since_when = timeline.untitled(known_from).lower()
                message = f"{what} is shown from {when} but contains {name_text} known from {since_when}"
                self._problems.report(mark, "LEAK", f"{message}; show it later or remove the name")

    def _check_section(self, section: Section, text: str, path: str) -> None:
        body = split_front_matter(text)[1]
        first_line = text[: len(text) - len(body)].count("\n") + 1  # the line of the file on which the body begins
        for words in (section.id, *section.parts):
            self._check_text(words, section.since, Mark(path), "the path")
        spoilers = SpoilerChecker(body, section.since, self._story.timeline, Mark(path, first_line), self._problems)
        spoilers.run()
        unnamed = frozenset(section.unnamed)
        for number, line in enumerate(body.split("\n")):
            mark = Mark(path, first_line + number)
            self._check_text(line, spoilers.stamps[number], mark, "the text", unnamed)
            if REPLACEMENT in line:
                self._problems.report(mark, "CONTROL", "control character, shown as \ufffd; remove it")
        for number, target, wiki in _links(body):
            link = self._links.resolve_wikilink(target) if wiki else self._links.resolve(target, section)
            parsed = Link.parse(target)
            id = parsed.id if parsed and parsed.is_character else target
            if link is None and id not in self._problems.faulty_ids:
                message = f"no page, person or web address '{target}'; correct the link"
                self._problems.report(Mark(path, first_line + number), "BROKEN-LINK", message)
            elif link and not self._has_heading(link):
                message = f"no such heading on the page of '{target}'; correct the part after `#`"
                self._problems.report(Mark(path, first_line + number), "BROKEN-LINK", message)

    def _has_heading(self, link: Link) -> bool:
        """Whether the page of a link has the heading that the link names, if it names one."""
        if not link.fragment or link.id not in self._bodies:
            return True
        if link.id not in self._slugs:
            self._slugs[link.id] = frozenset(_slugs(self._bodies[link.id]))
        return link.fragment in self._slugs[link.id]


def _is_followed_by_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "Lanyon Street" is not a person."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _slugs(body: str) -> Iterator[str]:
    """The slugs of the headings of a page."""
    taken: dict[str, int] = {}
    for opening, inline in pairwise(full_parser().parse(body)):
        if opening.type == "heading_open":
            words = "".join(child.content for child in inline.children or () if child.type in _WORDS)
            yield unique_slug(WIKILINK.sub(lambda link: link["text"] or link["target"], words), taken)


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
            elif child.type == "text":
                for match in WIKILINK.finditer(child.content):
                    yield line, match["target"], True
