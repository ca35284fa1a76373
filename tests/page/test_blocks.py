"""What each construct of Markdown becomes."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.page.blocks import Code, Footnote, Heading, Item, Items, Paragraph, Quote, Rule, Table

from .pages import blocks_of


def para(text: str, style: str = "") -> Paragraph:
    return Paragraph((Span(text, style),))


def test_a_text_without_anything_has_no_blocks() -> None:
    assert blocks_of("") == blocks_of("\n \n") == ()


def test_paragraphs_are_apart_by_blank_lines_and_their_lines_are_joined() -> None:
    text = "".join(
        span.text for block in blocks_of("one\ntwo\n\nthree") if isinstance(block, Paragraph) for span in block.spans
    )
    assert text == "one twothree"
    assert len(blocks_of("one\ntwo\n\nthree")) == 2


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_its_level_and_the_name_by_which_links_call_it(level: int) -> None:
    assert blocks_of(f"{'#' * level} Who is *back*?") == (
        Heading(level, (Span("Who is "), Span("back", "em"), Span("?")), "who-is-back"),
    )


def test_underlined_headings_are_headings_too() -> None:
    assert blocks_of("One\n===\n\nTwo\n---") == (Heading(1, (Span("One"),), "one"), Heading(2, (Span("Two"),), "two"))


def test_headings_that_say_the_same_are_told_apart_by_number() -> None:
    headings = [
        block for block in blocks_of("# A b\n\n## A b\n\n> # A b\n\n# 온조의 집\n\n# !") if isinstance(block, Heading)
    ]
    assert [heading.slug for heading in headings] == ["a-b", "a-b-1", "온조의-집", ""]


def test_lists_lie_in_each_other() -> None:
    (outer,) = blocks_of("- one\n- two\n  1. inner\n     - deep\n")
    deep = Items((Item((para("deep"),)),), None, loose=False)
    inner = Items((Item((para("inner"), deep)),), 1, loose=False)
    assert outer == Items((Item((para("one"),)), Item((para("two"), inner))), None, loose=False)


@pytest.mark.parametrize(
    ("text", "start"), [("1. a\n2. b", 1), ("1. a\n1. b", 1), ("9) a\n10) b", 9), ("0. a\n1. b", 0)]
)
def test_a_numbered_list_begins_where_it_says(text: str, start: int) -> None:
    assert blocks_of(text) == (Items((Item((para("a"),)), Item((para("b"),))), start, loose=False),)


@pytest.mark.parametrize("text", ["- a\n\n- b", "- a\n\n  - c\n\n- b", "- a\n\n  more\n- b"])
def test_a_list_with_blank_lines_in_it_is_loose(text: str) -> None:
    (items,) = blocks_of(text)
    assert isinstance(items, Items)
    assert items.loose
    assert len(items.items) == 2


def test_a_list_holds_any_block() -> None:
    (items,) = blocks_of("- ## Head\n- > said\n- ```\n  code\n  ```\n- a\n\n  b\n-")
    assert isinstance(items, Items)
    assert [item.blocks for item in items.items] == [
        (Heading(2, (Span("Head"),), "head"),),
        (Quote((para("said"),)),),
        (Code("code", ""),),
        (para("a"), para("b")),
        (),
    ]


def test_a_task_is_done_or_not() -> None:
    (items,) = blocks_of("- [x] seen\n- [ ] to see\n- no task\n- [X] seen too\n- [y] no task either")
    assert isinstance(items, Items)
    assert [item.done for item in items.items] == [True, False, None, True, None]
    texts = [
        span.text
        for item in items.items
        for block in item.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
    ]
    assert [text.strip() for text in texts] == ["seen", "to see", "no task", "seen too", "[y] no task either"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("```py\nif x:\n    y\n```", Code("if x:\n    y", "py")),
        ("```\na\n\n\n```", Code("a", "")),
        ("~~~python title=x\n*a* [[b]]\n~~~", Code("*a* [[b]]", "python")),
        ("    indented\n      more", Code("indented\n  more", "")),
        ("```\n```", Code("", "")),
        ("```\nnever closed", Code("never closed", "")),
    ],
)
def test_code_is_kept_as_it_is_written(text: str, code: Code) -> None:
    assert blocks_of(text) == (code,)


@pytest.mark.parametrize("text", ["---", "***", "_ _ _"])
def test_a_rule_is_a_rule(text: str) -> None:
    assert blocks_of(f"a\n\n{text}\n\nb") == (para("a"), Rule(), para("b"))


def test_a_table_has_a_header_rows_and_alignments() -> None:
    (table,) = blocks_of("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | `3` | |\n| only |\n| 1 | 2 | 3 | 4 | 5 |")
    assert table == Table(
        header=((Span("a"),), (Span("b"),), (Span("c"),), (Span("d"),)),
        rows=(
            ((Span("1"),), (Span("2", "strong"),), (Span("3", "code"),), ()),
            ((Span("only"),), (), (), ()),
            ((Span("1"),), (Span("2"),), (Span("3"),), (Span("4"),)),
        ),
        alignment=("left", "left", "center", "right"),
    )


def test_a_table_may_have_no_rows_and_a_bar_in_a_cell() -> None:
    assert blocks_of("| a\\|b |\n|---|") == (Table(((Span("a|b"),),), (), ("left",)),)


def test_footnotes_stand_at_the_end_under_their_numbers_in_the_order_in_which_they_are_named() -> None:
    first, *notes = blocks_of(
        "a[^late] b[^early] c[^late] d^[in *line*]\n\n[^early]: two\n[^late]: one\n\n    more\n[^none]: unused\n"
    )
    assert isinstance(first, Paragraph)
    marks = [span for span in first.spans if span.style == "footnote"]
    assert [mark.text for mark in marks] == ["[1]", "[2]", "[1]", "[3]"]
    assert notes == [
        Footnote(1, (para("one"), para("more"))),
        Footnote(2, (para("two"),)),
        Footnote(3, (Paragraph((Span("in "), Span("line", "em"))),)),
    ]


def test_a_footnote_that_is_not_there_is_text() -> None:
    assert blocks_of("a[^none]") == (para("a[^none]"),)


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "a <b>b</b> c", "<!-- hidden? -->", "<div>", "<br/>", '<a href="x">y</a>']
)
def test_raw_html_is_text(text: str) -> None:
    assert blocks_of(text) == (para(text),)


def test_html_lines_are_a_paragraph_whose_inside_is_markdown() -> None:
    assert blocks_of("<div>\n*a*\n</div>") == (
        Paragraph((Span("<div>"), Span(" "), Span("a", "em"), Span(" "), Span("</div>"))),
    )
