"""A table that is too wide for a screen keeps its shape: the first column stays, the others are passed sideways."""

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
ON_ITS = 1
"""The leaf of the table."""


def sheet_of(text: str, cells: int) -> PageLayout:
    return page_of(text).layout(cells, scrolls=True)


def seen_in(sheet: PageLayout, leaf: int = ON_ITS) -> list[str]:
    return [plain(row.spans).rstrip() for row in sheet.rows(leaf)[1:]]


def test_as_many_columns_as_fit_stand_beside_the_first_and_signs_say_how_many_more_there_are() -> None:
    assert seen_in(sheet_of(TABLE, 40)) == [
        "who      door           what is        ▸",
        "                        behind it",
        "──────   ─────────────  2 more columns ▸",
        "On-jo    that of the    wind and       ▸",
        "         roof           nothing else",
        "",
        "이수혁   that of the    a light        ▸",
        "         hall",
    ]


def test_passing_on_the_first_column_stays_and_the_last_ones_end_it() -> None:
    sheet = sheet_of(TABLE, 40)
    heads = [seen_in(sheet)[0]]
    while sheet.scroll_columns(ON_ITS, 1):
        heads.append(seen_in(sheet)[0])
    assert [head.split() for head in heads] == [
        ["who", "door", "what", "is", "▸"],
        ["who", "◂", "what", "is", "who", "comes", "▸"],
        ["who", "◂", "who", "comes", "number"],
    ]
    assert not sheet.scroll_columns(ON_ITS, 1)
    assert sheet.scroll_columns(ON_ITS, -5)
    assert seen_in(sheet)[0] == heads[0]
    assert not sheet.scroll_columns(ON_ITS, -1)


def test_nothing_moves_up_or_down_meanwhile() -> None:
    sheet = sheet_of(TABLE, 40)
    heights = [len(sheet.rows(ON_ITS))]
    while sheet.scroll_columns(ON_ITS, 1):
        heights.append(len(sheet.rows(ON_ITS)))
    assert len(heights) > 1
    assert len(set(heights)) == 1


def test_what_stands_in_a_column_out_of_view_is_brought_into_view() -> None:
    sheet = sheet_of(TABLE, 40)
    text = page_of(TABLE).text(ON_ITS)
    assert sheet.show_character(ON_ITS, text.index("12"))
    assert "12" in "".join(seen_in(sheet))
    assert not sheet.show_character(ON_ITS, text.index("12"))
    assert not sheet.show_character(ON_ITS, text.index("On-jo"))
    assert sheet.show_character(ON_ITS, text.index("that of the hall"))
    assert "that of the" in "".join(seen_in(sheet))


def test_a_character_is_drawn_as_the_one_that_it_is_in_the_text() -> None:
    some = page_of(TABLE)
    sheet = some.layout(40, scrolls=True)
    text = some.text(ON_ITS)
    while True:
        for row in sheet.rows(ON_ITS):
            for span, at in zip(row.spans, row.starts, strict=True):
                assert at == OUTSIDE_TEXT or text[at : at + len(span.text)] == span.text
        if not sheet.scroll_columns(ON_ITS, 1):
            break


def test_another_width_keeps_the_columns_and_a_table_that_fits_has_no_signs() -> None:
    some = page_of(TABLE)
    assert some.layout(40, scrolls=True).scroll_columns(ON_ITS, 1)
    assert "◂" in "".join(seen_in(some.layout(44, scrolls=True)))
    assert not {"◂", "▸"} & set("".join(seen_in(some.layout(80, scrolls=True))))
    assert not some.layout(80, scrolls=True).scroll_columns(ON_ITS, 1)


def test_all_parts_of_a_long_table_are_passed_together() -> None:
    head, rule, row, _ = TABLE.splitlines()
    some = page_of("\n".join([head, rule, *[row] * 150]))
    sheet = some.layout(40, scrolls=True)
    assert sheet.scroll_columns(2, 2)
    assert "7" in seen_in(sheet, 1)[3]
    assert "everybody" in seen_in(sheet, 2)[0]


def test_two_tables_are_passed_each_by_itself() -> None:
    sheet = sheet_of(f"{TABLE}\nBetween.\n\n{TABLE}", 40)
    assert sheet.scroll_columns(3, 1)
    assert "◂" not in "".join(seen_in(sheet, 1))
    assert "◂" in "".join(seen_in(sheet, 3))


def test_what_is_no_table_is_not_passed() -> None:
    sheet = sheet_of("Only words.", 40)
    assert not sheet.scroll_columns(1, 1)
    assert not sheet.show_character(1, 3)


@pytest.mark.parametrize("cells", range(24, 60))
def test_no_row_is_wider_than_the_room_whatever_is_in_view(cells: int) -> None:
    sheet = sheet_of(TABLE, cells)
    while True:
        assert max(line_width(row.spans) for row in sheet.rows(ON_ITS)) <= cells
        if not sheet.scroll_columns(ON_ITS, 1):
            break


@given(
    st.lists(st.tuples(st.integers(1, 90), st.integers(1, 90)), min_size=1, max_size=9),
    st.integers(8, 130),
)
def test_every_column_can_be_brought_into_view_and_what_is_there_fits(wants: list[tuple[int, int]], room: int) -> None:
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
    drawn = seen_in(sheet_of("\n".join(rows), 40))
    assert any(row.startswith("incomprehensible  ") for row in drawn)
    assert not any(row.startswith("incomprehensi ") for row in drawn)
