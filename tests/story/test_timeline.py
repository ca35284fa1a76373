from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.timeline import Point, Timeline, UnknownPoint

SEASON = Timeline("episode", (Point("S1E01", "Pilot"), Point("S1E02", "The roof"), Point("S1E03")))


@pytest.mark.parametrize(("stamp", "position"), [("start", 0), ("S1E01", 1), ("S1E03", 3), ("end", 3)])
def test_a_stamp_is_the_number_of_finished_points(stamp: str, position: int) -> None:
    assert SEASON.position(stamp) == position


@pytest.mark.parametrize("stamp", ["", "S1E04", "s1e01", "START", "1", " S1E01"])
def test_a_stamp_in_a_file_must_match_exactly(stamp: str) -> None:
    assert SEASON.position(stamp) is None


@pytest.mark.parametrize(
    ("words", "position"),
    [("S1E02", 2), ("s1e02", 2), (" S1E02\n", 2), ("start", 0), ("Start", 0), ("END", 3), ("0", 0), ("2", 2), ("3", 3)],
)
def test_a_typed_point_is_an_id_in_any_case_a_number_start_or_end(words: str, position: int) -> None:
    assert SEASON.find(words) == position


@pytest.mark.parametrize("words", ["", "S1E04", "4", "-1", "1.5", "½", "²", "Pilot", "The roof"])
def test_unknown_points_are_rejected(words: str) -> None:
    with pytest.raises(UnknownPoint):
        SEASON.find(words)


def test_the_error_says_which_input_is_valid_without_later_titles_or_ids() -> None:
    with pytest.raises(UnknownPoint) as refused:
        SEASON.find("S1E99")
    text = str(refused.value)
    assert "'S1E99'" in text
    assert "S1E01" in text
    assert "from 0 to 3" in text
    assert not any(told in text for told in ("S1E02", "S1E03", "Pilot", "The roof"))


def test_a_guide_without_a_timeline_accepts_only_start_and_end() -> None:
    none = Timeline()
    assert not none
    assert (none.find("start"), none.find("end"), none.find("0")) == (0, 0, 0)
    with pytest.raises(UnknownPoint, match="no timeline"):
        none.find("S1E01")


def test_a_numeric_id_means_its_point_at_any_position() -> None:
    backwards = Timeline("chapter", (Point("3"), Point("2"), Point("1")))
    assert [backwards.find(id) for id in ("3", "2", "1")] == [1, 2, 3]


def test_a_point_is_named_by_title_or_by_unit_and_number() -> None:
    assert [SEASON.name(position) for position in range(4)] == ["nothing yet", "Pilot", "The roof", "Episode 3"]
    assert SEASON.untitled(2) == "Episode 2"


def test_the_part_of_the_story_up_to_a_position_names_a_point_by_its_number() -> None:
    assert [SEASON.up_to(position) for position in (0, 1, 3)] == [
        "before Episode 1",
        "up to Episode 1",
        "up to Episode 3",
    ]
    assert Timeline().up_to(0) == "in this guide"


def test_titles_of_later_points_are_hidden_but_the_points_stay() -> None:
    gated = SEASON.as_of(1)
    assert gated.points == (Point("S1E01", "Pilot"), Point("S1E02"), Point("S1E03"))
    assert gated.name(2) == "Episode 2"
    assert gated.find("end") == 3


@given(st.integers(0, 3), st.integers(0, 3))
def test_gating_twice_equals_gating_at_the_earlier_point(first: int, second: int) -> None:
    assert SEASON.as_of(first).as_of(second) == SEASON.as_of(min(first, second))


@given(st.text(max_size=12))
def test_find_returns_a_position_of_the_timeline_or_raises(words: str) -> None:
    try:
        position = SEASON.find(words)
    except UnknownPoint:
        return
    assert 0 <= position <= len(SEASON)
