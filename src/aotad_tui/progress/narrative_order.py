"""In which order the guide tells what happens at a point: that of the pages that open there, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n\s*\n")
_WORD = re.compile(r"\w{3,}")
_LEAST = 2
"""So many words are shared with the sentence that tells of something; one may stand in another by chance."""
_MOST = 200_000
"""Characters that are read, for all points together: some fifty pages, in as many milliseconds."""


class Sentences:
    """Sentences in a row, in which is looked for where something is told."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        self._holding: dict[str, list[int]] = {}
        self.last = 0
        """The place of what is told in none of them: behind all."""
        for sentence in sentences:
            for word in _words(sentence):
                self._holding.setdefault(word, []).append(self.last)
            self.last += 1

    def place(self, words: str) -> int:
        """The number of the sentence that shares most with these words; the rarer a word, the more it counts."""
        shared: dict[int, int] = {}
        worth: dict[int, float] = {}
        for word in _words(words):
            places = self._holding.get(word, ())
            for number in places:
                shared[number] = shared.get(number, 0) + 1
                worth[number] = worth.get(number, 0.0) + 1 / len(places)
        told = (number for number, count in shared.items() if count >= _LEAST)
        return min(told, key=lambda number: (-worth[number], number), default=self.last)


class NarrativeOrder:
    """The pages of a (gated) story by the points at which they open.

    Only so much of them is read: ask for what matters first.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self._left = _MOST
        self._pages: dict[Position, list[Section]] = {}
        for section in story.sections:
            self._pages.setdefault(section.since, []).append(section)

    def at(self, position: Position) -> Sentences:
        """What the pages that open at a point say; nothing once enough was read."""
        return Sentences(sentence for page in self._pages.get(position, ()) for sentence in self._sentences(page))

    def _sentences(self, page: Section) -> list[str]:
        try:
            text = self._story.text(page)[: self._left] if self._left else ""
        except OSError:  # its file is gone, and tells nothing any more
            return []
        self._left -= len(text)
        return _SENTENCE.split(text)


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(text.casefold())))
