"""Arrow keys lead from every card to every other one, with few presses, and back."""

from __future__ import annotations

import pytest

from aotad_tui.chart.map.rendering.canvas import Box
from aotad_tui.chart.map.spatial_navigation import OPPOSITE, Arrow, CardNavigator, nearest_card
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.story import Story

from .map_measures import arrows
from .map_stories import crowd, visible

END = 12

#   a b
#   c
A, B, C = map(Link.character, "abc")
BOXES = {A: Box(0, 0, 4, 2), B: Box(10, 0, 14, 2), C: Box(0, 5, 4, 7)}


@pytest.mark.parametrize(
    ("here", "arrow", "there"),
    [
        (A, Arrow.RIGHT, B),
        (A, Arrow.DOWN, C),
        (B, Arrow.LEFT, A),
        (C, Arrow.UP, A),
        (C, Arrow.RIGHT, B),
        (B, Arrow.DOWN, C),
    ],
)
def test_an_arrow_selects_the_nearest_card_in_its_direction(here: Link, arrow: Arrow, there: Link) -> None:
    assert nearest_card(BOXES, here, arrow) == there


@pytest.mark.parametrize(
    ("here", "arrow", "there"),
    [(A, Arrow.UP, C), (C, Arrow.DOWN, A), (A, Arrow.LEFT, B), (B, Arrow.RIGHT, A)],
)
def test_without_a_card_in_its_direction_an_arrow_wraps_around(here: Link, arrow: Arrow, there: Link) -> None:
    assert nearest_card(BOXES, here, arrow) == there


def test_a_single_card_has_no_neighbour() -> None:
    alone = {A: Box(0, 0, 4, 2)}
    assert [nearest_card(alone, A, arrow) for arrow in Arrow] == [None] * 4
    assert nearest_card(alone, B, Arrow.UP) is None
    assert CardNavigator().step(alone, A, Arrow.UP) == A


def test_the_opposite_arrow_returns_to_the_card_before() -> None:
    walk, here, arrow = (
        CardNavigator(),
        A,
        [Arrow.DOWN, Arrow.RIGHT, Arrow.LEFT, Arrow.UP, Arrow.UP],
    )
    passed = [here := walk.step(BOXES, here, one) for one in arrow]
    assert passed == [C, B, C, A, C]
    assert walk.step(BOXES, here, OPPOSITE[arrow[-1]]) == A


@pytest.mark.slow
@pytest.mark.parametrize("view", [View.EVERYONE, View.FULL_MAP, View.GROUPS])
@pytest.mark.parametrize("whole", ["bundled", "crowd"])
def test_arrows_connect_all_cards_both_ways(bundled: Story, view: View, whole: str) -> None:
    story_shown = visible(bundled, END) if whole == "bundled" else visible(crowd(60, 80, 6))
    measured = arrows(MapViews(story_shown).draw(view, None, 120, 36).boxes)
    assert (measured.reached, measured.back) == (1, 1)


@pytest.mark.slow
def test_on_a_full_map_of_100_the_mean_is_at_most_five_presses() -> None:
    full_map = MapViews(visible(crowd(100, 130, 12))).draw(View.FULL_MAP, None, 120, 36)
    assert len(full_map.boxes) == 100
    assert arrows(full_map.boxes).presses <= 5
