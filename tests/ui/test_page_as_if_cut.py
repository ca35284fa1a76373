"""As of a point, what a reader does on a page tells no more than it would on a copy of the guide that was cut there."""

from __future__ import annotations

import pytest

from aotad_tui.link import Link
from aotad_tui.ui.panes.sections import SectionsPane
from tests.copies import POINTS, Copies

from .reader import Reader, reading

pytestmark = pytest.mark.slow

POINTS_OF_PAGES = [(name, seen) for name, seen in POINTS if name == "jekyll" or seen in (0, 1, 6, 11, 12)]
SIZE = (112, 24)
MOST_SECTIONS = 3
"""How many sections are gone through, spread over all; tests/page compares all pages, below the screen."""
STEPS = (("/", *"the", "enter"), ("N", "escape", "space"), ("tab", "K"), ("escape", "y"), ("Y",))


async def surfaces(reader: Reader) -> list[str]:
    """What is on the screen and on the clipboard after each thing that can be done on a page."""
    found = []
    sections = reader.session.visible.story.sections
    for section in sections[:: max(1, -(-len(sections) // MOST_SECTIONS))]:
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section(section.id)))
        await reader.settle()
        found.append(reader.text)  # the outline and how far one is among them
        for keys in STEPS:
            await reader.press(*keys)
            found.append(reader.text)
            found.append(reader.app.clipboard)
            reader.app.clear_notifications()
        await reader.press("right", "G")
        found.append(reader.text)
    return found


@pytest.mark.parametrize(("name", "seen"), POINTS_OF_PAGES)
async def test_all_that_is_done_on_a_page_is_answered_as_if_the_guide_had_been_cut(
    copies: Copies, name: str, seen: int
) -> None:
    async with reading(copies.cut(name, seen), seen, SIZE) as reader:
        expected = await surfaces(reader)
    async with reading(copies.whole(name), seen, SIZE) as reader:
        assert await surfaces(reader) == expected
    assert expected or not seen
