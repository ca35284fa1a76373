"""Moving cards while ordering: costs are those of a full count, and no card is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aotad_tui.chart.map.graph.builders import people_graph
from aotad_tui.chart.map.graph.cast import CastGraph
from aotad_tui.chart.map.graph.model import Graph
from aotad_tui.chart.map.layout.column_assignment import Columns, assign_columns
from aotad_tui.chart.map.layout.layers import CROSSING, Layers
from aotad_tui.chart.map.layout.ordering import insert_new_cards, reduce_crossings
from aotad_tui.chart.map.layout.sifting import sift
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.library.load import open_guide
from aotad_tui.link import Link
from aotad_tui.resources import bundled_guide
from aotad_tui.story.story import Story

from .checker import read
from .map_stories import any_story, crowd, les_miserables, rows, visible


def graph_of(whole: Story) -> Graph:
    return people_graph(CastGraph(visible(whole)), all_relationships=True)[0]


def crossings_and_length(layers: Layers) -> tuple[int, int]:
    """Count crossings and lengths pair by pair, independently of how the layers count them."""
    crossed = length = 0
    far = 10_000
    for column in layers.columns:
        chords = []
        for item in column:
            here = layers.pos[item]
            chords += [(here, layers.pos[other]) for other in layers.same_column[item] if layers.pos[other] > here]
            chords += [(here, far - layers.pos[other]) for other in layers.right[item]]
            length += sum(abs(layers.pos[other] - here) for other in layers.right[item])
            length += sum(max(layers.pos[other] - here, 0) for other in layers.same_column[item])
        for number, (start, end) in enumerate(chords):
            for other_start, other_end in chords[:number]:
                crossed += start < other_start < end < other_end or other_start < start < other_end < end
    return crossed, length


def cost_counted(layers: Layers) -> int:
    crossed, length = crossings_and_length(layers)
    return CROSSING * crossed + length


def cost_wherever(layers: Layers, item: int) -> list[int]:
    """Return the cost with the item at each position of its column that no card of another group bars."""
    at = layers.column_of[item]
    start, mine = layers.pos[item], layers.block_of[item]
    costs = []
    for way in (range(start, -1, -1), range(start, len(layers.columns[at]))):
        for place in way:
            if mine >= 0 and layers.block_of[layers.columns[at][place]] not in (mine, -1):
                break
            other = layers.copy()
            column = other.columns[at]
            column.insert(place, column.pop(start))
            for number, one in enumerate(column):
                other.pos[one] = number
            costs.append(cost_counted(other))
    return costs


def keys(columns: Columns) -> Counter[Link]:
    return Counter(key for column in columns for block in column for key in block.keys)


@settings(max_examples=100)
@given(any_story(), st.data())
def test_cost_after_any_move_equals_a_full_recount(whole: Story, data: st.DataObject) -> None:
    graph = graph_of(whole)
    layers = Layers(graph, assign_columns(graph, count=3))
    assert layers.cost() == cost_counted(layers)
    for _ in range(4):
        before = layers.cost()
        item = data.draw(st.sampled_from([item for column in layers.columns for item in column]))
        alone = layers.block_of[item] >= 0 and layers.sizes[layers.block_of[item]] == 1
        least = min(cost_wherever(layers, item))
        sift(layers, item, 100)
        assert layers.cost() == cost_counted(layers)
        assert layers.cost() <= before if alone else layers.cost() == least
        card = data.draw(st.integers(0, len(graph.nodes) - 1))
        layers.remove_cards([card])
        layers.insert_cards([card], data.draw(st.integers(0, len(layers.columns) - 1)))
        assert layers.cost() == cost_counted(layers)
        crossings = sum(layers._crossings_in(street) for street in range(len(layers.columns)))
        assert crossings == crossings_and_length(layers)[0]


@settings(max_examples=60)
@given(any_story())
def test_every_card_has_one_place_and_a_group_is_one_block_per_column(whole: Story) -> None:
    graph = graph_of(whole)
    arrangement = reduce_crossings(graph, assign_columns(graph))
    assert keys(arrangement.columns) == Counter(node.key for node in graph.nodes)
    for column, drawn in zip(arrangement.columns, arrangement.rows, strict=True):
        assert [item for item in drawn if isinstance(item, Link)] == [key for block in column for key in block.keys]
        groups = [block.group for block in column if block.group]
        assert len(groups) == len(set(groups))


@pytest.mark.slow
@pytest.mark.parametrize("whole", ["bundled", "Les Misérables", "crowd"])
def test_the_strongest_edges_have_at_most_0_4_crossings_each(whole: str) -> None:
    """The crowd's relationships are random, which is harder than any story, so 0.5 are allowed there."""
    stories = {"bundled": lambda: open_guide(bundled_guide()), "Les Misérables": les_miserables}
    given_ = visible(stories[whole]() if whole in stories else crowd(40, 53, 7), 12)
    found = read(rows(MapViews(given_).draw(View.FULL_MAP, None, 120, 36)))
    assert found.crossings <= (0.5 if whole == "crowd" else 0.4) * len(found.edges)


@settings(max_examples=60)
@given(any_story(), st.data())
def test_known_cards_keep_their_order(whole: Story, data: st.DataObject) -> None:
    graph = graph_of(whole)
    columns = assign_columns(graph)
    new = data.draw(st.sets(st.sampled_from([node.key for node in graph.nodes])))
    after = insert_new_cards(graph, columns, new).columns
    assert keys(after) == keys(columns)

    def known(column: Columns) -> list[list[Link]]:
        return [[key for block in blocks for key in block.keys if key not in new] for blocks in column]

    assert known(after) == known(columns)
