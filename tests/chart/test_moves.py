"""Arrows lead from card to card: to all of them, in few presses, and back again."""

from __future__ import annotations

import pytest

from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.chart.map.spatial_navigation import BACK, Walk, Way, toward
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.story.story import Story

from .casts import crowd, visible
from .measures import arrows

END = 12

#   a b
#   c
BOXES = {"a": Box(0, 0, 4, 2), "b": Box(10, 0, 14, 2), "c": Box(0, 5, 4, 7)}


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        ("a", Way.RIGHT, "b"),
        ("a", Way.DOWN, "c"),
        ("b", Way.LEFT, "a"),
        ("c", Way.UP, "a"),
        ("c", Way.RIGHT, "b"),
        ("b", Way.DOWN, "c"),
    ],
)
def test_an_arrow_leads_to_the_nearest_card_that_lies_that_way(here: str, way: Way, there: str) -> None:
    assert toward(BOXES, here, way) == there


@pytest.mark.parametrize(
    ("here", "way", "there"), [("a", Way.UP, "c"), ("c", Way.DOWN, "a"), ("a", Way.LEFT, "b"), ("b", Way.RIGHT, "a")]
)
def test_where_no_card_lies_that_way_an_arrow_leads_around_the_edge(here: str, way: Way, there: str) -> None:
    assert toward(BOXES, here, way) == there


def test_nobody_else_is_nowhere() -> None:
    alone = {"a": Box(0, 0, 4, 2)}
    assert [toward(alone, "a", way) for way in Way] == [None] * 4
    assert toward(alone, "b", Way.UP) is None
    assert Walk().step(alone, "a", Way.UP) == "a"


def test_the_way_back_leads_through_the_same_cards() -> None:
    walk, here, way = Walk(), "a", [Way.DOWN, Way.RIGHT, Way.LEFT, Way.UP, Way.UP]
    passed = [here := walk.step(BOXES, here, one) for one in way]
    assert passed == ["c", "b", "c", "a", "c"]
    assert walk.step(BOXES, here, BACK[way[-1]]) == "a"


@pytest.mark.parametrize("view", [View.EVERYONE, View.POSTER, View.GROUPS])
@pytest.mark.parametrize("whole", ["bundled", "crowd"])
def test_arrows_lead_from_every_card_to_every_other_one_and_back(bundled: Story, view: View, whole: str) -> None:
    given = visible(bundled, END) if whole == "bundled" else visible(crowd(60, 80, 6))
    measured = arrows(Atlas(given).drawing(view, None, 120, 36).boxes)
    assert (measured.reached, measured.back) == (1, 1)


def test_on_a_poster_of_a_hundred_five_presses_lead_to_most() -> None:
    poster = Atlas(visible(crowd(100, 130, 12))).drawing(View.POSTER, None, 120, 36)
    assert len(poster.boxes) == 100
    assert arrows(poster.boxes).presses <= 5
