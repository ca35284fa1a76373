"""A tie's rows: who acts on whom, in which words, whether it is over, and who does not know."""

from __future__ import annotations

import pytest

from aotad_tui.story.values import Becomes, Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import story

from .drawn import DrawnTie, drawn
from .panels import CAST, lines, named, only_tie, rows, says, ties, visible


def test_a_tie_points_from_who_acts_to_whom_it_is_done_at_both_ends() -> None:
    now = visible(says("gwi-nam", "on-jo", "hurts", "hunts"))
    assert only_tie(now, "gwi-nam") == DrawnTie("hunts", "►", "Nam On-jo")
    assert only_tie(now, "on-jo") == DrawnTie("hunts", "◄", "Yoon Gwi-nam")
    assert rows(now, "gwi-nam")[5] == "  ├╌ hunts ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌► Nam On-jo"
    assert rows(now, "on-jo")[5] == "  ├◄ hunts ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Yoon Gwi-nam"


def test_a_tie_that_holds_alike_both_ways_points_nowhere() -> None:
    now = visible(says("on-jo", "cheong-san", "friend", "childhood friends"))
    assert only_tie(now, "on-jo") == DrawnTie("childhood friends", "", "이청산")
    assert only_tie(now, "cheong-san") == DrawnTie("childhood friends", "", "Nam On-jo")


def test_each_end_has_its_own_words_where_there_are_some() -> None:
    now = visible(says("gwi-nam", "on-jo", "hurts", "hunts", "runs from"))
    assert only_tie(now, "gwi-nam") == DrawnTie("hunts", "►", "Nam On-jo")
    assert only_tie(now, "on-jo") == DrawnTie("runs from", "◄", "Yoon Gwi-nam")


def test_a_tie_without_words_has_those_of_its_kind() -> None:
    now = visible(says("gwi-nam", "on-jo", "killed"))
    assert only_tie(now, "gwi-nam") == DrawnTie("killed", "►", "Nam On-jo")
    assert only_tie(now, "on-jo") == DrawnTie("killed by", "◄", "Yoon Gwi-nam")


def test_a_label_stands_beside_the_name_as_long_as_both_fit() -> None:
    for length in range(20, 27):
        label = "x" * length
        now = visible(says("on-jo", "cheong-san", "friend", label))
        beside = [row for row in rows(now, "on-jo") if label in row]
        assert ["이청산" in row for row in beside] == [length <= 25]
        assert only_tie(now, "on-jo") == DrawnTie(label, "", "이청산")


@pytest.mark.parametrize("cells", [32, 40, 50])
def test_a_label_that_is_too_long_is_broken_over_rows_and_so_is_a_name(cells: int) -> None:
    label = "said in front of the whole class what nobody else had dared to say, and then was sorry for it"
    name = "Maximiliana Bartholomea Wilhelmina von Hohenstein"
    cast = (*CAST, named("long", name))
    now = VisibleStory(story(*cast, relationships=(says("on-jo", "long", "hurts", label),)).as_of(9))
    assert only_tie(now, "on-jo", cells) == DrawnTie(label, "►", name)
    assert only_tie(now, "long", cells) == DrawnTie(label, "◄", "Nam On-jo")


def test_the_same_tie_told_from_both_ends_is_one_row_beginning_with_the_words_of_whose_panel_it_is() -> None:
    now = visible(says("father", "on-jo", "family", "father of"), says("on-jo", "father", "family", "daughter of"))
    assert only_tie(now, "father") == DrawnTie("father of / daughter of", "", "Nam On-jo")
    assert only_tie(now, "on-jo") == DrawnTie("daughter of / father of", "", "Nam So-ju")
    assert drawn(lines(now, "on-jo"))[0].count == 1


def test_the_order_of_the_two_makes_no_difference() -> None:
    now = visible(says("on-jo", "father", "family", "daughter of"), says("father", "on-jo", "family", "father of"))
    assert only_tie(now, "on-jo") == DrawnTie("daughter of / father of", "", "Nam So-ju")


def test_what_each_does_to_the_other_in_the_same_words_goes_both_ways_in_one_row() -> None:
    now = visible(says("gwi-nam", "cheong-san", "hurts", "fights"), says("cheong-san", "gwi-nam", "hurts", "fights"))
    assert only_tie(now, "gwi-nam") == DrawnTie("fights", "", "이청산")
    assert only_tie(now, "cheong-san") == DrawnTie("fights", "", "Yoon Gwi-nam")


@pytest.mark.parametrize(
    "other",
    [
        says("cheong-san", "gwi-nam", "hurts", "runs from"),
        says("cheong-san", "gwi-nam", "protects", "fights"),
        says("cheong-san", "gwi-nam", "hurts", "fights", until=3),
        says("gwi-nam", "cheong-san", "hurts", "fights"),
        says("cheong-san", "on-jo", "hurts", "fights"),
    ],
)
def test_what_is_not_the_same_tie_stays_apart(other: Relationship) -> None:
    assert len(ties(visible(says("gwi-nam", "cheong-san", "hurts", "fights"), other), "cheong-san")) == 2


def test_two_ties_of_a_kind_with_one_person_are_both_told() -> None:
    now = visible(
        says("on-jo", "cheong-san", "friend", "neighbours"), says("on-jo", "cheong-san", "friend", "classmates")
    )
    assert [tie.label for tie in ties(now, "cheong-san")] == ["neighbours", "classmates"]


def test_kinds_stand_in_the_order_of_the_guide_with_their_lines() -> None:
    now = visible(
        says("on-jo", "gwi-nam", "enemy"),
        says("on-jo", "cheong-san", "love"),
        says("father", "on-jo", "family", "father of"),
        says("on-jo", "su-hyeok", "friend"),
    )
    assert rows(now, "on-jo")[4:-1] == [
        "  ╞═ = family 1 ════════════════════════",
        "  ├═ father of ═══════════════ Nam So-ju",
        "  ┝━ ♥ love 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━",
        "  ├━ loves ━━━━━━━━━━━━━━━━━━━━━► 이청산",
        "  ├─ + friends 1 ───────────────────────",
        "  ├─ friends ────────────── Lee Su-hyeok",
        "  ├╌ × enemies 1 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
        "  ├╌ enemies ╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Yoon Gwi-nam",
    ]


ENDING = says("on-jo", "cheong-san", "friend", "friends", until=4, ended="he stays behind")


@pytest.mark.parametrize("id", ["on-jo", "cheong-san"])
def test_a_tie_is_told_as_over_from_its_end_on_and_not_before(id: str) -> None:
    assert only_tie(visible(ENDING, seen=4), id).remark == "ended in known from 4: he stays behind"
    assert only_tie(visible(ENDING, seen=3), id).remark == ""
    styles = [
        {span.style for line in lines(visible(ENDING, seen=seen), id) for span in line if "label" in span.style}
        for seen in (3, 4)
    ]
    assert styles == [{"label"}, {"label over"}]


def test_how_a_tie_ended_may_be_left_out() -> None:
    now = visible(says("on-jo", "cheong-san", "friend", until=4))
    assert only_tie(now, "on-jo").remark == "ended in known from 4"


@pytest.mark.parametrize(
    ("unaware", "remark"),
    [
        (("father",), "Nam So-ju does not know"),
        (("father", "cheong-san"), "Nam So-ju and 이청산 do not know"),
        (("father", "cheong-san", "gwi-nam"), "Nam So-ju and 이청산 and Yoon Gwi-nam do not know"),
        (("su-hyeok",), ""),
    ],
)
def test_who_does_not_know_is_told_in_words_as_far_as_they_are_known(unaware: tuple[str, ...], remark: str) -> None:
    now = visible(says("on-jo", "gwi-nam", "protects", secret_from=unaware), seen=1)
    assert only_tie(now, "on-jo").remark == remark
    assert only_tie(now, "gwi-nam").remark == remark


def test_who_did_not_know_of_what_is_over_is_told_as_past() -> None:
    now = visible(says("on-jo", "gwi-nam", "protects", secret_from=("father",), until=4, ended="lost"))
    assert only_tie(now, "on-jo").remark == "ended in known from 4: lost Nam So-ju did not know"


def test_the_ties_of_two_who_turn_out_to_be_one_stand_together() -> None:
    cast = (*CAST, named("mask", "The masked one", becomes=Becomes("gwi-nam", 5)))
    whole = story(
        *cast, relationships=(says("mask", "on-jo", "hurts", "follows"), says("gwi-nam", "on-jo", "hurts", "hunts"))
    )
    apart, together = VisibleStory(whole.as_of(4)), VisibleStory(whole.as_of(5))
    assert [(tie.label, tie.name) for tie in ties(apart, "on-jo")] == [
        ("follows", "The masked one"),
        ("hunts", "Yoon Gwi-nam"),
    ]
    assert [(tie.label, tie.name) for tie in ties(together, "on-jo")] == [
        ("follows", "Yoon Gwi-nam"),
        ("hunts", "Yoon Gwi-nam"),
    ]
    assert ties(together, "mask") == ties(together, "gwi-nam")
