"""Terms in the reader: opened from the page, shown in the people pane, found in the palette."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import WIDE, Reader, reading

pytestmark = pytest.mark.slow


async def choose(reader: Reader, *typed: str) -> None:
    await reader.press(":", *typed, "enter")


async def test_a_term_is_found_and_its_card_is_shown_beside_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3, WIDE) as reader:
        await choose(reader, *"in his hand")
        shown = " ".join(reader.pane("people").split())
        assert "holograph holographos" in shown
        assert "also in his hand" in shown
        assert "A will in the testator's own" in shown
        assert reader.session.place.person == "holograph"


async def test_going_back_below_its_stamp_hides_the_term(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE) as reader:
        await choose(reader, *"soho")
        assert [reader.session.place.person] == ["soho"]
        await reader.press("-")
        assert reader.session.place.person is None
        assert "Soho" not in reader.text


async def test_a_term_on_a_page_leads_to_its_card_and_its_mentions(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, WIDE) as reader:
        await choose(reader, *"Murder under")
        visited: list[str | None] = []
        for _ in range(12):
            await reader.press("tab", "enter")
            visited.append(reader.session.place.person)
            if visited[-1] == "soho":
                break
        assert visited[-1] == "soho"
        await reader.press("l")
        assert "In Soho the other half" in reader.pane("hits")


async def test_the_map_opens_while_a_term_is_selected(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, WIDE) as reader:
        await choose(reader, *"soho")
        await reader.press("m")
        assert type(reader.app.screen).__name__ == "MapScreen"


async def test_a_term_is_previewed(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE) as reader:
        await choose(reader, *"A will in")
        for _ in range(30):
            await reader.press("tab", "K")
            if "in his hand" in reader.text:
                break
            await reader.press("escape")
        assert "A will in the testator's own hand." in reader.text
