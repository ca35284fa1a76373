"""Tables: drawn as they are if they fit, narrowed if they can be, and drawn as lists otherwise."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.page.rows import OUTSIDE_TEXT

from .pages import drawn_lines, page_of, rows_of

SMALL = "| who | of | number |\n|---|:-:|--:|\n| Nam On-jo | 2-5 | 7 |\n| 이수혁 | 2-5 | 12 |\n"
WIDE = """\
| who | what is told of them |
|---|---|
| On-jo | poor grades, good survival sense |
| 이청산 | runs and hides and runs |
"""
MANY = """\
| a | b | c | d |
|---|---|---|---|
| one two three | two three four | three four five | four five six |
| x | | z |
"""


def test_a_table_that_fits_has_its_natural_width_and_alignment() -> None:
    assert rows_of(SMALL, 60) == [
        "who        of   number",
        "─────────  ───  ──────",
        "Nam On-jo  2-5       7",
        "이수혁     2-5      12",
    ]


def test_centred_text_in_an_odd_space_is_to_the_left() -> None:
    assert rows_of("| ab | middle |\n|:-:|:-:|\n| abcde | x |", 40)[0] == " ab    middle"
    assert rows_of("| ab | middle |\n|:-:|:-:|\n| abcde | x |", 40)[2] == "abcde    x   "


def test_a_table_that_is_too_wide_is_narrowed_at_its_widest_columns() -> None:
    assert rows_of(WIDE, 30) == [
        "who     what is told of them  ",
        "──────  ──────────────────────",
        "On-jo   poor grades, good     ",
        "        survival sense        ",
        "",
        "이청산  runs and hides and    ",
        "        runs                  ",
    ]


def test_a_table_is_narrowed_while_it_is_readable_and_otherwise_printed_as_a_list() -> None:
    assert rows_of(MANY, 46)[1] == "──────────  ──────────  ──────────  ──────────"
    assert rows_of(MANY, 45) == [
        "a: one two three",
        "b: two three four",
        "c: three four five",
        "d: four five six",
        "",
        "a: x",
        "b:",
        "c: z",
        "d:",
    ]


def test_narrowing_breaks_no_word_while_another_column_can_shrink() -> None:
    table = "| a | b |\n|---|---|\n| incomprehensible | one two three four five six |\n"
    assert rows_of(table, 30)[2:4] == ["incomprehensible  one two     ", "                  three four  "]


def test_the_entries_of_a_list_are_wrapped_at_the_width() -> None:
    assert rows_of(MANY, 10)[:4] == ["a: one two", "three", "b: two", "three four"]


def test_an_entry_without_a_header_has_no_label() -> None:
    table = "| | who is who in it |\n|---|---|\n| one two three | On-jo |"
    assert rows_of(table, 12) == ["one two", "three", "who is who", "in it: On-jo"]
    assert rows_of(table, 22)[0] == "            who is who"


def test_headers_rules_and_cells_have_their_styles_and_links() -> None:
    assert drawn_lines("| a |\n|---|\n| **On-jo** |\n", 40) == [
        (Span("a", "table-head"), Span("    ")),
        (Span("─────", "rule"),),
        (Span("On-jo", "strong name", Link.character("on-jo")),),
    ]


def test_a_table_in_a_quote_uses_the_remaining_width() -> None:
    quoted = "".join(f"> {line}\n" for line in WIDE.splitlines())
    assert rows_of(quoted, 32) == [f"│ {row}" for row in rows_of(WIDE, 30)]


def test_rows_have_gaps_if_a_third_of_them_or_more_take_several_lines() -> None:
    def table(*rows: str) -> list[str]:
        return [row.strip() for row in rows_of("| what |\n|---|\n" + "".join(f"| {row} |\n" for row in rows), 10)]

    assert table("one two", "short", "long words", "more words")[2:] == ["one two", "short", "long words", "more words"]
    assert table("one two", "short", "longer words", "x")[2:] == ["one two", "short", "longer", "words", "x"]
    assert table("short", "longer words", "x")[2:] == ["short", "", "longer", "words", "", "x"]


def test_the_gap_between_rows_is_a_position_of_its_own() -> None:
    rows = page_of("| what |\n|---|\n| longer words |\n| other words |\n").layout(10).rows(1)
    first, between, second = (5, 17), (17, 17), (18, 29)
    assert [(row.start, row.end) for row in rows][3:] == [first, first, between, second, second]
    parts = page_of(MANY).layout(10).rows(1)
    (blank,) = (row for row in parts[1:] if not row.spans)
    assert blank.start == blank.end == parts[parts.index(blank) - 1].end


def test_an_empty_header_takes_no_line() -> None:
    assert rows_of("| | |\n|---|---|\n| one | two |", 20) == ["───  ───", "one  two"]
    assert rows_of("| | a |\n|---|---|\n| one | two |", 20)[0].strip() == "a"


@pytest.mark.parametrize("cells", [10, 24, 46, 80])
def test_each_piece_of_a_row_knows_its_characters_in_the_table(cells: int) -> None:
    page = page_of(MANY)
    text = page.text(1)
    pieces = [
        (span.text, text[start : start + len(span.text)])
        for row in page.layout(cells).rows(1)
        for span, start in zip(row.spans, row.starts, strict=True)
        if start != OUTSIDE_TEXT
    ]
    assert "".join(piece for piece, _ in pieces).replace(" ", "").endswith("xz")
    assert all(shown == source for shown, source in pieces)
