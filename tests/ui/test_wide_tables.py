"""A table wider than the page scrolls by columns: by key, by wheel, and to a match or link."""

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


def story_of(text: str) -> Story:
    return story(
        person("ann", name_stages=stages((0, "Ann Archer"))),
        sections=(section("one", title="On one"), section("two", title="On two")),
        texts=Pages({"one.md": text, "two.md": "The second."}),
    )


def header(reader: Reader) -> str:
    return next(row for row in reader.pane("page").splitlines() if row.strip().startswith("who"))


async def test_keys_scroll_the_table_and_its_first_column_stays() -> None:
    async with reading(story_of(TABLE), size=SIZE) as reader:
        first = header(reader)
        assert "door" in first
        assert "more columns ▸" in reader.pane("page")
        await reader.press("right", "}")
        assert "door" not in header(reader)
        assert "who ◂" in " ".join(header(reader).split())
        assert "Ben" in reader.pane("page")
        await reader.press("{", "left", "left")
        assert header(reader) == first


async def test_keys_do_nothing_where_no_table_is_too_wide() -> None:
    async with reading(story_of("Only words, and a small table.\n\n| a |\n|---|\n| b |"), size=SIZE) as reader:
        before = reader.text
        await reader.press("right", "left")
        assert reader.text == before


async def test_after_the_end_of_the_first_table_keys_scroll_the_next_one() -> None:
    async with reading(story_of(f"{TABLE}\nBetween.\n\n{TABLE}"), size=(46, 40)) as reader:
        await reader.press(*["right"] * 3)
        above, below = reader.pane("page").split("Between.")
        assert "where to" in above
        assert "where to" not in below
        await reader.press("right")
        assert "◂" in reader.pane("page").split("Between.")[1]


async def test_shift_and_wheel_or_a_horizontal_wheel_scroll_the_table_under_the_pointer() -> None:
    async with reading(story_of(TABLE), size=SIZE) as reader:
        first = header(reader)
        x, y = reader.place_of("Ben", "page")

        async def turn_wheel(kind: type[events.MouseEvent], *, shift: bool) -> None:
            await reader.turn_wheel_at(kind, x, y, shift=shift)

        await turn_wheel(events.MouseScrollDown, shift=True)
        second = header(reader)
        assert second != first
        await turn_wheel(events.MouseScrollUp, shift=True)
        assert header(reader) == first
        await turn_wheel(events.MouseScrollRight, shift=False)
        assert header(reader) == second
        await turn_wheel(events.MouseScrollLeft, shift=False)
        assert header(reader) == first


async def test_a_click_on_the_arrow_scrolls_the_table() -> None:
    async with reading(story_of(TABLE), size=SIZE) as reader:
        first = header(reader)
        await reader.click("▸", "page")
        assert "◂" in header(reader)
        await reader.click("◂", "page")
        assert header(reader) == first


async def test_a_match_in_a_hidden_column_is_scrolled_into_view() -> None:
    async with reading(story_of(TABLE), size=SIZE) as reader:
        await reader.press("/", *"nowhere")
        assert "1 of 1" in reader.text
        assert "nowhere" in reader.pane("page")
        await reader.press("escape", "/", *"roof")
        assert "roof" in reader.pane("page")


async def test_a_match_far_below_in_a_hidden_column_is_scrolled_into_view() -> None:
    words = "a word and another one, and more of them, so that a row takes several lines " * 2
    rows = "".join(f"|Hyde {number}|{words}|{words}|{words}|c{number}|found{number}|\n" for number in range(120))
    head = "|Who|One|Two|Three|Four|Five|\n|---|---|---|---|---|---|\n"
    async with reading(story_of(head + rows), size=SIZE) as reader:
        await reader.press("/", *"found50", "enter")
        assert "found50" in reader.pane("page")


async def test_tab_selects_a_link_and_a_name_in_hidden_columns() -> None:
    async with reading(story_of(TABLE), size=SIZE) as reader:
        assert "Ann" not in reader.pane("page")
        await reader.press("tab")
        assert reader.marked == "out"
        await reader.press("tab")
        assert reader.marked.split() == ["Ann", "Archer"]
        await reader.press("shift+tab", "enter")
        assert reader.place.section == "two"


async def test_copying_takes_the_whole_table() -> None:
    async with reading(story_of(TABLE), size=NARROW) as reader:
        await reader.press("right", "Y")
        assert reader.app.clipboard == TABLE
