"""The panel of people: opening people from the page and from relationships, the selection, and folds."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import MEDIUM, NARROW, WIDE, reading

pytestmark = pytest.mark.slow

SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["60", "80", "120"])
DOOR, MURDER = "the-street/the-door", "the-cabinet/the-murder"
HYDE = ("@", *"hyde", "enter")


@SIZES
async def test_a_name_on_the_page_opens_the_person_by_key(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size, DOOR) as reader:
        await reader.press("tab", "tab", "enter")
        assert reader.place.person == "enfield"
        assert "│ Richard Enfield " in reader.pane("people")
        assert reader.focus == ("people" if size == NARROW else "page")


@SIZES
async def test_a_name_on_the_page_opens_the_person_by_click(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 2, size, DOOR) as reader:
        await reader.click("kinsman", "page")
        assert reader.place.person == "enfield"
        assert "│ Richard Enfield " in reader.pane("people")


async def test_opening_a_person_does_not_scroll_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, MURDER) as reader:
        await reader.press("space", "tab")
        page = reader.pane("page")
        await reader.press("enter")
        assert reader.place.person is not None
        assert reader.pane("page") == page


async def test_opening_a_person_shows_the_hidden_panel(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        await reader.press("c", "tab", "enter")
        assert reader.shown == ["sections", "page", "people"]
        assert "│ Mr Utterson " in reader.pane("people")


async def test_the_panel_lists_the_people_on_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, WIDE, DOOR) as reader:
        assert reader.pane("people").startswith("on this page 5 ")
        await reader.press("]", "]", "]")
        assert "† Sir Danvers Carew" in reader.pane("people")
        assert "Poole" not in reader.pane("people")


async def test_without_a_person_the_panel_selects_among_the_people_on_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        await reader.press("3")
        assert reader.marked == "• Mr Utterson"
        await reader.press("j", "enter")
        assert reader.place.person == "enfield"
        await reader.click("Henry Jekyll", "people")
        assert reader.place.person == "jekyll"


@SIZES
async def test_a_relationship_in_the_panel_opens_the_other_person_by_key(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press(*HYDE, "3")
        assert "wants to know who" in reader.marked
        await reader.press("j", "j", "k", "j", "enter")
        assert reader.place.person == "enfield"
        assert reader.pane("people").split("\n")[5].startswith("│ Richard Enfield ")


@SIZES
async def test_the_selection_stays_on_its_row_when_the_panel_is_redrawn(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press("@", *"utterson", "enter", "3", "j", "j")
        selected = reader.marked
        assert "Sir Danvers Carew" in selected
        for keys in (("+", "enter", "escape"), ("-",), ("@", "escape"), (",", "escape")):
            await reader.press(*keys)
            assert reader.marked == selected
        await reader.resize(size[0] + 12, size[1] - 2)
        assert reader.marked.endswith("Sir Danvers Carew")
        await reader.resize(*size)
        assert reader.marked == selected
        await reader.press("enter")
        assert reader.place.person == "carew"
        assert reader.marked.endswith("Mr Utterson")


@pytest.mark.parametrize("rows", [24, 16, 12])
async def test_an_opened_person_is_shown_from_the_name_on(jekyll_story: Story, rows: int) -> None:
    async with reading(jekyll_story, 5, (60, rows), DOOR) as reader:
        for typed, name in (("utterson", "Mr Utterson"), ("hyde", "Edward Hyde"), ("jekyll", "Henry Jekyll")) * 2:
            for _ in range(2):
                await reader.press("@", *typed, "enter")
                assert f"│ {name} " in reader.pane("people")
                await reader.press("G", "2")


@SIZES
@pytest.mark.parametrize("words", ["has him as good", "as good as caught", "╌ Inspector", "Newcomen"])
async def test_all_of_a_relationship_in_the_panel_is_a_link(
    jekyll_story: Story, size: tuple[int, int], words: str
) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press(*HYDE, "3", "j", "j", "j")  # to the relationship, which may be below the screen
        await reader.click(words, "people")
        assert reader.place.person == "newcomen"


async def test_enter_opens_the_selected_person(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press(*HYDE, "3", "enter")
        assert reader.marked.endswith("Richard Enfield")
        await reader.press("enter")
        assert reader.place.person == "enfield"


async def test_back_goes_from_person_to_person(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press(*HYDE)
        await reader.click("Inspector Newcomen", "people")
        await reader.click("Mr Utterson", "people")
        visited = []
        for key in ("ctrl+o", "ctrl+o", "ctrl+o", "alt+right"):
            await reader.press(key)
            visited.append(reader.place.person)
        assert visited == ["newcomen", "hyde", None, "hyde"]
        assert "│ Edward Hyde " in reader.pane("people")


async def test_opening_the_current_person_again_adds_no_history(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press(*HYDE, *HYDE, "ctrl+o")
        assert reader.place.person is None


async def test_merged_people_are_shown_as_one(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 9, WIDE, DOOR) as reader:
        await reader.press(*HYDE)
        assert "│ Henry Jekyll " in reader.pane("people")


async def test_the_fold_of_people_two_steps_away_opens_and_closes_by_key_and_by_click(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("@", *"enfield", "enter")
        await reader.press("3", "G", "k", "k")
        closed = reader.pane("people")
        assert reader.marked.startswith("  ▸ two steps away")
        await reader.press("enter")
        assert "└ two steps away " in reader.pane("people")
        assert " via Mr Utterson" in reader.pane("people")
        assert "two steps away" in reader.marked
        await reader.press("enter")
        assert reader.pane("people") == closed
        await reader.click("two steps away", "people")
        assert " via Mr Utterson" in reader.pane("people")


async def test_a_person_two_steps_away_can_be_opened(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("@", *"enfield", "enter")
        await reader.click("two steps away", "people")
        await reader.click("via Mr Utterson", "people")
        assert reader.place.person not in (None, "enfield", "utterson")


@pytest.mark.parametrize(("down", "up"), [("G", "g"), ("end", "home")])
async def test_keys_go_to_both_ends_of_the_panel(jekyll_story: Story, down: str, up: str) -> None:
    async with reading(jekyll_story, 5, (120, 20), DOOR) as reader:
        await reader.press(*HYDE, "3")
        top = reader.pane("people")
        await reader.press(down)
        assert reader.pane("people") != top
        assert reader.marked.startswith("▸ named in")
        await reader.press(up)
        assert reader.pane("people") == top
        assert reader.marked == "Mr Utterson"


@pytest.mark.parametrize(("down", "up"), [("ctrl+d", "ctrl+u"), ("space", "b"), ("pagedown", "pageup")])
async def test_keys_scroll_the_panel_and_move_the_selection(jekyll_story: Story, down: str, up: str) -> None:
    async with reading(jekyll_story, 5, (120, 20), DOOR) as reader:
        await reader.press(*HYDE, "3")
        top = reader.pane("people")
        await reader.press(down)
        assert reader.pane("people").split("\n")[0] in top.split("\n")[5:]
        assert reader.marked.split()[-1] in reader.pane("people")
        await reader.press(up)
        assert reader.pane("people") == top


async def test_every_row_of_a_long_panel_can_be_reached(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, (120, 14), DOOR) as reader:
        await reader.press("@", *"jekyll", "enter", "3")
        shown = set(reader.pane("people").split("\n"))
        for _ in range(90):
            await reader.press("j")
            shown |= set(reader.pane("people").split("\n"))
        await reader.resize(120, 90)
        assert set(reader.pane("people").split("\n")[4:]) <= shown  # above the card there is more room for names


async def test_the_first_meeting_on_the_card_opens_its_section(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("@", *"lanyon", "enter")
        await reader.click("first met", "people")
        assert (reader.place.section, reader.place.person) == ("the-street/the-will", "lanyon")
