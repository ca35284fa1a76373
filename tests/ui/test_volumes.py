"""Volumes on the screen: names of points, the folded list of the progress dialog, and typed points."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story
from tests.library.guides import opened

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow

GUIDE = """\
format: 1
title: A saga
timeline:
  unit: episode
  volume: season
  volumes:
    - {title: Hyosan, count: 10, titles: {1: Pilot}}
    - {title: Exile, count: 10}
    - {count: 10}
"""
SECTION = "---\ntitle: The page\nsince: start\n---\nText.\n\n> [!spoiler] s1e4\n> News.\n"
CONFIRM = ("enter", "escape")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return opened(tmp_path, {"sections/1-a.md": SECTION, "characters.yaml": "bo: {name: Bo, since: s1e2}\n"}, GUIDE)


async def test_places_are_written_with_their_volume(story: Story) -> None:
    async with reading(story, 3) as reader:
        assert reader.rows[0].endswith("seen: S1 E3 (3 of 30)")
        await reader.press("+")
        assert "Finished Season 1, episode 4?" in reader.text
        await reader.press("enter")
        assert "New in Season 1, episode 4" in reader.text
        await reader.press("escape", "@", *"zz")
        assert "No match up to Season 1, episode 4." in reader.text


async def test_volumes_are_folded_but_for_the_readers_own(story: Story) -> None:
    async with reading(story, 12, NARROW) as reader:
        await reader.press("e")
        rows = [row.strip() for row in reader.pane("points").split("\n")]
        assert rows[:5] == [
            "Nothing yet",
            "✓ ▸ Season 1: Hyosan  10 of 10",
            "▾ Season 2: Exile  2 of 10",
            "✓   Season 2, episode 1",
            "✓   Season 2, episode 2",
        ]
        assert "esc cancel" in " ".join(reader.text.replace("│", " ").split())


@pytest.mark.parametrize("unfold", ["enter", "right"])
async def test_a_volume_unfolds_and_folds(story: Story, unfold: str) -> None:
    async with reading(story, 0) as reader:
        await reader.press("e")
        assert "episode" not in reader.pane("points")
        await reader.press("down", "down", unfold)
        assert "Season 2, episode 10" in reader.pane("points")
        assert "Season 1, episode" not in reader.pane("points")
        await reader.press("down", "down", "left")
        assert "episode" not in reader.pane("points")
        await reader.press(unfold, "down", "enter", *CONFIRM)
        assert reader.session.seen == 11


async def test_a_click_unfolds_a_volume_and_chooses_a_point(story: Story) -> None:
    async with reading(story, 0) as reader:
        await reader.press("e")
        await reader.click("Season 3", "points")
        assert reader.session.seen == 0
        await reader.click("Season 3, episode 2", "points")
        await reader.press(*CONFIRM)
        assert reader.session.seen == 22


async def test_the_title_of_a_volume_is_hidden_until_its_first_point(story: Story) -> None:
    for seen in (0, 1, 10, 11):
        async with reading(story, seen) as reader:
            await reader.press("e")
            assert ("Hyosan" in reader.text, "Exile" in reader.text) == (seen >= 1, seen >= 11)


@pytest.mark.parametrize("typed", ["s3e5", "3x05", "S03E05", "3.5", "25", "season 3 episode 5"])
async def test_a_point_is_typed_in_any_spelling(story: Story, typed: str) -> None:
    async with reading(story, 2) as reader:
        await reader.press("e")
        await reader.burst(*typed)
        assert f"{typed}  Season 3, episode 5" in reader.text
        await reader.press("enter")
        assert "Finished Season 3, episode 5?" in reader.text
        await reader.press(*CONFIRM)
        assert reader.session.seen == 25


async def test_a_typed_text_that_is_no_point_answers_nothing(story: Story) -> None:
    async with reading(story, 2) as reader:
        await reader.press("e", *"s3e11", "enter")
        assert "s3e11  No such point." in reader.text
        assert reader.session.seen == 2
        await reader.press("backspace", "enter", *CONFIRM)
        assert reader.session.seen == 21


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("act 1", "act 1 No such point. Type one such as S3 E10 (Season 3,"),
        ("book 2 chapter 3", "book 2 chapter 3 No such point. Type one such as"),
        ("film 2", "film 2 No such point."),
        ("Movie 2", "Movie 2 No such point."),
        ("ses", "ses No such point."),
        ("sea", "sea such as S3 E10 (Season 3, episode 10)"),
        ("s1e", "s1e such as"),
        ("en", "en such as"),
        ("s0", "s0 such as"),
    ],
)
async def test_letters_are_text_of_a_point_and_never_commands(story: Story, typed: str, shown: str) -> None:
    async with reading(story, 5) as reader:
        await reader.press("e", *typed)
        assert shown in " ".join(reader.text.replace("│", " ").split())
        await reader.press("enter")
        assert "How far have you watched?" in reader.text
        assert reader.session.seen == 5


def points(reader: Reader) -> list[str]:
    return [row.strip() for row in reader.pane("points").split("\n") if row.strip()]


async def test_the_points_that_a_text_can_mean_are_listed_alone_to_choose_from(story: Story) -> None:
    async with reading(story, 5) as reader:
        await reader.press("e", *"e3")
        assert "e3  Several points. Which one?" in reader.text
        candidates = ["Season 1, episode 3", "Season 2, episode 3", "Season 3, episode 3"]
        assert [row.removeprefix("✓").strip() for row in points(reader)] == candidates
        await reader.press("enter", "left", "right")
        assert reader.session.seen == 5
        assert len(points(reader)) == 3
        await reader.press("down", "down", "enter")
        assert "Finished Season 2, episode 3?" in reader.text
        await reader.press(*CONFIRM)
        assert reader.session.seen == 13


async def test_a_click_chooses_one_of_the_points_that_a_text_can_mean(story: Story) -> None:
    async with reading(story, 5) as reader:
        await reader.press("e", *"ep 3")
        await reader.click("Season 3, episode 3", "points")
        assert "Finished Season 3, episode 3?" in reader.text


async def test_all_points_are_listed_again_when_the_text_is_deleted(story: Story) -> None:
    async with reading(story, 5) as reader:
        await reader.press("e")
        before = reader.text
        await reader.press(*"e3", "down", "backspace", "backspace")
        assert reader.text == before


@pytest.mark.parametrize("typed", [("end",), tuple("end")], ids=["key", "word"])
async def test_the_end_is_chosen_by_its_key_and_its_word_and_asks(story: Story, typed: tuple[str, ...]) -> None:
    async with reading(story, 5) as reader:
        await reader.press("e", *typed)
        assert "Season 3, episode 10, the end" in reader.pane("points")
        await reader.press("enter")
        assert "Show the whole story, ending included?" in reader.text
        await reader.press("escape")
        assert reader.session.seen == 5


async def test_a_typed_volume_is_unfolded_and_asks_for_its_point(story: Story) -> None:
    async with reading(story, 2) as reader:
        await reader.press("e", *"s2")
        assert "s2  Which episode?" in reader.text
        await reader.press("down", "down")
        assert "Which episode?" not in reader.text
        await reader.press("enter", *CONFIRM)
        assert reader.session.seen == 12


async def test_a_zero_in_a_spelling_does_not_reset_progress(story: Story) -> None:
    async with reading(story, 5) as reader:
        await reader.press("e", *"S02E03")
        assert reader.session.seen == 5
        assert "S02E03  Season 2, episode 3" in reader.text
        await reader.press("escape", "e", "0", "enter")
        assert "Go back to the start?" in reader.text
        await reader.press("escape")
        assert reader.session.seen == 5


async def test_a_peek_at_everything_asks_first(story: Story) -> None:
    async with reading(story, 5) as reader:
        await reader.press("E", "end", "enter")
        assert "Show the whole story" in reader.text
        await reader.press("escape")
        assert reader.session.seen == 5
        await reader.press("E", "end", "enter", "enter")
        assert reader.rows[0].endswith("peeking: S3 E10 (E ends it)")


async def test_ids_with_a_volume_are_spellings_without_volumes_too(tmp_path: Path) -> None:
    points = ", ".join(f"{{id: S{season:02}E{episode:02}}}" for season in (1, 2, 3) for episode in range(1, 11))
    story = opened(tmp_path, {}, f"format: 1\ntitle: A\ntimeline: {{unit: episode, points: [{points}]}}\n")
    async with reading(story, 5) as reader:
        await reader.press("e", *"s3e5", "enter", *CONFIRM)
        assert reader.session.seen == 25
        await reader.press("e", *"S02E03", "enter")
        assert reader.session.seen == 13


def hits(reader: Reader) -> list[str]:
    """The rows of the palette's list, headings too, with single spaces between their parts."""
    return [" ".join(row.split()) for row in reader.pane("hits").split("\n") if row.strip()]


@pytest.mark.parametrize("typed", ["3x05", "s3e5", "S03E05", "season 3 episode 5", "Season 3, episode 5"])
async def test_the_palette_takes_every_spelling(story: Story, typed: str) -> None:
    async with reading(story, 5) as reader:
        await reader.press(":", *typed)
        assert hits(reader)[0] == "Season 3, episode 5 set progress"
        await reader.press("enter")
        assert "Finished Season 3, episode 5?" in reader.text


async def test_a_typed_spelling_offers_no_similar_id_of_another_point(tmp_path: Path) -> None:
    seasons = "[{count: 2}, {points: [{id: S02E01}, {id: S02E02}]}, {count: 2}]"
    guide = f"format: 1\ntitle: A\ntimeline: {{unit: episode, volume: season, volumes: {seasons}}}\n"
    async with reading(opened(tmp_path, {"sections/1-a.md": SECTION}, guide), 5) as reader:
        await reader.press(":", *"s2e2")
        assert [row for row in hits(reader) if "set progress" in row] == ["Season 2, episode 2 set progress"]


@pytest.mark.parametrize(
    ("typed", "row", "question"),
    [
        ("25", "Season 3, episode 5 set progress", "Finished Season 3, episode 5?"),
        ("end", "Season 3, episode 10 set progress", "Show the whole story, ending included?"),
        ("start", "Nothing yet set progress", "Go back to the start?"),
    ],
)
async def test_the_palette_takes_a_number_of_points_and_both_ends(
    story: Story, typed: str, row: str, question: str
) -> None:
    async with reading(story, 5) as reader:
        await reader.press(":", *typed)
        assert row in hits(reader)[:2]  # after the heading of its group, if there are several groups
        await reader.press("enter")
        assert question in reader.text


async def test_what_is_named_by_a_number_comes_before_that_many_points(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/1-a.md": SECTION.replace("The page", "Room 25")}, GUIDE)
    async with reading(story, 5) as reader:
        await reader.press(":", *"25")
        assert hits(reader)[:4] == ["Sections", "Room 25", "Progress", "Season 3, episode 5 set progress"]


async def test_the_palette_lists_the_points_of_a_volume_after_what_is_called_so(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/season-2.md": SECTION.replace("The page", "Season 2")}, GUIDE)
    async with reading(story, 5) as reader:
        await reader.press(":", *"season 2")
        assert hits(reader)[:3] == ["Sections", "Season 2", "Progress"]
        assert "Season 2, episode 1 set progress" in hits(reader)
        await reader.press("escape", ":", *"s2")
        assert "Season 2, episode 1 as s2e1 set progress" in hits(reader)


async def test_a_command_letter_types_where_a_unit_begins_with_it(tmp_path: Path) -> None:
    story = opened(tmp_path, {}, "format: 1\ntitle: A\ntimeline: {unit: quest, count: 9}\n")
    async with reading(story, 0) as reader:
        await reader.press("e", *"quest", "space", "4", "enter", *CONFIRM)
        assert reader.session.seen == 4


ONE_SEASON = GUIDE.partition("    - {title: Exile")[0]


@pytest.mark.parametrize(("guide", "jump"), [(ONE_SEASON, "1-10"), (GUIDE, "s3e10")], ids=["one", "three"])
async def test_the_hints_fit_and_name_a_spelling_that_jumps(tmp_path: Path, guide: str, jump: str) -> None:
    whole = opened(tmp_path, {"sections/1-a.md": SECTION}, guide)
    async with reading(whole, 0, (60, 20)) as reader:
        await reader.press("e")
        assert f"{jump} jump  enter choose  end everything  esc cancel" in reader.text
        await reader.press(*jump.partition("-")[2] or jump, "enter")
        assert "Show the whole story, ending included?" in reader.text


async def test_the_question_about_a_point_has_the_word_of_its_volume(tmp_path: Path) -> None:
    volumes = "{unit: episode, volume: season, volumes: [{count: 2}, {unit: special, count: 2}]}"
    story = opened(tmp_path, {}, f"format: 1\ntitle: A\ntimeline: {volumes}\n")
    async with reading(story, 2) as reader:
        await reader.press("+")
        assert "Finished Season 2, special 1?" in reader.text
        assert "up to the end of that special." in " ".join(reader.text.replace("│", " ").split())
