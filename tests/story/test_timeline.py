from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.timeline import Point, Timeline, Volume

SEASON = Timeline("episode", (Point("S1E01", "Pilot"), Point("S1E02", "The roof"), Point("S1E03")))


@pytest.mark.parametrize(("stamp", "position"), [("start", 0), ("S1E01", 1), ("S1E03", 3), ("end", 3)])
def test_a_stamp_is_the_number_of_finished_points(stamp: str, position: int) -> None:
    assert SEASON.position(stamp) == position


@pytest.mark.parametrize("stamp", ["", "S1E04", "s1e01", "START", "1", " S1E01"])
def test_a_stamp_in_a_file_must_match_exactly(stamp: str) -> None:
    assert SEASON.position(stamp) is None


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
    assert gated.position("end") == 3


@given(st.integers(0, 3), st.integers(0, 3))
def test_gating_twice_equals_gating_at_the_earlier_point(first: int, second: int) -> None:
    assert SEASON.as_of(first).as_of(second) == SEASON.as_of(min(first, second))


SHOW = Timeline(
    "episode",
    (Point("1", "Pilot"), Point("2", "Episode 2"), Point("3"), Point("4", "Home"), Point("5")),
    (Volume("s1", 1, "episode", 1, 3, "Hyosan"), Volume("s2", 2, "special", 4, 5, "Exile")),
    "season",
)


def test_a_point_of_a_volume_is_named_with_its_volume() -> None:
    assert [SHOW.untitled(position) for position in (1, 3, 4)] == [
        "Season 1, episode 1",
        "Season 1, episode 3",
        "Season 2, special 1",
    ]
    assert [SHOW.short(position) for position in (1, 3, 4)] == ["S1 E1", "S1 E3", "S2 S1"]
    assert [SHOW.name(position) for position in range(4)] == [
        "nothing yet",
        "S1 E1 Pilot",
        "S1 E2",
        "S1 E3",
    ]
    assert [SHOW.label(position) for position in (1, 3, 4)] == ["S1 E1", "S1 E3", "S2 S1"]
    assert [SHOW.unit_of(position) for position in (0, 3, 4)] == ["episode", "episode", "special"]
    assert SHOW.heading(4) == "Season 2, special 1: Home"
    assert SHOW.heading(2) == "Season 1, episode 2"
    assert (SHOW.up_to(0), SHOW.up_to(4)) == ("before Season 1, episode 1", "up to Season 2, special 1")


def test_the_names_of_points_without_volumes_stay_plain() -> None:
    assert (SEASON.short(2), SEASON.heading(2), SEASON.heading(3)) == ("episode 2", "Episode 2: The roof", "Episode 3")
    assert SEASON.label(2) == "Episode 2"


@pytest.mark.parametrize(
    ("seen", "titles"), [(0, [None, None]), (1, ["Hyosan", None]), (3, ["Hyosan", None]), (4, ["Hyosan", "Exile"])]
)
def test_the_title_of_a_volume_is_hidden_until_its_first_point(seen: int, titles: list[str | None]) -> None:
    gated = SHOW.as_of(seen)
    assert [volume.title for volume in gated.volumes] == titles
    assert [gated.untitled(position) for position in range(1, 6)] == [SHOW.untitled(at) for at in range(1, 6)]
    assert gated.volume_heading(gated.volumes[1]) == ("Season 2: Exile" if seen >= 4 else "Season 2")


@given(st.integers(0, 5), st.integers(0, 5))
def test_gating_volumes_twice_equals_gating_at_the_earlier_point(first: int, second: int) -> None:
    assert SHOW.as_of(first).as_of(second) == SHOW.as_of(min(first, second))
