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


async def open_person(reader: Reader, name: str) -> None:
    await reader.press("@", *name, "enter")


async def test_a_fold_is_toggled_by_key_and_remembered_for_each_person(reader: Reader) -> None:
    await open_person(reader, "utterson")
    await reader.press("3")
    opened = reader.pane("people")
    assert "distant kinsman" in opened
    await reader.press("k", "enter")  # the heading of the kind is above the first relationship
    assert "distant kinsman" not in reader.pane("people")
    assert "▸ ═" in reader.pane("people")
    closed = reader.pane("people")
    await open_person(reader, "enfield")
    assert "distant kinsman" in reader.pane("people")
    await open_person(reader, "utterson")
    assert "distant kinsman" not in reader.pane("people")
    await reader.press("3", "k", "k", "enter")
    assert "distant kinsman" in reader.pane("people")
    assert closed != opened


async def test_a_fold_is_toggled_by_mouse(reader: Reader) -> None:
    await open_person(reader, "enfield")
    assert "via Gabriel" not in reader.pane("people")
    await reader.click("two steps away", "people")
    assert "via Gabriel John Utterson" in reader.pane("people")


async def test_the_people_on_the_page_change_without_moving_the_rows_below(reader: Reader) -> None:
    await open_person(reader, "enfield")
    await reader.press("3")
    pane = people(reader)
    selected, rows = pane.current, reader.pane("people").splitlines()
    pane.show_on_page(("hyde", "poole"))
    await reader.settle()
    changed = reader.pane("people").splitlines()
    assert "on this page 1" in changed[0] or "on this page 2" in changed[0]
    assert changed[4:] == rows[4:]
    assert pane.current == selected


async def test_without_a_person_the_panel_lists_the_people_on_the_page(reader: Reader) -> None:
    people(reader).show_on_page(("lanyon", "poole"))
    await reader.settle()
    rows = [row.strip(" ▏│") for row in reader.pane("people").splitlines()]
    assert [row for row in rows if row][1:] == ["† Hastie Lanyon", "• Poole"]


async def test_a_path_between_two_people_is_found_by_keyboard(reader: Reader) -> None:
    await open_person(reader, "enfield")
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


async def test_a_path_between_two_people_is_found_by_mouse_in_a_narrow_window(
    jekyll_story: Story,
) -> None:
    async with reading(jekyll_story, END, NARROW) as reader:
        await reader.press("p", *"poole")
        await reader.click("Poole  ")
        await reader.press(*"guest")
        await reader.click("Mr Guest  ")
        await reader.click("Gabriel John Utterson")
        assert reader.session.place.person == "utterson"


async def test_a_hidden_person_is_not_found_and_the_dialog_can_be_closed(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 1) as reader:
        await reader.press("p", *"lanyon")
        assert "No match up to Chapter 1." in reader.text
        await reader.press("enter", "escape")
        assert reader.focus == "page"


async def test_a_person_entered_before_the_names_are_loaded_is_chosen_after_loading(reader: Reader) -> None:
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
