"""The palette on the screen: kinds by sign, what is near, the text, where somebody is named; and no key is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story
from tests.library.guides import HEAD, opened
from tests.story.stories import person, story
from tests.ui.reader import NARROW, WIDE, Reader, reading

pytestmark = pytest.mark.slow

DOOR = "the-street/the-door"


def hits(reader: Reader) -> list[str]:
    """The rows of the palette's list, headings too, with single spaces between their parts."""
    return [" ".join(row.split()) for row in reader.pane("hits").split("\n") if row.strip()]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_keys_typed_faster_than_it_opens_are_all_in_the_line(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 10, size, DOOR) as reader:
        await reader.burst("@", *"poole", "enter")
        assert reader.session.place.person == "poole"
        await reader.burst(":", *"hyxx", "backspace", "backspace", "d", "enter")
        assert reader.session.place.person == "jekyll"
        await reader.burst("@", *"x", "backspace", *"utt", "down", "up", "enter")
        assert reader.session.place.person == "utterson"


async def test_keys_typed_before_thousands_of_people_can_be_found_are_answered_as_soon_as_they_can() -> None:
    whole = story(*(person(f"p{number}") for number in range(2_000)))
    async with reading(whole, 5) as reader:
        await reader.burst("@", *"p1999", "enter")
        await reader.app.workers.wait_for_complete()
        await reader.settle()
        assert reader.session.place.person == "p1999"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_enter_pressed_twice_closes_the_palette_alone(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 10, size, DOOR) as reader:
        await reader.burst("@", *"poole", "enter", "enter")
        assert reader.session.place.person == "poole"
        await reader.press("@", *"hyde")
        await reader.burst("enter", "enter", "enter")
        assert reader.session.place.person == "jekyll"
        assert reader.focus in ("page", "people")
        await reader.press(":")
        await reader.burst("escape", "escape")
        assert reader.session.place.section == DOOR


async def test_letters_typed_at_once_behind_the_slash_are_looked_for_in_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, DOOR) as reader:
        await reader.burst("3", "/", *"hyde/j")
        assert "/hyde/j" in reader.rows[-2]
        assert reader.focus == "find-input"


async def test_opened_empty_it_offers_who_is_on_the_page_then_where_one_was(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, DOOR) as reader:
        await reader.press("]", ":")
        rows = hits(reader)
        assert rows[0] == "On this page"
        assert rows[1].startswith("Gabriel John Utterson")
        assert rows[rows.index("Recent") + 1] == "The door The street"


async def test_a_number_sign_finds_headings_those_of_this_section_first(tmp_path: Path) -> None:
    pages = {
        "sections/10-one.md": "---\nsince: start\n---\n## Zebra\n\ntext\n",
        "sections/20-two.md": "---\nsince: start\n---\nx\n\n## Apple\n\n" + "text\n\n" * 60 + "## Zebra two\n\nend\n",
    }
    async with reading(opened(tmp_path, pages), 0, WIDE, "two") as reader:
        await reader.press("#")
        assert hits(reader) == ["Apple Two", "Zebra two Two", "Zebra One"]
        await reader.burst(*"zeb two", "enter")
        assert "Zebra two" in reader.pane("page")


async def test_a_sections_own_title_comes_before_headings_that_are_called_the_same(tmp_path: Path) -> None:
    pages = {
        "sections/10-so-far.md": "---\ntitle: So far\nsince: start\n---\n## Part 3\n\ntext\n",
        "sections/20-three.md": "---\ntitle: Part 3\nsince: start\n---\ntext\n\n## After part 3\n\ntext\n",
    }
    async with reading(opened(tmp_path, pages), 0, WIDE, "so-far") as reader:
        await reader.press("#", *"part 3")
        assert hits(reader) == [
            *("Sections", "Part 3"),
            *("Headings", "Part 3 So far", "After part 3 Part 3"),
            "Search all text for 'part 3'",
        ]
        await reader.press("enter")
        assert reader.place.section == "three"


async def test_the_text_is_found_as_it_is_typed_and_opens_at_the_hit(tmp_path: Path) -> None:
    text = "---\nsince: start\n---\n" + "A needle here.\n\n" + "Nothing.\n\n" * 60 + "The second needle is sharp.\n"
    async with reading(
        opened(tmp_path, {"sections/10-one.md": text, "sections/20-two.md": "---\nsince: start\n---\nx"})
    ) as reader:
        await reader.burst("]", "f", *"sharp need")
        assert hits(reader) == ["One", "The second needle is sharp."]
        await reader.press("enter")
        assert "The second needle is sharp." in reader.pane("page")


async def test_passages_keep_their_order_with_and_without_a_heading_above_them(tmp_path: Path) -> None:
    pages = {
        "sections/10-one.md": "---\nsince: start\n---\nA needle.\n\n## Hay\n\nA needle.\n",
        "sections/20-two.md": "---\nsince: start\n---\nA needle.\n",
    }
    async with reading(opened(tmp_path, pages)) as reader:
        await reader.press("f", *"needle")
        assert hits(reader) == ["One", "A needle.", "One › Hay", "A needle.", "Two", "A needle."]


async def test_tab_opens_where_somebody_is_first_named_and_shift_tab_lists_everywhere(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.burst("@", *"poole", "shift+tab")
        assert "/who:poole" in reader.text
        everywhere = hits(reader)
        await reader.press("escape")
        await reader.burst("@", *"poole", "tab")
        section = reader.session.place.section
        assert section is not None
        assert everywhere[0].startswith(jekyll_story.section_by_id[section].title)
        assert "Poole" in reader.pane("page")


async def test_one_key_lists_where_the_person_or_the_section_is_named(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, WIDE, DOOR) as reader:
        await reader.press("M")
        assert f"/to:{DOOR}" in reader.text
        await reader.press("escape")
        await reader.burst("@", *"hyde", "enter")
        await reader.press("M")
        assert "/who:jekyll" in reader.text
        assert len(hits(reader)) > 2


async def test_a_point_of_the_timeline_is_found_and_sets_how_far_one_is(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1) as reader:
        await reader.burst(":", *"chapter 4")
        assert "Chapter 4 set progress" in hits(reader)
        assert "Carew" not in reader.text
        await reader.press("enter")
        assert reader.session.seen == 1
        assert "Finished Chapter 4?" in reader.text
        await reader.press("enter")
        assert reader.session.seen == 4


async def test_only_commands_are_offered_that_can_be_done_now_with_the_keys_in_force(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        reader.app.set_keymap({"help": "f9"})
        await reader.press(">")
        offered = hits(reader)
        for _ in range(5):
            await reader.press("pagedown")
            offered += hits(reader)
        assert "Help: keys f9" in offered
        assert "Next section ]" in offered
        assert not any(
            "Previous section" in row or "Move progress forward" in row or row.startswith("Back") for row in offered
        )


async def test_without_a_timeline_there_are_no_points_to_find(tmp_path: Path) -> None:
    head = HEAD.replace("timeline: {count: 9}\n", "")
    async with reading(opened(tmp_path, {"sections/1.md": "x"}, head)) as reader:
        await reader.burst(":", *"point")
        assert not any("set progress" in row for row in hits(reader))


async def test_what_was_asked_for_before_the_texts_were_read_is_answered_when_they_are(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.burst("f", *"laboratory", "enter")
        assert "laboratory" in reader.pane("page")


async def test_another_title_of_a_section_that_is_a_heading_of_it_leads_to_the_heading(tmp_path: Path) -> None:
    head = "---\nsince: start\ntitle: Who returns?\naliases: [Is he alive, The cast]\n---\n"
    files = {"sections/1.md": head + "One.\n\n" * 40 + "## Is he alive?\n\nYes.\n", "sections/2.md": "x"}
    async with reading(opened(tmp_path, files)) as reader:
        await reader.press(":", *"is he al")
        assert hits(reader) == ["Is he alive? Who returns?", "Search all text for 'is he al'"]
        await reader.press("enter")
        assert "Yes." in reader.pane("page")
        await reader.press(":", *"the cast")
        assert hits(reader)[0].startswith("Who returns? as The cast")
