"""The keys of the palette work in dialogs."""

from __future__ import annotations

from itertools import product

import pytest

from aotad_tui.story.story import Story

from .reader import reading

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("key", "dialog"),
    [
        *product(["@", ":", "ctrl+p"], ["r", "w", "'", ",", "t", "K"]),
        ("ctrl+p", "?"),  # Its filter takes the others as text.
    ],
)
async def test_the_palette_replaces_any_dialog(jekyll_story: Story, dialog: str, key: str) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("tab", dialog)
        assert len(reader.app.screen_stack) == 3
        await reader.press(key, *"lanyon", "enter")
        assert reader.place.person == "lanyon"
        assert len(reader.app.screen_stack) == 2


@pytest.mark.parametrize("dialog", ["p", "?"])
async def test_an_input_of_a_dialog_takes_these_keys_as_text(jekyll_story: Story, dialog: str) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press(dialog, "@", ":", "f")
        assert "@:f" in reader.text
        assert len(reader.app.screen_stack) == 3
        await reader.press("ctrl+p", *"lanyon", "enter")
        assert reader.place.person == "lanyon"


async def test_the_palette_takes_these_keys_as_text(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.burst(":", "@", "h", "y", "d", "e", "enter")
        assert reader.place.person == "hyde"


async def test_a_dialog_of_the_map_ignores_these_keys(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("m", "f", ":")
        assert "Map filter" in reader.text
