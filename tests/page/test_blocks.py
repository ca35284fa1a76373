"""What each construct of Markdown becomes."""

from __future__ import annotations

import re

import pytest

from aotad_tui.cells import Span
from aotad_tui.page.leaf_blocks import Code, Grid, Label, Prose, Rows, Rule
from aotad_tui.page.tables import Table

from .pages import drawn, leaves_of, page_of, rows_of


def slugs(text: str) -> list[str]:
    return [heading.slug for heading in page_of(text).headings]


def test_a_text_without_anything_has_no_leaves() -> None:
    assert leaves_of("") == leaves_of("\n \n") == []


def test_paragraphs_are_apart_by_blank_lines_and_their_lines_are_joined() -> None:
    assert len(leaves_of("one\ntwo\n\nthree")) == 2
    assert rows_of("one\ntwo\n\nthree", 40) == ["one two", "", "three"]


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_its_level_and_the_name_by_which_links_call_it(level: int) -> None:
    some = page_of(f"{'#' * level} Who is *back*?")
    (heading,) = some.headings
    assert (heading.level, heading.text, heading.slug) == (level, "Who is back?", "who-is-back")
    style = f"heading heading-{level}"
    assert some.content(heading.leaf) == (Span("Who is ", style), Span("back", f"{style} em"), Span("?", style))


def test_underlined_headings_are_headings_too() -> None:
    headings = page_of("One\n===\n\nTwo\n---").headings
    assert [(heading.level, heading.text) for heading in headings] == [(1, "One"), (2, "Two")]


def test_headings_that_say_the_same_are_told_apart_by_number() -> None:
    assert slugs("# A b\n\n## A b\n\n> # A b\n\n# 온조의 집\n\n# !") == ["a-b", "a-b-1", "a-b-2", "온조의-집", ""]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("A", "A", "A 1"), ["a", "a-1", "a-1-1"]),
        (("A 1", "A", "A"), ["a-1", "a", "a-2"]),
        (("A", "A", "A 1", "A", "A 1"), ["a", "a-1", "a-1-1", "a-2", "a-1-2"]),
    ],
)
def test_no_two_headings_have_one_name_even_where_one_says_the_number(
    headings: tuple[str, ...], expected: list[str]
) -> None:
    some = page_of("\n\n".join(f"# {heading}" for heading in headings))
    assert [heading.slug for heading in some.headings] == expected
    assert [some.find_heading(slug) for slug in expected] == [heading.leaf for heading in some.headings]


def test_a_heading_has_no_tab_or_line_break_in_its_text() -> None:
    (heading,) = page_of("# One\ttwo&#13;three&#10;four&#9;five").headings
    assert (heading.text, heading.slug) == ("One two three four five", "one-two-three-four-five")


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("1. a\n2. b", ["1. a", "2. b"]),
        ("1. a\n1. b", ["1. a", "2. b"]),
        ("9) a\n10) b", [" 9. a", "10. b"]),
        ("0. a\n1. b", ["0. a", "1. b"]),
    ],
)
def test_a_numbered_list_begins_where_it_says(text: str, signs: list[str]) -> None:
    assert rows_of(text, 40) == signs


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- a\n\n- b", ["• a", "", "• b"]),
        ("- a\n\n  - c\n\n- b", ["• a", "", "  ◦ c", "", "• b"]),
        ("- a\n\n  more\n- b", ["• a", "", "  more", "", "• b"]),
        ("- a\n  - c\n- b", ["• a", "  ◦ c", "• b"]),
    ],
)
def test_a_list_with_blank_lines_in_it_is_loose(text: str, rows: list[str]) -> None:
    assert [row.rstrip() for row in rows_of(text, 40)] == rows


def test_a_list_holds_any_block() -> None:
    leaves = leaves_of("- ## Head\n- > said\n- ```\n  code\n  ```\n- a\n\n  b\n-")
    assert [leaf.body for leaf in leaves] == [
        Prose("Head", level=2),
        Prose("said", style="quoted"),
        Code("code", "", "code", 0),
        Prose("a"),
        Prose("b"),
        Prose(""),
    ]
    signs = ["".join(span.text for span in leaf.first) for leaf in leaves]
    assert signs == ["• ", "• │ ", "• ", "• ", "  ", "• "]


def test_a_task_in_a_numbered_list_keeps_its_number() -> None:
    rows = rows_of("9. [x] seen, and more\n10. [ ] to see", 16)
    assert rows == [" 9. [x] seen,", "        and more", "10. [ ] to see"]


def test_a_task_is_done_or_not() -> None:
    assert rows_of("- [x] seen\n- [ ] to see\n- no task\n- [X] seen too\n- [y] no task either", 40) == [
        "[x] seen",
        "[ ] to see",
        "• no task",
        "[x] seen too",
        "• [y] no task either",
    ]


@pytest.mark.parametrize(
    ("text", "code", "language"),
    [
        ("```py\nif x:\n    y\n```", "if x:\n    y", "py"),
        ("```\na\n\n\n```", "a", ""),
        ("~~~python title=x\n*a* [[b]]\n~~~", "*a* [[b]]", "python"),
        ("    indented\n      more", "indented\n  more", ""),
        ("```\n```", "", ""),
        ("```\nnever closed", "never closed", ""),
    ],
)
def test_code_is_kept_as_it_is_written(text: str, code: str, language: str) -> None:
    some = page_of(text)
    (leaf,) = some.leaves[1:]
    assert leaf.body == Code(code, language, code, 0)
    content = some.content(1)
    assert not isinstance(content, Table)
    assert "".join(span.text for span in content) == code


@pytest.mark.parametrize("text", ["---", "***", "_ _ _"])
def test_a_rule_is_a_rule(text: str) -> None:
    assert [leaf.body for leaf in leaves_of(f"a\n\n{text}\n\nb")] == [Prose("a"), Rule(), Prose("b")]


def test_a_table_has_a_header_rows_and_alignments() -> None:
    some = page_of("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | `3` | |\n| only |\n| 1 | 2 | 3 | 4 | 5 |")
    (leaf,) = some.leaves[1:]
    body: list[tuple[str, ...]] = [("1", "**2**", "`3`", ""), ("only", "", "", ""), ("1", "2", "3", "4")]
    grid = Grid(("a", "b", "c", "d"), body, ("left", "left", "center", "right"))
    assert leaf.body == Rows(grid, 0, 3)
    table = some.content(1)
    assert isinstance(table, Table)
    assert table.headed
    assert table.header == ((Span("a"),), (Span("b"),), (Span("c"),), (Span("d"),))
    assert table.body == (
        ((Span("1"),), (Span("2", "strong"),), (Span("3", "code"),), ()),
        ((Span("only"),), (), (), ()),
        ((Span("1"),), (Span("2"),), (Span("3"),), (Span("4"),)),
    )
    assert table.alignment == grid.alignment


def test_a_table_may_have_no_rows_and_a_bar_in_a_cell() -> None:
    assert [leaf.body for leaf in leaves_of("| a\\|b |\n|---|")] == [Rows(Grid(("a|b",), [], ("left",)), 0, 0)]
    assert rows_of("| a\\|b |\n|---|", 40) == ["a|b", "───"]


def test_footnotes_stand_at_the_end_under_their_numbers_in_the_order_in_which_they_are_named() -> None:
    text = "a[^late] b[^early] c[^late] d^[in *line*]\n\n[^early]: two\n[^late]: one\n\n    more\n[^none]: unused\n"
    rows = [row.rstrip() for row in rows_of(text, 60)]
    assert rows == ["a[1] b[2] c[1] d[3]", "", "─" * 12, "[1] one", "", "    more", "", "[2] two", "", "[3] in line"]
    first, *_, last = drawn(text, 60)
    assert [span.text for span in first if span.style == "footnote"] == ["[1]", "[2]", "[1]", "[3]"]
    assert last[1:] == (Span("in "), Span("line", "em"))


def test_a_footnote_that_is_not_there_is_text() -> None:
    assert drawn("a[^none]", 60) == [(Span("a[^none]"),)]


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "a <b>b</b> c", "<!-- hidden? -->", "<div>", "<br/>", '<a href="x">y</a>']
)
def test_raw_html_is_text(text: str) -> None:
    assert [leaf.body for leaf in leaves_of(text)] == [Prose(text)]
    assert drawn(text, 60) == [(Span(text),)]


def test_html_lines_are_a_paragraph_whose_inside_is_markdown() -> None:
    ((*line,),) = drawn("<div>\n*a*\n</div>", 60)
    assert line == [Span("<div>"), Span(" "), Span("a", "em"), Span(" "), Span("</div>")]


def test_a_callout_is_a_label_above_its_blocks() -> None:
    assert [leaf.body for leaf in leaves_of("> [!note] A\tb\n> c")] == [
        Label((Span("i note · A b", "callout note"),)),
        Prose("c"),
    ]


def test_a_paragraph_longer_than_anybody_writes_is_set_in_pieces_that_are_all_of_it() -> None:
    words = "some *words* of it "
    for text in ((words * 5_000).strip(), "w" * 50_000, words.strip() + "\n" + "x" * 45_000):
        found = leaves_of(text)
        assert len(found) > 2
        assert [leaf.gap is None for leaf in found] == [False] + [True] * (len(found) - 1)
        assert re.sub(r"\s", "", "".join(rows_of(text, 80))) == re.sub(r"[\s*]", "", text)
