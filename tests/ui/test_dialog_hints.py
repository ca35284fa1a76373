"""Dialogs show the keys that do something, and all of their texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.commands.registry import key_in_words
from aotad_tui.story.story import Story
from aotad_tui.ui.widgets.key_hints import KeyHints
from tests.library.guides import opened

from .reader import reading

pytestmark = pytest.mark.slow

DOOR = "the-street/the-door"


@pytest.mark.parametrize(
    ("keys", "hints"),
    [
        (("A",), "esc close"),
        (("'",), "esc close"),
        (("B", "'"), "enter open  n edit  d delete  esc close"),
        (("B", "'", "d"), "esc close"),
        (("r",), "enter open  a all points  p person  + longer  - shorter  esc close"),
        (("r", "+"), "enter open  a all points  p person  - shorter  esc close"),
        (("r", "-"), "enter open  a all points  p person  + longer  esc close"),
        (("r", "p", *"hyde", "enter"), "enter open  a all points  p everyone  + longer  - shorter  esc close"),
        (("m", "@"), "enter choose  esc close"),
        (("m", "@", *"zzz"), "esc close"),
        (("f", *"zzz"), '"a phrase" in:section who:name to:section  esc close'),
    ],
)
async def test_no_hint_names_a_key_that_does_nothing(jekyll_story: Story, keys: tuple[str, ...], hints: str) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.press(*keys)
        shown = reader.app.screen.query_one(KeyHints).hints
        assert "  ".join(f"{key_in_words(key)} {word}" for key, word in shown) == hints


async def test_a_homepage_can_be_opened(tmp_path: Path) -> None:
    head = "format: 1\ntitle: A tale\nhomepage: https://example.org/tale\n"
    async with reading(opened(tmp_path, {}, head)) as reader:
        await reader.press("A")
        assert "enter open  esc close" in reader.text


async def test_the_palette_shows_all_prefixes_in_a_small_window(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        await reader.press(":")
        assert "enter open  @ people  # headings  > commands  / text" in reader.text
