"""The tour: each card goes on when its key was tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.commands.keys import DEFAULT_KEYS
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import Settings, SettingsRead
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen
from tests.library.guides import opened

from .reader import NARROW, reading, running

pytestmark = pytest.mark.slow

FIRST, SECOND, THIRD = "Who was that again?", "Who knows whom?", "No spoilers"


async def test_each_card_goes_on_once_its_key_was_tried(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("T")
        assert FIRST in reader.text
        assert "1 of 3" in reader.text
        assert "@ try it  enter next  esc skip" in reader.text
        await reader.press("@", *"utterson")
        assert FIRST not in reader.text
        await reader.press("enter")
        assert reader.place.person == "utterson"
        assert SECOND in reader.text
        await reader.press("m")
        assert SECOND not in reader.text
        await reader.press("escape")
        assert THIRD in reader.text
        await reader.press("?")
        assert "Help: keys" in reader.text
        await reader.press("escape")
        assert not [title for title in (FIRST, SECOND, THIRD) if title in reader.text]
        await reader.press("m", "escape")
        assert THIRD not in reader.text


async def test_a_try_that_is_cancelled_goes_on_too(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, NARROW) as reader:
        await reader.press("T", "@", "escape")
        assert SECOND in reader.text


async def test_cards_can_be_passed_and_the_tour_skipped(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        before = reader.text
        await reader.press("T", "enter")
        assert SECOND in reader.text
        await reader.press("enter", "enter")
        assert reader.text == before
        await reader.press("T", "enter", "escape")
        assert reader.text == before
        await reader.press("@", "escape")
        assert reader.text == before


async def test_another_command_ends_the_tour(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("T", "/", "escape")
        assert FIRST not in reader.text
        assert SECOND not in reader.text


async def test_a_command_that_opens_nothing_goes_on_at_once(tmp_path: Path) -> None:
    guide = opened(tmp_path, {"sections/a.md": "---\nsince: start\n---\nText.\n"})
    async with reading(guide) as reader:
        await reader.press("T", "enter", "m")
        await reader.press("escape")
        assert THIRD in reader.text


async def test_the_cards_name_the_keys_in_force(jekyll_story: Story) -> None:
    session = Session.begin(jekyll_story, 4)
    read = SettingsRead(Settings(keys={**DEFAULT_KEYS, "map": ("F5",)}))
    context = ReaderContext(ReaderState.in_memory(jekyll_story), read)
    async with running(ReaderApp(ReadingScreen(session, "", context), read)) as reader:
        await reader.press("T", "enter")
        assert "Press F5 for the map" in reader.text
