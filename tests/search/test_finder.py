"""What a reader types finds what they mean, however they spell it, best first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.search.finder import Candidate, Finder, Fit

ON_JO = Candidate("on-jo", "Nam On-jo", ("Nam On-jo", "남온조", "Onjo"))
SO_JU = Candidate("so-ju", "Nam So-ju", ("Nam So-ju", "남소주"))
CHEONG_SAN = Candidate("cheong-san", "Lee Cheong-san", ("Lee Cheong-san", "이청산"))
SU_HYEOK = Candidate("su-hyeok", "Lee Su-hyeok", ("Lee Su-hyeok", "이수혁", "Bare-su"))
NAYEON = Candidate("na-yeon", "Lee Na-yeon", ("Lee Na-yeon", "이나연"))
KONJOON = Candidate("konjoon", "Konjoon", ("Konjoon",))
ANDRE = Candidate("andre", "André d'Artagnan", ("André d'Artagnan",))
EVERYTHING = (ON_JO, SO_JU, CHEONG_SAN, SU_HYEOK, NAYEON, KONJOON, ANDRE)
FINDER = Finder(EVERYTHING)


def places(typed: str, finder: Finder = FINDER) -> list[str]:
    return [hit.candidate.place for hit in finder.find(typed)]


def best(typed: str) -> tuple[str, str, Fit]:
    hit = FINDER.find(typed)[0]
    return hit.candidate.place, hit.name, hit.fit


@pytest.mark.parametrize("typed", ["Nam On-jo", "nam onjo", "NAM ON JO", "namonjo", "nam-on-jo", "  nam  on jo."])
def test_a_whole_name_is_found_with_or_without_case_spaces_and_hyphens(typed: str) -> None:
    assert best(typed) == ("on-jo", "Nam On-jo", Fit.EXACT)
    assert places(typed) == ["on-jo"]


@pytest.mark.parametrize(
    ("typed", "name"), [("onjo", "Onjo"), ("on-jo", "Onjo"), ("남온조", "남온조"), ("남 온조", "남온조")]
)
def test_every_name_of_somebody_finds_them_and_is_told(typed: str, name: str) -> None:
    assert best(typed) == ("on-jo", name, Fit.EXACT)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nam o", ["on-jo"]),
        ("nam", ["on-jo", "so-ju"]),
        ("남", ["on-jo", "so-ju"]),
        ("남온", ["on-jo"]),
        ("이", ["na-yeon", "su-hyeok", "cheong-san"]),
        ("이청", ["cheong-san"]),
        ("lee", ["na-yeon", "su-hyeok", "cheong-san"]),
        ("andre", ["andre"]),
        ("dart", ["andre"]),
        ("d'art", ["andre"]),
    ],
)
def test_the_beginning_of_a_name_is_enough(typed: str, found: list[str]) -> None:
    assert sorted(places(typed)) == sorted(found)


@pytest.mark.parametrize("typed", ["nam o", "namon", "nam-on", "남온"])
def test_the_beginning_of_a_name_with_or_without_its_spaces_fits_better_than_its_middle(typed: str) -> None:
    assert [hit.fit for hit in FINDER.find(typed)] == [Fit.BEGINNING]


@pytest.mark.parametrize(
    "typed", ["cheong-san lee", "cheongsan lee", "san cheong", "lee san", "san lee cheong", "cheo le", "s l"]
)
def test_words_may_stand_in_any_order_and_be_cut_short(typed: str) -> None:
    assert "cheong-san" in places(typed)
    assert best("cheong-san lee") == ("cheong-san", "Lee Cheong-san", Fit.WORDS)


def test_every_word_typed_must_fit() -> None:
    assert places("lee on-jo") == []
    assert places("nam onjo x") == []
    assert places("남 이청산") == []


def test_the_given_name_alone_finds_somebody() -> None:
    assert places("su-hyeok")[0] == places("suhyeok")[0] == places("hyeok")[0] == "su-hyeok"


def test_the_middle_of_a_name_finds_it_last_and_only_from_two_letters_on() -> None:
    assert best("온조") == ("on-jo", "남온조", Fit.INSIDE)
    assert best("njoo") == ("konjoon", "Konjoon", Fit.INSIDE)
    assert places("조") == places("j o o n z") == []


def test_the_best_fit_comes_first() -> None:
    assert places("onjo") == ["on-jo", "konjoon"]
    found = FINDER.find("su")
    assert [(hit.candidate.place, hit.fit) for hit in found] == [("su-hyeok", Fit.WORDS)]
    everything = Finder([Candidate("inside", "Insu", ("Insu",)), SU_HYEOK, Candidate("su", "Su", ("Su",))])
    assert places("su", everything) == ["su", "su-hyeok", "inside"]


def test_among_equals_the_shorter_name_comes_first_and_then_the_title_decides() -> None:
    some = [Candidate(title, title, (title,)) for title in ("Ann Zed", "Ann B", "Ann A", "Ann Abbot")]
    assert places("ann", Finder(some)) == ["Ann A", "Ann B", "Ann Zed", "Ann Abbot"]


def test_with_nothing_typed_everything_is_there_in_its_order() -> None:
    assert [hit.candidate for hit in FINDER.find("")] == list(EVERYTHING)
    assert [hit.candidate for hit in FINDER.find("  ")] == list(EVERYTHING)
    assert [hit.name for hit in FINDER.find("")][:2] == ["Nam On-jo", "Nam So-ju"]


@pytest.mark.parametrize("typed", ["!!", "…", "-", "zzz", "[/x]", "\x1b["])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert places(typed) == []


def test_no_more_are_given_than_asked_for() -> None:
    many = Finder([Candidate(str(number), f"Ann {number}", (f"Ann {number}",)) for number in range(200)])
    assert len(many.find("ann")) == len(many.find("")) == 50
    assert len(many.find("ann", most=3)) == len(many.find("", most=3)) == 3
    assert many.find("ann 150")[0].candidate.place == "150"


words = st.text("abcdeOn-'éß남온조 ", max_size=8)
candidates = st.builds(
    lambda names: Candidate("/".join(names), names[0], tuple(names)), st.lists(words, min_size=1, max_size=3)
)


@given(st.lists(candidates, max_size=8), words)
def test_hits_are_candidates_each_once_with_the_best_first(some: list[Candidate], typed: str) -> None:
    hits = Finder(some).find(typed)
    assert [hit.fit for hit in hits] == sorted(hit.fit for hit in hits)
    assert all(hit.candidate in some for hit in hits)
    assert all(hit.name in hit.candidate.names for hit in hits)
    assert len({id(hit.candidate) for hit in hits}) == len(hits)


@given(st.lists(candidates, min_size=1, max_size=8), st.data())
def test_whoever_types_a_whole_name_in_any_case_finds_who_bears_it(some: list[Candidate], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(some))
    name = data.draw(st.sampled_from(wanted.names).filter(lambda name: any(sign.isalnum() for sign in name)))
    (first, *_) = hits = Finder(some).find(name.upper())
    assert first.fit == Fit.EXACT
    assert wanted in [hit.candidate for hit in hits if hit.fit == Fit.EXACT]
