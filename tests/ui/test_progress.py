"""Progress: its dialog, the keys for one step, and the effect on every pane."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story
from tests.library.guides import opened

from . import guides
from .reader import MEDIUM, NARROW, WIDE, reading

pytestmark = pytest.mark.slow

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["60", "80", "120"])
CONFIRM = ("enter", "escape")
"""Answers the question with yes and closes the list of new content."""
DOOR, ONE_MAN = "the-street/the-door", "the-cabinet/one-man"


@SIZES
async def test_e_asks_for_progress_and_sets_it(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        await reader.press("e", "j", "down", "k", "enter", *CONFIRM)
        assert reader.session.seen == 3
        assert reader.rows[0].endswith("seen: chapter 3 of 10")


@SIZES
async def test_a_key_pressed_twice_closes_one_dialog(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        await reader.press("e", "j")
        await reader.burst("enter", "enter")
        assert reader.session.seen == 2
        assert "Finished Chapter 3?" in reader.text
        await reader.burst("y", "y")
        await reader.burst("escape", "escape")
        assert reader.session.seen == 3
        await reader.press("e")
        await reader.press("0")
        await reader.burst("enter", "enter")
        assert reader.session.seen == 3
        assert "Go back to the start?" in reader.text
        await reader.burst("y", "y")
        assert reader.session.seen == 0


@pytest.mark.parametrize(
    ("keys", "seen", "shown"),
    [(("0", "enter", "enter"), 0, "nothing yet"), (("end", "enter", *CONFIRM), 10, "all of it")],
)
async def test_the_start_and_the_end_are_set_after_a_question(
    jekyll_story: Story, keys: tuple[str, ...], seen: int, shown: str
) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("e", *keys)
        assert reader.session.seen == seen
        assert reader.rows[0].endswith(f"seen: {shown}")


async def test_the_last_point_has_its_own_question(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 9) as reader:
        await reader.press("+")
        assert "Show the whole story, ending included?" in reader.text
        await reader.press("escape", "-", "+")
        assert "Finished Chapter 9?" in reader.text
        assert "up to the end of that" in reader.text
        assert "│ chapter. " in reader.text


@pytest.mark.parametrize(
    ("unit", "question"),
    [("episode", "watched?"), ("Chapter", "read?"), ("session", "played?"), ("day", "How far are you?")],
)
async def test_the_question_fits_the_unit_of_the_timeline(tmp_path: Path, unit: str, question: str) -> None:
    guide = opened(tmp_path, {}, f"format: 1\ntitle: A tale\ntimeline: {{unit: {unit}, count: 2}}\n")
    async with reading(guide) as reader:
        await reader.press("e")
        assert question in reader.text
        assert "1-2 jump" in reader.text


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_dialog_can_be_cancelled(jekyll_story: Story, key: str) -> None:
    async with reading(jekyll_story, 4) as reader:
        before = reader.text
        await reader.press("e", "j", key)
        assert reader.text == before


async def test_a_click_chooses_a_point_and_a_click_outside_closes_the_dialog(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4) as reader:
        await reader.press("e")
        await reader.click("Chapter 7")
        await reader.press(*CONFIRM)
        assert reader.session.seen == 7
        await reader.press("e")
        await reader.click_at(1, 20)
        assert "How far have you" not in reader.text
        assert reader.session.seen == 7


@pytest.mark.parametrize("seen", range(11))
async def test_only_finished_points_show_their_titles(jekyll_story: Story, seen: int) -> None:
    titles = [point.title or "" for point in jekyll_story.timeline.points]
    async with reading(jekyll_story, seen) as reader:
        await reader.press("e")
        assert [title in reader.pane("points") for title in titles] == [number < seen for number in range(10)]
        assert "Chapter 10" in reader.pane("points")
        ticked = [row.startswith(" ✓") for row in reader.pane("points").split("\n")]
        assert ticked == [0 < position <= seen for position in range(len(ticked))]


async def test_plus_and_minus_move_progress_one_step_and_stop_at_both_ends(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 8) as reader:
        seen = []
        for keys in (("+", *CONFIRM), ("=", *CONFIRM), "+", "-", "-"):
            await reader.press(*keys)
            seen.append(reader.session.seen)
        assert seen == [9, 10, 10, 9, 8]
        await reader.press(*["-"] * 10)
        assert reader.session.seen == 0
        assert reader.rows[0].endswith("seen: nothing yet")


async def test_every_screen_is_the_same_on_the_way_forward_and_back(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 0, (120, 50), DOOR) as reader:
        up = [reader.text]
        for _ in range(10):
            await reader.press("+", *CONFIRM)
            up.append(reader.text)
        down = [reader.text]
        for _ in range(10):
            await reader.press("-")
            down.append(reader.text)
        assert down[::-1] == up


async def test_progress_adds_to_page_sections_and_people_without_scrolling(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1, WIDE, DOOR) as reader:
        await reader.press("j", "j", "j", "j")
        assert "Poole" not in reader.text
        assert reader.pane("page").startswith("  ✓ confirmed")
        await reader.press("+", *CONFIRM)
        assert reader.pane("page").startswith("  ✓ confirmed")
        assert "Poole opens" in reader.pane("page")
        assert "• Poole" in reader.pane("people")
        assert "A will in the safe" in reader.pane("sections")


async def test_a_section_that_becomes_hidden_is_replaced_by_the_first_one(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, ONE_MAN) as reader:
        assert reader.app.screen.sub_title == "One man"
        await reader.press("-")
        assert (reader.place.section, reader.app.screen.sub_title) == ("before-you-read", "Before you read")
        assert "One man" not in reader.text


async def test_a_person_who_becomes_hidden_is_closed(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("@", *"guest", "enter")
        assert "│ Mr Guest " in reader.pane("people")
        await reader.press("-")
        assert "Guest" not in reader.text
        assert reader.pane("people").startswith("on this page")


async def test_the_history_has_no_hidden_place(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, DOOR) as reader:
        await reader.press(":", *"one man", "enter", ":", *"three papers", "enter", ":", *"the will", "enter", "e")
        await reader.press("0", "enter", "y")
        shown = {(reader.place.section, reader.text)}
        for key in ("ctrl+o",) * 5 + ("alt+right",) * 5:
            await reader.press(key)
            reader.app.clear_notifications()
            await reader.settle()
            shown.add((reader.place.section, reader.text))
        assert len(shown) == 1


async def test_folds_and_selection_reveal_nothing_after_progress_moves_back(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, (120, 60), DOOR) as reader:
        await reader.press("@", *"utterson", "enter")
        await reader.click("two steps away", "people")
        await reader.press("3", "G", "e", "0", "enter", "y")
        async with reading(jekyll_story, 0, (120, 60), DOOR) as fresh:
            assert reader.text == fresh.text


async def test_a_shown_url_is_removed_when_progress_moves_back(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, ONE_MAN) as reader:
        await reader.click("Across", "page")
        assert "ebooks/614" in reader.text
        await reader.press("-")
        assert reader.session.seen == 10  # the dialog takes the key
        await reader.press("escape", "-")
        assert reader.session.seen == 9
        assert "ebooks/614" not in reader.text


async def test_the_palette_finds_less_after_progress_moves_back(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("@", *"guest")
        assert "Mr Guest" in reader.text
        await reader.press("escape", "-", "@", *"guest")
        assert "No match up to Chapter 4." in reader.text


async def test_a_guide_without_a_timeline_has_no_steps(tmp_path: Path) -> None:
    async with reading(guides.without_timeline(tmp_path)) as reader:
        before = reader.text
        await reader.press("+", "-")
        assert "hides nothing" in reader.text
        reader.app.clear_notifications()
        await reader.settle()
        assert reader.text == before
        assert "seen" not in reader.rows[0]
        await reader.press("e")
        assert "hides nothing" in reader.text


async def test_a_long_timeline_is_scrolled_to_the_readers_point(tmp_path: Path) -> None:
    story = opened(tmp_path, {}, "format: 1\ntitle: A saga\ntimeline: {unit: day, count: 400}\n")
    async with reading(story, 390) as reader:
        await reader.press("e")
        assert "✓ Day 390\n" in reader.pane("points") + "\n"
        assert "✓ Day 391" not in reader.text
        await reader.press("end", "enter", *CONFIRM)
        assert reader.session.seen == 400
