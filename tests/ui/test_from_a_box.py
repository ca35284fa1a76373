"""From a box over the page one can ask for something else at once."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import reading

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("box", ["r", "w", "'", ",", "?", "t", "K"])
@pytest.mark.parametrize("key", ["@", ":", "ctrl+p"])
async def test_the_palette_opens_from_any_box_in_its_place(jekyll_story: Story, box: str, key: str) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("tab", box)
        assert len(reader.app.screen_stack) == 3
        await reader.press(key, *"lanyon", "enter")
        assert reader.place.person == "lanyon"
        assert len(reader.app.screen_stack) == 2


async def test_what_is_typed_into_a_line_of_a_box_stays_in_it(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("p", "@", ":", "f")
        assert "@:f" in reader.text
        await reader.press("ctrl+p", *"lanyon", "enter")
        assert reader.place.person == "lanyon"


async def test_in_the_palette_these_keys_are_its_own(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.burst(":", "@", "h", "y", "d", "e", "enter")
        assert reader.place.person == "hyde"


async def test_over_the_map_a_box_leaves_them_alone(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("m", "f", ":")
        assert "Map filter" in reader.text
