"""The People page in the reader: its entry in the sidebar, its filters, its place in the history."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.link import PEOPLE_PAGE
from aotad_tui.story.story import Story
from tests.library.guides import opened

from .reader import reading

TALL = (120, 48)


async def test_the_entry_above_the_sections_opens_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        assert reader.pane("sections").split("\n")[0] == "  People"
        await reader.click("People", "sections")
        assert reader.place.section == PEOPLE_PAGE
        rows = reader.pane("sections").split("\n")
        assert rows[0] == "▸ People"
        assert rows[1].strip(" ▸") == "The lawyer's circle", "the groups are its outline"
        assert "Sir Danvers Carew · dead" in reader.pane("page")


async def test_filters_are_followed_by_keys_and_by_clicks_and_are_in_the_history(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("P")
        await reader.click("dead", "page")
        assert reader.place.section == "/people?state=dead"
        assert "1 person" in reader.pane("page")
        assert reader.pane("sections").startswith("▸ People")
        await reader.press("tab", "enter")
        assert reader.place.section == "/people?state=dead&sort=name"
        await reader.press("backspace", "backspace")
        assert reader.place.section == PEOPLE_PAGE


async def test_a_name_on_the_page_opens_the_card(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("P")
        await reader.click("Sir Danvers Carew", "page")
        assert reader.place.person == "carew"


async def test_the_page_is_before_the_first_section(jekyll_story: Story) -> None:
    first = jekyll_story.sections[0].id
    async with reading(jekyll_story, 4) as reader:
        await reader.press("P", "[")
        assert reader.place.section == PEOPLE_PAGE
        await reader.press("]")
        assert reader.place.section == first


@pytest.mark.slow
async def test_a_step_of_progress_stays_on_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("P", "-")
        assert (reader.session.seen, reader.place.section) == (3, PEOPLE_PAGE)
        assert "Carew" not in reader.pane("page")
        await reader.press("+", "enter", "escape")
        assert (reader.session.seen, reader.place.section) == (4, PEOPLE_PAGE)
        assert "Carew" in reader.pane("page")


@pytest.mark.slow
async def test_a_filter_that_is_hidden_by_less_progress_is_dropped(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("P")
        await reader.click("The Carew case", "page")
        assert reader.place.section == "/people?group=case"
        await reader.press("-")
        assert reader.place.section == PEOPLE_PAGE
        assert "Carew" not in reader.text


@pytest.mark.slow
async def test_the_page_is_not_marked_as_read(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1) as reader:
        await reader.press("P", "x", "]")
        assert reader.session.read == frozenset()


@pytest.mark.slow
async def test_it_is_recent_in_the_palette_and_can_be_bookmarked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("P", "B", "]", ":")
        assert "People" in reader.text
        await reader.press("escape", "'")
        assert "Sort: story order" in reader.text


async def test_a_guide_without_people_has_no_page(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/a.md": "---\nsince: start\n---\nText.\n"})
    async with reading(story, 1) as reader:
        assert reader.pane("sections").strip() == "▸ A"
        await reader.press("P")
        assert reader.place.section == "a"
        assert "No people yet." in reader.text
