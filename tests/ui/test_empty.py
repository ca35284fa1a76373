"""With an empty guide the reader shows a message, and every key still works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aotad_tui.commands.registry import COMMANDS, Scope
from aotad_tui.library.load import GuideUnreadable, load
from aotad_tui.story.story import Story
from aotad_tui.ui.map.screen import MapScreen
from tests.library.guides import opened

from . import guides
from .reader import NARROW, WIDE, reading

pytestmark = pytest.mark.slow

GUIDES = (
    guides.nobody_yet,
    guides.without_sections,
    guides.without_people,
    guides.without_timeline,
    guides.empty,
)
EACH = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.__name__)


@EACH
async def test_every_key_can_be_pressed(guide: Callable[[Path], Story], tmp_path: Path) -> None:
    keys = [
        key
        for command in COMMANDS
        for key in command.keys
        if command.id != "quit_reader" and command.scope is not Scope.MAP
    ]
    async with reading(guide(tmp_path), size=NARROW) as reader:
        for number, key in enumerate(keys):
            await reader.press_and_draw("123"[number % 3], key, "enter", "escape")
            assert reader.app.is_running
        assert reader.rows[0].startswith(" A tale")


@EACH
async def test_every_key_can_be_pressed_on_the_map(guide: Callable[[Path], Story], tmp_path: Path) -> None:
    keys = [key for command in COMMANDS for key in command.keys if command.scope is Scope.MAP]
    async with reading(guide(tmp_path), size=NARROW) as reader:
        for key in keys:
            await reader.press("m")
            assert isinstance(reader.app.screen, MapScreen)
            await reader.press_and_draw(key, "enter")
            assert reader.app.is_running
            await reader.back_to_the_page()
        assert reader.rows[0].startswith(" A tale")


@pytest.mark.parametrize(
    ("guide", "seen", "pane", "words"),
    [
        (guides.nobody_yet, 0, "sections", "Nothing to read yet."),
        (guides.nobody_yet, 0, "page", "Press e to set progress."),
        (guides.without_sections, 9, "sections", "Nothing to read."),
        (guides.without_sections, 9, "page", "This guide has no sections."),
        (guides.without_sections, 9, "people", "people so far 1"),
        (guides.without_timeline, 0, "people", "on this page 1"),
        (guides.empty, 0, "page", "This guide has no sections."),
    ],
)
async def test_an_empty_pane_shows_a_message(
    guide: Callable[[Path], Story], seen: int, pane: str, words: str, tmp_path: Path
) -> None:
    async with reading(guide(tmp_path), seen) as reader:
        assert words in reader.pane(pane)


@pytest.mark.parametrize(
    ("guide", "seen", "words"),
    [
        (guides.nobody_yet, 0, "No people yet."),
        (guides.without_people, 8, "No people yet."),
        (guides.without_people, 9, "No people."),
        (guides.empty, 0, "No people."),
    ],
)
async def test_without_people_there_is_no_people_pane(
    guide: Callable[[Path], Story], seen: int, words: str, tmp_path: Path
) -> None:
    async with reading(guide(tmp_path), seen) as reader:
        await reader.press("c")
        assert (reader.focus, reader.shown) == ("page", ["sections", "page"])
        assert words in reader.text
        for key in ("P", "@", "m"):
            reader.app.clear_notifications()
            await reader.press(key)
            assert words in reader.text
            await reader.back_to_the_page()


async def test_the_map_of_nobody_has_a_plain_title(tmp_path: Path) -> None:
    async with reading(guides.nobody_yet(tmp_path)) as reader:
        await reader.press("m")
        assert reader.rows[0].split() == ["Map", "0", "people,", "0", "relationships"]


async def test_hidden_content_and_missing_content_look_the_same(tmp_path: Path) -> None:
    """Compare a guide that has later content with the same guide without it."""
    texts = []
    for files in ({"characters.yaml": guides.ANN, "sections/a.md": guides.LATER}, {}):
        async with reading(opened(tmp_path / str(len(files)), files), 2) as reader:
            await reader.press("@")
            texts.append(reader.text)
            await reader.press(*"ann")
            texts.append(reader.text)
            await reader.press("escape", "]", "[", "1", "3")
            texts.append(reader.text)
    assert texts[:3] == texts[3:]


async def test_a_page_with_a_missing_file_shows_an_error_and_the_keys_work(tmp_path: Path) -> None:
    story = guides.without_people(tmp_path)
    (tmp_path / "sections" / "a.md").unlink()
    async with reading(story, 9, WIDE) as reader:
        assert "This section cannot be read" in reader.pane("page")
        await reader.press("tab", "G", "1", "enter", "+", "-")
        assert reader.app.is_running


async def test_a_folder_without_a_guide_shows_a_problem_and_no_traceback(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    async with reading(GuideUnreadable(nowhere, load(nowhere).problems)) as reader:
        assert "This guide cannot be opened" in reader.text
        assert "no such folder" in " ".join(reader.text.split())
        assert "Traceback" not in reader.text


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q"])
async def test_keys_close_the_screen_of_an_unreadable_guide(tmp_path: Path, key: str) -> None:
    async with reading(guides.unreadable(tmp_path), size=(60, 10)) as reader:
        assert "line 7 of guide.yaml" in " ".join(reader.text.split())
        await reader.press(key)
        assert not reader.app.is_running
