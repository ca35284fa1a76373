"""Saved progress, positions, bookmarks and settings in the reader, over several starts."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from aotad_tui.library.load import Loaded
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import read_settings
from aotad_tui.progress.store import Store
from aotad_tui.story.named import Stage
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen
from tests import textual_internals
from tests.library.guides import opened

from .reader import Reader, running

pytestmark = pytest.mark.slow

DOOR, LAIR = "the-street/the-door", "the-cabinet/one-man"
CONFIRM = ("enter", "escape")


@asynccontextmanager
async def reader_with_state(
    whole: Story, state: Path, settings: str = "", size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Reader]:
    """Run a reader whose saved state and settings are in a folder."""
    file = state / "settings.toml"
    if settings:
        file.write_text(settings)
    reader_state = ReaderState(Store(state / "reading.db"), whole)
    seen = reader_state.seen(whole.timeline)
    read = read_settings(file)
    session = reader_state.begin(whole, seen or 0, one_script=read.settings.names == "one")
    app = ReaderApp(ReadingScreen(session, "", ReaderContext(reader_state, read, file, asks=seen is None)), read)
    async with running(app, size) as reader:
        yield reader
        if reader.app.is_running:
            await reader.press("q")
    reader_state.store.close()


def save_progress(whole: Story, state: Path, seen: int) -> None:
    reader_state = ReaderState(Store(state / "reading.db"), whole)
    reader_state.save_seen(whole.timeline, seen)
    reader_state.save_toured()
    reader_state.store.close()


async def test_the_first_start_asks_for_progress_and_shows_the_tour_once(jekyll_story: Story, tmp_path: Path) -> None:
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        assert "How far have you read?" in reader.text
        await reader.press("4", "enter")
        assert "Who was that again?" in reader.text
        await reader.press("enter", "enter", "enter")
        assert reader.rows[0].endswith("seen: chapter 4 of 10")
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        assert "How far" not in reader.text
        assert reader.rows[0].endswith("seen: chapter 4 of 10")


async def test_the_first_answer_opens_the_page_that_covers_the_point(tmp_path: Path) -> None:
    pages = {
        f"sections/{id}.md": f"---\nsince: {point}\ncovers: {point}\n---\nText.\n"
        for id, point in (("a", 3), ("b", 1), ("c", 2))
    }
    whole = opened(tmp_path / "guide", pages)
    async with reader_with_state(whole, tmp_path) as reader:
        await reader.press("2", "enter")
        assert reader.session.place.section == "c"
        await reader.press("escape", "[")
        assert reader.session.place.section == "b"
    async with reader_with_state(whole, tmp_path) as reader:
        assert reader.session.place.section == "b"


async def test_without_an_answer_the_next_start_asks_again(jekyll_story: Story, tmp_path: Path) -> None:
    for _ in range(2):
        async with reader_with_state(jekyll_story, tmp_path) as reader:
            assert "How far have you read?" in reader.text
            await reader.press("escape")
            assert "Showing nothing beyond the start. Press e to change." in reader.text
            await reader.press("escape")
            assert reader.session.seen == 0


async def test_moving_progress_forward_asks_once_and_shows_new_content(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 4)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("+", "escape")
        assert reader.session.seen == 4
        await reader.press("+", "enter")
        assert "New in Chapter 5" in reader.text
        assert "+ Mr Guest" in reader.text
        await reader.press("j", "enter")
        assert reader.session.place.person == "guest"
        await reader.press("-", "w")
        assert "Guest" not in reader.text


async def test_new_content_includes_new_passages_of_visible_pages(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 8)
    async with reader_with_state(jekyll_story, tmp_path, size=(120, 60)) as reader:
        await reader.press("+", "enter")
        await reader.app.workers.wait_for_complete()  # pages are compared in a thread
        await reader.settle()
        assert "1 updated passage" in reader.text
        await reader.press("G", "k")
        assert reader.marked == "» Three papers"
        await reader.press("enter")
        assert reader.place.section == "the-cabinet/three-papers"


async def test_new_content_of_the_last_step_is_listed_after_a_restart(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 2)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("e", "6", "enter", *CONFIRM)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("w")
        assert "New since Chapter 2" in reader.text
        await reader.press("escape", "e", "2", "enter", "w")
        assert "New in Chapter 2" in reader.text


async def test_a_peek_ends_with_the_session_and_saves_nothing(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 2)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("E", "end", "enter", "y")
        assert reader.rows[0].endswith("peeking: chapter 10 (E ends it)")
        await reader.press("-")
        assert reader.session.seen == 9
        await reader.press("+", ":", *"one man", "enter", "B")
        assert reader.session.place.section == LAIR
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        assert reader.rows[0].endswith("seen: chapter 2 of 10")
        await reader.press("'")
        assert "No bookmarks yet" in reader.text
        await reader.press("escape", "ctrl+o")
        assert "One man" not in reader.text


async def test_a_peek_in_a_session_with_its_own_progress_returns_to_that_progress(
    jekyll_story: Story,
) -> None:
    session = Session.begin(jekyll_story, 6).with_saved_seen(2)  # as `--seen 6` begins a session
    async with running(ReaderApp(ReadingScreen(session)), (120, 36)) as reader:
        await reader.press("E")
        assert "How far do you want to peek?" in reader.text
        await reader.press("9", "enter")
        assert reader.rows[0].endswith("peeking: chapter 9 (E ends it)")
        await reader.press("E")
        assert reader.rows[0].endswith("only this time: chapter 6 of 10")


async def test_the_peek_key_ends_a_peek(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 2)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("E", "end", "enter", "E")
        assert reader.rows[0].endswith("seen: chapter 2 of 10")


async def test_a_restart_at_another_width_opens_the_same_position(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 10)
    async with reader_with_state(jekyll_story, tmp_path, size=(120, 16)) as reader:
        await reader.press("]", *"jjjjjjj")
        words = " ".join(reader.pane("page").split()[:3])
    async with reader_with_state(jekyll_story, tmp_path, size=(64, 16)) as reader:
        assert reader.session.place.section == DOOR
        rows = [row.split() for row in reader.pane("page").split("\n")[:2]]
        assert words.split()[0] in rows[0]
        assert words in " ".join(rows[0] + rows[1])  # the words may be broken into two rows


async def test_bookmarks_can_be_named_opened_and_removed(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 10)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("]", "B", "]", "'", "n", *"the start", "enter")
        assert "the start" in reader.text
        await reader.press("enter")
        assert reader.session.place.section == DOOR
        await reader.press("'", "d")
        assert "No bookmarks yet" in reader.text


async def test_bookmarks_of_a_later_point_are_hidden(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 10)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("B", "'", "n", *"he is hyde", "enter", "escape", "-", "'")
        assert "he is hyde" not in reader.text
        assert "No bookmarks yet" in reader.text
        await reader.press("escape", "+", *CONFIRM, "'")
        assert "he is hyde" in reader.text


async def test_the_recap_can_be_made_longer_and_shorter(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 4)
    async with reader_with_state(jekyll_story, tmp_path, size=(120, 60)) as reader:
        await reader.press("r")
        usual = reader.text
        await reader.press("+")
        longer = reader.text
        await reader.press("-", "-")
        assert len(reader.text.split()) < len(usual.split()) < len(longer.split())
        assert "Chapter 5" not in longer


async def test_the_recap_is_unfolded_from_the_progress_of_the_last_run(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 2)
    async with reader_with_state(jekyll_story, tmp_path, size=(120, 60)) as reader:
        await reader.press("+", *CONFIRM, "+", *CONFIRM, "r")
        assert "Recap since Chapter 2 · usual" in reader.text
        assert "▾ Chapter 4" in reader.text
        assert "▸ Chapter 2" in reader.text


async def test_custom_keys_work_and_are_shown_in_key_bar_and_help(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 3)
    async with reader_with_state(
        jekyll_story, tmp_path, '[keys]\nhelp = "f2"\nrecap = ["z", "ctrl+r"]\n', (120, 120)
    ) as reader:
        assert "f2 help" in reader.rows[-1]
        await reader.press("z")
        assert "Recap · " in reader.text
        await reader.press("escape", "r")
        assert "Recap · " not in reader.text
        await reader.press("f2")
        assert "z  ctrl+r" in reader.text


async def test_errors_in_the_settings_are_shown_and_the_other_settings_apply(
    jekyll_story: Story, tmp_path: Path
) -> None:
    save_progress(jekyll_story, tmp_path, 3)
    async with reader_with_state(jekyll_story, tmp_path, 'theme = "no-such"\nascii = true\nwidth = 3\n') as reader:
        notifications = textual_internals.notifications(reader.app)
        messages = [note.message.removeprefix(f"{tmp_path}{os.sep}") for note in notifications]
        assert messages == [
            "settings.toml:3: width: unknown setting\n"
            f"{tmp_path}{os.sep}settings.toml:1: theme: no theme 'no-such'; press t to choose one",
        ]
        assert "│" not in reader.pane("people")
        assert reader.app.theme == "aotad-dark"


async def test_settings_apply_at_once_and_are_saved(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 3)
    async with reader_with_state(jekyll_story, tmp_path, "# mine\nmeasure = 80\n") as reader:
        await reader.press(",", "j", "j", "enter", "escape")
        assert reader.shown == ["sections", "page"]
        assert (tmp_path / "settings.toml").read_text() == '# mine\nmeasure = 80\npanes = ["sections"]\n'


async def test_animation_is_off_unless_motion_is_set(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 3)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        levels = [reader.app.animation_level]
        await reader.press(",", "G", "enter", "escape")
        assert (tmp_path / "settings.toml").read_text() == "motion = true\n"
        levels.append(reader.app.animation_level)
        assert levels == ["none", "basic"]
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        assert reader.app.animation_level == "basic"


async def test_the_names_setting_applies_at_once_and_does_not_limit_search(jekyll_story: Story, tmp_path: Path) -> None:
    native = replace(jekyll_story.characters[0], native_stages=(Stage(0, "남온조"),))
    whole = replace(jekyll_story, characters=(native, *jekyll_story.characters[1:]))
    save_progress(whole, tmp_path, 3)
    async with reader_with_state(whole, tmp_path) as reader:
        await reader.press("]", "@", *"utterson", "enter")
        assert "남온조" in reader.pane("people")
        await reader.press(",", "j", "j", "j", "enter", "escape")
        assert "남온조" not in reader.pane("people")
        assert "Mr Utterson" in reader.pane("people")
        assert reader.place.section == DOOR
        await reader.press("@", *"남온조", "enter")  # search still finds it
        assert reader.place.person == "utterson"
    async with reader_with_state(whole, tmp_path) as reader:
        await reader.press("@", *"utterson", "enter")
        assert "남온조" not in reader.pane("people")
        await reader.press(",", "j", "j", "j", "enter", "escape")
        assert "남온조" in reader.pane("people")


async def test_a_theme_is_previewed_and_then_cancelled_or_saved(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 3)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("t", "j", "j")
        assert reader.app.theme == "aotad-light"
        await reader.press("escape")
        assert reader.app.theme == "aotad-dark"
        await reader.press("t", "j", "j", "j", "enter")
    assert (tmp_path / "settings.toml").read_text() == 'theme = "aotad-contrast"\n'


@pytest.mark.parametrize("damage", [b"", b"what is this" * 1000])
async def test_a_damaged_file_is_reported_in_one_line_and_the_reader_works(
    jekyll_story: Story, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "reading.db").write_bytes(damage)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("end", "enter", "enter", "escape")
        assert reader.session.seen == 10
        messages = [note.message for note in textual_internals.notifications(reader.app)]
        assert len(messages) == bool(damage)
        assert all("a new file was started" in message for message in messages)


async def test_a_reloaded_guide_is_shown_at_the_same_position(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("]", "j", "j")
        before = reader.text
        assert isinstance(reader.app.screen, ReadingScreen)
        reader.app.screen.reloading.show(Loaded(jekyll_story, ()))
        await reader.settle()
        assert reader.text == before
        assert reader.session.seen == 5


async def test_next_and_previous_section_restore_the_position(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path, size=(80, 12)) as reader:
        await reader.press("]", *"jjjjjj")
        assert "A lawyer and his kinsman" in reader.rows[1]
        await reader.press("]", "[")
        assert "A lawyer and his kinsman" in "".join(
            reader.rows[1:3]
        )  # the blank row above the paragraph may come first
