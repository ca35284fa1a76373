"""The map's views: everyone in fixed places, whose ties are told where, what is left away; nothing later is told."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from aotad_tui.cells import line_width, plain
from aotad_tui.chart.ascii import Ascii
from aotad_tui.chart.map.graph.builders import people_net
from aotad_tui.chart.map.graph.cast import CastGraph, MapFilter, strongest
from aotad_tui.chart.map.layout.layouts import Layouts
from aotad_tui.chart.map.poster import arranged
from aotad_tui.chart.map.rendering.legend import counted, legend
from aotad_tui.chart.map.views import Atlas, View
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.story import Story
from aotad_tui.story.values import Fact, Group
from aotad_tui.story.visible import VisibleStory
from tests.copies import Copies
from tests.story.stories import person, stages, story, tie

from .casts import casts, rows, visible
from .measures import moved_by_one_tie, not_told_whole

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


# Everyone


def test_everyone_stands_in_a_row_and_the_chosen_ones_ties_are_told_beside_them() -> None:
    drawing = Atlas(visible(small())).drawing(View.EVERYONE, CHARACTER + "ann", 40, 20)
    assert [row.rstrip() for row in rows(drawing, CHARACTER + "ann")] == [
        "┌── Ann: 2 ties",
        "│ ╭─ The crew 2 ───────────────────────╮",
        "├─┤▐Ann▌                               │",
        "┝━┥ Bob  ♥► adores                     │",
        "│ ├─ no group 1 ───────────────────────┤",
        "└╌┤ Cat  × (enemies)                   │",
        "  ╰────────────────────────────────────╯",
    ]


def test_nobody_moves_when_somebody_else_is_chosen(bundled: Story) -> None:
    atlas = Atlas(visible(bundled, END))
    places = [atlas.drawing(View.EVERYONE, CHARACTER + id, 120, 36).boxes for id in atlas.cast.people]
    assert all(boxes == places[0] for boxes in places)


def test_all_people_of_the_bundled_guide_are_on_one_screen(bundled: Story) -> None:
    atlas = Atlas(visible(bundled, END))
    for id in atlas.cast.people:
        drawing = atlas.drawing(View.EVERYONE, CHARACTER + id, 120, 36)
        assert drawing.width <= 120
        assert max(box.bottom for box in drawing.boxes.values()) + 1 < 36, "the frame's last row is on the screen"
        assert drawing.height <= 38, "what is told below everyone is on a screen that shows no legend"
        text = "\n".join(rows(drawing, CHARACTER + id))
        assert [one.name for one in atlas.cast.people.values() if one.name not in text] == []


@pytest.mark.slow
@pytest.mark.parametrize("cells", [60, 80, 120, 200])
def test_what_is_said_of_a_tie_is_whole_or_not_said(bundled: Story, cells: int) -> None:
    atlas = Atlas(visible(bundled, END))
    for id in atlas.cast.people:
        drawing = atlas.drawing(View.EVERYONE, CHARACTER + id, cells, 36)
        assert "…" not in "".join(rows(drawing))
        for key, box in drawing.boxes.items():
            told = rows(drawing)[box.top][box.left : box.right + 1].strip().partition("  ")[2]
            ties = [bond for bond in atlas.cast.of(id) if CHARACTER + bond.other(id) == key]
            for bond in ties:
                told = told.replace(bond.label, "", 1).replace(bond.kind.sign, "", 1)
            assert not set(told) - set(" ►◄,+0123456789"), f"{id}: more than whole labels: {told}"


@pytest.mark.parametrize("cells", [60, 80, 120, 200])
@pytest.mark.parametrize("seen", [3, 7, END])
def test_every_tie_of_the_chosen_one_is_told_whole_beside_the_other_or_below(
    bundled: Story, seen: int, cells: int
) -> None:
    atlas = Atlas(visible(bundled, seen))
    assert {id: found for id in atlas.cast.people if (found := not_told_whole(atlas, id, cells))} == {}


@settings(max_examples=60)
@given(casts())
def test_in_any_story_every_tie_of_anybody_is_told_whole(whole: Story) -> None:
    atlas = Atlas(visible(whole))
    for cells in (24, 60, 120):
        assert {id: found for id in atlas.cast.people if (found := not_told_whole(atlas, id, cells))} == {}


@settings(max_examples=60)
@given(casts())
def test_any_story_has_everybody_on_the_map_with_whole_names(whole: Story) -> None:
    atlas = Atlas(visible(whole))
    chosen = CHARACTER + next(iter(atlas.cast.people))
    for cells in (24, 60, 120):
        drawing = atlas.drawing(View.EVERYONE, chosen, cells, 30)
        text = "\n".join(rows(drawing))
        assert all(one.name in text for one in atlas.cast.people.values())
        assert all(line_width(line) <= drawing.width for line in drawing.lines())


@pytest.mark.parametrize("view", [View.EVERYONE, View.POSTER, View.EGO])
def test_what_has_become_of_somebody_stands_before_their_name_once_it_is_told(view: View) -> None:
    facts = (Fact(2, "Dies.", "dead"), Fact(4, "Was seen.", "missing"))
    whole = story(person("ann", facts=facts), person("bob"), relationships=(tie("ann", "bob"),))
    for seen, sign in ((1, ""), (2, "† "), (4, "? ")):
        atlas = Atlas(visible(whole, seen))
        drawn = "\n".join(rows(atlas.drawing(view, CHARACTER + "bob", 60, 20)))
        assert f"{sign}Ann" in drawn
        assert not set(drawn) & (set("†?") - set(sign))
        assert "• Bob" not in drawn, "who is simply alive has no sign"
        told = "\n".join(plain(line) for line in legend(atlas.cast.visible.story, 60))
        assert ("† dead" in told, "? missing" in told) == (seen >= 2, seen >= 4)


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_nobody_of_a_group_stands_alone_at_the_top_of_the_next_column(columns: int) -> None:
    for size in range(2, 40):
        crew = stages((0, "crew"))
        cast = [person(f"p{number}", group_stages=crew) for number in range(size)]
        atlas = Atlas(visible(story(*cast, person("zoe"), groups=(Group("crew", "The crew", 0),))))
        boxes = atlas.drawing(View.EVERYONE, None, 60 * columns, 12).boxes
        mine = Counter(boxes[CHARACTER + one.id].left for one in cast)
        assert 1 not in mine.values(), f"{size}: {mine}"


def test_how_much_is_shown_is_counted_for_what_is_shown() -> None:
    atlas = Atlas(visible(small()))
    assert counted(atlas, View.EVERYONE, "ann") == counted(atlas, View.POSTER, "ann") == "3 people, 2 ties"
    assert counted(atlas, View.EGO, "ann") == "2 ties with 2 people"
    assert counted(atlas, View.EGO, "bob") == "1 tie with 1 person"


# The same places again


@pytest.mark.parametrize("view", [View.EVERYONE, View.POSTER, View.GROUPS])
def test_the_same_story_is_drawn_the_same(bundled: Story, view: View) -> None:
    once, again = (Atlas(visible(bundled, 7)).drawing(view, None, 120, 36) for _ in range(2))
    assert rows(once) == rows(again)


def test_one_more_tie_moves_no_card_to_another_slot(bundled: Story) -> None:
    before, _ = people_net(CastGraph(visible(bundled, END)), all_ties=True)
    columns = arranged(before).columns
    fewer, _ = people_net(CastGraph(visible(bundled, END)))
    assert arranged(fewer, columns).columns == columns


@pytest.mark.slow
@pytest.mark.parametrize("ends", [("han-du-seok", "jang-ha-ri"), ("nam-on-jo", "yoon-gwi-nam")])
def test_a_tie_more_leaves_everybody_of_the_last_poster_where_they_were(bundled: Story, ends: tuple[str, str]) -> None:
    warm, cold = moved_by_one_tie(bundled.as_of(END), tie(*ends, "friend"))
    assert warm == 0
    assert cold > 0, "without the last poster they would move, so that this shows something"


def test_who_was_there_stays_in_place_when_more_are_met(bundled: Story) -> None:
    layouts = Layouts()
    Atlas(visible(bundled, 3), layouts).drawing(View.POSTER, None, 120, 36)
    before = layouts.get(View.POSTER, 0)
    Atlas(visible(bundled, 7), layouts).drawing(View.POSTER, None, 120, 36)
    after = layouts.get(View.POSTER, 0)
    order = [[key for block in column for key in block.keys] for column in after]
    for number, column in enumerate(before):
        keys = [key for block in column for key in block.keys]
        kept = [key for key in order[number] if key in keys]
        assert kept == [key for key in keys if key in kept]
        assert len(kept) >= len(keys) - 1  # a group may have changed


def test_once_half_as_many_more_are_met_everybody_is_placed_anew(bundled: Story) -> None:
    layouts = Layouts()
    Atlas(visible(bundled, 1), layouts).drawing(View.POSTER, None, 120, 36)
    drawn = Atlas(visible(bundled, END), layouts).drawing(View.POSTER, None, 120, 36)
    assert rows(drawn) == rows(Atlas(visible(bundled, END)).drawing(View.POSTER, None, 120, 36))


@pytest.mark.slow
def test_a_layout_made_when_more_was_known_is_forgotten(bundled: Story) -> None:
    layouts = Layouts()
    for view in (View.EVERYONE, View.POSTER, View.GROUPS):
        Atlas(visible(bundled, END), layouts).drawing(view, None, 120, 36)
    for view in (View.EVERYONE, View.POSTER, View.GROUPS):
        fresh = Atlas(visible(bundled, 3)).drawing(view, None, 120, 36)
        assert rows(Atlas(visible(bundled, 3), layouts).drawing(view, None, 120, 36)) == rows(fresh)


# What is shown


def test_the_strongest_ties_are_one_for_a_pair_and_one_for_everybody_who_has_any(bundled: Story) -> None:
    cast = CastGraph(visible(bundled, END))
    order = {kind.id: number for number, kind in enumerate(cast.visible.story.kinds)}
    found = strongest(cast.bonds, order, 1000)
    assert len({bond.pair for bond in found}) == len(found)
    tied = {id for bond in cast.bonds for id in bond.pair}
    assert {id for bond in strongest(cast.bonds, order, 60) for id in bond.pair} == tied


def test_a_kind_or_a_group_that_is_left_away_is_nowhere() -> None:
    kinds = CastGraph(visible(small()), MapFilter(without_kinds=frozenset(["love"])))
    assert [bond.kind.id for bond in kinds.bonds] == ["enemy"]
    groups = CastGraph(visible(small()), MapFilter(without_groups=frozenset(["crew"])))
    assert list(groups.people) == ["cat"]
    assert groups.bonds == ()


def test_what_both_tell_of_each_other_is_one_tie_with_two_heads() -> None:
    pair = (person("ann"), person("bob"))
    both = (tie("ann", "bob", "love"), tie("bob", "ann", "love"))
    bonds = CastGraph(visible(story(*pair, relationships=both))).bonds
    assert [(bond.source, bond.target, bond.directed, bond.both) for bond in bonds] == [("ann", "bob", True, True)]


@settings(max_examples=60)
@given(casts())
def test_ties_are_counted_as_often_as_they_are_drawn(whole: Story) -> None:
    cast = CastGraph(visible(whole))
    assert Counter(cast.ends) == Counter((bond.source, bond.target, bond.kind.id) for bond in cast.bonds)


def test_a_tie_is_drawn_with_its_words_its_line_and_a_head_where_it_acts() -> None:
    graph, left_out = people_net(CastGraph(visible(small())), all_ties=True)
    drawn = [(edge.source, edge.target, edge.label, edge.stroke, edge.head_at_target) for edge in graph.edges]
    assert drawn == [
        ("character:ann", "character:bob", "adores", "heavy", True),
        ("character:cat", "character:ann", "(enemies)", "dashed", False),
    ]
    assert not any(edge.head_at_source for edge in graph.edges)
    assert left_out == 0


def test_the_legend_names_every_kind_with_its_line_and_its_sign() -> None:
    given = visible(small()).story
    text = "\n".join(plain(line) for line in legend(given, 60))
    assert "━♥━ love" in text
    assert "╌×╌ enemies" in text
    assert all(line_width(line) <= 60 for line in legend(given, 60))


@pytest.mark.parametrize("view", list(View))
def test_in_ascii_nothing_is_left_that_an_old_terminal_cannot_show(bundled: Story, view: View) -> None:
    atlas = Atlas(visible(bundled, END))
    to_ascii = Ascii(atlas.cast.visible)
    person_ = CHARACTER + "jang-ha-ri"
    drawn = [to_ascii.text(row) for row in rows(atlas.drawing(view, person_, 120, 36), person_)]
    foreign = {character for row in drawn for character in row if not character.isascii()}
    assert not {character for character in foreign if not character.isalpha()}


# The gate


@pytest.mark.slow
@pytest.mark.parametrize("seen", range(0, 13, 3))
def test_the_map_of_the_whole_guide_is_the_map_of_a_copy_cut_at_that_point(copies: Copies, seen: int) -> None:
    whole = Atlas(VisibleStory(copies.whole("bundled").as_of(seen)))
    part = Atlas(VisibleStory(copies.cut("bundled", seen).as_of(seen)))
    assert list(whole.cast.people) == list(part.cast.people)
    chosen = CHARACTER + next(iter(whole.cast.people), "")
    for view in View:
        drawn, expected = (atlas.drawing(view, chosen, 120, 36) for atlas in (whole, part))
        assert drawn.lines(chosen) == expected.lines(chosen)
        assert (drawn.boxes, drawn.left_out) == (expected.boxes, expected.left_out)
