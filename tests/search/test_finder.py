"""What a reader types finds what they mean, however they spell it, best first."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.link import Link
from aotad_tui.search.finder import Candidate, Finder, MatchTier
from aotad_tui.search.marking import marks_in_name


def candidate(*names: str, weight: int = 0, secondary_names: tuple[str, ...] = ()) -> Candidate:
    return Candidate(Link.character(names[0]), names[0], names, weight, secondary_names)


CAST = (
    candidate("Nam On-jo", "남온조", "On-jo", weight=9),
    candidate("Nam So-ju", "남소주", weight=3),
    candidate("Lee Cheong-san", "이청산", "Chungsan", weight=8, secondary_names=("Yoon Chan-young",)),
    candidate("Lee Su-hyeok", "이수혁", weight=7, secondary_names=("Lomon",)),
    candidate("Yoon Gwi-nam", "윤귀남", weight=6),
    candidate("Kim Ji-min", "김지민", weight=2),
    candidate("Ji-min's parents"),
    candidate("Orangibberish", "the streamer"),
)
FINDER = Finder(CAST)


def found(typed: str, finder: Finder = FINDER, near: tuple[Link, ...] = ()) -> list[str]:
    return [hit.candidate.title for hit in finder.find(typed, context=near)]


@pytest.mark.parametrize(
    ("typed", "title", "fit"),
    [
        ("namonjo", "Nam On-jo", MatchTier.EXACT),
        ("On-jo Nam", "Nam On-jo", MatchTier.WHOLE_WORDS),
        ("Nam O", "Nam On-jo", MatchTier.BEGINNING),
        ("jo na", "Nam On-jo", MatchTier.WORDS),
        ("soohyuk lee", "Lee Su-hyeok", MatchTier.SOUND),
        ("noj", "Nam On-jo", MatchTier.INITIALS),
        ("ㅇㅊㅅ", "Lee Cheong-san", MatchTier.INITIALS),
        ("kwin", "Yoon Gwi-nam", MatchTier.SOUND_BEGINNING),
        ("gibber", "Orangibberish", MatchTier.INSIDE),
        ("orangibbersih", "Orangibberish", MatchTier.TYPO),
        ("이정산", "Lee Cheong-san", MatchTier.TYPO),
        ("남온ㅈ", "Nam On-jo", MatchTier.BEGINNING),
    ],
)
def test_each_way_to_fit_finds(typed: str, title: str, fit: MatchTier) -> None:
    best = FINDER.find(typed)[0]
    assert (best.candidate.title, best.tier) == (title, fit)


def test_better_fits_come_first() -> None:
    fits = [hit.tier for typed in ("nam", "ji", "lee", "jimin", "su") for hit in FINDER.find(typed)]
    assert [
        fit for typed in ("nam", "ji", "lee", "jimin", "su") for fit in sorted(hit.tier for hit in FINDER.find(typed))
    ] == fits
    assert found("jimin")[0] == "Kim Ji-min"


def test_among_equals_who_is_near_comes_first_then_who_is_more_central() -> None:
    assert found("nam")[:2] == ["Nam On-jo", "Nam So-ju"]
    assert found("nam", near=(Link.character("Nam So-ju"),))[:2] == ["Nam So-ju", "Nam On-jo"]


def test_nearness_does_not_beat_a_better_fit() -> None:
    assert found("nam on", near=(Link.character("Nam So-ju"),))[0] == "Nam On-jo"


def test_who_plays_somebody_finds_them_after_all_whose_own_name_it_is() -> None:
    assert found("lomon") == ["Lee Su-hyeok"]
    assert found("yoon")[0] == "Yoon Gwi-nam"
    assert "Lee Cheong-san" in found("yoon")


@given(st.integers(0, 1000), st.sampled_from(["nam", "lee", "ji", "n", "ㅇ", "on jo", "soo", "min", "orangib", ""]))
def test_the_order_never_hangs_on_the_order_of_the_guide(seed: int, typed: str) -> None:
    shuffled = list(CAST)
    random.Random(seed).shuffle(shuffled)
    assert found(typed, Finder(shuffled)) == found(typed)


@given(st.text(alphabet="namonjolechugsidy -남온조이청산ㄴㅇ'\"*", max_size=8))
def test_whatever_is_typed_there_is_an_answer_and_nobody_is_in_it_twice(typed: str) -> None:
    places = [hit.candidate.link for hit in FINDER.find(typed)]
    assert len(places) == len(set(places))


def test_nothing_typed_finds_everybody_and_signs_alone_nobody() -> None:
    assert len(FINDER.find("")) == len(CAST)
    assert FINDER.find(" -!") == []
    assert FINDER.find("", most=3) == FINDER.everything(3)


def test_what_is_like_nothing_finds_nothing() -> None:
    assert FINDER.find("zzzzzz") == []
    assert Finder(()).find("nam") == []


def test_typing_errors_are_forgiven_only_where_nothing_better_was_found() -> None:
    crowd = Finder([candidate(f"Nam {name}") for name in ("Ann", "Bob", "Cat", "Dan", "Eve")] + [candidate("Nan Bob")])
    assert "Nan Bob" not in found("nam", crowd)
    assert found("nan bob", crowd)[0] == "Nan Bob"


def test_a_short_word_is_not_taken_for_a_mistyped_one() -> None:
    assert found("xy") == []


def test_at_most_so_many_are_found_and_those_are_the_best() -> None:
    many = Finder([candidate(f"Kim {number:04}", weight=number) for number in range(500)])
    assert found("kim", many)[:3] == ["Kim 0499", "Kim 0498", "Kim 0497"]
    assert len(found("kim", many)) == 50
    assert found("k", many, near=(Link.character("Kim 0003"),))[:2] == ["Kim 0003", "Kim 0499"]


@pytest.mark.parametrize("typed", ["nam o", "namon", "nam-on", "남온"])
def test_the_beginning_of_a_name_with_or_without_its_spaces_fits_better_than_its_middle(typed: str) -> None:
    assert [hit.tier for hit in FINDER.find(typed)] == [MatchTier.BEGINNING]


@pytest.mark.parametrize(
    ("name", "typed", "lit"),
    [
        ("Nam On-jo", "onjo", ["On-jo"]),
        ("Nam On-jo", "jo nam", ["Nam", "jo"]),
        ("남온조", "온", ["온"]),
        ("남온조", "남오", ["남온"]),
        ("Soo-hyuk", "soohy", ["Soo-hy"]),
        ("Cheong-san's mother", "sans mo", ["san's mo"]),
        ("Nam On-jo", "zzz", []),
        ("Nam On-jo", "", []),
    ],
)
def test_what_was_typed_is_lit_in_the_name(name: str, typed: str, lit: list[str]) -> None:
    assert [name[start:end] for start, end in marks_in_name(name, typed)] == lit


@given(st.text(max_size=12), st.text(max_size=6))
def test_what_is_lit_lies_in_the_name_in_order(name: str, typed: str) -> None:
    at = 0
    for start, end in marks_in_name(name, typed):
        assert 0 <= start < end <= len(name)
        at = max(at, end)


words = st.text("abcdeOn-'éß남온조 ", max_size=8)
candidates = st.builds(
    lambda names: Candidate(Link.character("/".join(names)), names[0], tuple(names)),
    st.lists(words, min_size=1, max_size=3),
)


@given(st.lists(candidates, max_size=8, unique_by=lambda one: one.link), words)
def test_hits_are_candidates_by_names_of_theirs_with_the_best_first(some: list[Candidate], typed: str) -> None:
    hits = Finder(some).find(typed)
    assert [hit.tier for hit in hits] == sorted(hit.tier for hit in hits)
    assert all(hit.candidate in some and hit.name in hit.candidate.names for hit in hits)


@given(st.lists(candidates, min_size=1, max_size=8, unique_by=lambda one: one.link), st.data())
def test_whoever_types_a_whole_name_in_any_case_finds_who_bears_it(some: list[Candidate], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(some))
    name = data.draw(st.sampled_from(wanted.names))
    hits = Finder(some).find(name.upper())
    if any(sign.isalnum() for sign in name):
        assert wanted in [hit.candidate for hit in hits if hit.tier == MatchTier.EXACT]
