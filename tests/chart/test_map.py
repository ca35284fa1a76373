"""The views of the map: the overview, stable places, filters and strongest edges, legend, and the gate."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from aotad_tui.cells import line_width, plain
from aotad_tui.chart.ascii import Ascii
from aotad_tui.chart.map.captions import counts_text
from aotad_tui.chart.map.graph.builders import people_graph
from aotad_tui.chart.map.graph.cast import CastGraph, MapFilter, strongest_edges
from aotad_tui.chart.map.graph.model import name_lines
from aotad_tui.chart.map.layered_map import lay_out_graph
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.rendering.legend import legend
from aotad_tui.chart.map.views import MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact, Group
from aotad_tui.story.visible import VisibleStory
from tests.copies import Copies
from tests.story.stories import person, stages, story, tie

from .map_measures import missing_labels, moved_by_one_edge
from .map_stories import any_story, rows, visible

END = 12


def small() -> Story:
    crew = stages((0, "crew"))
    return story(
        person("ann", group_stages=crew),
        person("bob", group_stages=crew),
        person("cat"),
        groups=(Group("crew", "The crew", 0),),
        relationships=(
            tie("ann", "bob", "love", label_stages=stages((0, "adores"))),
            tie("cat", "ann", "enemy", until=3),
        ),
    )


# Overview


def test_the_overview_has_a_row_per_person_and_the_selected_persons_relationships() -> None:
    drawing = MapViews(visible(small())).draw(View.EVERYONE, Link.character("ann"), 40, 20)
    assert [row.rstrip() for row in rows(drawing, Link.character("ann"))] == [
        "┌── Ann: 2 relationships",
        "│ ╭─ The crew (2) ─────────────────────╮",
        "├─┤▐Ann▌                               │",
        "┝━┥ Bob  ♥► adores                     │",
        "│ ├─ no group (1) ─────────────────────┤",
        "└╌┤ Cat  × (enemies)                   │",
        "  ╰────────────────────────────────────╯",
    ]


def test_the_lines_to_related_people_have_the_colours_of_their_kinds() -> None:
    ann = Link.character("ann")
    drawing = MapViews(visible(small())).draw(View.EVERYONE, ann, 40, 20)
    styles = {row[0].text[:2]: row[0].style for row in drawing.lines(ann) if row}
    assert styles["┝━"].split() == ["tie", "love", "highlighted"]
    assert not [span for row in drawing.lines(ann) for span in row if "faint" in span.style]


def test_a_new_selection_moves_nobody(bundled: Story) -> None:
    map_views = MapViews(visible(bundled, END))
    places = [map_views.draw(View.EVERYONE, Link.character(id), 120, 36).boxes for id in map_views.cast.people]
    assert all(boxes == places[0] for boxes in places)


def test_everyone_of_the_bundled_guide_fits_on_one_screen(bundled: Story) -> None:
    map_views = MapViews(visible(bundled, END))
    for id in map_views.cast.people:
        drawing = map_views.draw(View.EVERYONE, Link.character(id), 120, 36)
        assert drawing.width <= 120
        assert max(box.bottom for box in drawing.boxes.values()) + 1 < 36, "the frame's last row is on the screen"
        assert drawing.height <= 38, "what is told below everyone is on a screen that shows no legend"
        text = "\n".join(rows(drawing, Link.character(id)))
        assert [one.name for one in map_views.cast.people.values() if one.name not in text] == []


@pytest.mark.slow
@pytest.mark.parametrize("cells", [60, 80, 120, 200])
def test_labels_in_the_overview_are_never_cut(bundled: Story, cells: int) -> None:
    map_views = MapViews(visible(bundled, END))
    for id in map_views.cast.people:
        drawing = map_views.draw(View.EVERYONE, Link.character(id), cells, 36)
        assert "…" not in "".join(rows(drawing))
        for key, box in drawing.boxes.items():
            told = rows(drawing)[box.top][box.left : box.right + 1].strip().partition("  ")[2]
            ties = [edge for edge in map_views.cast.edges_of(id) if Link.character(edge.other_end(id)) == key]
            for edge in ties:
                told = told.replace(edge.label, "", 1).replace(edge.kind.sign, "", 1)
            assert not set(told) - set(" ►◄,+0123456789"), f"{id}: more than whole labels: {told}"


@pytest.mark.slow
@pytest.mark.parametrize("cells", [60, 80, 120, 200])
@pytest.mark.parametrize("seen", [3, 7, END])
def test_every_label_of_the_selected_person_is_whole_beside_a_name_or_below(
    bundled: Story, seen: int, cells: int
) -> None:
    map_views = MapViews(visible(bundled, seen))
    assert {id: found for id in map_views.cast.people if (found := missing_labels(map_views, id, cells))} == {}


@settings(max_examples=60)
@given(any_story())
def test_in_any_story_every_label_is_whole(whole: Story) -> None:
    map_views = MapViews(visible(whole))
    for cells in (24, 60, 120):
        assert {id: found for id in map_views.cast.people if (found := missing_labels(map_views, id, cells))} == {}


@settings(max_examples=60)
@given(any_story())
def test_any_story_has_everyone_on_the_map_with_whole_names(whole: Story) -> None:
    map_views = MapViews(visible(whole))
    chosen = Link.character(next(iter(map_views.cast.people)))
    for cells in (24, 60, 120):
        drawing = map_views.draw(View.EVERYONE, chosen, cells, 30)
        text = "\n".join(rows(drawing))
        assert all(one.name in text for one in map_views.cast.people.values())
        assert all(line_width(line) <= drawing.width for line in drawing.lines())


@pytest.mark.parametrize("view", [View.EVERYONE, View.FULL_MAP, View.EGO])
def test_the_sign_of_a_notable_state_is_before_the_name_once_known(view: View) -> None:
    facts = (Fact(2, "Dies.", "dead"), Fact(4, "Was seen.", "missing"))
    whole = story(person("ann", facts=facts), person("bob"), relationships=(tie("ann", "bob"),))
    for seen, sign in ((1, ""), (2, "† "), (4, "? ")):
        map_views = MapViews(visible(whole, seen))
        drawn = "\n".join(rows(map_views.draw(view, Link.character("bob"), 60, 20)))
        assert f"{sign}Ann" in drawn
        assert not set(drawn) & (set("†?") - set(sign))
        assert "• Bob" not in drawn, "who is simply alive has no sign"
        told = "\n".join(plain(line) for line in legend(map_views.cast.visible.story, 60))
        assert ("† dead" in told, "? missing" in told) == (seen >= 2, seen >= 4)


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_no_group_leaves_one_person_alone_in_the_next_column(columns: int) -> None:
    for size in range(2, 40):
        crew = stages((0, "crew"))
        cast = [person(f"p{number}", group_stages=crew) for number in range(size)]
        map_views = MapViews(visible(story(*cast, person("zoe"), groups=(Group("crew", "The crew", 0),))))
        boxes = map_views.draw(View.EVERYONE, None, 60 * columns, 12).boxes
        mine = Counter(boxes[Link.character(one.id)].left for one in cast)
        assert 1 not in mine.values(), f"{size}: {mine}"


def test_a_word_wider_than_a_line_of_a_name_breaks_after_a_hyphen() -> None:
    first, second = "Theodora Hohenlohe-", "Schillingsfürst-Waldenburg"
    assert name_lines(first + second) == (first, second)
    assert name_lines("Somebody of the House of Cheong-san") == ("Somebody of the House of", "Cheong-san")


def test_counts_match_the_view() -> None:
    map_views = MapViews(visible(small()))
    assert (
        counts_text(map_views, View.EVERYONE, "ann")
        == counts_text(map_views, View.FULL_MAP, "ann")
        == "3 people, 2 relationships"
    )
    assert counts_text(map_views, View.EGO, "ann") == "2 relationships with 2 people"
    assert counts_text(map_views, View.EGO, "bob") == "1 relationship with 1 person"


# Stability


@pytest.mark.slow
@pytest.mark.parametrize("view", [View.EVERYONE, View.FULL_MAP, View.GROUPS])
def test_drawing_is_deterministic(bundled: Story, view: View) -> None:
    once, again = (MapViews(visible(bundled, 7)).draw(view, None, 120, 36) for _ in range(2))
    assert rows(once) == rows(again)


@pytest.mark.slow
def test_fewer_edges_move_no_card(bundled: Story) -> None:
    before, _ = people_graph(CastGraph(visible(bundled, END)), all_relationships=True)
    columns = lay_out_graph(before).columns
    fewer, _ = people_graph(CastGraph(visible(bundled, END)))
    assert lay_out_graph(fewer, columns).columns == columns


@pytest.mark.slow
@pytest.mark.parametrize("ends", [("han-du-seok", "jang-ha-ri"), ("nam-on-jo", "yoon-gwi-nam")])
def test_one_more_edge_moves_no_card_of_the_last_full_map(bundled: Story, ends: tuple[str, str]) -> None:
    warm, cold = moved_by_one_edge(bundled.as_of(END), tie(*ends, "friend"))
    assert warm == 0
    assert cold > 0, "without the last full map they would move, so that this shows something"


def test_known_people_keep_their_places_when_new_ones_appear(bundled: Story) -> None:
    layouts = Layouts()
    MapViews(visible(bundled, 3), layouts).draw(View.FULL_MAP, None, 120, 36)
    before = layouts.get(View.FULL_MAP, 0)
    MapViews(visible(bundled, 7), layouts).draw(View.FULL_MAP, None, 120, 36)
    after = layouts.get(View.FULL_MAP, 0)
    order = [[key for block in column for key in block.keys] for column in after]
    for number, column in enumerate(before):
        keys = [key for block in column for key in block.keys]
        kept = [key for key in order[number] if key in keys]
        assert kept == [key for key in keys if key in kept]
        assert len(kept) >= len(keys) - 1  # a group may have changed


@pytest.mark.slow
def test_with_half_as_many_new_people_the_layout_starts_afresh(bundled: Story) -> None:
    layouts = Layouts()
    MapViews(visible(bundled, 1), layouts).draw(View.FULL_MAP, None, 120, 36)
    drawn = MapViews(visible(bundled, END), layouts).draw(View.FULL_MAP, None, 120, 36)
    assert rows(drawn) == rows(MapViews(visible(bundled, END)).draw(View.FULL_MAP, None, 120, 36))


@pytest.mark.slow
def test_a_layout_made_when_more_was_known_is_forgotten(bundled: Story) -> None:
    layouts = Layouts()
    for view in (View.EVERYONE, View.FULL_MAP, View.GROUPS):
        MapViews(visible(bundled, END), layouts).draw(view, None, 120, 36)
    for view in (View.EVERYONE, View.FULL_MAP, View.GROUPS):
        fresh = MapViews(visible(bundled, 3)).draw(view, None, 120, 36)
        assert rows(MapViews(visible(bundled, 3), layouts).draw(view, None, 120, 36)) == rows(fresh)


# Graph and legend


def test_the_strongest_edges_have_one_per_pair_and_reach_everyone_with_a_relationship(bundled: Story) -> None:
    cast = CastGraph(visible(bundled, END))
    order = {kind.id: number for number, kind in enumerate(cast.visible.story.kinds)}
    found = strongest_edges(cast.edges, order, 1000)
    assert len({edge.pair for edge in found}) == len(found)
    tied = {id for edge in cast.edges for id in edge.pair}
    assert {id for edge in strongest_edges(cast.edges, order, 60) for id in edge.pair} == tied


def test_hidden_kinds_and_groups_are_not_in_the_graph() -> None:
    kinds = CastGraph(visible(small()), MapFilter(without_kinds=frozenset(["love"])))
    assert [edge.kind.id for edge in kinds.edges] == ["enemy"]
    groups = CastGraph(visible(small()), MapFilter(without_groups=frozenset(["crew"])))
    assert list(groups.people) == ["cat"]
    assert groups.edges == ()


def test_reciprocal_relationships_are_one_edge_with_two_arrowheads() -> None:
    pair = (person("ann"), person("bob"))
    both = (tie("ann", "bob", "love"), tie("bob", "ann", "love"))
    edges = CastGraph(visible(story(*pair, relationships=both))).edges
    assert [(edge.source, edge.target, edge.directed, edge.both) for edge in edges] == [("ann", "bob", True, True)]


@settings(max_examples=60)
@given(any_story())
def test_endpoints_are_those_of_the_edges(whole: Story) -> None:
    cast = CastGraph(visible(whole))
    assert Counter(cast.endpoints) == Counter((edge.source, edge.target, edge.kind.id) for edge in cast.edges)


def test_an_edge_has_label_line_style_and_arrowhead_of_its_relationship() -> None:
    graph, left_out = people_graph(CastGraph(visible(small())), all_relationships=True)
    drawn = [(edge.source, edge.target, edge.label, edge.line_style, edge.head_at_target) for edge in graph.edges]
    assert drawn == [
        (Link.character("ann"), Link.character("bob"), "adores", "heavy", True),
        (Link.character("cat"), Link.character("ann"), "(enemies)", "dashed", False),
    ]
    assert not any(edge.head_at_source for edge in graph.edges)
    assert left_out == 0


def test_the_legend_names_every_kind_with_its_line_and_its_sign() -> None:
    given = visible(small()).story
    text = "\n".join(plain(line) for line in legend(given, 60))
    assert "━♥━ love" in text
    assert "╌×╌ enemies" in text
    assert all(line_width(line) <= 60 for line in legend(given, 60))


@pytest.mark.slow
@pytest.mark.parametrize("view", list(View))
def test_in_ascii_only_letters_of_names_are_not_ascii(bundled: Story, view: View) -> None:
    map_views = MapViews(visible(bundled, END))
    to_ascii = Ascii(map_views.cast.visible)
    person_ = Link.character("jang-ha-ri")
    drawn = [to_ascii.text(row) for row in rows(map_views.draw(view, person_, 120, 36), person_)]
    foreign = {character for row in drawn for character in row if not character.isascii()}
    assert not {character for character in foreign if not character.isalpha()}


# The gate


@pytest.mark.slow
@pytest.mark.parametrize("seen", range(0, 13, 3))
def test_the_map_equals_that_of_a_copy_cut_at_the_point(copies: Copies, seen: int) -> None:
    whole = MapViews(VisibleStory(copies.whole("bundled").as_of(seen)))
    part = MapViews(VisibleStory(copies.cut("bundled", seen).as_of(seen)))
    assert list(whole.cast.people) == list(part.cast.people)
    chosen = Link.character(next(iter(whole.cast.people), ""))
    for view in View:
        drawn, expected = (map_views.draw(view, chosen, 120, 36) for map_views in (whole, part))
        assert drawn.lines(chosen) == expected.lines(chosen)
        assert (drawn.boxes, drawn.left_out) == (expected.boxes, expected.left_out)
