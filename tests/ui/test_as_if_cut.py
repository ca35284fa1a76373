"""The promise, in its own words: as of a point, every surface shows what it would show if everything that is stamped
later had been deleted from the guide's files."""

from __future__ import annotations

import pytest

from aotad_tui.commands.panes import PANES
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from tests.copies import Copies

from .reader import MEDIUM, NARROW, Reader, reading

pytestmark = pytest.mark.slow

TALL = (112, 48)
END, LAST = 10, "the-cabinet/one-man"
TYPED = ("", "@", "mr", "gabriel", "two", "#", "/hyde", "chapter")
OPENING = ("p", "r", "w", "l", "f", "#", "'", "E")
"""The keys that open a screen over the page."""
ON_THE_MAP = ("+", "a", "enter", "f")


async def look_around(reader: Reader) -> None:
    """Leaves traces of what only somebody at the end can do: a person chosen, a way back, a map of everybody."""
    await reader.press("@", *"hyde", "enter", "3", "G", "escape", "escape")
    await reader.press("m", "f", "space", "escape", "j", "j", "a")
    await reader.app.workers.wait_for_complete()
    await reader.press("L", "-", "-")
    await reader.back_to_the_page()
    await reader.press("escape", "escape")


async def surfaces(reader: Reader) -> list[str]:
    """All that a reader can bring to the screen, by the same steps however much has been seen."""
    visible = reader.session.visible
    found = [reader.text]
    await reader.press(":")
    for typed in TYPED:
        await reader.burst("ctrl+u")
        await reader.burst(*typed)
        found.append(reader.text)
    await reader.press("escape", "e")
    found.append(reader.text)
    await reader.press("escape")
    for key in OPENING:
        await reader.press(key)
        await reader.app.workers.wait_for_complete()  # what pages say more is read in a thread
        await reader.settle()
        found.append(reader.text)
        await reader.back_to_the_page()
    await reader.press("m")
    found.append(reader.text)
    for key in ON_THE_MAP:
        await reader.press(key)
        await reader.app.workers.wait_for_complete()  # the poster is drawn in a thread
        await reader.settle()
        found.append(reader.text)
    await reader.back_to_the_page()
    for person in visible.people.everyone:
        reader.app.screen.post_message(PeoplePane.Chosen(person.id))  # quicker than to type every name
        await reader.settle()
        if "two steps away" in reader.text:
            await reader.click("two steps away", "people")
        found.append(reader.text)
    for section in visible.story.sections:
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section(section.id)))
        await reader.settle()
        found.append(reader.text)
    for size in (MEDIUM, NARROW):
        await reader.resize(*size)
        for pane in PANES:
            await reader.press(pane.key, "g")
            found.append(reader.text)
    return found


@pytest.mark.parametrize("seen", range(END + 1))
async def test_the_screen_from_the_whole_guide_is_the_screen_from_a_copy_cut_at_that_point(
    copies: Copies, jekyll_story: Story, seen: int
) -> None:
    """The whole guide's reader has seen all of it before, and says that they have not: nothing of that stays either."""
    async with reading(copies.cut("jekyll", seen), seen, TALL, LAST) as reader:
        if seen == END:  # nothing is taken back: the same reader, with the same way back
            await look_around(reader)
        expected = await surfaces(reader)
    async with reading(jekyll_story, END, TALL, LAST) as reader:
        await look_around(reader)
        await reader.press("e", "home")
        await reader.burst(*["down"] * seen, "enter")
        assert await surfaces(reader) == expected


@pytest.mark.parametrize("seen", range(END + 1))
async def test_so_it_is_when_the_reader_begins_there(copies: Copies, jekyll_story: Story, seen: int) -> None:
    async with reading(copies.cut("jekyll", seen), seen, NARROW, LAST) as reader:
        expected = reader.text
    async with reading(jekyll_story, seen, NARROW, LAST) as reader:
        assert reader.text == expected
