"""The rows of a relationship: direction, label, end, and who does not know of it."""

from __future__ import annotations

import pytest

from aotad_tui.story.values import Becomes, Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import story

from .panel_reader import DrawnRelationship, read_panel
from .panels import CAST, lines, named, only_relationship, related, relationships_of, rows, visible


def test_the_arrow_points_from_source_to_target_in_both_panels() -> None:
    now = visible(related("gwi-nam", "on-jo", "hurts", "hunts"))
    assert only_relationship(now, "gwi-nam") == DrawnRelationship("hunts", "►", "Nam On-jo")
    assert only_relationship(now, "on-jo") == DrawnRelationship("hunts", "◄", "Yoon Gwi-nam")
    assert rows(now, "gwi-nam")[5] == "  ├╌ hunts ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌► Nam On-jo"
    assert rows(now, "on-jo")[5] == "  ├◄ hunts ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Yoon Gwi-nam"


def test_a_mutual_relationship_has_no_arrow() -> None:
    now = visible(related("on-jo", "cheong-san", "friend", "childhood friends"))
    assert only_relationship(now, "on-jo") == DrawnRelationship("childhood friends", "", "이청산")
    assert only_relationship(now, "cheong-san") == DrawnRelationship("childhood friends", "", "Nam On-jo")


def test_each_end_uses_its_own_label() -> None:
    now = visible(related("gwi-nam", "on-jo", "hurts", "hunts", "runs from"))
    assert only_relationship(now, "gwi-nam") == DrawnRelationship("hunts", "►", "Nam On-jo")
    assert only_relationship(now, "on-jo") == DrawnRelationship("runs from", "◄", "Yoon Gwi-nam")


def test_a_relationship_without_a_label_uses_that_of_its_kind() -> None:
    now = visible(related("gwi-nam", "on-jo", "killed"))
    assert only_relationship(now, "gwi-nam") == DrawnRelationship("killed", "►", "Nam On-jo")
    assert only_relationship(now, "on-jo") == DrawnRelationship("killed by", "◄", "Yoon Gwi-nam")


def test_label_and_name_share_a_row_if_both_fit() -> None:
    for length in range(20, 27):
        label = "x" * length
        now = visible(related("on-jo", "cheong-san", "friend", label))
        beside = [row for row in rows(now, "on-jo") if label in row]
        assert ["이청산" in row for row in beside] == [length <= 25]
        assert only_relationship(now, "on-jo") == DrawnRelationship(label, "", "이청산")


@pytest.mark.parametrize("cells", [32, 40, 50])
def test_long_labels_and_names_wrap(cells: int) -> None:
    label = "said in front of the whole class what nobody else had dared to say, and then was sorry for it"
    name = "Maximiliana Bartholomea Wilhelmina von Hohenstein"
    cast = (*CAST, named("long", name))
    now = VisibleStory(story(*cast, relationships=(related("on-jo", "long", "hurts", label),)).as_of(9))
    assert only_relationship(now, "on-jo", cells) == DrawnRelationship(label, "►", name)
    assert only_relationship(now, "long", cells) == DrawnRelationship(label, "◄", "Nam On-jo")


def test_reciprocal_relationships_share_a_row_with_the_own_label_first() -> None:
    now = visible(
        related("father", "on-jo", "family", "father of"), related("on-jo", "father", "family", "daughter of")
    )
    assert only_relationship(now, "father") == DrawnRelationship("father of / daughter of", "", "Nam On-jo")
    assert only_relationship(now, "on-jo") == DrawnRelationship("daughter of / father of", "", "Nam So-ju")
    assert read_panel(lines(now, "on-jo"))[0].count == 1


def test_merging_does_not_depend_on_the_order() -> None:
    now = visible(
        related("on-jo", "father", "family", "daughter of"), related("father", "on-jo", "family", "father of")
    )
    assert only_relationship(now, "on-jo") == DrawnRelationship("daughter of / father of", "", "Nam So-ju")


def test_reciprocal_relationships_with_one_label_share_a_row_without_arrow() -> None:
    now = visible(
        related("gwi-nam", "cheong-san", "hurts", "fights"), related("cheong-san", "gwi-nam", "hurts", "fights")
    )
    assert only_relationship(now, "gwi-nam") == DrawnRelationship("fights", "", "이청산")
    assert only_relationship(now, "cheong-san") == DrawnRelationship("fights", "", "Yoon Gwi-nam")


@pytest.mark.parametrize(
    "other",
    [
        related("cheong-san", "gwi-nam", "hurts", "runs from"),
        related("cheong-san", "gwi-nam", "protects", "fights"),
        related("cheong-san", "gwi-nam", "hurts", "fights", until=3),
        related("gwi-nam", "cheong-san", "hurts", "fights"),
        related("cheong-san", "on-jo", "hurts", "fights"),
    ],
)
def test_different_relationships_are_not_merged(other: Relationship) -> None:
    assert len(relationships_of(visible(related("gwi-nam", "cheong-san", "hurts", "fights"), other), "cheong-san")) == 2


def test_two_relationships_of_a_kind_with_one_person_have_a_row_each() -> None:
    now = visible(
        related("on-jo", "cheong-san", "friend", "neighbours"), related("on-jo", "cheong-san", "friend", "classmates")
    )
    assert [relationship.label for relationship in relationships_of(now, "cheong-san")] == ["neighbours", "classmates"]


def test_kinds_are_in_the_guides_order_with_their_line_styles() -> None:
    now = visible(
        related("on-jo", "gwi-nam", "enemy"),
        related("on-jo", "cheong-san", "love"),
        related("father", "on-jo", "family", "father of"),
        related("on-jo", "su-hyeok", "friend"),
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


ENDING = related("on-jo", "cheong-san", "friend", "friends", until=4, ended="he stays behind")


@pytest.mark.parametrize("id", ["on-jo", "cheong-san"])
def test_a_relationship_is_marked_as_ended_from_its_end_on(id: str) -> None:
    assert only_relationship(visible(ENDING, seen=4), id).remark == "ended in known from 4: he stays behind"
    assert only_relationship(visible(ENDING, seen=3), id).remark == ""
    styles = [
        {span.style for line in lines(visible(ENDING, seen=seen), id) for span in line if "label" in span.style}
        for seen in (3, 4)
    ]
    assert styles == [{"label"}, {"label over"}]


def test_the_remark_may_lack_how_it_ended() -> None:
    now = visible(related("on-jo", "cheong-san", "friend", until=4))
    assert only_relationship(now, "on-jo").remark == "ended in known from 4"


@pytest.mark.parametrize(
    ("unaware", "remark"),
    [
        (("father",), "Nam So-ju does not know"),
        (("father", "cheong-san"), "Nam So-ju and 이청산 do not know"),
        (("father", "cheong-san", "gwi-nam"), "Nam So-ju and 이청산 and Yoon Gwi-nam do not know"),
        (("su-hyeok",), ""),
    ],
)
def test_the_remark_names_known_people_who_do_not_know(unaware: tuple[str, ...], remark: str) -> None:
    now = visible(related("on-jo", "gwi-nam", "protects", secret_from=unaware), seen=1)
    assert only_relationship(now, "on-jo").remark == remark
    assert only_relationship(now, "gwi-nam").remark == remark


def test_the_remark_on_an_ended_secret_is_in_the_past_tense() -> None:
    now = visible(related("on-jo", "gwi-nam", "protects", secret_from=("father",), until=4, ended="lost"))
    assert only_relationship(now, "on-jo").remark == "ended in known from 4: lost Nam So-ju did not know"


def test_entries_that_turn_out_to_be_one_person_share_a_panel() -> None:
    cast = (*CAST, named("mask", "The masked one", becomes=Becomes("gwi-nam", 5)))
    whole = story(
        *cast,
        relationships=(
            related("mask", "on-jo", "hurts", "follows"),
            related("gwi-nam", "on-jo", "hurts", "hunts"),
        ),
    )
    apart, together = VisibleStory(whole.as_of(4)), VisibleStory(whole.as_of(5))
    assert [(relationship.label, relationship.name) for relationship in relationships_of(apart, "on-jo")] == [
        ("follows", "The masked one"),
        ("hunts", "Yoon Gwi-nam"),
    ]
    assert [(relationship.label, relationship.name) for relationship in relationships_of(together, "on-jo")] == [
        ("follows", "Yoon Gwi-nam"),
        ("hunts", "Yoon Gwi-nam"),
    ]
    assert relationships_of(together, "mask") == relationships_of(together, "gwi-nam")
