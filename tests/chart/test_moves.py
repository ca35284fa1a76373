"""Arrows lead from card to card: to all of them, in few presses, and back again."""

from __future__ import annotations

import pytest

from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.chart.map.spatial_navigation import OPPOSITE, Arrow, CardNavigator, nearest_card
from aotad_tui.chart.map.views import MapViews, View
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
        (A, Arrow.RIGHT, B),
        (A, Arrow.DOWN, C),
        (B, Arrow.LEFT, A),
        (C, Arrow.UP, A),
        (C, Arrow.RIGHT, B),
        (B, Arrow.DOWN, C),
    ],
)
def test_an_arrow_leads_to_the_nearest_card_that_lies_that_way(here: Link, way: Arrow, there: Link) -> None:
    assert nearest_card(BOXES, here, way) == there


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [(A, Arrow.UP, C), (C, Arrow.DOWN, A), (A, Arrow.LEFT, B), (B, Arrow.RIGHT, A)],
)
def test_where_no_card_lies_that_way_an_arrow_leads_around_the_edge(here: Link, way: Arrow, there: Link) -> None:
    assert nearest_card(BOXES, here, way) == there


def test_nobody_else_is_nowhere() -> None:
    alone = {A: Box(0, 0, 4, 2)}
    assert [nearest_card(alone, A, way) for way in Arrow] == [None] * 4
    assert nearest_card(alone, B, Arrow.UP) is None
    assert CardNavigator().step(alone, A, Arrow.UP) == A


def test_the_way_back_leads_through_the_same_cards() -> None:
    walk, here, way = (
        CardNavigator(),
        A,
        [Arrow.DOWN, Arrow.RIGHT, Arrow.LEFT, Arrow.UP, Arrow.UP],
    )
    passed = [here := walk.step(BOXES, here, one) for one in way]
    assert passed == [C, B, C, A, C]
    assert walk.step(BOXES, here, OPPOSITE[way[-1]]) == A


@pytest.mark.parametrize("view", [View.EVERYONE, View.FULL_MAP, View.GROUPS])
@pytest.mark.parametrize("whole", ["bundled", "crowd"])
def test_arrows_lead_from_every_card_to_every_other_one_and_back(bundled: Story, view: View, whole: str) -> None:
    given = visible(bundled, END) if whole == "bundled" else visible(crowd(60, 80, 6))
    measured = arrows(MapViews(given).draw(view, None, 120, 36).boxes)
    assert (measured.reached, measured.back) == (1, 1)


def test_on_a_poster_of_a_hundred_five_presses_lead_to_most() -> None:
    poster = MapViews(visible(crowd(100, 130, 12))).draw(View.FULL_MAP, None, 120, 36)
    assert len(poster.boxes) == 100
    assert arrows(poster.boxes).presses <= 5
