"""Lines and signs in ASCII, where that is set: on every screen, and on what opens later too."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.progress.settings import Settings, SettingsRead
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.dialogs.problems import ProblemsScreen
from aotad_tui.ui.screens.opening import OpeningScreen

from .reader import Reader, running
from .test_journey import context, said
from .test_opening import Slow

pytestmark = pytest.mark.slow

ASCII = "ascii = true\n"
WALK: dict[str, tuple[str, ...]] = {
    "the panel of somebody": ("@", *"hyde", "enter"),
    "the palette": (":", *"utt"),
    "the palette on words": ("f", *"door"),
    "the map": ("m",),
    "the map's groups": ("m", "-"),
    "the full map": ("m", "+"),
    "the ties of one": ("m", "enter"),
    "what the map shows": ("m", "f"),
    "how two are connected": ("p", *"utterson", "enter", *"hyde", "enter"),
    "progress": ("e",),
    "what is new": ("w",),
    "one step further": ("+",),
    "the story so far": ("r", "+"),
    "no bookmark": ("'",),
    "bookmarks": ("B", "'"),
    "a bookmark's name": ("B", "'", "n"),
    "settings": (",",),
    "colours": ("t",),
    "the keys": ("?",),
    "the tour": ("T", "enter"),
    "no guides": ("O",),
    "no problems": ("!",),
    "a peek": ("tab", "K"),
    "what was found": ("/", *"door", "enter"),
    "what was copied": ("y",),
    "nothing further": ("G", "]", "]", "]", "]", "]", "]", "]", "]"),
}


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
@pytest.mark.parametrize("keys", WALK.values(), ids=WALK)
async def test_nothing_on_any_screen_is_drawn_in_other_signs(
    jekyll_story: Story, tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    said(jekyll_story, tmp_path, 7)
    async with context(jekyll_story, tmp_path, ASCII, size) as reader:
        await reader.press(*keys)
        assert_ascii(reader)


async def test_a_first_start_is_drawn_in_ascii_too(jekyll_story: Story, tmp_path: Path) -> None:
    async with context(jekyll_story, tmp_path, ASCII) as reader:
        assert_ascii(reader)


async def test_before_a_guide_is_there_and_where_none_can_be_read_it_is_ascii_too(tmp_path: Path) -> None:
    slow = Slow()
    app = ReaderApp(tmp_path, SettingsRead(Settings(ascii=True)), slow)
    async with running(app, (60, 20), threads_wait=True) as reader:
        assert isinstance(app.screen, OpeningScreen)
        assert_ascii(reader)
        slow.go_on.set()
        reader.threads_wait = False
        await reader.settle()
        assert isinstance(app.screen, ProblemsScreen)
        assert_ascii(reader)


async def test_what_is_on_the_screen_is_drawn_anew_when_the_setting_is_turned(
    jekyll_story: Story, tmp_path: Path
) -> None:
    said(jekyll_story, tmp_path, 7)
    async with context(jekyll_story, tmp_path, ASCII) as reader:
        in_ascii = reader.rows
        await reader.press(",", "j", "j", "j", "j", "enter")
        assert not reader.text.isascii()
        await reader.press("enter")
        assert_ascii(reader)
        await reader.press("escape")
        assert reader.rows == in_ascii


def assert_ascii(reader: Reader) -> None:
    assert not {sign for row in reader.rows for sign in row if not sign.isascii()}, reader.text
