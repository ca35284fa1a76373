"""The end of a page leads to the next section, and the header says where the reader is."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story
from tests.story.stories import Pages, section, story

from .reader import MEDIUM, NARROW, WIDE, reading

pytestmark = pytest.mark.slow

DOOR, WILL = "the-street/the-door", "the-street/the-will"


@pytest.mark.parametrize("key", ["space", "enter", "pagedown"])
async def test_space_and_enter_at_the_end_go_to_the_next_section(jekyll_story: Story, key: str) -> None:
    async with reading(jekyll_story, 5, MEDIUM, DOOR) as reader:
        await reader.press("G")
        assert "Next: A will in the safe →" in reader.pane("page")
        await reader.press(key)
        assert reader.place.section == WILL
        assert DOOR in reader.session.read


async def test_above_the_end_space_scrolls_and_enter_stays(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, MEDIUM, DOOR) as reader:
        await reader.press("enter", "space")
        assert reader.place.section == DOOR


async def test_the_link_to_the_next_section_can_be_clicked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, MEDIUM, DOOR) as reader:
        await reader.press("G")
        await reader.click("A will in the safe →", "page")
        assert reader.place.section == WILL


async def test_the_last_section_that_is_visible_has_no_next_one(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, MEDIUM, "the-cabinet/one-man") as reader:
        await reader.press("G")
        assert "Next: " not in reader.pane("page")
        await reader.press("space")
        assert reader.place.section == "the-cabinet/one-man"


async def test_the_header_names_part_and_section_and_the_guide_where_it_fits(jekyll_story: Story) -> None:
    headers = []
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        for size in ((120, 24), MEDIUM, NARROW, (40, 24)):
            await reader.resize(*size)
            headers.append(reader.rows[0].split("  ")[0].strip())
    assert headers == [
        "Strange Case of Dr Jekyll and Mr Hyde › The street › The door",
        "The street › The door",
        "The door",
        "The door",
    ]


async def test_the_position_is_that_of_the_top_and_left_out_where_a_page_fits(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, MEDIUM, DOOR) as reader:
        assert " 0 % · " in reader.rows[0]
        await reader.press("G")
        assert " 100 % " in reader.rows[0]
        await reader.resize(80, 90)
        assert "%" not in reader.rows[0]


async def test_the_title_has_a_blank_row_above_it_and_a_rule_below(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, MEDIUM, DOOR) as reader:
        assert reader.pane("page").split("\n")[:4] == ["", "  The door", "  ━━━━━━━━", ""]


async def test_a_page_as_high_as_a_window_that_becomes_too_narrow_for_it_has_no_position() -> None:
    for rows in range(20, 25):  # one of them is as high as the window
        page = Pages({"one.md": "- a line\n" * rows})
        async with reading(story(sections=(section("one"),), texts=page), 3, WIDE) as reader:
            await reader.resize(1, WIDE[1])
            await reader.resize(*WIDE)
            assert "a line" in reader.pane("page")


async def test_without_a_page_the_header_keeps_nothing_of_the_page_before() -> None:
    pages = Pages({"one.md": "- a line\n" * 200})
    async with reading(story(sections=(section("one", since=2),), texts=pages), 2, MEDIUM) as reader:
        assert "0 % · " in reader.rows[0]
        await reader.press("-")
        assert "Nothing to read yet" in reader.text
        assert "%" not in reader.rows[0]
