"""The people: from the page to the panel, from one person to the next, and the folds."""

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


async def test_opening_a_person_leaves_the_page_where_it_is(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, MEDIUM, MURDER) as reader:
        await reader.press("space", "tab")
        page = reader.pane("page")
        await reader.press("enter")
        assert reader.place.person is not None
        assert reader.pane("page") == page


async def test_a_hidden_panel_comes_back_for_a_person(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        await reader.press("c", "tab", "enter")
        assert reader.shown == ["sections", "page", "people"]
        assert "│ Mr Utterson " in reader.pane("people")


async def test_the_panel_follows_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, WIDE, DOOR) as reader:
        assert reader.pane("people").startswith("on this page 5 ")
        await reader.press("]", "]", "]")
        assert "† Sir Danvers Carew" in reader.pane("people")
        assert "Poole" not in reader.pane("people")


async def test_with_nobody_chosen_somebody_on_the_page_is_chosen_in_the_panel(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 2, WIDE, DOOR) as reader:
        await reader.press("3")
        assert reader.marked == "• Mr Utterson"
        await reader.press("j", "enter")
        assert reader.place.person == "enfield"
        await reader.click("Henry Jekyll", "people")
        assert reader.place.person == "jekyll"


@SIZES
async def test_a_tie_in_the_panel_leads_to_the_other_person_by_key(jekyll_story: Story, size: tuple[int, int]) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press(*HYDE, "3")
        assert "wants to know who described" in reader.marked
        await reader.press("j", "j", "k", "j", "enter")
        assert reader.place.person == "enfield"
        assert reader.pane("people").split("\n")[5].startswith("│ Richard Enfield ")


@SIZES
async def test_the_mark_stays_on_its_row_when_the_panel_is_drawn_anew(
    jekyll_story: Story, size: tuple[int, int]
) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press("@", *"utterson", "enter", "3", "j", "j")
        marked = reader.marked
        assert "Sir Danvers Carew" in marked
        for keys in (("+", "enter", "escape"), ("-",), ("@", "escape"), (",", "escape")):
            await reader.press(*keys)
            assert reader.marked == marked
        await reader.resize(size[0] + 12, size[1] - 2)
        assert reader.marked.endswith("Sir Danvers Carew")
        await reader.resize(*size)
        assert reader.marked == marked
        await reader.press("enter")
        assert reader.place.person == "carew"
        assert reader.marked.endswith("Mr Utterson")


@pytest.mark.parametrize("rows", [24, 16, 12])
async def test_whoever_is_opened_is_shown_from_their_name_on(jekyll_story: Story, rows: int) -> None:
    async with reading(jekyll_story, 5, (60, rows), DOOR) as reader:
        for typed, name in (("utterson", "Mr Utterson"), ("hyde", "Edward Hyde"), ("jekyll", "Henry Jekyll")) * 2:
            for _ in range(2):
                await reader.press("@", *typed, "enter")
                assert f"│ {name} " in reader.pane("people")
                await reader.press("G", "2")


@SIZES
@pytest.mark.parametrize("words", ["has him as good", "as good as caught", "╌ Inspector", "Newcomen"])
async def test_a_tie_in_the_panel_is_a_link_as_a_whole(jekyll_story: Story, size: tuple[int, int], words: str) -> None:
    async with reading(jekyll_story, 5, size, DOOR) as reader:
        await reader.press(*HYDE, "3")
        await reader.click(words, "people")
        assert reader.place.person == "newcomen"


async def test_enter_after_choosing_a_person_goes_where_the_mark_is(jekyll_story: Story) -> None:
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
        went = []
        for key in ("ctrl+o", "ctrl+o", "ctrl+o", "alt+right"):
            await reader.press(key)
            went.append(reader.place.person)
        assert went == ["newcomen", "hyde", None, "hyde"]
        assert "│ Edward Hyde " in reader.pane("people")


async def test_choosing_who_is_chosen_already_is_no_step(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press(*HYDE, *HYDE, "ctrl+o")
        assert reader.place.person is None


async def test_a_person_who_turned_out_to_be_another_is_shown_as_that_one(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 9, WIDE, DOOR) as reader:
        await reader.press(*HYDE)
        assert "│ Henry Jekyll " in reader.pane("people")


async def test_the_fold_of_two_steps_is_opened_and_closed_by_key_and_by_click(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.press("@", *"enfield", "enter")
        closed = reader.pane("people")
        await reader.press("3", "G", "k")
        assert reader.marked.startswith("  ▸ two steps away")
        await reader.press("enter")
        assert "└ two steps away " in reader.pane("people")
        assert " via Mr Utterson" in reader.pane("people")
        assert "two steps away" in reader.marked
        await reader.press("enter")
        assert reader.pane("people") == closed
        await reader.click("two steps away", "people")
        assert " via Mr Utterson" in reader.pane("people")


async def test_somebody_two_steps_away_can_be_chosen(jekyll_story: Story) -> None:
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
        assert reader.marked.startswith("facts")
        await reader.press(up)
        assert reader.pane("people") == top
        assert reader.marked == "Mr Utterson"


@pytest.mark.parametrize(("down", "up"), [("ctrl+d", "ctrl+u"), ("space", "b"), ("pagedown", "pageup")])
async def test_keys_scroll_the_panel_and_take_the_mark_along(jekyll_story: Story, down: str, up: str) -> None:
    async with reading(jekyll_story, 5, (120, 20), DOOR) as reader:
        await reader.press(*HYDE, "3")
        top = reader.pane("people")
        await reader.press(down)
        assert reader.pane("people").split("\n")[0] in top.split("\n")[5:]
        assert reader.marked.split()[-1] in reader.pane("people")
        await reader.press(up)
        assert reader.pane("people") == top


async def test_every_row_of_a_long_panel_is_reached_step_by_step(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, (120, 14), DOOR) as reader:
        await reader.press("@", *"jekyll", "enter", "3")
        shown = set(reader.pane("people").split("\n"))
        for _ in range(90):
            await reader.press("j")
            shown |= set(reader.pane("people").split("\n"))
        await reader.resize(120, 90)
        assert set(reader.pane("people").split("\n")[4:]) <= shown  # above the card there is more room for names
