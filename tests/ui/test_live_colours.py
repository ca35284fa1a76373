"""The page takes other colours on at once, be they of a theme, of a terminal's own sixteen or none at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from rich.style import Style
from textual.css.stylesheet import Stylesheet

from aotad_tui.story.story import Story

from .reader import NARROW, WIDE, Reader, reading
from .test_journey import context, said

pytestmark = pytest.mark.slow

THEMES = ("aotad-light", "aotad-contrast", "nord", "ansi-dark", "ansi-light")
SECTION = "the-cabinet/the-murder"
Drawn = list[list[tuple[str, Style]]]


def drawn(reader: Reader) -> Drawn:
    """What is on the screen, cell for cell with its style; pieces that look alike are one."""
    return [_joined((piece.text, _look(piece.style)) for piece in row) for row in reader._drawn()]


def _look(style: Style | None) -> Style:
    return style.without_color + Style(color=style.color, bgcolor=style.bgcolor) if style else Style()


def _joined(pieces: Iterator[tuple[str, Style]]) -> list[tuple[str, Style]]:
    found: list[tuple[str, Style]] = []
    for text, style in pieces:
        if found and found[-1][1] == style:
            found[-1] = (found[-1][0] + text, style)
        else:
            found.append((text, style))
    return found


def assert_told_apart(reader: Reader) -> None:
    """A title, plain words, a marked link, a name, and what was found, here and elsewhere, all look different."""
    pieces = [piece for row in drawn(reader) for piece in row]
    found = {style for text, style in pieces if text == "man"}
    others = ("Murder under the moon", "  Nearly a year goes by", "Sir Danvers Carew", "Hyde")
    looks = [next(style for text, style in pieces if text.startswith(words)) for words in others]
    assert len(found) == 2
    assert len({*looks, *found}) == len(looks) + 2


async def look_about(reader: Reader) -> None:
    """A marked link, and what was found."""
    await reader.press("/", *"man", "enter", "tab")


@pytest.mark.parametrize("theme", THEMES)
async def test_another_theme_is_drawn_at_once_as_if_it_had_been_there_from_the_start(
    jekyll_story: Story, theme: str
) -> None:
    async with reading(jekyll_story, 5, WIDE, SECTION) as reader:
        await look_about(reader)
        before = drawn(reader)
        reader.app.theme = theme
        await reader.settle()
        live = drawn(reader)
    async with reading(jekyll_story, 5, WIDE, SECTION) as reader:
        reader.app.theme = theme
        await look_about(reader)
        assert live == drawn(reader)
    assert live != before
    assert ["".join(text for text, _ in row) for row in live] == ["".join(text for text, _ in row) for row in before]


@pytest.mark.parametrize("theme", THEMES)
async def test_a_theme_of_the_settings_looks_as_one_that_is_chosen_later(
    jekyll_story: Story, tmp_path: Path, theme: str
) -> None:
    said(jekyll_story, tmp_path, 5)
    async with context(jekyll_story, tmp_path) as reader:
        reader.app.theme = theme
        await reader.settle()
        later = drawn(reader)
    async with context(jekyll_story, tmp_path, f'theme = "{theme}"\n') as reader:
        assert drawn(reader) == later


async def test_at_a_start_styles_are_parsed_once(jekyll_story: Story) -> None:
    with patch.object(Stylesheet, "reparse") as parsed_again:
        async with reading(jekyll_story):
            pass
    parsed_again.assert_not_called()


async def test_a_theme_that_is_only_looked_at_is_taken_off_again(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, SECTION) as reader:
        before = drawn(reader)
        await reader.press("t", "j", "j", "escape")
        assert drawn(reader) == before
        await reader.press("t", "j", "enter")
        reader.app.clear_notifications()
        await reader.settle()
        assert drawn(reader) != before


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_a_terminals_own_colours_no_other_is_asked_for(jekyll_story: Story, theme: str) -> None:
    async with reading(jekyll_story, 5, NARROW, SECTION) as reader:
        await look_about(reader)
        reader.app.theme = theme
        await reader.settle()
        region = reader._inside("page")
        for row in drawn(reader)[region.y : region.bottom]:
            for text, style in row:
                for colour in (style.color, style.bgcolor):
                    assert colour is None or colour.is_system_defined or colour.is_default, (text, style)
        assert_told_apart(reader)


@pytest.mark.parametrize("theme", ["aotad-dark", "aotad-light", "ansi-dark"])
async def test_without_colours_what_is_marked_found_or_linked_is_told_apart_still(
    jekyll_story: Story, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(jekyll_story, 5, NARROW, SECTION) as reader:
        reader.app.theme = theme
        await look_about(reader)
        for row in drawn(reader):
            for _, style in row:
                for colour in (style.color, style.bgcolor):
                    triplet = colour.triplet if colour else None
                    assert triplet is None or len(set(triplet)) == 1
                assert style.color is None or style.color.is_default or style.color != style.bgcolor or style.reverse
        assert_told_apart(reader)
