"""Where somebody is named: in the people pane, and for two people in the dialog of their path."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story

from .reader import reading

TALL = (120, 60)


@pytest.mark.slow
async def test_a_fold_of_the_people_pane_shows_where_the_person_is_named(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("@", *"poole", "enter")
        assert "▪" not in reader.pane("people")
        await reader.click("▸ named in", "people")
        assert "named in" in reader.pane("people")
        cells = reader.pane("people").split("named in")[1]
        assert cells.split("\n")[1].startswith("1 ")
        await reader.click("▪", "people")
        assert reader.place.section is not None
        assert "Poole" in reader.pane("page")


@pytest.mark.slow
async def test_it_stays_unfolded_for_this_person_only(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("@", *"poole", "enter")
        await reader.click("▸ named in", "people")
        poole = reader.pane("people")
        await reader.press("@", *"lanyon", "enter")
        assert "▸ named in" in reader.pane("people")
        await reader.press("@", *"poole", "enter")
        assert reader.pane("people") == poole
        await reader.press("-")
        fewer = reader.pane("people")
        assert "▪" in fewer
        assert fewer != poole


@pytest.mark.slow
async def test_the_dialog_of_a_path_shows_where_the_two_are_together(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, TALL) as reader:
        await reader.press("p", *"utterson", "enter", *"enfield", "enter")
        assert "Together in " in reader.text
