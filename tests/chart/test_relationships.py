"""Merged reciprocal relationships, and the rows of a person's relationships and of people two steps away."""

from __future__ import annotations

from aotad_tui.chart.collapse import ALL_TWO_STEPS, TWO_STEPS
from aotad_tui.chart.reciprocal import merge_reciprocal
from aotad_tui.chart.relationships import relationship_lines
from aotad_tui.chart.two_steps import two_step_lines
from aotad_tui.story.people import Direction
from aotad_tui.story.values import Becomes, Kind, LineStyle, Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, story, tie

from .row_texts import rows, too_wide

CAST = tuple(map(person, ("ann", "bob", "cat", "dan", "eve")))
OPENED = (TWO_STEPS,)


def visible(*relationships: Relationship) -> VisibleStory:
    return VisibleStory(story(*CAST, relationships=relationships).as_of(LENGTH))


def labels(*relationships: Relationship, of: str = "ann") -> list[tuple[str, Direction]]:
    return [(one.label, one.direction) for one in merge_reciprocal(visible(*relationships).people.relationships_of(of))]


def said(source: str, target: str, label: str, kind: str = "family", **more: object) -> Relationship:
    return tie(source, target, kind, label_stages=stages((0, label)), **more)  # type: ignore[arg-type]  # as tie takes


def test_each_loving_the_other_is_one_relationship_both_ways() -> None:
    both = (tie("ann", "bob", "love"), tie("bob", "ann", "love"))
    assert labels(tie("ann", "bob", "love")) == [("loves", Direction.OUT)]
    assert [direction for _, direction in labels(*both)] == [Direction.OUT, Direction.IN]
    same = (said("ann", "bob", "loves", "love"), said("bob", "ann", "loves", "love"))
    assert labels(*same) == labels(*same, of="bob") == [("loves", Direction.BOTH)]


def test_father_and_daughter_are_one_row_with_the_own_label_first() -> None:
    pair = (said("ann", "bob", "father of"), said("bob", "ann", "daughter of"))
    assert labels(*pair) == [("father of / daughter of", Direction.BOTH)]
    assert labels(*pair, of="bob") == [("daughter of / father of", Direction.BOTH)]


def test_the_same_label_from_both_ends_is_shown_once() -> None:
    assert labels(tie("ann", "bob"), tie("bob", "ann")) == [("friends", Direction.BOTH)]


def test_two_relationships_in_one_direction_are_not_merged() -> None:
    assert len(labels(said("ann", "bob", "cousin of"), said("ann", "bob", "heir of"))) == 2
    assert len(labels(*[said("ann", "bob", "cousin of")] * 2, said("bob", "ann", "cousin of"))) == 2


def test_relationships_with_another_end_secret_or_kind_are_not_merged() -> None:
    plain = said("ann", "bob", "ally of")
    for other in (
        said("bob", "ann", "ally of", until=2),
        said("bob", "ann", "ally of", secret_from=("ann",)),
        said("bob", "ann", "ally of", "enemy"),
    ):
        assert len(labels(plain, other)) == 2


def test_two_entries_of_one_person_do_not_make_relationships_reciprocal() -> None:
    cast = (person("ann"), person("mask", becomes=Becomes("bob", 0)), person("bob"))
    twice = (said("mask", "ann", "cousin of"), said("bob", "ann", "heir of"))
    people = VisibleStory(story(*cast, relationships=twice).as_of(LENGTH)).people
    assert [one.label for one in merge_reciprocal(people.relationships_of("ann"))] == ["cousin of", "heir of"]


def test_arrow_shows_direction_and_line_style_shows_kind() -> None:
    drawn = visible(
        tie("ann", "bob", "family"),
        tie("ann", "bob", "love"),
        said("cat", "ann", "hits", "hurts"),
        tie("dan", "ann", "teacher"),
    )
    assert rows(relationship_lines(drawn, "ann", 32)) == [
        "  ╞═ = family 1 ════════════════",
        "  ├═ family of ═════════════ Bob",
        "  ┝━ ♥ love 1 ━━━━━━━━━━━━━━━━━━",
        "  ├━ loves ━━━━━━━━━━━━━━━━► Bob",
        "  ├╌ ! harm 1 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
        "  ├◄ hits ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Cat",
        "  ├─ ¶ teaching 1 ──────────────",
        "  ├◄ taught by ───────────── Dan",
    ]


def test_a_heading_longer_than_a_row_is_whole() -> None:
    kind = Kind("odd", "knows", "known by", "those of whom one has heard in another life", "?", LineStyle.HEAVY)
    drawn = VisibleStory(story(*CAST, kinds=(kind,), relationships=(tie("ann", "bob", "odd"),)))
    lines = list(relationship_lines(drawn, "ann", 32))
    assert too_wide(lines, 32) == []
    assert rows(lines)[:2] == [
        "  ┝━ ? those of whom one has ",
        "  │  heard in another life 1 ━━━",
    ]


def test_people_two_steps_away_are_shown_on_request() -> None:
    ties = (tie("ann", "bob"), tie("bob", "cat"), tie("ann", "dan"), tie("dan", "cat"), tie("dan", "eve"))
    drawn = visible(*ties)
    assert rows(two_step_lines(drawn, "ann", 32)) == ["  ▸ two steps away ┄┄┄┄┄┄┄┄┄┄┄┄┄"]
    assert rows(two_step_lines(drawn, "ann", 32, OPENED)) == [
        "  └ two steps away 2 ┄┄┄┄┄┄┄┄┄┄┄",
        "    Cat via Bob, Dan",
        "    Eve via Dan",
    ]


def test_many_people_two_steps_away_are_shown_in_two_stages_with_whole_names() -> None:
    others = [
        person(f"p{number}", name_stages=stages((0, f"Somebody with a long name {number}"))) for number in range(9)
    ]
    ties = [tie("ann", "bob"), *(tie("bob", other.id) for other in others)]
    drawn = VisibleStory(story(*CAST, *others, relationships=tuple(ties)))
    few, every = (list(two_step_lines(drawn, "ann", 32, turned)) for turned in (OPENED, (*OPENED, ALL_TWO_STEPS)))
    assert rows(few)[-1] == "    ▸ 3 more"
    assert [row.strip() for row in rows(every)[1::2]] == [other.name for other in others]
    assert too_wide([*few, *every], 32) == []
