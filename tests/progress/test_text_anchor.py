"""Positions in a text that survive other widths and edits."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.progress.text_anchor import TextAnchor, anchor_at_leaf, find_quote, leaf_of_anchor

WORDS = [f"word{number} of the tale" for number in range(120)]
HEADINGS = [(0, "beginning"), (40, "middle")]


def rows(words: list[str], cells: int) -> list[str]:
    return textwrap.wrap(" ".join(words), cells)


def text_anchor(text: list[str], row: int, headings: list[tuple[int, str]] = HEADINGS) -> TextAnchor:
    return anchor_at_leaf(lambda number: text[number], len(text), headings, row)


@given(st.integers(20, 120), st.integers(20, 120), st.integers(0, 10_000))
def test_the_same_words_are_at_the_top_at_any_other_width(before: int, after: int, at: int) -> None:
    old, new = rows(WORDS, before), rows(WORDS, after)
    row = at % len(old)
    found = leaf_of_anchor(text_anchor(old, row, []), new, [])
    assert sum(map(len, new[:found])) <= sum(map(len, old[:row])) + row
    beginning = old[row].split()[0]
    assert beginning in " ".join(new[max(found - 1, 0) : found + 2])


def test_an_anchor_is_found_after_text_above_it_was_added_and_removed() -> None:
    old = rows(WORDS, 60)
    new = rows(["new words in front"] * 50 + WORDS[30:], 60)
    row = leaf_of_anchor(text_anchor(old, 30), new, HEADINGS)
    assert old[30].split()[0] in new[row]


def test_among_equal_words_those_under_the_same_heading_are_found() -> None:
    text = ["One", "the very same words", "Two", "the very same words", "Three", "the very same words"]
    headings = [(0, "one"), (2, "two"), (4, "three")]
    assert [
        leaf_of_anchor(TextAnchor(name, "theverysamewords", 0.5), text, headings) for name in ("one", "two", "three")
    ] == [
        3,
        3,
        5,
    ]


def test_words_are_found_by_their_beginning_if_the_rest_was_removed() -> None:
    text = ["Nothing of it", "A beginning that stays, and then other words", "the end"]
    whole = text_anchor(["A beginning that stays", "but not what came after it and is gone"], 0, [])
    assert leaf_of_anchor(whole, text, []) == 1
    assert find_quote(whole, text, []) is None


def test_without_the_words_the_heading_and_then_the_fraction_are_used() -> None:
    text = [str(number) for number in range(100)]
    headings = [(0, "one"), (60, "two"), (80, "three")]
    assert leaf_of_anchor(TextAnchor("two", "no such words at all", 0.1), text, headings) == 60
    assert leaf_of_anchor(TextAnchor("two", "no such words at all", 0.99), text, headings) == 79
    assert leaf_of_anchor(TextAnchor("gone", "no such words at all", 0.5), text, headings) == 50
    assert leaf_of_anchor(TextAnchor("gone", "", 1.0), text, headings) == 99


def test_blank_rows_above_the_words_are_found_too() -> None:
    text = ["One", "", "", "the words that are meant"]
    assert [leaf_of_anchor(text_anchor(text, row, []), text, []) for row in range(4)] == [0, 1, 2, 3]
    assert leaf_of_anchor(text_anchor(text, 1, []), ["Another", "", "the words that are meant"], []) == 1


def test_in_an_empty_text_every_anchor_is_the_beginning() -> None:
    assert leaf_of_anchor(TextAnchor("one", "words", 0.7), [], []) == 0
    assert text_anchor([], 0, []) == TextAnchor("", "", 0.0)


@given(st.lists(st.text(max_size=8), max_size=30), st.integers(-3, 40), st.lists(st.text(max_size=8), max_size=30))
def test_any_anchor_finds_a_row_of_any_text(old: list[str], row: int, new: list[str]) -> None:
    assert 0 <= leaf_of_anchor(text_anchor(old, row, []), new, []) <= max(len(new) - 1, 0)
