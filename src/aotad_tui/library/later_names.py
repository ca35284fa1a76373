"""Finds names in a text that readers see before these names are known. Only a guide's author may see the results."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from aotad_tui.story.common_words import common_words, describes
from aotad_tui.story.longer_names import may_be_other_name
from aotad_tui.story.name_index import NameIndex
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.word_forms import ARTICLES

from .check_names import is_common
from .name_parts import lower_case_words, revealing_parts

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_TITLE_WORDS = 3
"""A shorter title, such as "The ford", is a usual phrase."""
_SHORTEST_ALONE = 4
"""The letters of the shortest part of a name that means a person whatever is before it."""
_SHORTEST_PART = 5
"""The letters of the shortest part of a name that is looked for in the plural and in paths."""


@dataclass(frozen=True, slots=True)
class LaterName:
    """A name in a text that is known only later. `whole`: the name that it is a form of; `words`: for a message."""

    name: str
    written: str
    whole: str
    words: str


class LaterNames:
    """The names of a whole, ungated story, and of the titles of what comes later, with the points of all of them.

    `texts`: all texts of the guide; words that they have in lower case are no parts of names. `faulty_ids`: the ids of
    people who may be held back, so that every mention would be a leak.
    """

    def __init__(self, story: Story, texts: Iterable[str], faulty_ids: Collection[str]) -> None:
        self._story = story
        self._known_from: dict[str, Position] = {}
        self._owners: dict[str, set[str]] = {}
        self._titles: set[str] = set()
        self._found: set[str] = set()
        self._as_in: dict[str, str] = {}
        """For a name in another form: the name itself."""
        self._add_names(faulty_ids)
        actors = (character.played_by for character in story.characters if character.played_by)
        for name in (name for actor in actors for name in (actor.name, actor.native) if name):
            self._known_from.setdefault(name, 0)  # "Lee Min-jae" on the screen is not the "Min-jae" of the story
        self._known_from.setdefault(story.title, 0)  # "Strange Case of Dr Jekyll and Mr Hyde" is on the cover
        lower_case = lower_case_words(texts)
        listed = {name: name for name in self._owners if self._is_proper(name, lower_case)}
        parts = revealing_parts(story, lower_case)
        for part, (name, since) in parts.items():
            if name in self._known_from:
                listed[part] = name
                self._add_form(part, name, since)
        self._parts = {part: name for part, name in listed.items() if len(part) >= _SHORTEST_PART}
        """The words that are names alone, listed or not, each with its whole name."""
        if story.language[:2].casefold() in ("", "en"):
            for part, name in self._parts.items():
                self._add_form(f"{part}s", name, self._known_from[part])
        self._add_lower_case()
        self._names = NameIndex(((name, name) for name in self._known_from), story.endings)
        self._add_titles()
        self._index = NameIndex(((name, name) for name in self._known_from), story.endings)

    def _add_names(self, faulty_ids: Collection[str]) -> None:
        for named in (*self._story.characters, *self._story.terms):
            if named.id in faulty_ids:
                continue
            for stage in (stage for stage in named.spelling_stages if not is_common(stage.text)):
                self._owners.setdefault(stage.text, set()).add(named.id)
                since = max(stage.since, named.since)
                if stage.is_searched:
                    self._known_from[stage.text] = min(since, self._known_from.get(stage.text, since))

    def _is_proper(self, name: str, lower_case: Collection[str]) -> bool:
        """Whether a listed name is one word that means nothing else: "Jekyll", not "Rose" or "Stranger"."""
        is_word = name.isalpha() and name.istitle() and name in self._known_from
        common = common_words(self._story.language)
        return is_word and name.lower() not in lower_case and name.lower() not in common and not describes(name)

    def _add_form(self, form: str, name: str, since: Position) -> None:
        if form not in self._known_from or form in self._as_in:
            self._known_from[form] = since
            self._as_in[form] = name

    def _add_titles(self) -> None:
        """Add the names of groups and the titles of sections, sources and points that no usual text has."""
        story = self._story
        titles = [(group.name, group.since) for group in story.groups]
        titles = [(name, since) for name, since in titles if any(word[:1].isupper() for word in name.split()[1:])]
        long_titles = [(section.title, section.since) for section in story.sections]
        long_titles += [(source.title, source.since) for source in story.sources]
        long_titles += [(point.title or "", number) for number, point in enumerate(story.timeline.points, 1)]
        for title, since in (*titles, *(pair for pair in long_titles if _is_telling(pair[0]))):
            self._titles.add(title)
            if title in self._known_from:
                since = min(since, self._known_from[title])
            self._known_from[title] = since

    def _add_lower_case(self) -> None:
        """Add the names of two words and more in lower case: "edgar fenwick", as in an address or a file name."""
        common = common_words(self._story.language)
        for name in list(self._known_from):
            words = name.split()
            usual = any(word.casefold() in common or describes(word) or word.casefold() in ARTICLES for word in words)
            if len(words) > 1 and name in self._owners and name.istitle() and name.isascii() and not usual:
                self._add_form(name.lower(), name, self._known_from[name])

    def find(self, text: str, since: Position, unnamed: Collection[str] = ()) -> Iterator[LaterName]:
        """The names in a text that is visible from `since` on which are known only later."""
        yield from self._find(self._index, text, since, unnamed)

    def find_in_title(self, title: str, since: Position) -> Iterator[LaterName]:
        """The names in a title, which as a whole would hide them."""
        yield from self._find(self._names, title, since)

    def _find(
        self, index: NameIndex[str], text: str, since: Position, unnamed: Collection[str] = ()
    ) -> Iterator[LaterName]:
        self._found = set()
        for mention in index.find(text):
            name = mention.meaning[0]
            self._found.add(name)
            whole = self._as_in.get(name, "")
            if whole and not name.islower() and _is_followed_by_name(text, mention.end):
                continue
            if whole and len(name) < _SHORTEST_ALONE and may_be_other_name(text, mention.start, mention.end):
                continue
            if self._known_from[name] > since and name not in unnamed:
                yield self._later(name, text[mention.start : mention.end])

    def find_in_name(self, text: str, since: Position) -> Iterator[LaterName]:
        """The names of others within a name, which as a whole would hide them."""
        owners = self._owners.get(text, set())
        found: dict[str, LaterName] = {}
        for rest in (text.partition(" ")[2], text.rpartition(" ")[0]):
            for later in self.find(rest, since):
                longest = found.get(later.whole, later)
                if not owners & self._owners.get(later.whole, set()):
                    found[later.whole] = max(later, longest, key=lambda name: len(name.written))
        yield from found.values()

    def find_in_path(self, path: str, since: Position) -> Iterator[LaterName]:
        """The names in a path, and parts of names in lower case, which in prose would be usual words."""
        found = {later.name: later for later in self.find(path, since)}
        yield from found.values()
        if not found:
            for word in _WORD.findall(path):
                part = word.capitalize()
                if part in self._parts and self._known_from[part] > since:
                    yield self._later(part, word)

    def owners_found(self) -> set[str]:
        """The ids of those whose names the last search found."""
        return {owner for name in self._found for owner in self._owners.get(self._as_in.get(name, name), ())}

    def owners(self, name: str) -> Collection[str]:
        """The ids of the people and terms that have exactly this name."""
        return self._owners.get(name, ())

    def is_title(self, text: str) -> bool:
        """Whether a text is a title that is looked for as a whole."""
        return text in self._titles

    def knows(self, name: str) -> bool:
        """Whether anybody or anything has this name, or a name with these words in it."""
        return name in self._known_from or any(f" {name} " in f" {known} " for known in self._owners)

    def _later(self, name: str, written: str) -> LaterName:
        whole = self._as_in.get(name, "")
        words = f"'{name}', as in '{whole}'," if whole else f"'{name}',"
        point = self._story.timeline.untitled(self._known_from[name]).lower()
        return LaterName(name, written, whole or name, f"{words} known from {point}")


def _is_telling(title: str) -> bool:
    """Whether a title is more than a usual phrase: of several words, one of which is a name, and without numbers."""
    words = title.split()
    has_name = any(word[:1].isupper() for word in words[1:])
    return len(words) >= _FEWEST_TITLE_WORDS and has_name and not any(map(str.isdigit, title))


def _is_followed_by_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows: "Lanyon Street" is not a person."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
