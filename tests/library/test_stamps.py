"""What `check` proposes for a stamp that is no id of a point."""

from __future__ import annotations

import pytest

from aotad_tui.library.stamps import meant_point
from aotad_tui.story.timeline import Point, Timeline, Volume

SHOW = Timeline(
    "episode",
    (*(Point(f"s1e{number}") for number in range(1, 11)), *(Point(f"S02E{number:02}") for number in range(1, 11))),
    (Volume("s1", 1, "episode", 1, 10), Volume("s2", 2, "episode", 11, 20)),
    "season",
)


@pytest.mark.parametrize(
    ("stamp", "id"),
    [
        ("s2e5", "S02E05"),
        ("2x05", "S02E05"),
        ("S1E3", "s1e3"),
        ("13", "S02E03"),
        ("Start", "start"),
        ("strat", "start"),
    ],
)
def test_a_spelling_of_a_point_proposes_its_id(stamp: str, id: str) -> None:
    assert meant_point(SHOW, stamp) == f"; did you mean '{id}'?"


@pytest.mark.parametrize("stamp", ["s2e11", "S03E01", "s2", "e3"])
def test_no_other_point_is_proposed_for_a_point_that_does_not_exist_or_for_several(stamp: str) -> None:
    assert meant_point(SHOW, stamp) == "; use `start`, `end` or a point id"
