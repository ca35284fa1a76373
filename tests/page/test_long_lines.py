"""A line of code or a cell of any length is cut, so that only the part in view is laid out, and no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.markdown import full_parser, parser_without_brackets
from aotad_tui.page.leaf_blocks import Code, Rows
from aotad_tui.page.page import Page

from .pages import page, parsed_page, story_with

NUMBERS = ", ".join(map(str, range(20_000)))
WORDS = " ".join(f"w{number}x" for number in range(5_000))
CODE = {
    "a long line": NUMBERS,
    "without a space": NUMBERS.replace(" ", ""),
    "Korean": "이청산은 남온조를 " * 1_000,
    "between short lines": f"one\n\n{NUMBERS}\n{NUMBERS}\n\n  two",
    "many lines": "\n".join(str(number) * 20 for number in range(1_000)),
    "blank lines": "a" + "\n" * 500 + "b",
}


def code_of(some: Page) -> str:
    leaves = [(number, leaf) for number, leaf in enumerate(some.leaves) if isinstance(leaf.body, Code)]
    return "".join(leaf.separator * (at > 0) + some.text(number) for at, (number, leaf) in enumerate(leaves))


@pytest.mark.slow
@pytest.mark.parametrize("text", CODE.values(), ids=CODE)
def test_code_with_long_lines_says_what_is_written(text: str) -> None:
    text = text.rstrip()
    some = parsed_page(story_with(f"```\n{text}\n```\n\nLast."))
    assert code_of(some) == text
    assert some.whole_text(1) == text
    layout = some.layout(40)
    assert max(len(layout.rows(number)) for number in range(len(some.leaves))) < 600
    assert max(line_width(row.spans) for number in range(len(some.leaves)) for row in layout.rows(number)) <= 40


def test_a_long_line_of_code_goes_on_with_the_sign_of_a_broken_line() -> None:
    some = parsed_page(story_with(f"```\n{NUMBERS}\n{NUMBERS}\n```"))
    rows = [plain(row.spans) for row in some.layout(80).rows(2)]
    assert {row[:2] for row in rows} == {"› "}
    beginnings = [row for leaf in range(1, len(some.leaves)) for row in some.layout(80).rows(leaf)]
    assert [plain(row.spans)[:2] for row in beginnings if row.end].count("  ") == 2


def test_a_piece_of_a_long_line_is_copied_as_markdown_with_its_line() -> None:
    some = parsed_page(story_with(f"```\nfirst\n{NUMBERS}\nlast\n```"))
    codes = [number for number, leaf in enumerate(some.leaves) if isinstance(leaf.body, Code)]
    assert some.markdown(codes[2], codes[2] + 1) == NUMBERS + "\n"
    assert some.markdown(codes[0], codes[-1] + 1) == some.source


TABLES = {
    "a cell": (f"| a | b |\n|---|---|\n| one | {WORDS} |\n| two | three |\n", ["one", "two", "three"]),
    "two cells": (f"| a | b |\n|---|---|\n| {WORDS} | {WORDS} |\n| two | three |\n", ["two", "three"]),
    "a header": (f"| a | {WORDS} |\n|---|---|\n| two | three |\n", ["a", "two", "three"]),
}


@pytest.mark.parametrize(("table", "others"), TABLES.values(), ids=TABLES)
def test_every_word_of_a_long_cell_is_in_its_column(table: str, others: list[str]) -> None:
    some = parsed_page(story_with(table + "\nLast."))
    found = [number for number, leaf in enumerate(some.leaves) if isinstance(leaf.body, Rows)]
    cells = [line.split("\t") for number in found for line in some.text(number).split("\n")]
    for column in (0, 1):
        words = re.findall(r"w\d+x", " ".join(row[column] for row in cells))
        assert words in (WORDS.split(), [])
    assert set(others) <= {cell for row in cells for cell in row}
    layout = some.layout(60)
    assert max(len(layout.rows(number)) for number in found) < 800
    assert some.markdown(found[0], found[-1] + 1).rstrip() == table.rstrip()
    assert some.markdown(found[-1], found[-1] + 1).endswith("| two | three |\n")


def test_the_page_is_about_as_high_as_it_is_estimated_before_a_long_line_is_laid_out() -> None:
    for text in (f"```\n{NUMBERS}\n```", f"| a | b |\n|---|---|\n| one | {WORDS} |"):
        some = parsed_page(story_with(text))
        layout = some.layout(80)
        estimated = layout.height
        assert sum(len(layout.rows(number)) for number in range(len(some.leaves))) < 3 * estimated
        assert estimated > len(text) / 100


def test_brackets_that_never_end_are_text() -> None:
    signs = "![" * 2_000 + " `[` <http://a.b/[c> &amp; *d* **e**"
    some = page(signs)
    some.read_all()
    text = "".join(some.text(number) for number in range(1, len(some.leaves)))
    assert text == "![" * 2_000 + " [ http://a.b/[c & d e"


@given(st.text(st.sampled_from("a [!^`*_~\\<>&;\n|(:/)"), max_size=30))
def test_without_a_closing_bracket_the_rules_of_brackets_change_nothing(text: str) -> None:
    whole, without = (
        [token.as_dict() for token in parser.parseInline(text)] for parser in (full_parser(), parser_without_brackets())
    )
    assert whole == without
