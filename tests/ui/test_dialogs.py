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
from aotad_tui.ui.dialogs.about import AboutScreen
from aotad_tui.ui.dialogs.address import AddressScreen
from aotad_tui.ui.dialogs.ask import ConfirmScreen, LineScreen
from aotad_tui.ui.dialogs.bookmarks import BookmarksScreen
from aotad_tui.ui.dialogs.choice import ChoiceScreen
from aotad_tui.ui.dialogs.keys import KeysScreen
from aotad_tui.ui.dialogs.news import NewsScreen
from aotad_tui.ui.dialogs.preview import PreviewScreen
from aotad_tui.ui.dialogs.progress import ProgressScreen
from aotad_tui.ui.dialogs.recap import RecapScreen
from aotad_tui.ui.dialogs.settings import SettingsScreen
from aotad_tui.ui.dialogs.theme import ThemeScreen
from aotad_tui.ui.dialogs.tour import TourScreen
from aotad_tui.ui.map.filter import MapFilterScreen
from aotad_tui.ui.palette.path import PathScreen
from aotad_tui.ui.palette.screen import PaletteScreen
from aotad_tui.ui.widgets.dialog_box import DialogBox
from aotad_tui.ui.widgets.key_hints import KeyHints
from tests.frames import assert_equals_frame

from .frames import SIZES
from .reader import Reader, reading

pytestmark = pytest.mark.slow

FRAMES = Path(__file__).parent / "dialog_frames"
DOOR = "the-street/the-door"
HYDE = ("@", *"hyde", "enter")

DIALOGS: dict[type, dict[str, tuple[str, ...]]] = {
    ProgressScreen: {"progress": ("e",), "progress-typed": ("e", "1", "0"), "peek": ("E",)},
    ConfirmScreen: {"finished": ("+",), "everything": ("e", "1", "enter", "e", "end", "enter")},
    LineScreen: {
        "rename-bookmark": ("B", "'", "n"),
        "note": ("j", "j", "j", "j", "a"),
        "note-on-a-person": (*HYDE, "3", "a"),
    },
    RecapScreen: {"recap": ("r",), "recap-full": ("r", "+"), "recap-of-one": ("r", "p", *"hyde", "enter")},
    NewsScreen: {"news": ("w",)},
    BookmarksScreen: {
        "no-bookmarks": ("'",),
        "bookmarks": ("B", "]", "B", "'"),
        "notes": ("j", "j", "j", "j", "a", *"Which street?", "enter", "]", "B", "'"),
    },
    ThemeScreen: {"theme": ("t",)},
    SettingsScreen: {"settings": (",",)},
    AboutScreen: {"about": ("A",)},
    ChoiceScreen: {"guides": ("O",)},
    TourScreen: {"tour": ("T",), "tour-second": ("T", "enter"), "tour-third": ("T", "enter", "enter")},
    KeysScreen: {
        "help": ("?",),
        "help-in-the-sections": ("1", "?"),
        "help-filtered": ("?", *"map"),
        "help-on-the-map": ("m", "?"),
    },
    PreviewScreen: {"preview": ("tab", "K")},
    AddressScreen: {"address": ()},
    PaletteScreen: {
        "palette": (":",),
        "palette-people": ("@",),
        "palette-headings": ("#",),
        "palette-hits": (":", *"hyde"),
        "palette-synonym": (":", *"dark mode"),
        "palette-known": (":", *"police"),
        "palette-none": (":", *"zzz"),
        "palette-commands": (">",),
        "palette-text": ("f", *"door"),
        "palette-no-text": ("f", *"zzz"),
        "palette-mentions": (*HYDE, "M"),
        "map-find": ("m", "@"),
    },
    PathScreen: {
        "path": ("p",),
        "path-drawn": ("p", *"hyde", "enter", *"lanyon", "enter"),
        "no-path": ("p", *"hyde", "enter", *"hyde", "enter"),
    },
    MapFilterScreen: {"map-filter": ("m", "f")},
}
"""The keys that open each dialog, by its class."""
ONLY_CLOSED = {"about", "no-bookmarks", "palette-no-text"}
"""The dialogs in which no key but escape does anything."""
KEYS = {name: keys for named in DIALOGS.values() for name, keys in named.items()}


async def open_dialog(reader: Reader, name: str) -> ModalScreen[object]:
    if name == "address":
        reader.app.push_screen(AddressScreen("https://example.org/a/long/path?query=1"))
        await reader.settle()
    await reader.press(*KEYS[name])
    reader.app.clear_notifications()
    await reader.settle()
    screen = reader.app.screen
    assert isinstance(screen, ModalScreen)
    assert name in DIALOGS[type(screen)]
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
@pytest.mark.parametrize("name", KEYS)
async def test_every_dialog_equals_its_frame(jekyll_story: Story, name: str, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await open_dialog(reader, name)
        rows = box_rows(reader)
        assert [row for row in rows if width(row) > size[0]] == []
        assert_equals_frame(FRAMES / f"{name}-{size[0]}.txt", rows)


def test_every_frame_belongs_to_a_dialog() -> None:
    assert set(FRAMES.iterdir()) == {FRAMES / f"{name}-{columns}.txt" for name in KEYS for columns, _ in SIZES}


@pytest.mark.parametrize("name", KEYS)
async def test_all_hints_are_at_the_bottom_of_the_box_in_a_small_window(jekyll_story: Story, name: str) -> None:
    async with reading(jekyll_story, 5, (60, 20), DOOR) as reader:
        screen = await open_dialog(reader, name)
        box, hints = screen.query_one(DialogBox).region, screen.query_one(KeyHints)
        assert screen.region.contains_region(box)
        assert hints.region.bottom == box.bottom - 1
        below = " ".join(" ".join(row.strip("│ ") for row in box_rows(reader)[hints.region.y - box.y : -1]).split())
        assert below == " ".join(f"{key_in_words(key)} {word}" for key, word in hints.hints)


@pytest.mark.parametrize("name", KEYS)
async def test_a_click_on_a_hint_does_what_its_key_does(jekyll_story: Story, name: str) -> None:
    by_key, by_click = [
        [text async for text in after_each_hint(jekyll_story, name, clicks=clicks)] for clicks in (False, True)
    ]
    assert by_key == by_click
    assert len(by_key) >= (1 if name in ONLY_CLOSED else 2)


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
