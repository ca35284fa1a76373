"""Every spelling of a point that people type, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.point_spellings import UnknownPoint, find_point, may_become_point, named_volume, point_readings
from aotad_tui.story.timeline import Point, Timeline, Volume

SEASON = Timeline("episode", (Point("S1E01", "Pilot"), Point("S1E02", "The roof"), Point("S1E03")))
SHOW = Timeline(
    "episode",
    tuple(Point(f"S{season:02}E{episode:02}") for season in (1, 2, 3) for episode in range(1, 11)),
    tuple(Volume(f"s{number}", number, "episode", number * 10 - 9, number * 10) for number in (1, 2, 3)),
    "season",
)
WITHOUT_VOLUMES = Timeline("episode", SHOW.points)
BOOKS = Timeline(
    "chapter",
    tuple(Point(str(number)) for number in range(1, 8)),
    (
        Volume("agot", 1, "chapter", 1, 4),
        Volume("acok", 2, "chapter", 5, 6),
        Volume("b3", 3, "interlude", 7, 7, "The end"),
    ),
    "book",
)


@pytest.mark.parametrize(
    ("words", "position"),
    [("S1E02", 2), ("s1e02", 2), (" S1E02\n", 2), ("start", 0), ("Start", 0), ("END", 3), ("0", 0), ("2", 2), ("3", 3)],
)
def test_a_typed_point_is_an_id_in_any_case_a_number_start_or_end(words: str, position: int) -> None:
    assert find_point(SEASON, words) == position


@pytest.mark.parametrize("words", ["Ｓ２Ｅ３", "２ｘ３", "１３", "season　2 episode　3"])
def test_fullwidth_letters_and_digits_are_read_as_usual_ones(words: str) -> None:
    assert find_point(SHOW, words) == 13


@pytest.mark.parametrize("words", ["", "S1E04", "4", "-1", "1.5", "½", "²", "Pilot", "The roof"])
def test_unknown_points_are_rejected(words: str) -> None:
    with pytest.raises(UnknownPoint):
        find_point(SEASON, words)


def test_the_error_says_which_input_is_valid_without_later_titles_or_ids() -> None:
    with pytest.raises(UnknownPoint) as refused:
        find_point(SEASON, "S1E99")
    text = str(refused.value)
    assert "'S1E99'" in text
    assert "S1E01" in text
    assert "from 0 to 3" in text
    assert not any(told in text for told in ("S1E02", "S1E03", "Pilot", "The roof"))


@pytest.mark.parametrize(
    ("timeline", "example"),
    [(SEASON, "a point id such as S1E01 (Episode 1)"), (BOOKS, "a point from B1 C1 to B3 I1 (Book 3, interlude 1)")],
)
def test_the_error_names_the_units_and_a_right_spelling(timeline: Timeline, example: str) -> None:
    with pytest.raises(UnknownPoint) as refused:
        find_point(timeline, "act 2 scene 3")
    text = str(refused.value)
    assert text == f"no point 'act 2 scene 3'; use start, end, a number from 0 to {len(timeline)}, or {example}"


@pytest.mark.parametrize(
    ("typed", "may"),
    [("s", True), ("season 3 ep", True), ("S0", True), ("3x", True), ("en", True), ("book", False), ("s3e99", False)],
)
def test_a_text_may_be_the_beginning_of_a_spelling(typed: str, may: bool) -> None:
    assert may_become_point(SHOW, typed) is may


def test_a_guide_without_a_timeline_accepts_only_start_and_end() -> None:
    none = Timeline()
    assert not none
    assert (find_point(none, "start"), find_point(none, "end"), find_point(none, "0")) == (0, 0, 0)
    with pytest.raises(UnknownPoint, match="no timeline"):
        find_point(none, "S1E01")


def test_a_numeric_id_means_its_point_at_any_position() -> None:
    backwards = Timeline("chapter", (Point("3"), Point("2"), Point("1")))
    assert [find_point(backwards, id) for id in ("3", "2", "1")] == [1, 2, 3]


@pytest.mark.parametrize(
    "typed",
    [
        "S03E05",
        "s3e5",
        "S3E5",
        "s03 e05",
        "3x05",
        "3×5",
        "3 x 5",
        "3.5",
        "season 3 episode 5",
        "Season 3, episode 5",
        "S3 E5",
        "seas. 3 ep. 5",
        "s3-e5",
        "s3.5",
        "season 3, 5",
        "SEASONS 3 EPISODES 5",
        "25",
        " s3e5 ",
        "s3x05",
    ],
)
@pytest.mark.parametrize("timeline", [SHOW, WITHOUT_VOLUMES], ids=["volumes", "ids"])
def test_every_spelling_of_a_point_is_taken(timeline: Timeline, typed: str) -> None:
    assert find_point(timeline, typed) == 25


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("book 2 chapter 2", 6),
        ("b2c2", 6),
        ("Book 2, chapter 2", 6),
        ("2.2", 6),
        ("book 3", 7),
        ("acok", None),
        ("AGOT", None),
        ("interlude 1", 7),
        ("chapter 4", 4),
        ("chapter 3", 3),
        ("ch 4", 4),
        ("6", 6),
        ("7", 7),
    ],
)
def test_books_and_chapters_are_taken(typed: str, position: int | None) -> None:
    readings = point_readings(BOOKS, typed)
    assert (readings == (position,)) if position else len(readings) > 1


@pytest.mark.parametrize("typed", ["s3e11", "s4e1", "3.0", "3x", "x5", "e3s5", "chapter 3 season 5", "b3c5", "s3e5e6"])
@pytest.mark.parametrize("typed_of", ["{}", " {} "])
def test_what_is_no_point_is_refused(typed: str, typed_of: str) -> None:
    with pytest.raises(UnknownPoint, match=r"from 0 to 30, or a point from S1 E1 to S3 E10 .Season 3, episode 10."):
        find_point(SHOW, typed_of.format(typed))


@pytest.mark.parametrize("typed", ["1,2", "1-2", "1 2", "-1.2", "1/2", "1:2", "1,477", "2022-01-28", "1e2"])
def test_numbers_that_may_be_one_number_or_a_range_are_no_spelling(typed: str) -> None:
    assert point_readings(BOOKS, typed) == ()


def test_a_letter_never_joins_the_digits_around_it() -> None:
    plain = Timeline("episode", tuple(Point(str(number)) for number in range(1, 74)))
    assert point_readings(plain, "s3e5") == ()
    assert point_readings(plain, "3x5") == ()


def test_an_exact_id_wins_over_a_spelling_and_a_spelling_over_a_number() -> None:
    points = (Point("3"), Point("1.2"), Point("x"), Point("y"))
    odd = Timeline("part", points, (Volume("v1", 1, "part", 1, 3), Volume("v2", 2, "part", 4, 4)))
    assert find_point(odd, "3") == 1
    assert find_point(odd, "1.3") == 3
    assert find_point(odd, "1.2") == 2
    assert find_point(odd, "4") == 4


def test_several_readings_are_refused_with_the_candidates() -> None:
    with pytest.raises(UnknownPoint) as refused:
        find_point(SHOW, "episode 7")
    assert str(refused.value) == (
        "'episode 7' can be several points: Season 1, episode 7 (S01E07), Season 2, episode 7 (S02E07), "
        "Season 3, episode 7 (S03E07); use one of them"
    )
    with pytest.raises(UnknownPoint, match=r"Season 3, episode 1 \(S03E01\) to Season 3, episode 10 \(S03E10\)"):
        find_point(SHOW, "s3")


def test_a_number_and_an_id_that_disagree_are_two_readings() -> None:
    points = (Point("S1E1"), Point("S1E0"), Point("S2E1"))
    shifted = Timeline("episode", points, (Volume("a", 1, "episode", 1, 1), Volume("b", 2, "episode", 2, 3)), "season")
    assert point_readings(shifted, "s2e01") == (2, 3)


def test_a_volume_alone_is_named() -> None:
    assert named_volume(SHOW, "s3") == SHOW.volumes[2]
    assert named_volume(SHOW, "Season 2") == SHOW.volumes[1]
    assert named_volume(BOOKS, "acok") == BOOKS.volumes[1]
    assert named_volume(SHOW, "episode 3") is None
    assert named_volume(SHOW, "s3e5") is None


@given(st.integers(1, 30))
def test_every_name_of_a_point_is_read_as_that_point(position: int) -> None:
    names = (SHOW.untitled(position), SHOW.short(position), SHOW.points[position - 1].id, str(position))
    assert [find_point(SHOW, name) for name in names] == [position] * 4


@given(st.text(max_size=12))
def test_find_returns_a_position_of_the_timeline_or_raises(words: str) -> None:
    try:
        position = find_point(SEASON, words)
    except UnknownPoint:
        return
    assert 0 <= position <= len(SEASON)
