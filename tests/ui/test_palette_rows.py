"""The rows of the palette: what each shows, and what is cut first where a row is too narrow."""

from __future__ import annotations

import pytest

from aotad_tui.story.named import Term
from aotad_tui.story.story import Story
from aotad_tui.story.values import Group
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.palette.palette_index import PaletteContext, PaletteIndex
from aotad_tui.ui.palette.rows import EntryRenderer
from tests.story.stories import LENGTH, person, stages, story


async def rows(whole: Story, typed: str, cells: int) -> list[str]:
    """The rows for a typed text, with single spaces between their parts."""
    visible = VisibleStory(whole.as_of(LENGTH))
    index = PaletteIndex(visible)
    await index.prepare()
    renderer = EntryRenderer(visible)
    drawn = [renderer.row(entry, typed, cells) for entry in index.find(typed, PaletteContext())]
    assert all(row.cell_length <= cells for row in drawn)
    return [" ".join(row.plain.split()) for row in drawn]


async def test_a_term_is_found_by_its_description() -> None:
    isle = Term(
        "isle",
        0,
        stages((0, "Isle")),
        about_stages=stages(
            (0, "A rock in the sea."),
        ),
    )
    whole = story(person("ann"), terms=(isle,))
    assert await rows(whole, "rock", 60) == ["Isle A rock in the sea."]
    assert await rows(whole, "isl", 60) == ["Isle A rock in the sea."]
    assert await rows(whole, "@rock", 60) == []


LONG = "Keeps the lighthouse on the rock since the flood, and talks to nobody."


@pytest.mark.parametrize(
    ("typed", "cells", "expected"),
    [
        ("rock", 60, "Annabel Lee …on the rock since the flood, … Crew · • alive"),
        ("rock", 40, "Annabel Lee …on th…rock… Crew · • ali…"),
        ("rock", 24, "Annabel Lee …on t…rock…"),
        ("keeps nobody", 60, "Annabel Lee Keeps the lighthouse on…nobody… Crew · • alive"),
        ("keeps nobody", 30, "Annabel Lee Keeps the…nobody…"),
        ("annabel", 20, "Annabel Lee Crew ·…"),
        ("lee", 12, "Annabel Lee"),
        ("mouse", 30, "Annabel Lee…Mouse Crew · • …"),
    ],
)
async def test_matches_stay_visible_in_a_narrow_row(typed: str, cells: int, expected: str) -> None:
    name = stages((0, "Annabel Lee"))
    ann = person(
        "ann",
        name_stages=name,
        about_stages=stages((0, LONG)),
        aliases=stages((0, "The Cat and the Mouse")),
        group_stages=stages((0, "crew")),
    )
    assert await rows(story(ann, groups=(Group("crew", "Crew", 0),)), typed, cells) == [expected]
