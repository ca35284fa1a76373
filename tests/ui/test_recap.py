"""The recap in the reader: from last time, folded by point, of one person."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story
from tests.story.stories import person, stages, story

from .reader import reading

TALL = (120, 60)
CONFIRM = ("enter", "escape")


@pytest.mark.slow
async def test_the_newest_point_is_first_and_earlier_ones_are_folded(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("r")
        newest, earlier = reader.place_of("▾ Chapter 4"), reader.place_of("▸ Chapter 3")
        assert newest[1] < earlier[1]
        assert "▾" not in reader.text.split("▸ Chapter 3")[1]


async def test_a_point_is_unfolded_and_folded_by_key_and_by_click(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("r")
        await reader.click("▸ Chapter 2")
        assert "▾ Chapter 2" in reader.text
        assert "Has never heard of the heir." in reader.text
        assert reader.marked == "▾ Chapter 2: Search for Mr Hyde"
        await reader.press("enter")
        assert "Has never heard of the heir." not in reader.text
        assert reader.marked == "▸ Chapter 2: Search for Mr Hyde"
        await reader.press("a")
        assert "▸ Chapter" not in reader.text
        await reader.press("a")
        assert "▸ Chapter 2" in reader.text


@pytest.mark.slow
async def test_after_raises_it_is_unfolded_from_the_progress_of_before(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, TALL) as reader:
        await reader.press("+", *CONFIRM, "+", *CONFIRM, "r")
        assert "Recap since Chapter 3 · usual" in reader.text
        assert "▾ Chapter 4" in reader.text
        assert "▸ Chapter 2" in reader.text


@pytest.mark.slow
async def test_a_recap_of_one_person_is_opened_by_a_key(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("r", "p", *"carew", "enter")
        assert "Recap of Sir Danvers Carew · usual" in reader.text
        assert "Hyde:" not in reader.text.split("Recap of")[1].split("esc close")[0]
        await reader.press("p")
        assert "Recap · usual" in reader.text
        await reader.press("escape", "escape")
        assert "Recap" not in reader.text


async def test_the_recap_of_a_namesake_says_whose_it_is() -> None:
    cast = [
        person(id, name_stages=stages((0, "Joe")), about_stages=stages((0, id.title()))) for id in ("baker", "sailor")
    ]
    async with reading(story(*cast), 1, TALL) as reader:
        await reader.press("r", "p", *"sailor", "enter")
        assert "Recap of Joe (Sailor) · usual" in reader.text


async def test_before_anything_happened_it_says_so(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0, TALL) as reader:
        await reader.press("r")
        assert "Nothing to recap." in reader.text
        await reader.press("a", "+", "-", "enter", "escape")
