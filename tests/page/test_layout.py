"""The layout of leaf blocks: rows, styles, and the rows of headings."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span, plain
from aotad_tui.link import Link

from .pages import drawn_lines, heading_rows, page_of, rows_of, text_rows


def test_an_empty_text_takes_no_row() -> None:
    assert rows_of("", 40) == []


def test_blocks_have_one_blank_row_between_them() -> None:
    assert rows_of("one\n\n\n\n# two\nthree\n***\nfour", 20) == [
        "one", "", "two", "", "three", "", "─" * 20, "", "four",
    ]  # fmt: skip


def test_text_is_wrapped_at_the_width_with_its_styles_and_links() -> None:
    assert drawn_lines("wait for **Nam On-jo** here", 15) == [
        (Span("wait for "), Span("Nam", "strong name", Link.character("on-jo"))),
        (Span("On-jo", "strong name", Link.character("on-jo")), Span(" here")),
    ]


def test_a_hard_break_starts_a_new_row() -> None:
    assert rows_of("one  \ntwo\\\nthree four", 20) == ["one", "two", "three four"]


def test_a_heading_has_the_style_of_its_level() -> None:
    assert drawn_lines("### Of *On-jo*", 20) == [
        (
            Span("Of ", "heading heading-3"),
            Span("On-jo", "heading heading-3 em name", Link.character("on-jo")),
        )
    ]


def test_list_items_are_indented_after_their_markers() -> None:
    text = "- one two three\n  - four five six\n    - seven\n      - eight\n- nine\n"
    assert rows_of(text, 16) == [
        "• one two three",
        "  ◦ four five",
        "    six",
        "    ▪ seven",
        "      ▪ eight",
        "• nine",
    ]


def test_numbers_are_right_aligned_and_ascending() -> None:
    assert rows_of("9. nine\n1. ten is a long one\n", 15) == [" 9. nine", "10. ten is a", "    long one"]
    assert rows_of("0. a\n0. b", 15) == ["0. a", "1. b"]


def test_tasks_have_boxes() -> None:
    assert rows_of("- [x] seen it\n- [ ] see it all again\n  - [ ] soon\n- none", 16) == [
        "[x] seen it",
        "[ ] see it all",
        "    again",
        "    [ ] soon",
        "• none",
    ]


def test_a_loose_list_has_blank_rows_between_its_items_and_blocks() -> None:
    assert rows_of("1. one\n\n   more\n2. two\n", 15) == ["1. one", "   ", "   more", "", "2. two"]
    assert rows_of("1. one\n2. two\n", 15) == ["1. one", "2. two"]


def test_numbers_are_as_wide_as_the_last_of_their_own_list() -> None:
    inner = "1. a\n   1. x\n   2. y\n" + "".join(f"{number}. b\n" for number in range(2, 11))
    assert rows_of(inner, 15)[:4] == [" 1. a", "    1. x", "    2. y", " 2. b"]
    assert rows_of(inner, 15)[-1] == "10. b"


def test_an_empty_item_is_only_its_marker() -> None:
    assert [row.rstrip() for row in rows_of("-\n- two", 15)] == ["•", "• two"]


def test_a_quote_has_a_bar_on_every_row() -> None:
    assert rows_of("> one two three\n>\n> > four\n> - five", 12) == [
        "│ one two",
        "│ three",
        "│ ",
        "│ │ four",
        "│ ",
        "│ • five",
    ]
    assert drawn_lines("> *one*", 20) == [(Span("│ ", "quote"), Span("one", "quoted em"))]


@pytest.mark.parametrize(
    ("mark", "head"),
    [
        ("confirmed", "✓ confirmed"),
        ("reported", "◌ reported"),
        ("speculation", "? speculation"),
        ("note", "i note"),
        ("tip", "+ tip"),
        ("important", "! important"),
        ("warning", "! warning"),
        ("caution", "! caution"),
    ],
)
def test_a_callout_begins_with_a_sign_and_a_word(mark: str, head: str) -> None:
    bar = Span("│ ", f"quote {mark}")
    assert drawn_lines(f"> [!{mark}] 2023-08\n> One two.", 40) == [
        (bar, Span(f"{head} · 2023-08", f"callout {mark}")),
        (bar, Span("One two.")),
    ]
    assert rows_of(f"> [!{mark}]", 40) == [f"│ {head}"]


def test_the_title_of_a_callout_is_wrapped() -> None:
    assert rows_of("> [!note] one two three four\n> five", 18) == ["│ i note · one two", "│ three four", "│ five"]


def test_code_keeps_its_spaces_and_its_background_fills_the_width() -> None:
    assert drawn_lines("```\nif x:\n\ty = 온조\n\n```", 14) == [
        (Span("  ", "codeblock"), Span("if x:", "codeblock"), Span("       ", "codeblock")),
        (Span("  ", "codeblock"), Span("    y = 온조", "codeblock"), Span("", "codeblock")),
    ]


def test_a_long_line_of_code_continues_below_after_a_sign() -> None:
    assert rows_of("```\nabcdefghijkl\nmn\n```", 12) == ["  abcdefghij", "› kl        ", "  mn        "]


def test_a_long_line_of_code_is_broken_after_a_near_space_and_keeps_every_space() -> None:
    assert rows_of("```\nabcdef ghijkl\n```", 12) == ["  abcdef    ", "› ghijkl    "]
    assert rows_of("```\na bcdefghijkl\n```", 12) == ["  a bcdefghi", "› jkl       "]
    assert [(row.start, row.end) for row in page_of("```\nabcdef ghijkl\n```").layout(12).rows(1)[1:]] == [
        (0, 7),
        (7, 13),
    ]
    assert rows_of("- ```\n  abcdefghijkl\n  ```", 14) == ["•   abcdefghij", "  › kl        "]


def test_footnotes_are_indented_after_their_numbers() -> None:
    assert rows_of("a[^1]\n\n[^1]: one two three\n\n    four\n", 12) == [
        "a[1]",
        "",
        "────────────",
        "[1] one two",
        "    three",
        "    ",
        "    four",
    ]


def test_a_rule_is_as_wide_as_its_container() -> None:
    assert rows_of("***\n\n> ***", 12) == ["─" * 12, "", "│ " + "─" * 10]


def test_headings_have_their_rows() -> None:
    page = page_of("# One is a long heading\n\ntext\n\n## Two\n")
    assert [(heading.level, heading.slug) for heading in page.headings] == [(1, "one-is-a-long-heading"), (2, "two")]
    assert heading_rows(page, 12) == [("One is a long heading", 2), ("Two", 7)]
    assert heading_rows(page, 40) == [("One is a long heading", 2), ("Two", 6)]


def test_headings_in_lists_quotes_and_callouts_have_their_rows() -> None:
    page = page_of("- # One\n- a\n\n  # Two\n\n> # Three\n\n> [!note]\n> # Four\n\na[^1]\n\n[^1]: # Five\n")
    rows = text_rows(page, 20)
    assert [(text, rows[row]) for text, row in heading_rows(page, 20)] == [
        ("One", "• One"),
        ("Two", "  Two"),
        ("Three", "│ Three"),
        ("Four", "│ Four"),
        ("Five", "[1] Five"),
    ]


@pytest.mark.parametrize("cells", [-5, 0, 1, 7])
def test_below_eight_cells_a_page_is_laid_out_as_if_it_had_eight(cells: int) -> None:
    text = "some words\n\n> quoted words\n\n- and so on"
    assert rows_of(text, cells) == rows_of(text, 8)


def test_the_text_of_a_line_is_the_text_of_its_spans() -> None:
    assert [plain(line) for line in drawn_lines("a **b**\n\n- c", 20)] == ["a b", "", "• c"]
