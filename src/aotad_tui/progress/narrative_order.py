"""The order in which the guide's pages mention the events of a point, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n\s*\n")
_WORD = re.compile(r"\w{3,}")
_LEAST = 2
"""The least number of words that an event and its sentence share. One word may be shared by chance."""
_MOST = 200_000
"""The number of characters that are read for all points together: about fifty pages, in as many milliseconds."""


class Sentences:
    """A sequence of sentences, searched for the one that mentions an event."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        self._containing: dict[str, list[int]] = {}
        """The numbers of the sentences that contain each word."""
        self.last = 0
        """The number of an event that no sentence mentions: after all others."""
        for sentence in sentences:
            for word in _words(sentence):
                self._containing.setdefault(word, []).append(self.last)
            self.last += 1

    def number_of(self, words: str) -> int:
        """The number of the sentence that shares most words; rarer words count more."""
        shared: dict[int, int] = {}
        worth: dict[int, float] = {}
        for word in _words(words):
            places = self._containing.get(word, ())
            for number in places:
                shared[number] = shared.get(number, 0) + 1
                worth[number] = worth.get(number, 0.0) + 1 / len(places)
        candidates = (number for number, count in shared.items() if count >= _LEAST)
        return min(candidates, key=lambda number: (-worth[number], number), default=self.last)


class NarrativeOrder:
    """The pages of a visible story by the points at which they open.

    Only the first pages that are asked for are read, see `_MOST`; ask for the most important points first.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self._left = _MOST
        self._pages: dict[Position, list[Section]] = {}
        for section in story.sections:
            self._pages.setdefault(section.since, []).append(section)

    def at(self, position: Position) -> Sentences:
        """The sentences of the pages that open at a point; none after enough was read."""
        return Sentences(sentence for page in self._pages.get(position, ()) for sentence in self._sentences(page))

    def _sentences(self, page: Section) -> list[str]:
        try:
            text = self._story.text(page)[: self._left] if self._left else ""
        except OSError:  # its file is gone
            return []
        self._left -= len(text)
        return _SENTENCE.split(text)


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(text.casefold())))
