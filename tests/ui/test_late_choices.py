"""A row is chosen, and its list changes before that is handled: what was chosen counts, not what has its number now."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from aotad_tui.story.story import Story
from aotad_tui.ui.dialogs.progress import ProgressScreen
from tests.library.guides import opened

from .reader import Reader, reading

pytestmark = pytest.mark.slow


def row(reader: Reader, words: str) -> tuple[int, Option]:
    """The number and the option of the row with these words."""
    options = reader.app.screen.query_one(OptionList).options
    return next((number, option) for number, option in enumerate(options) if words in str(option.prompt))


async def choose(reader: Reader, number: int, option: Option) -> None:
    """Let the choice of a row arrive now."""
    choices = reader.app.screen.query_one(OptionList)
    choices.post_message(OptionList.OptionSelected(choices, option, number))
    await reader.settle()


async def test_the_palette_opens_the_row_that_was_clicked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press("@", *"poole")
        chosen = row(reader, "Poole")
        await reader.press(*["backspace"] * 5, *"enfield")
        await choose(reader, *chosen)
        assert reader.place.person == "poole"


async def test_a_row_of_the_palette_that_is_gone_can_be_chosen(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        await reader.press(":")
        chosen = row(reader, "Set progress")
        await reader.press("@", *"poole")
        assert reader.app.screen.query_one(OptionList).option_count <= chosen[0]
        await choose(reader, *chosen)
        assert isinstance(reader.app.screen, ProgressScreen)


async def test_the_path_takes_the_person_who_was_clicked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10, (120, 40)) as reader:
        await reader.press("p")
        chosen = row(reader, "Poole")
        await reader.press(*"enfield")
        await choose(reader, *chosen)
        assert reader.app.screen.query_one("#from", Input).value == "Poole"


async def test_a_volume_that_is_not_listed_any_more_is_unfolded(tmp_path: Path) -> None:
    guide = "format: 1\ntitle: A saga\ntimeline: {unit: episode, volume: season, volumes: [{count: 9}, {count: 9}]}\n"
    story = opened(tmp_path, {"sections/1-a.md": "Text."}, guide)
    async with reading(story, 3, (120, 40)) as reader:
        await reader.press("e")
        chosen = row(reader, "Season 2")
        await reader.press("left")
        assert isinstance(reader.app.screen, ProgressScreen)
        await choose(reader, *chosen)
        assert "Season 2, episode 9" in reader.text


async def test_a_bookmark_that_was_removed_does_not_open_another(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 10) as reader:
        first = reader.place.section
        await reader.press("B", "]", "]", "B", "'", "end")
        number, last = 1, reader.app.screen.query_one(OptionList).options[1]
        await reader.press("d")
        await choose(reader, number, last)
        assert reader.place.section != first
