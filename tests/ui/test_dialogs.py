"""All dialogs have one skeleton: it fits into small windows, and its hints are buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.screen import ModalScreen

from aotad_tui.cells import width
from aotad_tui.commands.keys import key_named
from aotad_tui.commands.registry import key_in_words
from aotad_tui.story.story import Story
from aotad_tui.ui.dialogs.address import AddressScreen
from aotad_tui.ui.widgets.dialog_box import DialogBox
from aotad_tui.ui.widgets.key_hints import KeyHints
from tests.frames import assert_equals_frame

from .reader import Reader, reading

pytestmark = pytest.mark.slow

FRAMES = Path(__file__).parent / "dialog_frames"
SIZES = ((60, 20), (80, 24), (100, 30), (120, 40), (200, 50))
DOOR = "the-street/the-door"
HYDE = ("@", *"hyde", "enter")

DIALOGS: dict[str, tuple[str, ...]] = {
    "progress": ("e",),
    "progress-typed": ("e", "1", "0"),
    "peek": ("E",),
    "finished": ("+",),
    "recap": ("r",),
    "news": ("w",),
    "no-bookmarks": ("'",),
    "bookmarks": ("B", "]", "B", "'"),
    "rename-bookmark": ("B", "'", "n"),
    "theme": ("t",),
    "settings": (",",),
    "about": ("A",),
    "guides": ("O",),
    "tour": ("T",),
    "tour-second": ("T", "enter"),
    "help": ("?",),
    "preview": ("tab", "K"),
    "address": (),
    "palette": (":",),
    "palette-people": ("@",),
    "palette-hits": (":", *"hyde"),
    "palette-none": (":", *"zzz"),
    "palette-commands": (">",),
    "palette-text": ("f", *"door"),
    "palette-mentions": (*HYDE, "M"),
    "path": ("p",),
    "path-drawn": ("p", *"hyde", "enter", *"lanyon", "enter"),
    "map-filter": ("m", "f"),
}
"""The keys that open each dialog."""


async def open_dialog(reader: Reader, name: str) -> ModalScreen[object]:
    if name == "address":
        reader.app.push_screen(AddressScreen("https://example.org/a/long/path?query=1"))
        await reader.settle()
    await reader.press(*DIALOGS[name])
    reader.app.clear_notifications()
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, ModalScreen)
    return screen


def box_rows(reader: Reader) -> list[str]:
    """The rows of the dialog."""
    region = reader.app.screen.query_one(DialogBox).region
    rows = []
    for row in reader.rows[region.y : region.bottom]:
        cells, at = "", 0
        for character in row:
            cells += character if region.x <= at < region.right else ""
            at += width(character)
        rows.append(cells)
    return rows


@pytest.mark.parametrize("size", SIZES, ids=[str(columns) for columns, _ in SIZES])
@pytest.mark.parametrize("name", DIALOGS)
async def test_every_dialog_equals_its_frame(jekyll_story: Story, name: str, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await open_dialog(reader, name)
        assert_equals_frame(FRAMES / f"{name}-{size[0]}.txt", box_rows(reader))


def test_every_frame_belongs_to_a_dialog() -> None:
    assert set(FRAMES.iterdir()) == {FRAMES / f"{name}-{columns}.txt" for name in DIALOGS for columns, _ in SIZES}


@pytest.mark.parametrize("name", DIALOGS)
async def test_all_hints_are_at_the_bottom_of_the_box_in_a_small_window(jekyll_story: Story, name: str) -> None:
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        screen = await open_dialog(reader, name)
        box, hints = screen.query_one(DialogBox).region, screen.query_one(KeyHints)
        assert screen.region.contains_region(box)
        assert hints.region.bottom == box.bottom - 1
        below = " ".join(" ".join(row.strip("│ ") for row in box_rows(reader)[hints.region.y - box.y : -1]).split())
        assert below == " ".join(f"{key_in_words(key)} {word}" for key, word in hints.hints)


@pytest.mark.parametrize("name", DIALOGS)
async def test_a_click_on_a_hint_does_what_its_key_does(jekyll_story: Story, name: str) -> None:
    by_key, by_click = [
        [text async for text in after_each_hint(jekyll_story, name, clicks=clicks)] for clicks in (False, True)
    ]
    assert by_key == by_click
    assert len(by_key) >= 2


async def after_each_hint(story: Story, name: str, *, clicks: bool) -> AsyncIterator[str]:
    """The screen after each hint of a dialog that has a single key was clicked, or its key pressed."""
    async with reading(story, 5, (100, 30), DOOR) as reader:
        screen = await open_dialog(reader, name)
        hints = [(key, word) for key, word in screen.query_one(KeyHints).hints if key_named(key)]
        for key, word in hints:
            if not (reader.app.screen is screen and (key, word) in screen.query_one(KeyHints).hints):
                await reader.back_to_the_page()
                screen = await open_dialog(reader, name)
            if clicks:
                await reader.click(f"{key_in_words(key)} {word}")
            else:
                await reader.press(key_named(key) or key)
            yield reader.text


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("progress", "Progress not changed."),
        ("finished", "Progress not changed."),
        ("peek", "Progress not changed."),
        ("theme", "Theme not changed."),
        ("rename-bookmark", "Not saved."),
    ],
)
async def test_a_click_outside_cancels_a_question_and_says_so(jekyll_story: Story, name: str, notice: str) -> None:
    async with reading(jekyll_story, 5, (100, 30), DOOR) as reader:
        theme = reader.app.theme
        screen = await open_dialog(reader, name)
        if name == "theme":
            await reader.press("down")
        await reader.click_at(0, 29)
        assert reader.app.screen is not screen
        assert notice in reader.text
        assert (reader.app.theme, reader.session.seen) == (theme, 5)


@pytest.mark.parametrize("name", ["recap", "help", "palette", "tour", "about"])
async def test_a_click_outside_a_view_closes_it_without_a_word(jekyll_story: Story, name: str) -> None:
    async with reading(jekyll_story, 5, (100, 30), DOOR) as reader:
        before = reader.text
        await open_dialog(reader, name)
        await reader.click_at(0, 29)
        assert reader.text == before
