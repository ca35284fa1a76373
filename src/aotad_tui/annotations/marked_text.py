"""A marked text in a page: how it is stored, and where it is when the page was edited or more of it is visible.

It is found by its letters and digits alone, so that widths, bullets and quotation marks do not matter. Its first ones
give its beginning and its last ones its end, so that it grows and shrinks with edits between them.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from aotad_tui.page.page import Page
from aotad_tui.progress.bookmarks import TextExtent
from aotad_tui.progress.text_anchor import TextAnchor

from .text_anchors import MOST_BLOCKS, position_of

_QUOTE = 60
"""The number of letters and digits that are stored of each end."""
_ENOUGH = 12
"""So many letters of an end are enough to find it by when the others were edited."""


class TextRange(NamedTuple):
    """The characters of a page from a leaf block and character up to another."""

    first: tuple[int, int]
    past: tuple[int, int]


def extent_of(page: Page, marked: TextRange) -> TextExtent | None:
    """The extent of a text of a page, or None for one without letters and digits."""
    letters = "".join(_letters(_part(page, leaf, marked))[0] for leaf in range(marked.first[0], marked.past[0] + 1))
    return TextExtent(len(letters), letters[:_QUOTE], letters[-_QUOTE:]) if letters else None


def range_of(page: Page, anchor: TextAnchor, extent: TextExtent) -> TextRange | None:
    """Where a marked text is in a page that is read to its end.

    None if neither end is found, and in a page that is too long to be searched.
    """
    if len(page.leaves) > MOST_BLOCKS:
        return None
    letters = _PageLetters(page)
    near = letters.number_of(position_of(anchor, page))
    first = letters.find_begin(extent.begin, near)
    past = letters.find_end(extent.end, (near if first is None else first) + extent.letters)
    if first is None and past is not None:
        first = max(past - extent.letters, 0)
    if first is None:
        return None
    if past is None or past <= first:
        past = min(first + extent.letters, letters.count)
    return TextRange(letters.position_of(first), letters.position_after(past))


def text_of_range(page: Page, marked: TextRange) -> str:
    """The text of a range, with the separators between its leaf blocks."""
    leaves = range(marked.first[0], marked.past[0] + 1)
    parts = [(page.leaves[leaf].separator if leaf > leaves[0] else "") + _part(page, leaf, marked) for leaf in leaves]
    return "".join(parts).strip()


def _part(page: Page, leaf: int, marked: TextRange) -> str:
    text = page.text(leaf)
    end = marked.past[1] if leaf == marked.past[0] else len(text)
    return text[marked.first[1] if leaf == marked.first[0] else 0 : end]


class _PageLetters:
    """The letters and digits of a page in one text, case-folded, and where each is in the page."""

    def __init__(self, page: Page) -> None:
        parts = [_letters(page.text(leaf)) for leaf in range(len(page.leaves))]
        self._text = "".join(letters for letters, _ in parts)
        self._characters = [characters for _, characters in parts]
        self._starts = [0, *accumulate(len(letters) for letters, _ in parts)]

    @property
    def count(self) -> int:
        """The number of letters and digits."""
        return len(self._text)

    def number_of(self, position: tuple[int, int]) -> int:
        """The number of the first letter at a position or after it."""
        leaf, character = position
        if leaf >= len(self._characters):
            return self.count
        return self._starts[leaf] + bisect_left(self._characters[leaf], character)

    def position_of(self, number: int) -> tuple[int, int]:
        """The leaf block and character of a letter."""
        leaf = bisect_left(self._starts, number + 1) - 1
        return leaf, self._characters[leaf][number - self._starts[leaf]]

    def position_after(self, number: int) -> tuple[int, int]:
        """The leaf block and character after the letter before that number."""
        leaf, character = self.position_of(number - 1)
        return leaf, character + 1

    def find_begin(self, words: str, near: int) -> int | None:
        """The number of the letter at which words begin, or the longest beginning of them that is there."""
        for length in range(len(words), min(len(words), _ENOUGH) - 1, -1):
            found = self._nearest(words[:length], near)
            if found is not None:
                return found
        return None

    def find_end(self, words: str, near: int) -> int | None:
        """The number of the letter after which words end, or the longest end of them that is there."""
        for length in range(len(words), min(len(words), _ENOUGH) - 1, -1):
            found = self._nearest(words[-length:], near - length)
            if found is not None:
                return found + length
        return None

    def _nearest(self, words: str, near: int) -> int | None:
        before, after = self._text.rfind(words, 0, max(near, 0) + len(words)), self._text.find(words, max(near, 0))
        found = [number for number in (before, after) if number >= 0]
        return min(found, key=lambda number: abs(number - near)) if found else None


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, and their characters."""
    folded = text.casefold()
    if len(folded) != len(text):  # such as "ß", which folds to two letters
        folded = "".join(character.casefold()[0] for character in text)
    characters = [number for number, character in enumerate(text) if character.isalnum()]
    return "".join(folded[number] for number in characters), characters
