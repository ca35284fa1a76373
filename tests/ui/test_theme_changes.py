"""A theme applies to the page at once: its own colours, the terminal's sixteen colours, or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from rich.style import Style
from textual.css.stylesheet import Stylesheet

from aotad_tui.story.story import Story

from .reader import NARROW, WIDE, Reader, reading
from .test_saved_state import reader_with_state, save_progress

pytestmark = pytest.mark.slow

THEMES = ("aotad-light", "aotad-contrast", "nord", "ansi-dark", "ansi-light")
SECTION = "the-cabinet/the-murder"
StyledRows = list[list[tuple[str, Style]]]


def styled_rows(reader: Reader) -> StyledRows:
    """The text and style of each row of the screen; neighbours of equal style are joined."""
    return [_joined((piece.text, _visible_style(piece.style)) for piece in row) for row in reader._drawn()]


def _visible_style(style: Style | None) -> Style:
    return style.without_color + Style(color=style.color, bgcolor=style.bgcolor) if style else Style()


def _joined(pieces: Iterator[tuple[str, Style]]) -> list[tuple[str, Style]]:
    found: list[tuple[str, Style]] = []
    for text, style in pieces:
        if found and found[-1][1] == style:
            found[-1] = (found[-1][0] + text, style)
        else:
            found.append((text, style))
    return found


def assert_distinct_styles(reader: Reader) -> None:
    """Check that title, plain text, selected link, name, current match and other match have different styles."""
    pieces = [piece for row in styled_rows(reader) for piece in row]
    found = {style for text, style in pieces if text == "man"}
    others = ("Murder under the moon", "  Nearly a year goes by", "Sir Danvers Carew", "Hyde")
    styles = [next(style for text, style in pieces if text.startswith(words)) for words in others]
    assert len(found) == 2
    assert len({*styles, *found}) == len(styles) + 2


async def find_and_select(reader: Reader) -> None:
    """Find a word and select a link."""
    await reader.press("/", *"man", "enter", "tab")


@pytest.mark.parametrize("theme", THEMES)
async def test_a_theme_change_draws_the_same_as_a_start_with_the_theme(jekyll_story: Story, theme: str) -> None:
    async with reading(jekyll_story, 5, WIDE, SECTION) as reader:
        await find_and_select(reader)
        before = styled_rows(reader)
        reader.app.theme = theme
        await reader.settle()
        live = styled_rows(reader)
    async with reading(jekyll_story, 5, WIDE, SECTION) as reader:
        reader.app.theme = theme
        await find_and_select(reader)
        assert live == styled_rows(reader)
    assert live != before
    assert ["".join(text for text, _ in row) for row in live] == ["".join(text for text, _ in row) for row in before]


@pytest.mark.parametrize("theme", THEMES)
async def test_a_theme_of_the_settings_looks_the_same_as_one_chosen_later(
    jekyll_story: Story, tmp_path: Path, theme: str
) -> None:
    save_progress(jekyll_story, tmp_path, 5)
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        reader.app.theme = theme
        await reader.settle()
        later = styled_rows(reader)
    async with reader_with_state(jekyll_story, tmp_path, f'theme = "{theme}"\n') as reader:
        assert styled_rows(reader) == later


async def test_styles_are_parsed_once_at_start(jekyll_story: Story) -> None:
    with patch.object(Stylesheet, "reparse") as parsed_again:
        async with reading(jekyll_story):
            pass
    parsed_again.assert_not_called()


async def test_cancelling_a_theme_preview_restores_the_old_theme(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, SECTION) as reader:
        before = styled_rows(reader)
        await reader.press("t", "j", "j", "j", "escape")
        assert styled_rows(reader) == before
        await reader.press("t", "j", "j", "enter")
        reader.app.clear_notifications()
        await reader.settle()
        assert styled_rows(reader) != before


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_ansi_themes_use_only_the_terminals_own_colours(jekyll_story: Story, theme: str) -> None:
    async with reading(jekyll_story, 5, NARROW, SECTION) as reader:
        await find_and_select(reader)
        reader.app.theme = theme
        await reader.settle()
        region = reader._inside("page")
        for row in styled_rows(reader)[region.y : region.bottom]:
            for text, style in row:
                for colour in (style.color, style.bgcolor):
                    assert colour is None or colour.is_system_defined or colour.is_default, (text, style)
        assert_distinct_styles(reader)


@pytest.mark.parametrize("theme", ["aotad-dark", "aotad-light", "ansi-dark"])
async def test_without_colours_selection_matches_and_links_have_distinct_styles(
    jekyll_story: Story, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(jekyll_story, 5, NARROW, SECTION) as reader:
        reader.app.theme = theme
        await find_and_select(reader)
        for row in styled_rows(reader):
            for _, style in row:
                for colour in (style.color, style.bgcolor):
                    triplet = colour.triplet if colour else None
                    assert triplet is None or len(set(triplet)) == 1
                assert style.color is None or style.color.is_default or style.color != style.bgcolor or style.reverse
        assert_distinct_styles(reader)
