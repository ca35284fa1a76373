"""Maps read back from their cells have no fault: nothing overlaps, and nothing is lost, cut or ambiguous."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from aotad_tui.chart.map.ego import draw_ego_map
from aotad_tui.chart.map.graph.builders import group_parts, part_graph, people_graph
from aotad_tui.chart.map.graph.cast import CastGraph
from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.chart.map.layered_map import draw_layered_map, lay_out_graph
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.story.story import Story

from .checker import faults
from .map_stories import (
    any_story,
    card_names,
    crowd,
    ego_card_names,
    expected_edges,
    expected_ego_edges,
    les_miserables,
    rows,
    visible,
)

POINTS = (3, 7, 12)


def faults_of(graph: Graph) -> dict[str, int]:
    return faults(rows(draw_layered_map(graph, lay_out_graph(graph))), card_names(graph), expected_edges(graph))


def faults_of_ego(cast: CastGraph, id: str, cells: int) -> dict[str, int]:
    edges = cast.edges_of(id)
    drawn = rows(draw_ego_map(cast, id, cells))
    return faults(drawn, ego_card_names(cast, id, edges), expected_ego_edges(cast, id, edges), shared_boxes=True)


@pytest.mark.slow
@pytest.mark.parametrize("seen", POINTS)
@pytest.mark.parametrize("all_relationships", [False, True], ids=["strongest", "all"])
def test_the_full_map_of_the_bundled_guide_has_no_fault(bundled: Story, seen: int, all_relationships: bool) -> None:
    graph, left_out = people_graph(CastGraph(visible(bundled, seen)), all_relationships=all_relationships)
    assert len(graph.nodes) > 30
    assert bool(left_out) is not all_relationships
    assert faults_of(graph) == {}


@pytest.mark.parametrize("seen", POINTS)
def test_the_bundled_guides_groups_have_no_fault(bundled: Story, seen: int) -> None:
    cast = CastGraph(visible(bundled, seen))
    graph, left_out = part_graph(cast, group_parts(cast))
    assert not left_out
    assert faults_of(graph) == {}


@pytest.mark.slow
@pytest.mark.parametrize("cells", [60, 80, 120, 200])
@pytest.mark.parametrize("seen", POINTS)
def test_every_ego_map_of_the_bundled_guide_has_no_fault(bundled: Story, seen: int, cells: int) -> None:
    cast = CastGraph(visible(bundled, seen))
    assert {id: found for id in cast.people if (found := faults_of_ego(cast, id, cells))} == {}


@pytest.mark.slow
def test_les_miserables_with_all_relationships_has_no_fault() -> None:
    graph, left_out = people_graph(CastGraph(visible(les_miserables())), all_relationships=True)
    assert (len(graph.nodes), len(graph.edges), left_out) == (77, 254, 0)
    assert faults_of(graph) == {}


@settings(max_examples=60)
@given(any_story())
def test_the_full_map_of_any_story_has_no_fault(whole: Story) -> None:
    graph, _ = people_graph(CastGraph(visible(whole)), all_relationships=True)
    assert faults_of(graph) == {}


@settings(max_examples=40)
@given(any_story(), any_story())
def test_a_full_map_that_starts_from_another_layout_has_no_fault(before: Story, after: Story) -> None:
    earlier, graph = (people_graph(CastGraph(visible(whole)), all_relationships=True)[0] for whole in (before, after))
    drawing = draw_layered_map(graph, lay_out_graph(graph, lay_out_graph(earlier).columns))
    assert faults(rows(drawing), card_names(graph), expected_edges(graph)) == {}


@settings(max_examples=40)
@given(any_story())
def test_the_groups_of_any_story_have_no_fault(whole: Story) -> None:
    cast = CastGraph(visible(whole))
    assert faults_of(part_graph(cast, group_parts(cast))[0]) == {}


@settings(max_examples=60)
@given(any_story())
def test_any_ego_map_has_no_fault(whole: Story) -> None:
    cast = CastGraph(visible(whole))
    found = {(id, cells): faults_of_ego(cast, id, cells) for id in cast.people for cells in (60, 100)}
    assert {key: faults for key, faults in found.items() if faults} == {}


def test_an_ego_map_fits_the_width_and_is_no_higher_than_a_window(bundled: Story) -> None:
    cast = CastGraph(visible(bundled, 12))
    too_high, too_wide = dict[str, int](), dict[str, int]()
    for id in cast.people:
        wide, narrow = draw_ego_map(cast, id, 120), draw_ego_map(cast, id, 60)
        if wide.height > 30:
            too_high[id] = wide.height
        if wide.width > 120 or narrow.width > 60:
            too_wide[id] = narrow.width
    assert max(len(cast.edges_of(id)) for id in cast.people) > 20
    assert (too_high, too_wide) == ({}, {})


@pytest.mark.slow
def test_a_story_of_ten_thousand_people_has_views_of_its_groups_and_of_some_people() -> None:
    map_views = MapViews(visible(crowd(10_000, 13_000, 30)))
    assert map_views.available() == (View.GROUPS, View.MOST_CONNECTED, View.TWO_STEPS, View.ONE_STEP)
    assert map_views.default == View.GROUPS
    graph, left_out = part_graph(map_views.cast, group_parts(map_views.cast))
    told = sum(int(number) for edge in graph.edges for number in re.findall(r"\d+", edge.label))
    within = sum(
        map_views.cast.people[b.source].group == map_views.cast.people[b.target].group for b in map_views.cast.edges
    )
    assert told + left_out + within == len(map_views.cast.edges)
    assert faults(rows(map_views.draw(View.GROUPS, None, 120, 40)), card_names(graph), expected_edges(graph)) == {}
