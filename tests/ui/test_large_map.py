"""The map screen of casts without groups, on whom it opens, and the ends of its filter."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story
from tests.chart.large_casts import large_cast, without_groups
from tests.copies import Copies
from tests.story.stories import Pages, person, section, story, tie

from .reader import Reader, reading

pytestmark = pytest.mark.slow

WIDE = (120, 40)
END = 10


async def press(reader: Reader, *keys: str) -> None:
    """Press keys, each once what the one before has drawn in a thread is shown."""
    for key in keys:
        await reader.press(key)
        await reader.app.workers.wait_for_complete()
        await reader.settle()


async def test_above_400_people_the_map_opens_on_the_most_connected_and_zooms_to_all_other_views() -> None:
    async with reading(large_cast(796, 900), 9, WIDE) as reader:
        first = reader.session.visible.people.get("p00000")
        assert first
        await press(reader, "m")
        assert reader.rows[0].startswith(" Most connected")
        assert "40 of 796 people" in reader.rows[0]
        selected = reader.text.partition("▐")[2].partition("▌")[0]
        await press(reader, "+")
        assert reader.rows[0].startswith(f" Within two steps of {selected}")
        await press(reader, "+")
        assert reader.rows[0].startswith(f" Within one step of {selected}")
        await press(reader, "+")
        assert "This is the closest view." in reader.text
        await press(reader, "-", "-", "-")
        assert reader.rows[0].startswith(" Communities")
        assert "around " in reader.text


async def test_all_relationships_of_too_many_people_are_those_of_a_neighbourhood() -> None:
    async with reading(large_cast(796, 900), 9, WIDE) as reader:
        await press(reader, "m", "a")
        assert reader.rows[0].startswith(" Within one step of ")


async def test_a_community_opens_its_people_and_escape_or_zooming_out_goes_back() -> None:
    async with reading(large_cast(796, 900), 9, WIDE) as reader:
        await press(reader, "m", "-")
        for back in ("escape", "-"):
            await press(reader, "enter")
            assert reader.rows[0].startswith(" Around ")
            assert "some hidden" in reader.rows[0]
            await press(reader, back)
            assert reader.rows[0].startswith(" Communities")
            assert "some hidden" not in reader.rows[0]


async def test_a_person_who_is_not_among_the_most_connected_is_found() -> None:
    async with reading(large_cast(796, 900), 9, WIDE) as reader:
        last = reader.session.visible.people.everyone[-1].name
        await press(reader, "m", "@")
        await reader.burst(*last, "enter")
        assert reader.rows[0].startswith(f" {last}: relationships")


async def test_the_map_opens_on_the_person_in_the_panel() -> None:
    async with reading(large_cast(796, 900), 9, WIDE) as reader:
        last = reader.session.visible.people.everyone[-1].name
        await press(reader, "@")
        await reader.burst(*last, "enter")
        await press(reader, "m")
        assert reader.rows[0].startswith(f" Within one step of {last}")


def family(title: str) -> Story:
    """A story with one page; Bob is the most connected, and Zoe is first in the file."""
    return story(
        *map(person, ("zoe", "ann", "bob", "cat")),
        relationships=(tie("bob", "ann"), tie("bob", "cat")),
        sections=(section("a", title=title),),
        texts=Pages({"a.md": "Nobody is named here."}),
    )


@pytest.mark.parametrize(("title", "name"), [("What Ann knows", "Ann"), ("The road", "Bob")])
async def test_the_map_opens_on_whom_the_title_names_or_else_on_the_most_connected(title: str, name: str) -> None:
    async with reading(family(title), 9, WIDE) as reader:
        await press(reader, "m")
        assert f"▐{name}▌" in reader.text


async def test_keys_go_to_the_first_and_last_row_of_the_filter(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE) as reader:
        await press(reader, "m", "f", "G", "space", "g", "space", "escape")
        assert "some hidden" in reader.text
        await press(reader, "f")
        hidden = [row for row in reader.rows if "[ ]" in row]
        assert len(hidden) == 2
        assert "= family" in hidden[0]
        assert "The Carew case" in hidden[1]


KEYS = ("m", "+", "a", "+", "+", "-", "-", "-", "-", "enter", "enter", "escape", "escape", "f")


async def all_views(reader: Reader) -> list[str]:
    found = []
    for key in KEYS:
        await press(reader, key)
        reader.app.clear_notifications()
        await reader.settle()
        found.append(reader.text)
    return found


async def look_at_everything(reader: Reader) -> None:
    """Look at every view of the map, then select nobody."""
    await all_views(reader)
    await reader.back_to_the_page()
    await reader.press("escape", "escape")


@pytest.mark.parametrize("seen", range(END + 1))
async def test_each_view_without_groups_equals_that_of_a_copy_cut_at_the_point(
    copies: Copies, jekyll_story: Story, seen: int
) -> None:
    """The reader of the whole guide has looked at every view at the end before."""
    async with reading(without_groups(copies.cut("jekyll", seen)), seen, WIDE) as reader:
        if seen == END:
            await look_at_everything(reader)
        expected = await all_views(reader)
    async with reading(without_groups(jekyll_story), END, WIDE) as reader:
        await look_at_everything(reader)
        await reader.press("e", "home")
        await reader.burst(*["down"] * seen, "enter")
        await reader.press(*(() if seen else ("enter",)))  # it asks before it goes back to nothing
        await reader.back_to_the_page()
        assert await all_views(reader) == expected
