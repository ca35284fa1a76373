from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.timeline import Point, Timeline, UnknownPoint

SEASON = Timeline("episode", (Point("S1E01", "Pilot"), Point("S1E02", "The roof"), Point("S1E03")))


@pytest.mark.parametrize(("stamp", "position"), [("start", 0), ("S1E01", 1), ("S1E03", 3), ("end", 3)])
def test_a_stamp_is_the_number_of_points_finished(stamp: str, position: int) -> None:
    assert SEASON.position(stamp) == position


@pytest.mark.parametrize("stamp", ["", "S1E04", "s1e01", "START", "1", " S1E01"])
def test_a_stamp_in_a_file_is_exact_and_anything_else_is_no_point(stamp: str) -> None:
    assert SEASON.position(stamp) is None


@pytest.mark.parametrize(
    ("words", "position"),
    [("S1E02", 2), ("s1e02", 2), (" S1E02\n", 2), ("start", 0), ("Start", 0), ("END", 3), ("0", 0), ("2", 2), ("3", 3)],
)
def test_a_person_may_name_a_point_by_id_in_any_case_by_number_or_by_start_and_end(words: str, position: int) -> None:
    assert SEASON.find(words) == position


@pytest.mark.parametrize("words", ["", "S1E04", "4", "-1", "1.5", "½", "²", "Pilot", "The roof"])
def test_what_names_no_point_is_refused(words: str) -> None:
    with pytest.raises(UnknownPoint):
        SEASON.find(words)


def test_the_refusal_says_what_would_do_and_gives_away_no_title_and_no_later_id() -> None:
    with pytest.raises(UnknownPoint) as refused:
        SEASON.find("S1E99")
    text = str(refused.value)
    assert "'S1E99'" in text
    assert "S1E01" in text
    assert "from 0 to 3" in text
    assert not any(told in text for told in ("S1E02", "S1E03", "Pilot", "The roof"))


def test_a_guide_without_a_timeline_knows_start_and_end_and_no_other_point() -> None:
    none = Timeline()
    assert not none
    assert (none.find("start"), none.find("end"), none.find("0")) == (0, 0, 0)
    with pytest.raises(UnknownPoint, match="no timeline"):
        none.find("S1E01")


def test_an_id_that_is_a_number_is_that_point_wherever_it_stands() -> None:
    backwards = Timeline("chapter", (Point("3"), Point("2"), Point("1")))
    assert [backwards.find(id) for id in ("3", "2", "1")] == [1, 2, 3]


def test_a_point_is_called_by_its_title_and_without_one_by_unit_and_number() -> None:
    assert [SEASON.name(position) for position in range(4)] == ["nothing yet", "Pilot", "The roof", "Episode 3"]
    assert SEASON.untitled(2) == "Episode 2"


def test_the_part_of_the_story_up_to_a_position_names_a_point_by_its_number() -> None:
    assert [SEASON.up_to(position) for position in (0, 1, 3)] == [
        "before Episode 1",
        "up to Episode 1",
        "up to Episode 3",
    ]
    assert Timeline().up_to(0) == "in this guide"


def test_titles_are_told_once_their_points_are_reached_while_all_points_keep_their_places() -> None:
    gated = SEASON.as_of(1)
    assert gated.points == (Point("S1E01", "Pilot"), Point("S1E02"), Point("S1E03"))
    assert gated.name(2) == "Episode 2"
    assert gated.find("end") == 3


@given(st.integers(0, 3), st.integers(0, 3))
def test_two_gates_are_the_narrower_of_them(first: int, second: int) -> None:
    assert SEASON.as_of(first).as_of(second) == SEASON.as_of(min(first, second))


@given(st.text(max_size=12))
def test_finding_gives_a_position_of_the_timeline_or_refuses(words: str) -> None:
    try:
        position = SEASON.find(words)
    except UnknownPoint:
        return
    assert 0 <= position <= len(SEASON)
