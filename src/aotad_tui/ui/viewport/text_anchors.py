"""Places in a page to spots, which are kept between runs, and back."""

from __future__ import annotations

from dataclasses import replace

from aotad_tui.page.page import Page
from aotad_tui.progress.text_anchor import TextAnchor, anchor_at_leaf, leaf_of_anchor

_MOST_LEAVES = 5_000
"""In a longer text a spot is found by its heading and fraction alone: to read every leaf would take too long."""


def anchor_at(page: Page, place: tuple[int, int]) -> TextAnchor:
    """The spot at a leaf and character of a page, as far as it is read."""
    leaf, character = place

    def text_of(number: int) -> str:
        return page.text(number)[character if number == leaf and character > 1 else 0 :]

    text_anchor = anchor_at_leaf(
        text_of, len(page.leaves), [(heading.leaf, heading.slug) for heading in page.headings], leaf
    )
    # As `Sheet.place` has it, the gap above a text has its first character, and the text's first row the second one.
    return replace(text_anchor, below_gap=character == 1)


def position_of(text_anchor: TextAnchor, page: Page) -> tuple[int, int]:
    """The leaf and character of a spot in a page that is read to its end."""
    count = len(page.leaves)
    texts = [page.text(leaf) for leaf in range(count)] if count <= _MOST_LEAVES else [""] * count
    leaf = leaf_of_anchor(text_anchor, texts, [(heading.leaf, heading.slug) for heading in page.headings])
    character = _character_of(text_anchor.quote, texts[leaf]) if texts else 0
    return leaf, character or int(text_anchor.below_gap)


def _character_of(quote: str, text: str) -> int:
    """Where in a leaf's text a quote of letters and digits alone begins; 0 with the first letter, and when nowhere."""
    places = [number for number, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[number] for number in places).casefold()
    if len(letters) != len(places):  # a letter that folds into two moves those behind it
        return 0
    at = letters.find(quote[: max(len(letters), 1)]) if quote else -1
    for length in range(min(len(quote), len(letters)), 0, -1):
        if at >= 0:
            break
        at = len(letters) - length if letters.endswith(quote[:length]) else -1
    return places[at] if at > 0 else 0
