"""Communities: the quality of the partition, their names, and that only what is visible decides."""

from __future__ import annotations

import random
from itertools import combinations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.chart.map.graph.cast import CastGraph
from aotad_tui.chart.map.graph.communities import find_communities
from aotad_tui.chart.map.graph.louvain import Weights, find_louvain_communities
from aotad_tui.story.story import Story
from tests.story.stories import person, story, tie

from .map_stories import les_miserables, visible

SEEDS = range(5)
NAMES = "abcdefgh"


def weights_of(graph: networkx.Graph) -> Weights:
    return {node: {other: int(edge["weight"]) for other, edge in graph[node].items()} for node in graph}


def two_circles() -> Story:
    """Two circles of three people, Cat and Dan connecting them, and two people without a relationship."""
    circles = (("ann", "bob", "cat"), ("dan", "eve", "fay"))
    pairs = [*(pair for circle in circles for pair in combinations(circle, 2)), ("cat", "dan")]
    ties = tuple(tie(one, other) for one, other in pairs)
    return story(*map(person, ["zoe", "fay", "eve", "dan", "cat", "bob", "ann", "yan"]), relationships=ties)


def test_the_modularity_on_les_miserables_is_nearly_that_of_networkx() -> None:
    graph = networkx.les_miserables_graph()
    best = max(
        networkx.community.modularity(graph, networkx.community.louvain_communities(graph, seed=seed)) for seed in SEEDS
    )
    assert best > 0.55
    assert networkx.community.modularity(graph, find_louvain_communities(weights_of(graph))) >= 0.95 * best


def test_the_communities_of_the_story_of_les_miserables_have_nearly_the_modularity_of_networkx() -> None:
    cast = CastGraph(visible(les_miserables()))
    graph = networkx.Graph()
    graph.add_weighted_edges_from((one, other, w) for one, own in cast.strengths.items() for other, w in own.items())
    best = max(
        networkx.community.modularity(graph, networkx.community.louvain_communities(graph, seed=seed)) for seed in SEEDS
    )
    found = [community.members for community in find_communities(cast)]
    assert networkx.community.modularity(graph, found) >= 0.95 * best


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(1, 9)), max_size=20), st.randoms()
)
def test_every_node_is_in_one_community_whatever_the_order(
    edges: list[tuple[str, str, int]], chance: random.Random
) -> None:
    weights: dict[str, dict[str, int]] = {name: {} for name in NAMES}
    for one, other, weight in edges:
        if one != other:
            weights[one][other] = weights[other][one] = weight
    found = find_louvain_communities(weights)
    assert sorted(name for names in found for name in names) == list(NAMES)
    shuffled = list(weights)
    chance.shuffle(shuffled)
    again = {name: dict(chance.sample(list(weights[name].items()), len(weights[name]))) for name in shuffled}
    assert find_louvain_communities(again) == found


def test_a_community_is_named_after_its_most_connected_person_and_ids_decide_ties() -> None:
    found = find_communities(CastGraph(visible(two_circles())))
    assert [(community.name, community.members) for community in found] == [
        ("around Cat", ("cat", "ann", "bob")),
        ("around Dan", ("dan", "eve", "fay")),
        ("no relationships", ("yan", "zoe")),
    ]


def test_a_cast_without_relationships_has_one_community() -> None:
    (found,) = find_communities(CastGraph(visible(story(person("ann"), person("bob")))))
    assert (found.name, found.members) == ("no relationships", ("ann", "bob"))


@pytest.mark.parametrize("strong", ["eve", "fay"])
def test_the_strength_of_relationships_decides_who_is_most_connected(strong: str) -> None:
    whole = story(
        *map(person, ("dan", "eve", "fay")),
        relationships=(tie("dan", "eve", "rival"), tie("dan", "fay", "rival"), tie(strong, "dan", "family")),
    )
    assert CastGraph(visible(whole)).ranking[:2] == ("dan", strong)
