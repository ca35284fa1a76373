"""The map is restored in the next session, and its saved state reveals nothing later."""

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
from .test_saved_state import reader_with_state, save_progress

pytestmark = pytest.mark.slow

END = 10
ROOMY, SMALL = (120, 40), (60, 20)


async def change_map(reader: Reader) -> None:
    """Set a filter, scroll, select a person far down, and show all relationships on the full map."""
    await reader.press("m", "f", "space", "down", "down", "space", "escape", *["j"] * 7, "a")
    await wait_for_map(reader)
    await reader.press("i", "L", "J", "J", "escape")


async def wait_for_map(reader: Reader) -> None:
    await reader.app.workers.wait_for_complete()
    await reader.settle()


async def all_views(reader: Reader) -> list[str]:
    """The screen as the map opens, and in every view of the map."""
    found = []
    for key in ("m", "-", "-", "-", "+", "+", "a", "f"):
        await reader.press(key)
        await wait_for_map(reader)
        reader.app.clear_notifications()
        await reader.settle()
        found.append(reader.text)
    return found


async def test_the_map_is_restored_in_the_next_session(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path, size=SMALL) as reader:
        await change_map(reader)
        await reader.press("escape", "m")
        await wait_for_map(reader)
        before = reader.text
        assert before.startswith(" Full map")
        assert "some hidden" in before
        await reader.press("escape")
    async with reader_with_state(jekyll_story, tmp_path, size=SMALL) as reader:
        await reader.press("escape", "m")
        await wait_for_map(reader)
        assert reader.text == before


async def test_the_map_is_saved_while_it_is_open(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m", "-", "l", "ctrl+q")
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text.startswith(" Groups")


async def test_the_view_before_one_persons_relationships_is_restored(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m", "k", "k", "enter", "ctrl+q")
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text.startswith(" Everyone")
        assert "▐Richard Enfield▌" in reader.text


async def test_a_filter_does_not_hide_the_current_person(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m", "f", *["down"] * 20, "space", "escape", "escape", "escape")
        hidden = reader.session.visible.story.groups[-1]
        person = next(one for one in reader.session.visible.people.everyone if one.group == hidden.id)
        await reader.press("@", *person.name, "enter", "m")
        assert f"▐{person.name}▌" in reader.text


@pytest.mark.parametrize("seen", range(END + 1))
async def test_after_progress_moves_back_the_map_equals_that_of_a_copy_cut_at_the_point(
    copies: Copies, jekyll_story: Story, tmp_path: Path, seen: int
) -> None:
    whole, copy = tmp_path / "whole", tmp_path / "copy"
    cut_story = copies.cut("jekyll", seen)
    for state in (whole, copy):
        state.mkdir()
    save_progress(jekyll_story, whole, END)
    save_progress(cut_story, copy, seen)
    async with reader_with_state(cut_story, copy) as reader:
        if seen == END:
            await change_map(reader)
            await reader.press("escape")
        expected = await all_views(reader)
    async with reader_with_state(jekyll_story, whole) as reader:
        await change_map(reader)
        await reader.press("escape")
    save_progress(jekyll_story, whole, seen)
    async with reader_with_state(jekyll_story, whole) as reader:
        assert await all_views(reader) == expected


async def test_a_peek_does_not_change_the_saved_map(jekyll_story: Story, tmp_path: Path) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m", "j", "-", "escape", "escape")
        await reader.press("E", "end", "enter", "enter", "m", "+", "escape", "]", "E", "m")
        before = reader.text
        assert before.startswith(" Groups")
        await reader.press("escape", "escape")
    store = Store(tmp_path / "reading.db")
    saved = str(ReaderState(store, jekyll_story).records("map"))
    store.close()
    assert "everyone 120" in saved
    there = {person.id for person in jekyll_story.as_of(5).characters}
    assert {person.id for person in jekyll_story.characters if person.id in saved} == there
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text == before


def test_the_saved_layout_is_restored_when_more_people_are_known(jekyll_story: Story) -> None:
    reader_state = ReaderState.in_memory(jekyll_story)
    before = VisibleStory(jekyll_story.as_of(4))
    persistence = MapPersistence(reader_state, before.story)
    MapViews(before, persistence.layouts).draw(View.FULL_MAP, None, 120, 40)
    there = persistence.layouts.layouts[View.FULL_MAP]
    persistence.save(before.story)
    after = VisibleStory(jekyll_story.as_of(END))
    restored = MapPersistence(reader_state, after.story)
    assert restored.layouts.layouts[View.FULL_MAP] == there
    assert View.FULL_MAP not in MapPersistence(reader_state, jekyll_story.as_of(3)).layouts.layouts


def test_saved_state_of_a_later_point_is_dropped_when_progress_moves_back(jekyll_story: Story) -> None:
    reader_state = ReaderState.in_memory(jekyll_story)
    persistence = MapPersistence(reader_state, jekyll_story.as_of(END))
    visible = VisibleStory(jekyll_story.as_of(END))
    MapViews(visible, persistence.layouts).draw(View.FULL_MAP, None, 120, 40)
    persistence.remember(visible, SavedView(View.GROUPS, "newcomen"))
    persistence.save(jekyll_story.as_of(2))
    assert "newcomen" not in str(reader_state.records("map"))


def test_a_person_saved_twice_is_drawn_once(jekyll_story: Story) -> None:
    reader_state, visible = ReaderState.in_memory(jekyll_story), VisibleStory(jekyll_story.as_of(END))
    persistence = MapPersistence(reader_state, visible.story)
    expected = MapViews(visible, persistence.layouts).draw(View.FULL_MAP, None, 0, 0)
    persistence.save(visible.story)
    saved: Any = reader_state.record("map", "layouts")
    saved["value"]["full-map"]["columns"] += saved["value"]["full-map"]["columns"]
    reader_state.save("map", "layouts", saved)
    restored = MapViews(visible, MapPersistence(reader_state, visible.story).layouts).draw(View.FULL_MAP, None, 0, 0)
    assert restored.boxes == expected.boxes


def test_cards_are_saved_as_texts(jekyll_story: Story) -> None:
    reader_state, visible = ReaderState.in_memory(jekyll_story), VisibleStory(jekyll_story.as_of(END))
    persistence = MapPersistence(reader_state, visible.story)
    for view in (View.FULL_MAP, View.GROUPS):
        MapViews(visible, persistence.layouts).draw(view, None, 0, 0)
    persistence.save(visible.story)
    saved: Any = reader_state.record("map", "layouts")
    cards = {
        view: {key for column in saved["value"][view]["columns"] for _, keys in column for key in keys}
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
def test_with_any_saved_state_the_map_shows_everybody_once(jekyll_story: Story, look: Any, layouts: Any) -> None:
    story = jekyll_story.as_of(5)
    reader_state = ReaderState.in_memory(story)
    for key, value in (("look", look), ("layouts", layouts)):
        reader_state.save("map", key, value)
        reader_state.save("map", key, {"seen": "1", "value": value} if isinstance(value, dict) else value)
    persistence, visible = MapPersistence(reader_state, story), VisibleStory(story)
    persistence.saved_view(visible)
    for view in (View.GROUPS, View.EVERYONE, View.FULL_MAP):
        drawing = MapViews(visible, persistence.layouts).draw(view, None, 100, 30)
        if view is not View.GROUPS:
            assert set(drawing.boxes) == {Link.character(person.id) for person in visible.people.everyone}
