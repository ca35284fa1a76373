"""As of a point, commands on a page show the same as in a copy of the guide that was cut there."""

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
"""How many sections are tested, spread over all; tests/page compares all pages without a screen."""
STEPS = (("/", *"the", "enter"), ("N", "escape", "space"), ("tab", "K"), ("escape", "y"), ("Y",))


async def surfaces(reader: Reader) -> list[str]:
    """The screen and the clipboard after each command on a page."""
    found = []
    sections = reader.session.visible.story.sections
    for section in sections[:: max(1, -(-len(sections) // MOST_SECTIONS))]:
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section(section.id)))
        await reader.settle()
        found.append(reader.text)  # includes the outline and the position
        for keys in STEPS:
            await reader.press(*keys)
            found.append(reader.text)
            found.append(reader.app.clipboard)
            reader.app.clear_notifications()
        await reader.press("right", "G")
        found.append(reader.text)
    return found


@pytest.mark.parametrize(("name", "seen"), POINTS_OF_PAGES)
async def test_commands_on_a_page_show_the_same_as_in_a_copy_cut_at_the_point(
    copies: Copies, name: str, seen: int
) -> None:
    async with reading(copies.cut(name, seen), seen, SIZE) as reader:
        expected = await surfaces(reader)
    async with reading(copies.whole(name), seen, SIZE) as reader:
        assert await surfaces(reader) == expected
    assert expected or not seen
