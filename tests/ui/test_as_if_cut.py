"""As of a point, every surface shows what it would show if everything stamped later had been deleted from the guide."""

from __future__ import annotations

from collections.abc import Sequence

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
OPENING_KEYS = ("p", "r", "w", "M", "f", "#", "'", "E", "A", "P")
"""Keys that open a screen over the page, and at the end that of the People page."""
MAP_KEYS = ("+", "a", "+", "+", "enter", "f")


async def explore(reader: Reader) -> None:
    """Leave state that only a reader at the end can have: a selected person, a history, a map of everybody."""
    await reader.press("@", *"hyde", "enter", "3", "G", "escape", "escape")
    await reader.press("m", "f", "space", "escape", "j", "j", "a")
    await reader.app.workers.wait_for_complete()
    await reader.press("L", "-", "-")
    await reader.back_to_the_page()
    await reader.press("escape", "escape")


async def surfaces(reader: Reader, words: Sequence[str] = TYPED) -> list[str]:
    """Every screen that can be opened, by the same steps whatever the progress. `words`: typed into the palette."""
    visible = reader.session.visible
    found = [reader.text]
    await reader.press(":")
    for typed in words:
        await reader.burst("ctrl+u")
        await reader.burst(*typed)
        found.append(reader.text)
    await reader.press("escape", "e")
    found.append(reader.text)
    await reader.press("escape")
    for key in OPENING_KEYS:
        await reader.press(key)
        await reader.app.workers.wait_for_complete()  # new passages are collected in a thread
        await reader.settle()
        found.append(reader.text)
        await reader.back_to_the_page()
    await reader.press("m")
    found.append(reader.text)
    for key in MAP_KEYS:
        await reader.press(key)
        await reader.app.workers.wait_for_complete()  # the full map is drawn in a thread
        await reader.settle()
        found.append(reader.text)
    await reader.back_to_the_page()
    for person in visible.people.everyone:
        reader.app.screen.post_message(PeoplePane.Chosen(person.id))  # faster than typing every name
        await reader.settle()
        if "two steps away" in reader.text:
            await reader.click("two steps away", "people")
        if "▸ named in" in reader.text:
            await reader.click("▸ named in", "people")
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
async def test_each_screen_equals_that_of_a_copy_cut_at_the_point(
    copies: Copies, jekyll_story: Story, seen: int
) -> None:
    """The reader of the whole guide was at the end before and has moved progress back; no trace of the end remains."""
    async with reading(copies.cut("jekyll", seen), seen, TALL, LAST) as reader:
        if seen == END:  # progress does not move back, so the history stays
            await explore(reader)
        expected = await surfaces(reader)
    async with reading(jekyll_story, END, TALL, LAST) as reader:
        await explore(reader)
        await reader.press("e", "home")
        await reader.burst(*["down"] * seen, "enter")
        await reader.press(*(["y"] if seen == 0 else []))  # the question before going back to nothing
        assert await surfaces(reader) == expected


@pytest.mark.parametrize("seen", range(END + 1))
async def test_the_first_screen_equals_that_of_a_copy_cut_at_the_point(
    copies: Copies, jekyll_story: Story, seen: int
) -> None:
    async with reading(copies.cut("jekyll", seen), seen, NARROW, LAST) as reader:
        expected = reader.text
    async with reading(jekyll_story, seen, NARROW, LAST) as reader:
        assert reader.text == expected
