"""`check`: what a guide's author should hear of beside what keeps it from opening. Above all: leaks.

A leak is a word that a reader sees before the guide says that it may be known: the name of somebody who is not met
yet, in a fact, a label, a title or a page that is open earlier.
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
from aotad_tui.story.spoilers import spoiler_blocks
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section

from .folder import Folder
from .load import load
from .name_parts import telling_parts
from .problems import Mark, Problem, Problems, did_you_mean
from .sections import SECTIONS, split_front_matter
from .shown_texts import ShownText, shown_texts

_WORDS = {"text", "text_special", "code_inline"}
"""The tokens of a heading that say something."""


def check(path: Path) -> tuple[Problem, ...]:
    """Every problem of a guide's folder, in the order of files and lines."""
    loaded = load(path)
    if loaded.readable is None:
        return loaded.problems
    problems = Problems()
    problems.spoilt.update(loaded.spoilt)
    whole = loaded.readable.story
    shown = shown_texts(loaded.readable.entries, whole.timeline)
    _Checker(whole.as_of(whole.seen), problems).run(shown, Folder(path))
    return tuple(sorted({*loaded.problems, *problems.all}))


class _Checker:
    """Reads a whole story, which only its author may, for what is told too early and for links that lead nowhere."""

    def __init__(self, story: Story, problems: Problems) -> None:
        self._story = story
        self._problems = problems
        self._links = Links(story, People(story))
        self._known_from: dict[str, Position] = {}
        for character in story.characters:
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
        """Looks at every text that readers see, and at every section."""
        pages = [(section, f"{SECTIONS}/{section.file}") for section in self._story.sections]
        read = [(section, path, folder.read(path, self._problems)) for section, path in pages]
        bodies = [(section, path, clean(raw)) for section, path, raw in read if raw is not None]
        self._bodies = {section.id: split_front_matter(text)[1] for section, _, text in bodies}
        spellings = {spelling for character in self._story.characters for spelling in character.spellings}
        running = [text.text for text in shown if text.text not in spellings]
        self._get_to_know_parts([*running, *(text for *_, text in bodies)])
        self._names = NameIndex((name, name) for name in self._known_from)
        for text in shown:
            if text.text != self._story.title:  # a name in it is on the cover
                self._look(text.text, text.since, text.mark, text.what)
        for section, path, body in bodies:
            self._look_at_section(section, body, path)

    def _get_to_know_parts(self, texts: list[str]) -> None:
        for part, (name, since) in telling_parts(self._story, texts).items():
            self._known_from[part] = since
            self._part_of[part] = name

    def _look(self, text: str, since: Position, mark: Mark, what: str, unnamed: Collection[str] = ()) -> None:
        timeline = self._story.timeline
        for mention in self._names.find(text):
            name = mention.meaning[0]
            known = self._known_from[name]
            if name in self._part_of and _goes_on(text, mention.end):
                continue
            if known > since and name not in unnamed:
                when = timeline.untitled(since).lower() if since else "the start"
                said = f"'{name}', as in '{self._part_of[name]}'," if name in self._part_of else f"'{name}',"
                since_when = timeline.untitled(known).lower()
                message = f"{what} is shown from {when} but contains {said} known from {since_when}"
                self._problems.warning(mark, "LEAK", f"{message}; show it later or remove the name")

    def _look_at_section(self, section: Section, text: str, path: str) -> None:
        body = split_front_matter(text)[1]
        below = text[: len(text) - len(body)].count("\n") + 1  # the line of the file on which the body begins
        for words in (section.id, *section.parts):
            self._look(words, section.since, Mark(path), "the path")
        stamps = self._stamps_by_line(section, body, path, below)
        for number, line in enumerate(body.split("\n")):
            mark = Mark(path, below + number)
            self._look(line, stamps[number], mark, "the text", section.unnamed)
            if REPLACEMENT in line:
                self._problems.warning(mark, "CONTROL", "control character, shown as \ufffd; remove it")
        for number, target, wiki in _links(body):
            place = self._links.resolve_wikilink(target) if wiki else self._links.resolve(target, section)
            written = Link.parse(target)
            id = written.id if written and written.is_character else target
            if place is None and id not in self._problems.spoilt:
                message = f"no page, person or web address '{target}'; correct the link"
                self._problems.warning(Mark(path, below + number), "BROKEN-LINK", message)
            elif place and not self._has_heading(place):
                message = f"no such heading on the page of '{target}'; correct the part after `#`"
                self._problems.warning(Mark(path, below + number), "BROKEN-LINK", message)

    def _has_heading(self, place: Link) -> bool:
        """Whether the page that a link leads to has the heading that it names, if it names one."""
        if not place.fragment or place.id not in self._bodies:
            return True
        if place.id not in self._slugs:
            self._slugs[place.id] = frozenset(_slugs(self._bodies[place.id]))
        return place.fragment in self._slugs[place.id]

    def _stamps_by_line(self, section: Section, body: str, path: str, below: int) -> list[Position]:
        """From when each line of a body is read, spoiler quotes taken into account."""
        lines = body.split("\n")
        stamps = [section.since] * len(lines)
        timeline = self._story.timeline
        for block in spoiler_blocks(body):
            mark = Mark(path, below + block.first)
            if block.is_stray:
                message = "spoiler marker outside a quote, so the whole block is hidden; start its lines with `>`"
                self._problems.warning(mark, "STRAY-SPOILER", message)
            elif len(block.stamps) > 1 or not block.starts_with_marker:
                message = "spoiler marker inside a quote, so the whole quote is hidden; put a blank line before it"
                self._problems.warning(mark, "SPOILERS-RUN-ON", message)
            for stamp in block.stamps:
                if timeline.position(stamp) is None:
                    wrong = f"unknown point '{stamp}'" if stamp else "no point"
                    hint = did_you_mean(stamp, [point.id for point in timeline.points]) if stamp else "; add the point"
                    message = f"{wrong} in this spoiler marker, so the spoiler stays hidden until the end{hint}"
                    self._problems.error(mark, "UNKNOWN-POINT", message)
            for number in range(block.first, min(block.end, len(lines))):
                stamps[number] = max(stamps[number], block.position(timeline))
                if lines[number].strip() and ">" not in lines[number]:
                    message = "line without `>` inside a spoiler; start it with `>`, or put a blank line before it"
                    self._problems.warning(Mark(path, below + number), "LAZY-LINE", message)
        return stamps


def _goes_on(text: str, end: int) -> bool:
    """Whether a word written large stands behind: "Lanyon Street" is nobody."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _slugs(body: str) -> Iterator[str]:
    """What links call the headings of a page."""
    taken: dict[str, int] = {}
    for opening, inline in pairwise(full_parser().parse(body)):
        if opening.type == "heading_open":
            words = "".join(child.content for child in inline.children or () if child.type in _WORDS)
            yield unique_slug(WIKILINK.sub(lambda link: link["text"] or link["target"], words), taken)


def _links(body: str) -> Iterator[tuple[int, str, bool]]:
    """Each link's line (from 0), its target, and whether it is a wikilink."""
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
