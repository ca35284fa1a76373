"""The leaf blocks of each construct of Markdown."""

from __future__ import annotations

import re

import pytest

from aotad_tui.cells import Span
from aotad_tui.page.leaf_blocks import Code, Grid, Label, Prose, Rows, Rule
from aotad_tui.page.tables import Table

from .pages import drawn_lines, leaves_of, page_of, rows_of


def slugs(text: str) -> list[str]:
    return [heading.slug for heading in page_of(text).headings]


def test_an_empty_text_has_no_leaves() -> None:
    assert leaves_of("") == leaves_of("\n \n") == []


def test_blank_lines_separate_paragraphs_and_other_lines_are_joined() -> None:
    assert len(leaves_of("one\ntwo\n\nthree")) == 2
    assert rows_of("one\ntwo\n\nthree", 40) == ["one two", "", "three"]


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_its_level_and_slug(level: int) -> None:
    page = page_of(f"{'#' * level} Who is *back*?")
    (heading,) = page.headings
    assert (heading.level, heading.text, heading.slug) == (level, "Who is back?", "who-is-back")
    style = f"heading heading-{level}"
    assert page.content(heading.leaf) == (Span("Who is ", style), Span("back", f"{style} em"), Span("?", style))


def test_underlined_headings_are_headings() -> None:
    headings = page_of("One\n===\n\nTwo\n---").headings
    assert [(heading.level, heading.text) for heading in headings] == [(1, "One"), (2, "Two")]


def test_equal_headings_have_numbered_slugs() -> None:
    assert slugs("# A b\n\n## A b\n\n> # A b\n\n# 온조의 집\n\n# !") == ["a-b", "a-b-1", "a-b-2", "온조의-집", ""]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("A", "A", "A 1"), ["a", "a-1", "a-1-1"]),
        (("A 1", "A", "A"), ["a-1", "a", "a-2"]),
        (("A", "A", "A 1", "A", "A 1"), ["a", "a-1", "a-1-1", "a-2", "a-1-2"]),
    ],
)
def test_slugs_are_unique_even_if_a_heading_ends_with_the_number(
    headings: tuple[str, ...], expected: list[str]
) -> None:
    page = page_of("\n\n".join(f"# {heading}" for heading in headings))
    assert [heading.slug for heading in page.headings] == expected
    assert [page.find_heading(slug) for slug in expected] == [heading.leaf for heading in page.headings]


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
def test_a_numbered_list_starts_at_its_first_number(text: str, signs: list[str]) -> None:
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


def test_a_list_contains_any_block() -> None:
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
def test_code_is_unchanged(text: str, code: str, language: str) -> None:
    page = page_of(text)
    (leaf,) = page.leaves[1:]
    assert leaf.body == Code(code, language, code, 0)
    content = page.content(1)
    assert not isinstance(content, Table)
    assert "".join(span.text for span in content) == code


@pytest.mark.parametrize("text", ["---", "***", "_ _ _"])
def test_a_rule_is_a_rule(text: str) -> None:
    assert [leaf.body for leaf in leaves_of(f"a\n\n{text}\n\nb")] == [Prose("a"), Rule(), Prose("b")]


def test_a_table_has_a_header_rows_and_alignments() -> None:
    page = page_of("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | `3` | |\n| only |\n| 1 | 2 | 3 | 4 | 5 |")
    (leaf,) = page.leaves[1:]
    body: list[tuple[str, ...]] = [("1", "**2**", "`3`", ""), ("only", "", "", ""), ("1", "2", "3", "4")]
    grid = Grid(("a", "b", "c", "d"), body, ("left", "left", "center", "right"))
    assert leaf.body == Rows(grid, 0, 3)
    table = page.content(1)
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


def test_footnotes_are_at_the_end_in_the_order_of_their_references() -> None:
    text = "a[^late] b[^early] c[^late] d^[in *line*]\n\n[^early]: two\n[^late]: one\n\n    more\n[^none]: unused\n"
    rows = [row.rstrip() for row in rows_of(text, 60)]
    assert rows == ["a[1] b[2] c[1] d[3]", "", "─" * 12, "[1] one", "", "    more", "", "[2] two", "", "[3] in line"]
    first, *_, last = drawn_lines(text, 60)
    assert [span.text for span in first if span.style == "footnote"] == ["[1]", "[2]", "[1]", "[3]"]
    assert last[1:] == (Span("in "), Span("line", "em"))


def test_a_reference_to_a_missing_footnote_is_text() -> None:
    assert drawn_lines("a[^none]", 60) == [(Span("a[^none]"),)]


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "a <li>b</li> c", "<not-a-tag>", "<div", "< br>", "</ b>", '<a href="x>y']
)
def test_html_that_cells_cannot_express_is_text(text: str) -> None:
    assert [leaf.body for leaf in leaves_of(text)] == [Prose(text)]
    assert drawn_lines(text, 60) == [(Span(text),)]


def test_html_lines_are_a_paragraph_with_markdown_in_it() -> None:
    assert drawn_lines("<div>\n*a*\n</div>", 60) == [(Span("a", "em"),)]


def test_a_callout_is_a_label_above_its_blocks() -> None:
    assert [leaf.body for leaf in leaves_of("> [!note] A\tb\n> c")] == [
        Label((Span("i note · A b", "callout note"),)),
        Prose("c"),
    ]


def test_a_huge_paragraph_is_split_into_leaves_without_loss() -> None:
    words = "some *words* of it "
    for text in ((words * 5_000).strip(), "w" * 50_000, words.strip() + "\n" + "x" * 45_000):
        found = leaves_of(text)
        assert len(found) > 2
        assert [leaf.gap is None for leaf in found] == [False] + [True] * (len(found) - 1)
        assert re.sub(r"\s", "", "".join(rows_of(text, 80))) == re.sub(r"[\s*]", "", text)
