"""Arrows lead from card to card: to all of them, in few presses, and back again."""

from __future__ import annotations

import pytest

from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.chart.map.spatial_navigation import BACK, Walk, Way, toward
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.library.load import open_guide
from aotad_tui.link import Link
from aotad_tui.resources import bundled_guide
from aotad_tui.story.story import Story

from .casts import crowd, visible
from .measures import arrows

END = 12

#   a b
#   c
A, B, C = map(Link.character, "abc")
BOXES = {A: Box(0, 0, 4, 2), B: Box(10, 0, 14, 2), C: Box(0, 5, 4, 7)}


@pytest.fixture(scope="module")
def bundled() -> Story:
    return open_guide(bundled_guide())


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        (A, Way.RIGHT, B),
        (A, Way.DOWN, C),
        (B, Way.LEFT, A),
        (C, Way.UP, A),
        (C, Way.RIGHT, B),
        (B, Way.DOWN, C),
    ],
)
def test_an_arrow_leads_to_the_nearest_card_that_lies_that_way(here: Link, way: Way, there: Link) -> None:
    assert toward(BOXES, here, way) == there


@pytest.mark.parametrize(
    ("here", "way", "there"), [(A, Way.UP, C), (C, Way.DOWN, A), (A, Way.LEFT, B), (B, Way.RIGHT, A)]
)
def test_where_no_card_lies_that_way_an_arrow_leads_around_the_edge(here: Link, way: Way, there: Link) -> None:
    assert toward(BOXES, here, way) == there


def test_nobody_else_is_nowhere() -> None:
    alone = {A: Box(0, 0, 4, 2)}
    assert [toward(alone, A, way) for way in Way] == [None] * 4
    assert toward(alone, B, Way.UP) is None
    assert Walk().step(alone, A, Way.UP) == A


def test_the_way_back_leads_through_the_same_cards() -> None:
    walk, here, way = Walk(), A, [Way.DOWN, Way.RIGHT, Way.LEFT, Way.UP, Way.UP]
    passed = [here := walk.step(BOXES, here, one) for one in way]
    assert passed == [C, B, C, A, C]
    assert walk.step(BOXES, here, BACK[way[-1]]) == A


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
