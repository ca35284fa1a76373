"""The map between runs: it is found as it was left, and nothing of it tells of what was known further on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.link import Link
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.map.persistence import MapPersistence
from aotad_tui.ui.map.state import SavedView
from tests.copies import Copies

from .reader import Reader
from .test_journey import context, said

pytestmark = pytest.mark.slow

END = 10
ROOMY, SMALL = (120, 40), (60, 20)


async def leave_traces(reader: Reader) -> None:
    """A filter, a window moved, a person far down, the full map with all ties."""
    await reader.press("m", "f", "space", "down", "down", "space", "escape", *["j"] * 7, "a")
    await drawn(reader)
    await reader.press("i", "L", "J", "J", "escape")


async def drawn(reader: Reader) -> None:
    await reader.app.workers.wait_for_complete()
    await reader.settle()


async def views(reader: Reader) -> list[str]:
    """The map as it opens, and every view of it."""
    found = []
    for key in ("m", "-", "-", "-", "+", "+", "a", "f"):
        await reader.press(key)
        await drawn(reader)
        reader.app.clear_notifications()
        await reader.settle()
        found.append(reader.text)
    return found


async def test_the_map_is_found_as_it_was_left(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with context(jekyll_story, tmp_path, size=SMALL) as reader:
        await leave_traces(reader)
        await reader.press("escape", "m")
        await drawn(reader)
        left = reader.text
        assert left.startswith(" Full map")
        assert "some hidden" in left
        await reader.press("escape")
    async with context(jekyll_story, tmp_path, size=SMALL) as reader:
        await reader.press("escape", "m")
        await drawn(reader)
        assert reader.text == left


async def test_it_is_kept_while_it_is_looked_at(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m", "-", "l", "ctrl+q")
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text.startswith(" Groups")


async def test_of_a_persons_ties_the_view_before_is_what_is_come_back_to(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m", "j", "enter", "ctrl+q")
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text.startswith(" Everyone")
        assert "▐Richard Enfield▌" in reader.text


async def test_a_filter_does_not_hide_who_is_looked_at_on_the_page(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m", "f", *["down"] * 20, "space", "escape", "escape", "escape")
        hidden = reader.session.visible.story.groups[-1]
        person = next(one for one in reader.session.visible.people.everyone if one.group == hidden.id)
        await reader.press("@", *person.name, "enter", "m")
        assert f"▐{person.name}▌" in reader.text


@pytest.mark.parametrize("seen", range(END + 1))
async def test_after_a_step_back_the_map_is_that_of_a_copy_of_the_guide_cut_there(
    copies: Copies, jekyll_story: Story, tmp_path: Path, seen: int
) -> None:
    whole, copy = tmp_path / "whole", tmp_path / "copy"
    cut_story = copies.cut("jekyll", seen)
    for state in (whole, copy):
        state.mkdir()
    said(jekyll_story, whole, END)
    said(cut_story, copy, seen)
    async with context(cut_story, copy) as reader:
        if seen == END:
            await leave_traces(reader)
            await reader.press("escape")
        expected = await views(reader)
    async with context(jekyll_story, whole) as reader:
        await leave_traces(reader)
        await reader.press("escape")
    said(jekyll_story, whole, seen)
    async with context(jekyll_story, whole) as reader:
        assert await views(reader) == expected


async def test_what_a_peek_showed_is_not_kept_and_does_not_undo_what_was(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m", "j", "-", "escape", "escape")
        await reader.press("E", "end", "enter", "m", "+", "escape", "]", "E", "m")
        before = reader.text
        assert before.startswith(" Groups")
        await reader.press("escape", "escape")
    store = Store(tmp_path / "reading.db")
    kept = str(ReaderState(store, jekyll_story).records("map"))
    store.close()
    assert "everyone 120" in kept
    there = {person.id for person in jekyll_story.as_of(5).characters}
    assert {person.id for person in jekyll_story.characters if person.id in kept} == there
    async with context(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text == before


def test_whoever_stood_somewhere_stands_there_when_more_are_known(jekyll_story: Story) -> None:
    reader_state = ReaderState.in_memory(jekyll_story)
    before = VisibleStory(jekyll_story.as_of(4))
    memory = MapPersistence(reader_state, before.story)
    MapViews(before, memory.layouts).draw(View.FULL_MAP, None, 120, 40)
    there = memory.layouts.layouts[View.FULL_MAP]
    memory.save(before.story)
    after = VisibleStory(jekyll_story.as_of(END))
    again = MapPersistence(reader_state, after.story)
    assert again.layouts.layouts[View.FULL_MAP] == there
    assert View.FULL_MAP not in MapPersistence(reader_state, jekyll_story.as_of(3)).layouts.layouts


def test_what_was_made_further_on_is_no_longer_kept_after_a_step_back(jekyll_story: Story) -> None:
    reader_state = ReaderState.in_memory(jekyll_story)
    memory = MapPersistence(reader_state, jekyll_story.as_of(END))
    visible = VisibleStory(jekyll_story.as_of(END))
    MapViews(visible, memory.layouts).draw(View.FULL_MAP, None, 120, 40)
    memory.remember(visible, SavedView(View.GROUPS, "newcomen"))
    memory.save(jekyll_story.as_of(2))
    assert "newcomen" not in str(reader_state.records("map"))


def test_whoever_stands_in_the_file_twice_is_drawn_once(jekyll_story: Story) -> None:
    reader_state, visible = ReaderState.in_memory(jekyll_story), VisibleStory(jekyll_story.as_of(END))
    memory = MapPersistence(reader_state, visible.story)
    expected = MapViews(visible, memory.layouts).draw(View.FULL_MAP, None, 0, 0)
    memory.save(visible.story)
    kept: Any = reader_state.record("map", "layouts")
    kept["value"]["full-map"]["columns"] += kept["value"]["full-map"]["columns"]
    reader_state.save("map", "layouts", kept)
    again = MapViews(visible, MapPersistence(reader_state, visible.story).layouts).draw(View.FULL_MAP, None, 0, 0)
    assert again.boxes == expected.boxes


def test_cards_are_kept_as_texts(jekyll_story: Story) -> None:
    reader_state, visible = ReaderState.in_memory(jekyll_story), VisibleStory(jekyll_story.as_of(END))
    memory = MapPersistence(reader_state, visible.story)
    for view in (View.FULL_MAP, View.GROUPS):
        MapViews(visible, memory.layouts).draw(view, None, 0, 0)
    memory.save(visible.story)
    kept: Any = reader_state.record("map", "layouts")
    cards = {
        view: {key for column in kept["value"][view]["columns"] for _, keys in column for key in keys}
        for view in ("full-map", "groups")
    }
    assert cards["full-map"] == {f"character:{person.id}" for person in visible.people.everyone}
    assert cards["groups"] == {f"group:{person.group or ''}" for person in visible.people.everyone}


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 500)
    | st.sampled_from(["start", "1", "full-map", "character:hyde", "g"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["seen", "value", "view", "full-map", "columns", "made_for", "x", "without_groups"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(anything, anything)
def test_whatever_stands_in_the_file_the_map_is_drawn_with_everybody_once(
    jekyll_story: Story, look: Any, layouts: Any
) -> None:
    story = jekyll_story.as_of(5)
    reader_state = ReaderState.in_memory(story)
    for key, value in (("look", look), ("layouts", layouts)):
        reader_state.save("map", key, value)
        reader_state.save("map", key, {"seen": "1", "value": value} if isinstance(value, dict) else value)
    memory, visible = MapPersistence(reader_state, story), VisibleStory(story)
    memory.saved_view(visible)
    for view in (View.GROUPS, View.EVERYONE, View.FULL_MAP):
        drawing = MapViews(visible, memory.layouts).draw(view, None, 100, 30)
        if view is not View.GROUPS:
            assert set(drawing.boxes) == {Link.character(person.id) for person in visible.people.everyone}
