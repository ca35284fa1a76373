"""A table that is wider than the page is passed sideways by key, by wheel and by what one goes to in it."""

from __future__ import annotations

import pytest
from textual import events

from aotad_tui.story.story import Story
from tests.story.stories import Pages, person, section, stages, story

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow

HEAD = "| who | door | what is behind it | who comes back | when | where to |"
TABLE = f"""{HEAD}
|---|---|---|---|---|---|
| Ben | that of the roof | wind and nothing else | everybody | at night | [out](two.md) |
| Cid | that of the hall | a light | Ann Archer alone | at noon | nowhere at all |
"""
SIZE = (46, 24)


def tale(text: str) -> Story:
    return story(
        person("ann", name_stages=stages((0, "Ann Archer"))),
        sections=(section("one", title="On one"), section("two", title="On two")),
        texts=Pages({"one.md": text, "two.md": "The second."}),
    )


def header(reader: Reader) -> str:
    return next(row for row in reader.pane("page").splitlines() if row.strip().startswith("who"))


async def test_the_keys_pass_it_and_its_first_column_stays() -> None:
    async with reading(tale(TABLE), size=SIZE) as reader:
        first = header(reader)
        assert "door" in first
        assert "more columns ▸" in reader.pane("page")
        await reader.press("right", "}")
        assert "door" not in header(reader)
        assert "who ◂" in " ".join(header(reader).split())
        assert "Ben" in reader.pane("page")
        await reader.press("{", "left", "left")
        assert header(reader) == first


async def test_nothing_happens_where_no_table_is_too_wide() -> None:
    async with reading(tale("Only words, and a small table.\n\n| a |\n|---|\n| b |"), size=SIZE) as reader:
        before = reader.text
        await reader.press("right", "left")
        assert reader.text == before


async def test_once_the_first_table_is_at_its_end_the_next_one_is_passed() -> None:
    async with reading(tale(f"{TABLE}\nBetween.\n\n{TABLE}"), size=(46, 40)) as reader:
        await reader.press(*["right"] * 3)
        above, below = reader.pane("page").split("Between.")
        assert "where to" in above
        assert "where to" not in below
        await reader.press("right")
        assert "◂" in reader.pane("page").split("Between.")[1]


async def test_the_wheel_with_shift_and_a_wheel_that_turns_sideways_pass_the_table_under_the_pointer() -> None:
    async with reading(tale(TABLE), size=SIZE) as reader:
        first = header(reader)
        x, y = reader.place_of("Ben", "page")

        async def turn(kind: type[events.MouseEvent], *, shift: bool) -> None:
            await reader.turn_wheel_at(kind, x, y, shift=shift)

        await turn(events.MouseScrollDown, shift=True)
        second = header(reader)
        assert second != first
        await turn(events.MouseScrollUp, shift=True)
        assert header(reader) == first
        await turn(events.MouseScrollRight, shift=False)
        assert header(reader) == second
        await turn(events.MouseScrollLeft, shift=False)
        assert header(reader) == first


async def test_a_click_on_the_sign_passes_it() -> None:
    async with reading(tale(TABLE), size=SIZE) as reader:
        first = header(reader)
        await reader.click("▸", "page")
        assert "◂" in header(reader)
        await reader.click("◂", "page")
        assert header(reader) == first


async def test_what_is_found_out_of_view_comes_into_view() -> None:
    async with reading(tale(TABLE), size=SIZE) as reader:
        await reader.press("/", *"nowhere")
        assert "1 of 1" in reader.text
        assert "nowhere" in reader.pane("page")
        await reader.press("escape", "/", *"roof")
        assert "roof" in reader.pane("page")


async def test_what_is_found_far_below_in_a_column_out_of_view_is_on_the_screen() -> None:
    words = "a word and another one, and more of them, so that a row takes several lines " * 2
    rows = "".join(f"|Hyde {number}|{words}|{words}|{words}|c{number}|found{number}|\n" for number in range(120))
    head = "|Who|One|Two|Three|Four|Five|\n|---|---|---|---|---|---|\n"
    async with reading(tale(head + rows), size=SIZE) as reader:
        await reader.press("/", *"found50", "enter")
        assert "found50" in reader.pane("page")


async def test_a_link_and_a_name_out_of_view_are_stepped_to() -> None:
    async with reading(tale(TABLE), size=SIZE) as reader:
        assert "Ann" not in reader.pane("page")
        await reader.press("tab")
        assert reader.marked == "out"
        await reader.press("tab")
        assert reader.marked.split() == ["Ann", "Archer"]
        await reader.press("shift+tab", "enter")
        assert reader.place.section == "two"


async def test_who_is_told_to_be_on_the_page_is_in_view() -> None:
    async with reading(tale(TABLE), size=(88, 24)) as reader:
        assert "Ann" not in reader.pane("people")
        await reader.press("right")
        assert "Ann Archer" in reader.pane("people")


async def test_the_whole_table_is_copied_whatever_is_in_view() -> None:
    async with reading(tale(TABLE), size=NARROW) as reader:
        await reader.press("right", "Y")
        assert reader.app.clipboard == TABLE
