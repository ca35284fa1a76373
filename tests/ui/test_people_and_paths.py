from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from aotad_tui.story.story import Story
from aotad_tui.ui.palette.palette_index import PaletteContext, PaletteIndex
from aotad_tui.ui.palette.path import PathScreen
from aotad_tui.ui.panes.people import PeoplePane

from .reader import NARROW, Reader, reading

pytestmark = pytest.mark.slow

END = 10


@pytest.fixture
async def reader(jekyll_story: Story) -> AsyncIterator[Reader]:
    async with reading(jekyll_story, END, (120, 40)) as reader:
        yield reader


def people(reader: Reader) -> PeoplePane:
    return reader.app.screen.query_one(PeoplePane)


async def choose(reader: Reader, name: str) -> None:
    await reader.press("@", *name, "enter")


async def test_a_fold_is_turned_by_keyboard_and_kept_for_each_person(reader: Reader) -> None:
    await choose(reader, "utterson")
    await reader.press("3")
    opened = reader.pane("people")
    assert "distant kinsman" in opened
    await reader.press("k", "enter")  # above the first tie is the heading of its kind
    assert "distant kinsman" not in reader.pane("people")
    assert "▸ ═" in reader.pane("people")
    shut = reader.pane("people")
    await choose(reader, "enfield")
    assert "distant kinsman" in reader.pane("people")
    await choose(reader, "utterson")
    assert "distant kinsman" not in reader.pane("people")
    await reader.press("3", "k", "k", "enter")
    assert "distant kinsman" in reader.pane("people")
    assert shut != opened


async def test_a_fold_is_turned_by_mouse(reader: Reader) -> None:
    await choose(reader, "enfield")
    assert "via Gabriel" not in reader.pane("people")
    await reader.click("two steps away", "people")
    assert "via Gabriel John Utterson" in reader.pane("people")


async def test_who_is_on_the_page_follows_without_moving_what_is_below(reader: Reader) -> None:
    await choose(reader, "enfield")
    await reader.press("3")
    pane = people(reader)
    marked, rows = pane.current, reader.pane("people").splitlines()
    pane.show_on_page(("hyde", "poole"))
    await reader.settle()
    changed = reader.pane("people").splitlines()
    assert "on this page 1" in changed[0] or "on this page 2" in changed[0]
    assert changed[4:] == rows[4:]
    assert pane.current == marked


async def test_with_nobody_chosen_the_pane_is_who_is_on_the_page(reader: Reader) -> None:
    people(reader).show_on_page(("lanyon", "poole"))
    await reader.settle()
    rows = [row.strip(" ▏│") for row in reader.pane("people").splitlines()]
    assert [row for row in rows if row][1:] == ["† Hastie Lanyon", "• Poole"]


async def test_how_two_people_are_connected_is_asked_and_answered_by_keyboard(reader: Reader) -> None:
    await choose(reader, "enfield")
    await reader.press("p", *"carew")
    assert "Sir Danvers Carew" in reader.text
    await reader.press("enter")
    text = reader.text
    assert "Gabriel John Utterson and Sir Danvers Carew" in text
    assert text.index("Richard Enfield  The") < text.index("Sir Danvers Carew  The")
    await reader.press("x")
    text = reader.text
    assert text.index("Richard Enfield  The") > text.index("Sir Danvers Carew  The")
    await reader.press("j", "j", "enter")
    assert reader.session.place.person == "utterson"


async def test_how_two_people_are_connected_is_asked_and_answered_by_mouse_where_there_is_little_room(
    jekyll_story: Story,
) -> None:
    async with reading(jekyll_story, END, NARROW) as reader:
        await reader.press("p", *"poole")
        await reader.click("Poole  ")
        await reader.press(*"guest")
        await reader.click("Mr Guest  ")
        await reader.click("Gabriel John Utterson")
        assert reader.session.place.person == "utterson"


async def test_who_is_not_met_is_not_found_and_the_question_can_be_left(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1) as reader:
        await reader.press("p", *"lanyon")
        assert "No match up to Chapter 1." in reader.text
        await reader.press("enter", "escape")
        assert reader.focus == "page"


async def test_who_is_asked_for_before_the_names_are_known_is_taken_as_soon_as_they_are(reader: Reader) -> None:
    index = PaletteIndex(reader.session.visible)
    reader.app.push_screen(PathScreen(index, PaletteContext()))
    await reader.settle()
    await reader.press(*"hyde")
    assert "Loading" in reader.text
    await reader.press("enter")
    await index.prepare()
    await reader.settle()
    await reader.press(*"lanyon")
    assert "Loading" not in reader.text
    await reader.press("enter")
    assert "Henry Jekyll and Hastie Lanyon" in reader.text
