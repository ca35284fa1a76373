from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.page.page import Page
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.page.rows import Row
from tests.live_objects import count_live

from .pages import page

WORDS = "Some **words** that run on for a while, so that they fill more than one line of the page."
WORDS = "Some **words** that run on for a while, so that they fill more than one line of the page."
BLOCK = f"{WORDS}\n\n- one\n- two\n\n## End\n\n"
LONG = BLOCK * 40


PAGE = page(LONG)
PAGE.read_all()


def parsed_layout() -> tuple[Page, PageLayout]:
    return PAGE, PAGE.layout(40)


def full_height(some: Page, sheet: PageLayout) -> int:
    return sum(len(sheet.rows(leaf)) for leaf in range(len(some.leaves)))


@given(st.lists(st.integers(0, 160), max_size=12), st.integers(0, 160))
def test_the_row_of_a_leaf_does_not_depend_on_what_was_drawn_before(drawn_before: list[int], leaf: int) -> None:
    some, sheet = parsed_layout()
    leaf = min(leaf, len(some.leaves) - 1)
    for one in drawn_before:
        sheet.rows(min(one, len(some.leaves) - 1))
    above = sum(len(sheet.rows(number)) for number in range(leaf))
    assert sheet.top(leaf) == above


@given(st.integers(0, 360), st.lists(st.integers(0, 160), max_size=5))
def test_the_rows_of_a_leaf_are_located_in_that_leaf(row: int, drawn_before: list[int]) -> None:
    some, sheet = parsed_layout()
    for one in drawn_before:
        sheet.rows(min(one, len(some.leaves) - 1))
    leaf, line = sheet.locate(row)
    rows = sheet.rows(leaf)
    assert sheet.locate(sheet.top(leaf)) == (leaf, 0)
    if line < len(rows):
        assert sheet.locate(sheet.top(leaf) + line) == (leaf, line)


@given(st.integers(0, 160), st.integers(0, 88), st.integers(20, 90))
def test_a_character_is_on_its_row_at_any_width(leaf: int, character: int, cells: int) -> None:
    some, _ = parsed_layout()
    sheet = some.layout(cells)
    leaf = min(leaf, len(some.leaves) - 1)
    character = min(character, max(len(some.text(leaf)) - 1, 0))
    row = sheet.row_of(leaf, character)
    drawn = sheet.rows(leaf)[row - sheet.top(leaf)]
    assert sheet.locate(row)[0] == leaf
    assert character == 0 or drawn.start <= character <= drawn.end + 1


def test_a_row_outside_the_page_is_the_first_or_the_last() -> None:
    some = page("One.\n\nTwo three four five.")
    some.read_all()
    sheet = some.layout(8)
    last = len(sheet.rows(2)) - 1
    assert last > 1
    assert sheet.locate(-1) == (0, 0)
    assert sheet.locate(1_000) == (2, last)


def test_the_estimated_height_is_close() -> None:
    some, sheet = parsed_layout()
    estimated = sheet.height
    assert estimated == pytest.approx(full_height(some, sheet), rel=0.1)
    assert sheet.height == sheet.known_height == full_height(some, sheet)


def test_a_partly_parsed_page_has_about_its_full_height() -> None:
    some = page(LONG)
    some.read_to(60)
    assert not some.done
    partial_height = some.layout(40).height
    some.read_all()
    assert partial_height == pytest.approx(some.layout(40).height, rel=0.1)


def test_leaves_parsed_later_move_no_row() -> None:
    some = page(LONG)
    some.read_to(70)
    sheet = some.layout(40)
    sheet.rows(69)
    before = [sheet.top(leaf) for leaf in range(64)]
    some.read_all()
    assert [sheet.top(leaf) for leaf in range(64)] == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "> " * 3_000 + "deep",
        "- " * 3_000 + "deep",
        "*a " * 5_000,
        "`" * 9_999 + "x",
        "[a](" * 3_000,
        "word " * 20_000,
        "x" * 100_000,
        "온" * 30_000,
        "![" * 3_000 + "x",
    ],
    ids=["brackets", "quotes", "lists", "stars", "ticks", "links", "long-line", "long-word", "hangul", "images"],
)
def test_hostile_markdown_is_shown_in_part_and_never_fails(text: str) -> None:
    some = page(text)
    sheet = some.layout(60)
    some.read_all()
    assert all(sheet.rows(leaf) for leaf in range(len(some.leaves)))


def test_long_tables_and_code_are_split_into_leaves() -> None:
    table = "| a | b |\n|---|---|\n" + "\n".join(f"| {number} | wide word |" for number in range(1_000))
    some = page(table + "\n\n```\n" + "line\n" * 1_000 + "```\n")
    some.read_all()
    sheet = some.layout(40)
    assert len(some.leaves) == 1 + 40 + 10
    assert full_height(some, sheet) == 2 - 1 + 1 + 2 + 1_000 + 1 + 1_000
    assert {row.spans[-2].text for row in sheet.rows(5)} >= {"wide word"} or len(sheet.rows(5)) == 25


@pytest.mark.slow
def test_rows_drawn_long_ago_are_freed() -> None:
    some = page("\n\n".join(f"{number} {WORDS}" for number in range(700)))
    some.read_all()
    sheet = some.layout(40)
    before = count_live(Row)["Row"]
    rows = full_height(some, sheet)
    alive = count_live(Row)["Row"] - before
    assert rows > 2000
    assert alive <= 300
    assert sheet.rows(699) is sheet.rows(699)
    assert count_live(Row)["Row"] - before == alive


def test_a_leaf_of_many_rows_stays_cached() -> None:
    some = page(WORDS * 300)
    some.read_all()
    sheet = some.layout(20)
    last = len(some.leaves) - 1
    assert len(sheet.rows(last)) > 300
    assert sheet.rows(last) is sheet.rows(last)
