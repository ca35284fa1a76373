"""Elements of a page with different meanings have different styles on the screen."""

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


def reading_text(text: str) -> AbstractAsyncContextManager[Reader]:
    """Run a reader on a page of that text, which may link to one other page."""
    whole = story(
        sections=(section("here", title="Here"), section("there")), texts=Pages({"here.md": text, "there.md": "There."})
    )
    return reading(whole, 0, WIDE, "here")


def style_of(reader: Reader, words: str) -> Style:
    """The style of the first segment on the screen that begins with those words."""
    found = (piece.style for row in reader._drawn() for piece in row if piece.text.startswith(words))
    style = next(style for style in found if style)
    return Style(color=style.color, bold=style.bold, italic=style.italic, underline=style.underline)


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_headings_of_each_level_have_different_styles(theme: str) -> None:
    async with reading_text(LEVELS) as reader:
        reader.app.theme = theme
        await reader.settle()
        styles = [style_of(reader, f"Level {level}") for level in range(1, 7)]
        rows = [row.strip() for row in reader.pane("page").split("\n")]
        ruled = [rows[rows.index(f"Level {level}") + 1].startswith("━") for level in range(1, 7)]
        assert len(set(zip(styles, ruled, strict=True))) == len(styles)
        assert [bool(style.bold) for style in styles] == [True] * 4 + [False] * 2


async def test_links_look_the_same_in_quotes_and_headings() -> None:
    async with reading_text(LINKS) as reader:
        styles = [style_of(reader, f"link {number}") for number in ("one", "two", "three")]
        assert all(style.underline and style.color == styles[0].color for style in styles)
        assert styles[0].color != style_of(reader, "Quoted").color


async def test_alerts_have_different_colours() -> None:
    async with reading_text(ALERTS) as reader:
        styles = {
            style_of(reader, words).color for words in ("i note", "+ tip", "! important", "! warning", "! caution")
        }
        assert len(styles) == 5


async def test_strings_in_code_have_their_own_colour() -> None:
    async with reading_text('```python\nname = "text"\n```') as reader:
        assert style_of(reader, "name").color != style_of(reader, "text").color
