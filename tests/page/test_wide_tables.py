"""A table too wide for the screen keeps its shape: its first column stays, the others scroll."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.page.columns import Needs, columns_in
from aotad_tui.page.page_layout import PageLayout
from aotad_tui.page.rows import OUTSIDE_TEXT

from .pages import page_of

TABLE = """\
| who | door | what is behind it | who comes back | number |
|---|---|---|---|--:|
| On-jo | that of the roof | wind and nothing else | everybody | 7 |
| 이수혁 | that of the hall | [a light](20-other.md) | he | 12 |
"""
TABLE_LEAF = 1
"""The leaf of the table."""


def sheet_of(text: str, cells: int) -> PageLayout:
    return page_of(text).layout(cells, scrolls=True)


def rows_in_view(sheet: PageLayout, leaf: int = TABLE_LEAF) -> list[str]:
    return [plain(row.spans).rstrip() for row in sheet.rows(leaf)[1:]]


def test_as_many_columns_as_fit_are_shown_and_arrows_count_the_others() -> None:
    assert rows_in_view(sheet_of(TABLE, 40)) == [
        "who      door           what is        ▸",
        "                        behind it",
        "──────   ─────────────  2 more columns ▸",
        "On-jo    that of the    wind and       ▸",
        "         roof           nothing else",
        "",
        "이수혁   that of the    a light        ▸",
        "         hall",
    ]


def test_scrolling_keeps_the_first_column_and_stops_at_the_last() -> None:
    sheet = sheet_of(TABLE, 40)
    heads = [rows_in_view(sheet)[0]]
    while sheet.scroll_columns(TABLE_LEAF, 1):
        heads.append(rows_in_view(sheet)[0])
    assert [head.split() for head in heads] == [
        ["who", "door", "what", "is", "▸"],
        ["who", "◂", "what", "is", "who", "comes", "▸"],
        ["who", "◂", "who", "comes", "number"],
    ]
    assert not sheet.scroll_columns(TABLE_LEAF, 1)
    assert sheet.scroll_columns(TABLE_LEAF, -5)
    assert rows_in_view(sheet)[0] == heads[0]
    assert not sheet.scroll_columns(TABLE_LEAF, -1)


def test_scrolling_columns_does_not_change_the_height() -> None:
    sheet = sheet_of(TABLE, 40)
    heights = [len(sheet.rows(TABLE_LEAF))]
    while sheet.scroll_columns(TABLE_LEAF, 1):
        heights.append(len(sheet.rows(TABLE_LEAF)))
    assert len(heights) > 1
    assert len(set(heights)) == 1


def test_a_character_in_a_hidden_column_is_brought_into_view() -> None:
    sheet = sheet_of(TABLE, 40)
    text = page_of(TABLE).text(TABLE_LEAF)
    assert sheet.show_character(TABLE_LEAF, text.index("12"))
    assert "12" in "".join(rows_in_view(sheet))
    assert not sheet.show_character(TABLE_LEAF, text.index("12"))
    assert not sheet.show_character(TABLE_LEAF, text.index("On-jo"))
    assert sheet.show_character(TABLE_LEAF, text.index("that of the hall"))
    assert "that of the" in "".join(rows_in_view(sheet))


def test_each_drawn_character_is_the_one_in_the_text() -> None:
    page = page_of(TABLE)
    sheet = page.layout(40, scrolls=True)
    text = page.text(TABLE_LEAF)
    while True:
        for row in sheet.rows(TABLE_LEAF):
            for span, at in zip(row.spans, row.starts, strict=True):
                assert at == OUTSIDE_TEXT or text[at : at + len(span.text)] == span.text
        if not sheet.scroll_columns(TABLE_LEAF, 1):
            break


def test_another_width_keeps_the_columns_and_a_table_that_fits_has_no_arrows() -> None:
    page = page_of(TABLE)
    assert page.layout(40, scrolls=True).scroll_columns(TABLE_LEAF, 1)
    assert "◂" in "".join(rows_in_view(page.layout(44, scrolls=True)))
    assert not {"◂", "▸"} & set("".join(rows_in_view(page.layout(80, scrolls=True))))
    assert not page.layout(80, scrolls=True).scroll_columns(TABLE_LEAF, 1)


def test_all_parts_of_a_long_table_scroll_together() -> None:
    head, rule, row, _ = TABLE.splitlines()
    page = page_of("\n".join([head, rule, *[row] * 150]))
    sheet = page.layout(40, scrolls=True)
    assert sheet.scroll_columns(2, 2)
    assert "7" in rows_in_view(sheet, 1)[3]
    assert "everybody" in rows_in_view(sheet, 2)[0]


def test_two_tables_scroll_independently() -> None:
    sheet = sheet_of(f"{TABLE}\nBetween.\n\n{TABLE}", 40)
    assert sheet.scroll_columns(3, 1)
    assert "◂" not in "".join(rows_in_view(sheet, 1))
    assert "◂" in "".join(rows_in_view(sheet, 3))


def test_text_outside_tables_does_not_scroll() -> None:
    sheet = sheet_of("Only words.", 40)
    assert not sheet.scroll_columns(1, 1)
    assert not sheet.show_character(1, 3)


@pytest.mark.parametrize("cells", range(24, 60))
def test_no_row_is_too_wide_at_any_scroll_position(cells: int) -> None:
    sheet = sheet_of(TABLE, cells)
    while True:
        assert max(line_width(row.spans) for row in sheet.rows(TABLE_LEAF)) <= cells
        if not sheet.scroll_columns(TABLE_LEAF, 1):
            break


@given(
    st.lists(st.tuples(st.integers(1, 90), st.integers(1, 90)), min_size=1, max_size=9),
    st.integers(8, 130),
)
def test_every_column_can_be_brought_into_view_and_the_columns_in_view_fit(
    wants: list[tuple[int, int]], room: int
) -> None:
    natural = tuple(max(pair) for pair in wants)
    columns = columns_in(Needs(natural, tuple(min(*pair, 16) for pair in wants)), room)
    if columns is None:
        return
    assert all(columns.widths)
    for column in range(1, len(natural)):
        for shift in range(columns.farthest + 1):
            shown = columns.shown(columns.shift_to(column, shift))
            assert column in shown
            used = columns.widths[0] + sum(columns.widths[number] + 2 for number in shown)
            assert used <= room + (-1 if columns.scrolls else 0)


def test_the_first_column_is_as_wide_as_its_longest_word_where_that_is_less_than_half() -> None:
    rows = ["| what there is to see | b | c |", "|---|---|---|", f"| one incomprehensible | {'b ' * 30} | {'c' * 40} |"]
    rows_drawn = rows_in_view(sheet_of("\n".join(rows), 40))
    assert any(row.startswith("incomprehensible  ") for row in rows_drawn)
    assert not any(row.startswith("incomprehensi ") for row in rows_drawn)
