"""What is drawn on the map is right: read back from its cells, nothing overlaps, nothing is lost, cut or unclear."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from aotad_tui.chart.map.ego import ego
from aotad_tui.chart.map.graph.builders import groups_net, people_net
from aotad_tui.chart.map.graph.cast import CastGraph
from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.chart.map.poster import arranged, poster
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.story.story import Story

from .casts import casts, crowd, ego_names, ego_ties, les_miserables, names_of, rows, ties_of, visible
from .checker import faults

pytestmark = pytest.mark.slow

POINTS = (3, 7, 12)


def faults_of(graph: Graph) -> dict[str, int]:
    return faults(rows(poster(graph, arranged(graph))), names_of(graph), ties_of(graph))


def faults_of_ego(cast: CastGraph, id: str, cells: int) -> dict[str, int]:
    bonds = cast.of(id)
    return faults(rows(ego(cast, id, cells)), ego_names(cast, id, bonds), ego_ties(cast, id, bonds))


@pytest.mark.parametrize("seen", POINTS)
@pytest.mark.parametrize("all_ties", [False, True], ids=["strongest", "all"])
def test_the_bundled_guides_poster_has_no_fault(bundled: Story, seen: int, all_ties: bool) -> None:
    graph, left_out = people_net(CastGraph(visible(bundled, seen)), all_ties=all_ties)
    assert len(graph.nodes) > 30
    assert bool(left_out) is not all_ties
    assert faults_of(graph) == {}


@pytest.mark.parametrize("seen", POINTS)
def test_the_bundled_guides_groups_have_no_fault(bundled: Story, seen: int) -> None:
    graph, left_out = groups_net(CastGraph(visible(bundled, seen)))
    assert not left_out
    assert faults_of(graph) == {}


@pytest.mark.parametrize("cells", [60, 120])
@pytest.mark.parametrize("seen", POINTS)
def test_everybodys_own_ties_in_the_bundled_guide_have_no_fault(bundled: Story, seen: int, cells: int) -> None:
    cast = CastGraph(visible(bundled, seen))
    assert {id: found for id in cast.people if (found := faults_of_ego(cast, id, cells))} == {}


def test_les_miserables_with_all_its_ties_has_no_fault() -> None:
    graph, left_out = people_net(CastGraph(visible(les_miserables())), all_ties=True)
    assert (len(graph.nodes), len(graph.edges), left_out) == (77, 254, 0)
    assert faults_of(graph) == {}


@settings(max_examples=60)
@given(casts())
def test_any_storys_poster_has_no_fault(whole: Story) -> None:
    graph, _ = people_net(CastGraph(visible(whole)), all_ties=True)
    assert faults_of(graph) == {}


@settings(max_examples=40)
@given(casts(), casts())
def test_a_poster_that_starts_from_another_one_has_no_fault(before: Story, after: Story) -> None:
    earlier, graph = (people_net(CastGraph(visible(whole)), all_ties=True)[0] for whole in (before, after))
    drawing = poster(graph, arranged(graph, arranged(earlier).columns))
    assert faults(rows(drawing), names_of(graph), ties_of(graph)) == {}


@settings(max_examples=40)
@given(casts())
def test_any_storys_groups_have_no_fault(whole: Story) -> None:
    assert faults_of(groups_net(CastGraph(visible(whole)))[0]) == {}


@settings(max_examples=60)
@given(casts())
def test_anybodys_own_ties_have_no_fault(whole: Story) -> None:
    cast = CastGraph(visible(whole))
    assert {id: found for id in cast.people if (found := faults_of_ego(cast, id, 100))} == {}


def test_a_story_of_ten_thousand_has_groups_and_never_a_poster() -> None:
    atlas = Atlas(visible(crowd(10_000, 13_000, 30)))
    assert atlas.views() == (View.GROUPS,)
    graph, left_out = groups_net(atlas.cast)
    told = sum(int("".join(filter(str.isdecimal, word))) for edge in graph.edges for word in edge.label.split())
    within = sum(atlas.cast.people[b.source].group == atlas.cast.people[b.target].group for b in atlas.cast.bonds)
    assert told + left_out + within == len(atlas.cast.bonds)
    assert faults(rows(atlas.drawing(View.GROUPS, None, 120, 40)), names_of(graph), ties_of(graph)) == {}
