"""The map screen: opening, selecting, zooming, filtering and closing."""

from __future__ import annotations

import re

import pytest

from aotad_tui.story.story import Story
from tests.chart.map_stories import crowd

from .reader import Reader, reading

pytestmark = pytest.mark.slow

WIDE = (120, 40)


async def wait_for_map(reader: Reader) -> None:
    """Wait until the full map is drawn, which happens in a thread."""
    await reader.app.workers.wait_for_complete()
    await reader.settle()


async def test_the_map_opens_on_everyone_and_arrows_select(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m")
        assert reader.rows[0].startswith(" Everyone")
        assert "▐Edward Hyde▌" in reader.text, "the most connected"
        await reader.press("up")
        assert "▐Mr Guest▌" in reader.text
        await reader.press("down")
        assert "▐Edward Hyde▌" in reader.text


async def test_the_panel_shows_the_person_selected_on_the_map(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m", "up", "up", "escape")
        assert reader.session.place.person == "enfield"
        await reader.press("m", "escape")
        assert reader.session.place.person == "enfield"


async def test_opening_and_closing_the_map_changes_nothing(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        before = reader.text
        await reader.press("m", "escape")
        assert reader.session.place.person is None
        assert reader.text == before


async def test_enter_shows_a_persons_relationships_and_escape_goes_back(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m", "enter")
        assert reader.rows[0].startswith(" Edward Hyde: relationships")
        assert "caught him by the collar" in reader.text
        await reader.press("escape")
        assert reader.rows[0].startswith(" Everyone")


async def test_zooming_shows_the_full_map_and_the_groups(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m", "+")
        await wait_for_map(reader)
        assert reader.rows[0].startswith(" Full map")
        assert re.search(r"▐ *\? Edward Hyde *▌", reader.text)
        await reader.press("-", "-")
        assert reader.rows[0].startswith(" Groups")
        assert "The doctor's household (2)" in reader.text
        await reader.press("enter")
        assert reader.rows[0].startswith(" Everyone")


async def test_a_typed_name_selects_its_card(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m", "@", *"poole", "enter")
        assert "▐Poole▌" in reader.text


async def test_a_name_typed_at_once_selects_its_card_and_escape_pressed_twice_closes_once(
    jekyll_story: Story,
) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m")
        await reader.burst("@", *"hyde", "enter")
        assert "▐Edward Hyde▌" in reader.text
        await reader.burst("escape", "escape")
        assert reader.session.place.person in ("hyde", None)
        assert reader.rows[0].endswith("seen: chapter 5 of 10")


async def test_a_click_selects_and_a_second_click_zooms_in(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m")
        await reader.click("Poole")
        assert "▐Poole▌" in reader.text
        await reader.click("▐Poole▌")
        assert reader.rows[0].startswith(" Poole: relationships")


async def test_a_hidden_kind_is_not_drawn(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await reader.press("m", "i", "@", *"enfield", "enter")
        assert "distant kinsman" in reader.text
        assert "═=═ family" in reader.text
        await reader.press("f", "space", "escape")
        assert "distant kinsman" not in reader.text
        assert "family" not in reader.text


async def test_without_people_the_map_shows_a_message(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0, WIDE) as reader:
        await reader.press("m")
        assert "No people yet." in reader.text
        await reader.press("down", "+", "enter", "escape")
        assert reader.focus == "page"


async def test_with_ten_thousand_people_the_map_shows_groups(jekyll_story: Story) -> None:
    async with reading(crowd(10_000, 2_000, 12), 9, WIDE) as reader:
        await reader.press("m")
        assert reader.rows[0].startswith(" Groups")
        await reader.press("+")
        assert reader.rows[0].startswith(" Most connected")


@pytest.mark.parametrize("size", [(120, 36), (60, 24)])
async def test_notifications_cover_neither_the_legend_nor_the_selected_card(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 5, size) as reader:
        await reader.press("m", "i")
        assert "who ► whom" in "".join(reader.rows[-8:])
        await reader.press("-", "-")
        assert "This is the widest view." in reader.text
        assert not any("This is the widest view." in row for row in reader.rows[-8:])


async def test_cards_are_not_drawn_under_the_scroll_bar(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (60, 14)) as reader:
        await reader.press("m")
        assert reader.rows[2].rstrip("▏▎▍▌▋▊▉█ ").endswith("─╮")


async def test_the_map_can_be_used_in_a_small_window(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (40, 12)) as reader:
        await reader.press("m", "down", "down", "enter", "L", "J", "H", "K", "escape", "+")
        await wait_for_map(reader)
        await reader.press("right", "left", "i", "f", "escape", "-", "-", "q")
        assert reader.focus == "people"
