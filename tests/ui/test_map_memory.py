"""The map between runs: it is found as it was left, and nothing of it tells of what was known further on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.chart.map.atlas import Atlas, View
from aotad_tui.library.load import open_guide
from aotad_tui.reading.journal import Journal
from aotad_tui.reading.store import Store
from aotad_tui.story.edition import Edition
from aotad_tui.story.story import Story
from aotad_tui.ui.screens.map_memory import MapMemory
from aotad_tui.ui.screens.map_standing import Look
from tests.cut import cut

from .reader import Reader
from .test_journey import said, sitting

END = 10
ROOMY, SMALL = (120, 40), (60, 20)


async def leave_traces(reader: Reader) -> None:
    """A filter, a window moved, a person far down, the poster with all ties."""
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
    async with sitting(jekyll_story, tmp_path, size=SMALL) as reader:
        await leave_traces(reader)
        await reader.press("escape", "m")
        await drawn(reader)
        left = reader.text
        assert left.startswith(" The map: poster")
        assert "some hidden" in left
        await reader.press("escape")
    async with sitting(jekyll_story, tmp_path, size=SMALL) as reader:
        await reader.press("escape", "m")
        await drawn(reader)
        assert reader.text == left


async def test_it_is_kept_while_it_is_looked_at(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m", "-", "l", "ctrl+q")
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text.startswith(" The map: groups")


async def test_of_a_persons_ties_the_view_before_is_what_is_come_back_to(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m", "j", "enter", "ctrl+q")
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text.startswith(" The map: everyone")
        assert "▐Richard Enfield▌" in reader.text


async def test_a_filter_does_not_hide_who_is_looked_at_on_the_page(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m", "f", *["down"] * 20, "space", "escape", "escape", "escape")
        hidden = reader.session.edition.story.groups[-1]
        person = next(one for one in reader.session.edition.people.everyone if one.group == hidden.id)
        await reader.press("@", *person.name, "enter", "m")
        assert f"▐{person.name}▌" in reader.text


@pytest.mark.parametrize("seen", range(END + 1))
async def test_after_a_step_back_the_map_is_that_of_a_copy_of_the_guide_cut_there(
    jekyll: Path, jekyll_story: Story, tmp_path: Path, seen: int
) -> None:
    whole, copy = tmp_path / "whole", tmp_path / "copy"
    cut_story = open_guide(cut(jekyll, seen, tmp_path / "cut"))
    for state in (whole, copy):
        state.mkdir()
    said(jekyll_story, whole, END)
    said(cut_story, copy, seen)
    async with sitting(cut_story, copy) as reader:
        if seen == END:
            await leave_traces(reader)
            await reader.press("escape")
        expected = await views(reader)
    async with sitting(jekyll_story, whole) as reader:
        await leave_traces(reader)
        await reader.press("escape")
    said(jekyll_story, whole, seen)
    async with sitting(jekyll_story, whole) as reader:
        assert await views(reader) == expected


async def test_what_a_peek_showed_is_not_kept_and_does_not_undo_what_was(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m", "j", "-", "escape", "escape")
        await reader.press("E", "end", "enter", "m", "+", "escape", "]", "E", "m")
        before = reader.text
        assert before.startswith(" The map: groups")
        await reader.press("escape", "escape")
    store = Store(tmp_path / "reading.db")
    kept = str(Journal(store, jekyll_story).kept("map"))
    store.close()
    assert "everyone 120" in kept
    there = {person.id for person in jekyll_story.as_of(5).characters}
    assert {person.id for person in jekyll_story.characters if person.id in kept} == there
    async with sitting(jekyll_story, tmp_path) as reader:
        await reader.press("m")
        assert reader.text == before


def test_whoever_stood_somewhere_stands_there_when_more_are_known(jekyll_story: Story) -> None:
    journal = Journal.forgetful(jekyll_story)
    before = Edition(jekyll_story.as_of(4))
    memory = MapMemory(journal, before.story)
    Atlas(before, memory.layouts).drawing(View.POSTER, None, 120, 40)
    there = memory.layouts.kept[View.POSTER]
    memory.keep(before.story)
    after = Edition(jekyll_story.as_of(END))
    again = MapMemory(journal, after.story)
    assert again.layouts.kept[View.POSTER] == there
    assert View.POSTER not in MapMemory(journal, jekyll_story.as_of(3)).layouts.kept


def test_what_was_made_further_on_is_no_longer_kept_after_a_step_back(jekyll_story: Story) -> None:
    journal = Journal.forgetful(jekyll_story)
    memory = MapMemory(journal, jekyll_story.as_of(END))
    edition = Edition(jekyll_story.as_of(END))
    Atlas(edition, memory.layouts).drawing(View.POSTER, None, 120, 40)
    memory.remember(edition, Look(View.GROUPS, "newcomen"))
    memory.keep(jekyll_story.as_of(2))
    assert "newcomen" not in str(journal.kept("map"))


def test_whoever_stands_in_the_file_twice_is_drawn_once(jekyll_story: Story) -> None:
    journal, edition = Journal.forgetful(jekyll_story), Edition(jekyll_story.as_of(END))
    memory = MapMemory(journal, edition.story)
    expected = Atlas(edition, memory.layouts).drawing(View.POSTER, None, 0, 0)
    memory.keep(edition.story)
    kept: Any = journal.one("map", "layouts")
    kept["value"]["poster"]["columns"] += kept["value"]["poster"]["columns"]
    journal.keep("map", "layouts", kept)
    again = Atlas(edition, MapMemory(journal, edition.story).layouts).drawing(View.POSTER, None, 0, 0)
    assert again.boxes == expected.boxes


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 500) | st.sampled_from(["start", "1", "poster", "character:hyde", "g"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["seen", "value", "view", "poster", "columns", "made_for", "x", "without_groups"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(anything, anything)
def test_whatever_stands_in_the_file_the_map_is_drawn_with_everybody_once(look: Any, layouts: Any) -> None:
    story = open_guide(Path(__file__).parents[1] / "guides" / "jekyll").as_of(5)
    journal = Journal.forgetful(story)
    for key, value in (("look", look), ("layouts", layouts)):
        journal.keep("map", key, value)
        journal.keep("map", key, {"seen": "1", "value": value} if isinstance(value, dict) else value)
    memory, edition = MapMemory(journal, story), Edition(story)
    memory.look(edition)
    for view in (View.GROUPS, View.EVERYONE, View.POSTER):
        drawing = Atlas(edition, memory.layouts).drawing(view, None, 100, 30)
        if view is not View.GROUPS:
            assert set(drawing.boxes) == {f"character:{person.id}" for person in edition.people.everyone}
