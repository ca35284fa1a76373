"""How pieces of a page look beside each other on the screen."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

import pytest
from rich.style import Style

from aotad_tui.ui.theme import OURS
from tests.story.stories import Pages, section, story

from .reader import WIDE, Reader, reading

pytestmark = pytest.mark.slow

LEVELS = "\n\n".join(f"{'#' * level} Level {level}" for level in range(1, 7))
LINKS = "Plain [link one](there.md).\n\n> Quoted [link two](there.md).\n\n## Heading [link three](there.md)\n"
ALERTS = "\n\n".join(f"> [!{mark}]\n> Said." for mark in ("note", "tip", "important", "warning", "caution"))


def opened(text: str) -> AbstractAsyncContextManager[Reader]:
    """A page of that text, and another that it may link."""
    tale = story(
        sections=(section("here", title="Here"), section("there")), texts=Pages({"here.md": text, "there.md": "There."})
    )
    return reading(tale, 0, WIDE, "here")


def look(reader: Reader, words: str) -> Style:
    """The style of the piece of the screen that begins with those words."""
    found = (piece.style for row in reader._drawn() for piece in row if piece.text.startswith(words))
    style = next(style for style in found if style)
    return Style(color=style.color, bold=style.bold, italic=style.italic, underline=style.underline)


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_headings_of_each_level_look_different(theme: str) -> None:
    async with opened(LEVELS) as reader:
        reader.app.theme = theme
        await reader.settle()
        looks = [look(reader, f"Level {level}") for level in range(1, 7)]
        assert len(set(looks)) == len(looks)
        assert [bool(one.bold) for one in looks] == [True] * 4 + [False] * 2


async def test_a_link_looks_like_one_in_a_quote_and_in_a_heading_too() -> None:
    async with opened(LINKS) as reader:
        looks = [look(reader, f"link {number}") for number in ("one", "two", "three")]
        assert all(one.underline and one.color == looks[0].color for one in looks)
        assert looks[0].color != look(reader, "Quoted").color


async def test_no_two_alerts_look_the_same() -> None:
    async with opened(ALERTS) as reader:
        looks = {look(reader, words).color for words in ("i note", "+ tip", "! important", "! warning", "! caution")}
        assert len(looks) == 5


async def test_code_is_no_string() -> None:
    async with opened('```python\nname = "text"\n```') as reader:
        assert look(reader, "name").color != look(reader, "text").color
