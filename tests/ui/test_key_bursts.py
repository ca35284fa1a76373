"""Keys pressed faster than they are handled do the same as keys pressed one by one."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import Reader, reading

pytestmark = pytest.mark.slow

SEEN = 6
DOOR, WILL = "the-street/the-door", "the-street/the-will"

BURSTS = (
    (":", *"hyde", "escape", "]", "]"),
    ("@", *"hyde", "enter", "]", "3"),
    ("@", *"hyx", "backspace", *"de", "enter", "]"),
    ("e", "4", "enter", "]"),
    ("+", "y", "j", "j", "enter", "]"),
    ("B", "'", "n", *"here", "enter", "escape", "]"),
    ("B", "]", "'", "enter", "j"),
    ("/", *"the", "enter", "n", "n", "]"),
    ("/", *"the", "escape", "]"),
    ("f", *"door", "escape", "]", "]", "["),
    ("m", "j", "@", *"hyde", "enter", "escape", "]"),
    (",", "j", "escape", "]", "?", "j", "escape", "]"),
    ("]", "tab", "K", "enter", "[", "["),
    ("1", "j", "j", "enter", "]"),
)


async def final_state(reader: Reader) -> tuple[object, ...]:
    """The state of a reader after all keys."""
    reader.app.clear_notifications()  # they expire by the clock
    await reader.settle()
    return reader.session.seen, reader.place, reader.session.past, reader.focus, reader.app.theme, reader.rows


@pytest.mark.parametrize("keys", BURSTS, ids=" ".join)
async def test_a_burst_of_keys_does_the_same_as_the_keys_one_by_one(jekyll_story: Story, keys: tuple[str, ...]) -> None:
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press(*keys)
        one_by_one = await final_state(reader)
    async with reading(jekyll_story, SEEN) as reader:
        await reader.burst(*keys)
        assert await final_state(reader) == one_by_one
