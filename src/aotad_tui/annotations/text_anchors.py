"""Positions in a page to text anchors, which are stored between runs, and back."""

from __future__ import annotations

from dataclasses import replace

from aotad_tui.page.page import Page
from aotad_tui.progress.text_anchor import TextAnchor, anchor_at_leaf, leaf_of_anchor

MOST_BLOCKS = 5_000
"""In a longer page an anchor is found by its heading and fraction alone: reading every leaf block takes too long."""


def anchor_at(page: Page, position: tuple[int, int]) -> TextAnchor:
    """The text anchor at a leaf block and character of a page, as far as it is read."""
    leaf, character = position
    # As in `PageLayout.position_of`: the gap above a text has its first character, the first row of text the second.
    start = character if character > 1 else 0
    text = page.text(leaf) if leaf < len(page.leaves) else ""
    if _first_letter(text, start) == len(text):  # a row below all words, such as the rule below a title
        start = 0

    def text_of(number: int) -> str:
        return page.text(number)[start if number == leaf else 0 :]

    text_anchor = anchor_at_leaf(text_of, len(page.leaves), _headings(page), leaf)
    return replace(text_anchor, lead=_first_letter(text, start) - character)


def position_of(text_anchor: TextAnchor, page: Page) -> tuple[int, int]:
    """The leaf block and character of a text anchor in a page that is read to its end."""
    count = len(page.leaves)
    texts = [page.text(leaf) for leaf in range(count)] if count <= MOST_BLOCKS else [""] * count
    leaf = leaf_of_anchor(text_anchor, texts, _headings(page))
    character = _character_of(text_anchor.quote, texts[leaf]) if texts else 0
    return leaf, max(character - text_anchor.lead, 0)


def _headings(page: Page) -> list[tuple[int, str]]:
    return [(heading.leaf, heading.slug) for heading in page.headings]


def _first_letter(text: str, start: int = 0) -> int:
    """The first letter or digit of a text from a character on; the length of the text if there is none."""
    return next((number for number in range(start, len(text)) if text[number].isalnum()), len(text))


def _character_of(quote: str, text: str) -> int:
    """The character of a text at which a quote of letters and digits begins; its first letter if it has no quote."""
    numbers = [number for number, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[number] for number in numbers).casefold()
    if len(letters) != len(numbers):  # a letter that case-folds to two moves those after it
        return _first_letter(text)
    at = letters.find(quote[: max(len(letters), 1)]) if quote else -1
    for length in range(min(len(quote), len(letters)), 0, -1):
        if at >= 0:
            break
        at = len(letters) - length if letters.endswith(quote[:length]) else -1
    return numbers[at] if at >= 0 else _first_letter(text)
