"""The line below the panes shows the keys that fit what the reader is doing, and a click on each works."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import MEDIUM, WIDE, reading

pytestmark = pytest.mark.slow

DOOR = "the-street/the-door"


@pytest.mark.parametrize(
    ("keys", "start"),
    [
        ((), "? help  : go to  / find"),
        (("/", "h"), "enter matches  esc cancel"),
        (("/", "h", "enter"), "n next  N previous  esc close"),
        (("tab",), "enter open  K preview"),
        (("tab", "enter", "escape"), "? help  esc close  3 card"),
        (("1",), "? help  enter open  esc page  s hide"),
        (("3",), "? help  enter open  esc page  c hide"),
    ],
)
async def test_the_footer_follows_what_the_reader_does(jekyll_story: Story, keys: tuple[str, ...], start: str) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press(*keys)
        assert reader.rows[-1].startswith(f" {start}")


async def test_a_selection_can_be_copied_or_cleared(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        x, y = reader.place_of("Two storeys")
        await reader.drag((x, y), (x + 5, y))
        assert reader.rows[-1].startswith(" y copy  H mark  a note  esc clear")
        await reader.press("escape")
        assert reader.rows[-1].startswith(" ? help  : go to")


async def test_the_hints_of_matches_and_of_a_pane_can_be_clicked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("/", "h", "enter")
        await reader.click("n next")
        assert " 2 of " in reader.text
        await reader.click("/ other text")
        await reader.press("d")
        await reader.click("enter matches")
        assert (reader.focus, reader.rows[-1][:7]) == ("page", " n next")
        await reader.click("/ other text")
        await reader.click("esc cancel")
        assert (reader.focus, reader.rows[-1][:7]) == ("page", " ? help")
        await reader.press("1", "g")
        await reader.click("enter open")
        assert reader.place.section == "/people"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("-",), "This is the start of the story."),
        (("ctrl+o",), "Nothing to go back to."),
        (("alt+right",), "Nothing to go forward to."),
        (("n",), "No text to find again."),
        (("s", "x"), "Marked as read."),
        (("h", "h"), "No pane on the left."),
    ],
)
async def test_a_key_that_cannot_act_shows_a_notice(jekyll_story: Story, keys: tuple[str, ...], words: str) -> None:
    async with reading(jekyll_story, 0, WIDE) as reader:
        await reader.press(*keys)
        assert words in reader.text


async def test_there_is_no_progress_after_the_end(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE) as reader:
        await reader.press("+")
        assert "The guide shows the whole story already." in reader.text


async def test_notices_leave_the_last_rows_of_the_text_free(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, MEDIUM, DOOR) as reader:
        before = reader.rows
        await reader.press("+")
        assert reader.rows[10:] == before[10:]


async def test_h_and_l_go_to_the_pane_on_the_left_and_right(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, MEDIUM, DOOR) as reader:
        seen = []
        for key in ("h", "l", "l", "h"):
            await reader.press(key)
            seen.append(reader.focus)
        assert seen == ["sections", "page", "people", "page"]


async def test_help_opens_at_the_keys_of_the_place_and_can_be_filtered(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        for keys, topic in (((), "Moving around"), (("1",), "Sections and panes"), (("m",), "On the map")):
            await reader.press(*keys, "?")
            topics = [row for row in reader.rows if "│  " in row]
            assert topic in "".join(reader.rows[:8]), topics
            await reader.press("escape")
            await reader.press("escape")
        await reader.back_to_the_page()
        await reader.press("?", *"half up")
        assert "Half screen up" in reader.text
        assert "Half screen down" not in reader.text
        assert "On the map" not in reader.text
