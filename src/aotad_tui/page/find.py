"""Searches the text of a page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from unicodedata import normalize

from aotad_tui.letters import end_of_letter, plain, plain_with_places

from .page import Page


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A match: its leaf block and range of characters."""

    leaf: int
    start: int
    end: int


class PageSearch:
    """Searches a page leaf block by leaf block, from the current one to the end and on from the beginning.

    Lower case matches upper case too, upper case only itself; a space matches any white space.
    Accents and invisible characters do not matter.
    """

    def __init__(self, page: Page, words: str, first_leaf: int = 0) -> None:
        self.words = words
        self._page = page
        flags = re.IGNORECASE if words == words.lower() else 0
        parts = re.split(
            r"\s+", plain(normalize("NFC", words))
        )  # Like all text of a guide; pasted text may not be composed.
        self._pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), flags)
        self._first = first_leaf
        self._next = first_leaf
        self._wrapped = first_leaf == 0
        self.matches: list[Match] = []
        self.done = not words

    def search_next(self) -> None:
        """Search one more leaf block."""
        if self._next >= len(self._page.leaves):
            if not self._page.done:
                return
            if self._wrapped:
                self.done = True
                return
            self._wrapped, self._next = True, 0
        elif self._wrapped and self._next >= self._first > 0:
            self.done = True
            return
        shown = self._page.text(self._next)
        text, places = plain_with_places(shown)
        for match in self._pattern.finditer(text):
            end = end_of_letter(shown, places[match.end() - 1])
            insort(self.matches, Match(self._next, places[match.start()], end))
        self._next += 1

    def search_all(self) -> None:
        """Search the rest of the page."""
        self._page.read_all()
        while not self.done:
            self.search_next()

    def in_leaf(self, leaf: int) -> list[Match]:
        """The known matches in a leaf block."""
        return self.matches[
            bisect_left(self.matches, Match(leaf, -1, -1)) : bisect_left(self.matches, Match(leaf + 1, -1, -1))
        ]

    def after(self, leaf: int, character: int) -> Match | None:
        """The next match after a position, starting again at the beginning after the last one."""
        if not self.matches:
            return None
        return self.matches[bisect_right(self.matches, Match(leaf, character, 1 << 60)) % len(self.matches)]

    def before(self, leaf: int, character: int) -> Match | None:
        """The match before a position, starting again at the end before the first one."""
        return self.matches[bisect_left(self.matches, Match(leaf, character, -1)) - 1] if self.matches else None

    def number(self, match: Match) -> int:
        """The number of a match, from 1."""
        return bisect_left(self.matches, match) + 1
