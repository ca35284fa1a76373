"""With the ASCII setting every screen is drawn in ASCII, also screens that open later."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.progress.settings import Settings, SettingsRead
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.dialogs.problems import UnreadableScreen
from aotad_tui.ui.screens.opening import OpeningScreen

from .reader import Reader, running
from .test_opening import SlowGuides
from .test_saved_state import reader_with_state, save_progress

pytestmark = pytest.mark.slow

ASCII = "ascii = true\n"
SCREENS: dict[str, tuple[str, ...]] = {
    "the panel of a person": ("@", *"hyde", "enter"),
    "the palette": (":", *"utt"),
    "the palette for text": ("f", *"door"),
    "the map": ("m",),
    "the map's groups": ("m", "-"),
    "the full map": ("m", "+"),
    "one person's relationships": ("m", "enter"),
    "the map filter": ("m", "f"),
    "a path": ("p", *"utterson", "enter", *"hyde", "enter"),
    "progress": ("e",),
    "new content": ("w",),
    "progress moved forward": ("+",),
    "the recap": ("r", "+"),
    "no bookmark": ("'",),
    "bookmarks": ("B", "'"),
    "a bookmark's name": ("B", "'", "n"),
    "settings": (",",),
    "themes": ("t",),
    "the keys": ("?",),
    "the tour": ("T", "enter"),
    "no guides": ("O",),
    "no problems": ("!",),
    "a preview": ("tab", "K"),
    "a match": ("/", *"door", "enter"),
    "a copied paragraph": ("y",),
    "the last section": ("G", "]", "]", "]", "]", "]", "]", "]", "]"),
}


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_every_screen_is_ascii(
    jekyll_story: Story, tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    save_progress(jekyll_story, tmp_path, 7)
    async with reader_with_state(jekyll_story, tmp_path, ASCII, size) as reader:
        await reader.press(*keys)
        assert_ascii(reader)


async def test_a_first_start_is_ascii(jekyll_story: Story, tmp_path: Path) -> None:
    async with reader_with_state(jekyll_story, tmp_path, ASCII) as reader:
        assert_ascii(reader)


async def test_the_opening_screen_and_that_of_an_unreadable_guide_are_ascii(tmp_path: Path) -> None:
    slow = SlowGuides()
    app = ReaderApp(tmp_path, SettingsRead(Settings(ascii=True)), slow)
    async with running(app, (60, 20), threads_wait=True) as reader:
        assert isinstance(app.screen, OpeningScreen)
        assert_ascii(reader)
        slow.go_on.set()
        reader.threads_wait = False
        await reader.settle()
        assert isinstance(app.screen, UnreadableScreen)
        assert_ascii(reader)


async def test_changing_the_setting_redraws_the_screen(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 7)
    async with reader_with_state(jekyll_story, tmp_path, ASCII) as reader:
        in_ascii = reader.rows
        await reader.press(",", "j", "j", "j", "j", "enter")
        assert not reader.text.isascii()
        await reader.press("enter")
        assert_ascii(reader)
        await reader.press("escape")
        assert reader.rows == in_ascii


def assert_ascii(reader: Reader) -> None:
    assert not {sign for row in reader.rows for sign in row if not sign.isascii()}, reader.text
