"""The palette: matches follow every key, and enter opens the match of the last text."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story

from . import guides
from .reader import MEDIUM, NARROW, WIDE, Reader, reading

pytestmark = pytest.mark.slow

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["60", "80", "120"])
DOOR = "the-street/the-door"


def hits(reader: Reader) -> list[str]:
    """The rows of the palette's list, with single spaces between their parts."""
    return [" ".join(row.split()) for row in reader.pane("hits").split("\n") if row.strip()]


@pytest.mark.parametrize("key", ["ctrl+p", ":"])
async def test_the_palette_opens_with_sections_people_and_commands(jekyll_story: Story, key: str) -> None:
    async with reading(jekyll_story, 1, (120, 50)) as reader:
        await reader.press(key)
        assert hits(reader)[:8] == [
            "Sections",
            "Before you read",
            "The door The street",
            "People",
            "Mr Utterson The lawyer's circle · • alive",
            "Richard Enfield The lawyer's circle · • alive",
            "Mr Hyde The by-street · • alive",
            "Commands",
        ]
        assert "Next section ]" in hits(reader)


@SIZES
async def test_fast_typing_and_enter_open_the_match_of_the_last_text(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 10, size, DOOR) as reader:
        await reader.press(":")
        await reader.burst(*"poole", "enter")
        assert reader.place.person == "poole"
        await reader.press(":", "w")
        await reader.burst(*"ill", "enter")
        await reader.press(":", *"guest", *["backspace"] * 5)
        await reader.burst(*"newcomen", "enter")
        assert (reader.place.section, reader.place.person) == ("the-street/the-will", "newcomen")


@pytest.mark.parametrize("typed", ["dr lanyon", "LANYON", "lan", "hastie lanyon", "lanyon  hastie", "hástie"])
async def test_a_person_is_found_by_any_name_and_part_of_it(jekyll_story: Story, typed: str) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press("@", *typed, "enter")
        assert reader.place.person == "lanyon"


@pytest.mark.parametrize("typed", ["박민지", "박", "minji", "park", "Min-ji", "min ji"])
async def test_a_person_is_found_by_hangul_and_by_romanisation(tmp_path: Path, typed: str) -> None:
    async with reading(guides.korean(tmp_path), 2) as reader:
        await reader.press("@", *typed, "enter")
        assert reader.place.person == "minji"


@pytest.mark.parametrize("typed", ["a will in the safe", "will", "safe", "Dr Jekyll's will", "the-will"])
async def test_a_section_is_found_by_title_other_title_and_id(jekyll_story: Story, typed: str) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press(":", *typed, "enter")
        assert reader.place.section == "the-street/the-will"
        assert reader.focus == "page"


async def test_a_match_shows_the_name_that_matched(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press(":", *"jugg")
        assert hits(reader) == [
            "Henry Jekyll as the Juggernaut The doctor's household · † dead",
            "Search all text for 'jugg'",
        ]


async def test_an_at_sign_finds_only_people(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press("@", *"the")
        assert len(hits(reader)) > 0
        assert not any(hit.startswith("The door") for hit in hits(reader))
        await reader.press(*["backspace"] * 4, *"the door")
        assert hits(reader)[:4] == [
            "Sections",
            "The door The street",
            "Progress",
            "Chapter 1: Story of the Door set progress",
        ]


async def test_a_greater_than_sign_finds_only_commands(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press(":", *">set pro")
        assert hits(reader) == ["Set progress e", "Search all text for 'set pro'"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("set progress", "How far have you read?"), ("help: keys", "Line down"), ("find a person", "esc close")],
)
async def test_a_command_that_opens_a_dialog_runs(jekyll_story: Story, typed: str, words: str) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press(":", *f">{typed}", "enter")
        assert words in reader.text
        await reader.press("escape")
        assert words not in reader.text


async def test_commands_that_navigate_and_quit_run(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press(":", *">next section", "enter")
        assert reader.place.section == DOOR
        await reader.press(":", *">move progress forward", "enter", "enter", "escape")
        assert reader.session.seen == 3
        await reader.press(":", *">quit", "enter")
        assert not reader.app.is_running


async def test_the_selection_moves_and_stops_at_both_ends(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press("@", "up", "down", "down", "ctrl+n", "ctrl+p", "enter")
        assert reader.place.person == "hyde"
        await reader.press("@", "pagedown", "pagedown", "down", "enter")
        assert reader.place.person == "poole"
        await reader.press("@", "pagedown", "pageup", "enter")
        assert reader.place.person == "hyde"  # the last person that was open


@SIZES
async def test_a_click_opens_a_match(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size) as reader:
        await reader.press("@")
        await reader.click("Edward Hyde", "hits")
        assert reader.place.person == "hyde"
        assert "│ Edward Hyde " in reader.pane("people")


async def test_escape_or_a_click_outside_closes_the_palette_and_changes_nothing(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        before = reader.text
        await reader.press("@", *"hyde", "escape")
        assert reader.text == before
        await reader.press("@", *"hyde")
        await reader.click_at(2, 20)
        assert reader.text == before


async def test_without_a_match_only_the_search_of_all_text_is_offered(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2) as reader:
        await reader.press("@", *"carew", "down", "up", "pagedown")
        assert "No match up to Chapter 2." in reader.text
        assert hits(reader) == ["Search all text for 'carew'"]
        await reader.press("enter")
        assert "/carew" in reader.text
        assert "No match up to Chapter 2." in reader.text
        await reader.press("enter", *["backspace"] * 6, "@", *"poole", "enter")
        assert reader.place.person == "poole"


@pytest.mark.parametrize("prefix", ["", "@", "#", ">"])
async def test_the_last_row_searches_all_text(jekyll_story: Story, prefix: str) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press(":", *f"{prefix}door")
        assert hits(reader)[-1] == "Search all text for 'door'"
        await reader.press(*["down"] * len(hits(reader)), "enter")
        by_key = reader.text
        await reader.press("escape", "f", *"door")
        assert reader.text == by_key


async def test_a_question_for_a_person_offers_no_search_of_text(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press("r", "p", *"lanyon")
        assert len(hits(reader)) == 1


async def test_headings_are_not_selected(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press(":", *"the door")
        names = [row for row in hits(reader) if row in ("Sections", "Progress", "Headings", "People", "Commands")]
        assert len(names) > 1
        await reader.click(names[1], "hits")
        assert hits(reader)  # still open
        await reader.press("down", "enter")
        assert "Move progress" in reader.text or "Finished" in reader.text or reader.session.seen == 1


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("help", "Help: keys"),
        ("progress", "Set progress"),
        ("copy", "Copy selection or paragraph"),
        ("people", "People page"),
        ("cast", "People page"),
        ("characters", "People page"),
        ("relationships", "Relationship map"),
        ("save map", "Relationship map"),
        ("dark mode", "Theme"),
        ("spoiler", "Set progress"),
        ("reload", "Reload guide"),
        ("exit", "Quit"),
        ("summary", "Recap"),
    ],
)
async def test_a_command_answers_to_synonyms(jekyll_story: Story, typed: str, title: str) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press(">", *typed)
        assert hits(reader)[0].startswith(title)


@pytest.mark.parametrize("typed", ["guest", "Gabriel", "newcomen", "the masked figure", "Two hands", "handwriting"])
async def test_later_content_is_not_found_and_looks_the_same_as_missing_content(
    jekyll_story: Story, typed: str
) -> None:
    async with reading(jekyll_story, 3) as reader:
        await reader.press(":", *typed)
        later = reader.text
        await reader.press("escape", ":", *("z" * len(typed)))
        assert later == reader.text.replace("z" * len(typed), typed)


@pytest.mark.parametrize("typed", ["[/b]", "[red]", "\\", "(((", "*", "%s", "{0}", "'\"", "@@", ">@", "\u202e", "🙂"])
async def test_any_text_can_be_typed(jekyll_story: Story, typed: str) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press(":", *typed, "enter", "escape", "@", *typed, "enter", "escape")
        assert "Before you read" in reader.pane("page")


async def test_one_of_many_people_is_found_without_scrolling(tmp_path: Path) -> None:
    async with reading(guides.crowd(tmp_path, ("friend",), 120)) as reader:
        await reader.press("@")
        await reader.burst(*"friend 119", "enter")
        assert reader.place.person == "friend-119"
        await reader.press("@", *["pagedown"] * 20)
        assert len(hits(reader)) > 1
