"""The text of a section as passages: paragraphs, headings and table rows, as the page shows them.

Passages leave out what the page leaves out: markers of callouts and spoilers, addresses of links, raw HTML inside a
paragraph. So nothing can be found that cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aotad_tui.cleaning import clean, single_line
from aotad_tui.inline_rules import WORDS, image_words
from aotad_tui.link import Link
from aotad_tui.markdown import full_parser
from aotad_tui.story.fragments import unique_slug
from aotad_tui.story.mention_points import MentionPoints, points_of_spoilers
from aotad_tui.story.section_people import SectionPeople
from aotad_tui.story.spoilers import spoiler_stamp, without_marker
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

if TYPE_CHECKING:
    from markdown_it.token import Token

_DRAWN = frozenset(("inline", "fence", "code_block", "html_block", "hr"))
_CALLOUT = re.compile(r"\[!\w+\][+-]?[ \t]*")


@dataclass(frozen=True, slots=True)
class Reference:
    """A range of a passage that mentions a person or term or links to a section: start, end, and the link."""

    start: int
    end: int
    link: Link


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a section. `slug` and `heading` are those of the heading above it, "" before the first heading."""

    section: str
    text: str
    slug: str = ""
    heading: str = ""
    level: int = 0
    """The heading level if the passage is a heading, 1 for the title of the section; else 0."""
    references: tuple[Reference, ...] = ()
    number: int = 0
    """Its number in the index."""
    since: Position = 0
    """The point of the section, or of the spoiler that it is in, if that is later."""

    @property
    def link(self) -> Link:
        """The link to the heading above it, or to the section."""
        return Link.section(self.section, self.slug)


def passages(visible: VisibleStory, section: Section) -> Iterator[Passage]:
    """The passages of a section in order, its title first. Raises OSError when its file can no longer be read."""
    yield Passage(section.id, section.title, level=1, since=section.since)
    text = visible.story.text(section)
    context = SectionPeople(visible, section, text)
    for passage in _Reader(visible, section, text).read(full_parser().parse(text)):
        named = tuple(
            Reference(mention.start, mention.end, visible.link_to(mention.meaning))
            for mention in visible.mentions.find(passage.text, context, section.unnamed)
        )
        linked = {reference.start for reference in passage.references}
        more = tuple(reference for reference in named if reference.start not in linked)
        yield replace(
            passage, references=tuple(sorted((*passage.references, *more), key=lambda reference: reference.start))
        )


def mention_points(visible: VisibleStory, targets: Sequence[Link]) -> list[MentionPoints]:
    """The points at which each of the people or terms is mentioned. Reads all sections, and keeps no index of them."""
    points: dict[Link, dict[str, set[Position]]] = {target: {} for target in targets}
    for section in visible.story.sections:
        for passage in read_passages(visible, section):
            for reference in passage.references:
                if reference.link in points:
                    points[reference.link].setdefault(section.id, set()).add(passage.since)
    return [{id: frozenset(own) for id, own in points[target].items()} for target in targets]


def read_passages(visible: VisibleStory, section: Section) -> list[Passage]:
    """The passages of a section; only its title if its file can no longer be read."""
    try:
        return list(passages(visible, section))
    except OSError:
        return [Passage(section.id, section.title, level=1, since=section.since)]


class _Reader:
    """Turns the tokens of one section into passages."""

    def __init__(self, visible: VisibleStory, section: Section, text: str) -> None:
        self._visible = visible
        self._section = section
        self._points = points_of_spoilers(text, visible.story.timeline)
        self._since = section.since
        """The point of the passage that is read."""
        self._notes_since: dict[int, Position] = {}
        """The points at which the notes of the section are first referred to, by their numbers."""
        self._note_since: Position = 0
        """That of the note that is read."""
        self._heading = self._slug = ""
        self._slugs: dict[str, int] = {}

    def read(self, tokens: list[Token]) -> Iterator[Passage]:
        """The passages, without the mentions in them."""
        row: _Text | None = None
        level = 0
        first = begun = False
        for token in tokens:
            if token.type in _DRAWN:
                first, begun = not begun, True
            if token.type == "footnote_open":
                latest = max(self._points.values(), default=0)
                self._note_since = self._notes_since.get(int(token.meta["id"]), latest)
                self._since = max(self._section.since, self._note_since)
            if token.map:
                self._since = max(self._section.since, self._note_since, self._points.get(token.map[0], 0))
            if token.type == "tr_open":
                row = _Text()
            elif token.type == "tr_close" and row:
                yield self._passage(row)
                row = None
            elif token.type == "heading_open":
                level = int(token.tag[1:])
            elif token.type == "inline":
                text = row or _Text()
                if row and row.text:
                    row.add(" · ")
                self._inline(token, text)
                if level and first and text.text.casefold() == self._section.title.casefold():
                    level = 0  # a repeated title, which the page leaves out
                    continue
                if row is None and text.text.strip():
                    yield self._under_new_heading(text, level) if level else self._passage(text)
                level = 0
            elif token.type in ("fence", "code_block", "html_block") and token.content.strip():
                yield self._passage(_Text(clean(token.content.strip())))

    def _passage(self, text: _Text, level: int = 0) -> Passage:
        references = tuple(text.references)
        return Passage(self._section.id, text.text, self._slug, self._heading, level, references, since=self._since)

    def _under_new_heading(self, text: _Text, level: int) -> Passage:
        self._slug, self._heading = unique_slug(text.text, self._slugs), text.text
        return self._passage(text, level)

    def _inline(self, token: Token, text: _Text) -> None:
        target: Link | None = None
        start = 0
        for number, child in enumerate(token.children or []):
            words = single_line(child.content)  # an entity or an autolink is decoded to what the loader removes
            if child.type == "link_open":
                target = self._visible.links.resolve(str(child.attrs.get("href", "")), self._section)
                start = len(text.text)
            elif child.type == "link_close":
                text.refer(start, target)
                target = None
            elif child.type == "text":
                text.add(_unmarked(words) if number == 0 else words)
            elif child.type == "wikilink":
                start = len(text.text)
                read = self._visible.links.read_wikilink(words, self._section, single_line(child.meta[WORDS]))
                text.add(read.words)
                text.refer(start, read.link)
            elif child.type == "code_inline":
                text.add(words)
            elif child.type in ("softbreak", "hardbreak"):
                text.add(" ")
            elif child.type == "image":
                text.add(f"[image: {single_line(image_words(child)) or 'no description'}]")
            elif child.type == "footnote_ref":
                note = int(child.meta["id"])
                self._notes_since[note] = min(self._since, self._notes_since.get(note, self._since))
                text.add(f"[{note + 1}]")


class _Text:
    """A passage under construction."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.references: list[Reference] = []

    def __bool__(self) -> bool:
        return True

    def add(self, words: str) -> None:
        """Append words."""
        self.text += words

    def refer(self, start: int, target: Link | None) -> None:
        """Record that the words from `start` on link to a target."""
        if target:
            self.references.append(Reference(start, len(self.text), target.without_fragment))


def _unmarked(words: str) -> str:
    """The first words of a paragraph without the marker of a spoiler or a callout."""
    if not words.startswith("[!"):
        return words
    return _CALLOUT.sub("", words, count=1) if spoiler_stamp(words) is None else without_marker(words)
