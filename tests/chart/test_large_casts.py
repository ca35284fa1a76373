"""The map of casts without groups: the most connected people, neighbourhoods, communities and a full map of 300."""

from __future__ import annotations

import pytest

from aotad_tui.cells import plain, width
from aotad_tui.chart.map.captions import counts_text, left_out_text, selection_text, title
from aotad_tui.chart.map.graph.builders import people_graph
from aotad_tui.chart.map.graph.cast import CastGraph
from aotad_tui.chart.map.graph.neighbourhood import MOST_IN_NEIGHBOURHOOD, find_neighbourhood
from aotad_tui.chart.map.views import MOST_CONNECTED, MapViews, View
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import Group
from aotad_tui.story.visible import VisibleStory
from tests.copies import POINTS, Copies
from tests.story.stories import person, stages, story, tie

from .checker import faults
from .large_casts import large_cast, without_groups
from .map_stories import card_names, expected_edges, rows, visible

LONG = "Attendants, Lords, Guards, Musicians, Laertes's Followers, Soldiers, Officers"
FOUR_SCREENS = 4 * 200


def friends() -> Story:
    """Dan loves Cat, Bob and Fay are her friends, Ann and Eve are two steps away from her. Nobody knows Zoe."""
    ties = (tie("dan", "cat", "love"), tie("bob", "cat"), tie("fay", "cat"), tie("ann", "bob"), tie("eve", "dan"))
    return story(*map(person, ("zoe", "fay", "eve", "dan", "cat", "bob", "ann")), relationships=ties)


def test_a_small_cast_without_groups_has_communities_in_place_of_groups() -> None:
    available = MapViews(visible(friends())).available()
    assert available == (View.COMMUNITIES, View.EVERYONE, View.FULL_MAP, View.TWO_STEPS, View.ONE_STEP)


def test_above_400_people_the_map_begins_with_the_most_connected() -> None:
    map_views = MapViews(visible(large_cast(796, 900)))
    assert map_views.available() == (View.COMMUNITIES, View.MOST_CONNECTED, View.TWO_STEPS, View.ONE_STEP)
    assert map_views.default == View.MOST_CONNECTED
    drawing = map_views.draw(View.MOST_CONNECTED, None, 120, 36)
    assert (drawing.width <= 120, drawing.height <= 36, len(drawing.boxes)) == (True, True, MOST_CONNECTED)
    names = [map_views.cast.people[id].name for id in map_views.cast.ranking[:MOST_CONNECTED]]
    text = "\n".join(rows(drawing))
    assert [name for name in names if name not in text] == []


def test_without_relationships_there_are_no_communities() -> None:
    nobody_knows_anybody = MapViews(visible(story(*map(person, ("ann", "bob", "cat")))))
    assert View.COMMUNITIES not in nobody_knows_anybody.available()
    assert nobody_knows_anybody.default == View.EVERYONE


def test_a_list_in_two_frames_says_which_people_are_in_each() -> None:
    drawing = MapViews(visible(large_cast(796, 900))).draw(View.MOST_CONNECTED, None, 120, 36)
    titles = [title for title in "".join(rows(drawing)).replace("╮", "╭").split("╭") if "people" in title]
    assert [title.strip("─ ") for title in titles] == ["people (1-20 of 40)", "people (21-40 of 40)"]
    assert "─ people (7) ─" in rows(MapViews(visible(friends())).draw(View.EVERYONE, None, 60, 36))[1]


@pytest.mark.slow
def test_the_most_connected_are_printed_with_the_relationships_among_them() -> None:
    map_views = MapViews(visible(large_cast(796, 900)), all_relationships=True)
    drawing = map_views.draw_for_print(View.MOST_CONNECTED, None, 120, 60)
    graph, _ = people_graph(map_views.most_connected, all_relationships=True)
    assert len(drawing.boxes) == MOST_CONNECTED
    assert faults(rows(drawing), card_names(graph), expected_edges(graph)) == {}


@pytest.mark.parametrize(("count", "label"), [(1, "friends 1"), (2, "friends 2")])
def test_a_line_between_two_groups_has_the_number_after_the_word(count: int, label: str) -> None:
    crew, court = ([person(f"{group}{n}", group_stages=stages((0, group))) for n in range(2)] for group in "ab")
    ties = [tie(f"a{number}", f"b{number}", "friend") for number in range(count)]
    whole = story(*crew, *court, relationships=tuple(ties), groups=(Group("a", "Crew", 0), Group("b", "Court", 0)))
    drawing = MapViews(visible(whole)).draw(View.GROUPS, None, 80, 30)
    assert label in "\n".join(rows(drawing))


def test_the_number_of_relationships_that_are_not_drawn_is_in_singular_and_plural() -> None:
    assert [left_out_text(count) for count in (0, 1, 2)] == [
        "",
        "1 weaker relationship not drawn",
        "2 weaker relationships not drawn",
    ]


def test_the_most_connected_come_first_and_ids_decide_ties() -> None:
    assert CastGraph(visible(friends())).ranking == ("cat", "dan", "bob", "ann", "eve", "fay", "zoe")
    assert list(MapViews(visible(friends())).most_connected.people) == ["cat", "dan", "bob", "ann", "eve", "fay", "zoe"]


def test_among_the_most_connected_the_selected_persons_other_relationships_are_counted() -> None:
    map_views = MapViews(visible(large_cast(796, 900)))
    person_ = map_views.cast.ranking[0]
    inside = len(map_views.most_connected.edges_of(person_))
    count = len(map_views.cast.edges_of(person_))
    assert inside < count
    header = rows(map_views.draw(View.MOST_CONNECTED, Link.character(person_), 120, 36))[0]
    assert f"{map_views.cast.people[person_].name}: {inside} of {count} relationships" in header


def test_a_neighbourhood_reaches_one_or_two_steps_the_most_closely_connected_first() -> None:
    cast = CastGraph(visible(friends()))
    assert find_neighbourhood(cast, "cat", 1).people == ("cat", "dan", "bob", "fay")
    assert find_neighbourhood(cast, "cat", 2).people == ("cat", "dan", "bob", "fay", "ann", "eve")
    assert find_neighbourhood(cast, "zoe", 2).people == ("zoe",)


@pytest.mark.slow
def test_a_neighbourhood_has_every_pair_of_the_person_in_the_middle() -> None:
    map_views = MapViews(visible(large_cast(796, 2000)))
    centre = map_views.cast.ranking[0]
    drawing = map_views.draw(View.TWO_STEPS, None, 120, 36, centre)
    text = "\n".join(rows(drawing))
    near = find_neighbourhood(map_views.cast, centre, 1).people
    assert [id for id in near if map_views.cast.people[id].name not in text] == []
    cast = map_views.cast.restricted_to(map_views.neighbourhood(View.TWO_STEPS, centre).people)
    graph, _ = people_graph(cast, centre=centre)
    link = Link.character(centre)
    assert len(graph.neighbours[link]) == len(near) - 1
    assert len(graph.nodes) == MOST_IN_NEIGHBOURHOOD


def test_captions_say_how_many_of_how_many_are_shown() -> None:
    map_views = MapViews(visible(large_cast(796, 2000)))
    centre = map_views.cast.ranking[0]
    name = map_views.cast.people[centre].name
    reached = len(map_views.neighbourhood(View.TWO_STEPS, centre).reached)
    assert title(map_views, View.TWO_STEPS, centre) == f"Within two steps of {name}"
    assert counts_text(map_views, View.TWO_STEPS, centre) == f"100 of {reached} people"
    assert counts_text(map_views, View.MOST_CONNECTED, "").startswith("40 of 796 people, ")


def test_captions_tell_namesakes_apart() -> None:
    cast = [
        person(id, name_stages=stages((0, "Joe")), about_stages=stages((0, id.title()))) for id in ("baker", "sailor")
    ]
    map_views = MapViews(visible(story(*cast)))
    assert title(map_views, View.EGO, "baker") == "Joe (Baker): relationships"
    assert title(map_views, View.ONE_STEP, "sailor") == "Within one step of Joe (Sailor)"


def test_the_caption_of_the_communities_says_how_many_there_are_once_they_are_found() -> None:
    map_views = MapViews(visible(large_cast(2000, 2000)))
    assert counts_text(map_views, View.COMMUNITIES, "") == "2000 people, 2000 relationships"
    map_views.draw(View.COMMUNITIES, None, 120, 36)
    number = len(map_views.parts(View.COMMUNITIES))
    expected = f"40 largest of {number} communities, 2000 people, 2000 relationships"
    assert counts_text(map_views, View.COMMUNITIES, "") == expected


def test_the_communities_are_cards_with_their_number_of_people() -> None:
    map_views = MapViews(visible(friends()))
    text = "\n".join(rows(map_views.draw(View.COMMUNITIES, None, 120, 36)))
    assert "around Cat (2)" in text
    assert "no relationships (1)" in text
    part = map_views.part_of(View.COMMUNITIES, "fay")
    assert part == Link.community("cat")
    assert selection_text(map_views, part) == "Cat, Fay"


# The full map


@pytest.mark.slow
@pytest.mark.parametrize(("people", "ties"), [(300, 375), (339, 346)])
def test_the_full_map_of_300_people_is_within_four_screens_and_has_no_fault(people: int, ties: int) -> None:
    map_views = MapViews(visible(large_cast(people, ties)))
    assert View.FULL_MAP in map_views.available()
    graph, left_out = people_graph(map_views.cast)
    assert (len(graph.nodes), len(graph.edges) + left_out) == (people, ties)
    for drawing in (
        map_views.draw(View.FULL_MAP, None, 200, 60),
        map_views.draw_for_print(View.FULL_MAP, None, 200, 60),
    ):
        assert drawing.width <= FOUR_SCREENS
        assert drawing.height < 300, "it was 1,513 rows"
        assert faults(rows(drawing), card_names(graph), expected_edges(graph)) == {}


@pytest.mark.slow
def test_a_full_map_of_400_people_with_random_relationships_gets_fewer_columns() -> None:
    map_views = MapViews(visible(large_cast(400, 500)))
    assert map_views.draw(View.FULL_MAP, None, 200, 60).width <= FOUR_SCREENS


# Long names


@pytest.mark.parametrize("view", list(View))
def test_a_long_name_is_wrapped_and_whole(view: View) -> None:
    whole = story(
        person("a", name_stages=stages((0, "Anna"))),
        person("b", name_stages=stages((0, "Ben"))),
        person("c", name_stages=stages((0, LONG))),
        relationships=(tie("a", "b", "friend"), tie("b", "c", "enemy")),
    )
    map_views = MapViews(visible(whole))
    for selected in ("b", "c"):
        drawing = map_views.draw(view, Link.character(selected), 80, 36)
        assert max(width(row.rstrip()) for row in rows(drawing)) <= 80
        if view in (View.GROUPS, View.COMMUNITIES):
            continue
        spans = [span for line in drawing.lines() for span in line if span.link == Link.character("c")]
        lines = [span.text for span in spans if span.style.split()[0] in ("name", "person")]
        assert LONG in " ".join(" ".join(lines).split())


# The gate


@pytest.mark.slow
@pytest.mark.parametrize(("guide", "seen"), POINTS)
def test_each_view_without_groups_equals_that_of_a_copy_cut_at_the_point(copies: Copies, guide: str, seen: int) -> None:
    whole, part = (
        MapViews(VisibleStory(without_groups(one).as_of(seen)))
        for one in (copies.whole(guide), copies.cut(guide, seen))
    )
    assert whole.available() == part.available()
    assert whole.default == part.default
    assert whole.cast.ranking == part.cast.ranking
    for centre in dict.fromkeys(("", *whole.cast.ranking[:1], *whole.cast.ranking[-1:])):
        for view in View:
            selected = Link.character(centre) if centre else None
            drawn, expected = (map_views.draw(view, selected, 120, 36) for map_views in (whole, part))
            assert [plain(line) for line in drawn.lines(selected)] == [plain(line) for line in expected.lines(selected)]
            assert (drawn.boxes, drawn.left_out) == (expected.boxes, expected.left_out)
            assert title(whole, view, centre) == title(part, view, centre)
            assert counts_text(whole, view, centre) == counts_text(part, view, centre)
    for view in (View.GROUPS, View.COMMUNITIES):
        assert whole.parts(view) == part.parts(view)
