"""People are found by what is known of them, after all who are named so, and only by what is visible."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aotad_tui.link import Link
from aotad_tui.search.candidates import people, people_and_terms
from aotad_tui.search.details import Details, marks_in_details
from aotad_tui.search.finder import Finder, Hit, MatchTier
from aotad_tui.story.named import Term
from aotad_tui.story.story import Story
from aotad_tui.story.values import Actor, Fact, Group
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, story, tie

CAST = (
    person(
        "cora",
        about_stages=stages((0, "Fisherman with a scar."), (5, "Keeps bees in class 2-5.")),
        group_stages=stages((0, "crew")),
        facts=(Fact(3, "Is bullied on the ship."), Fact(6, "Drowns.", "dead")),
    ),
    person("tim", played_by=Actor("Max Impala"), group_stages=stages((0, "crew"))),
    person("bo", name_stages=stages((0, "Captain Scar")), about_stages=stages((0, "漁師の丫环です。"))),
    person("late", 7, about_stages=stages((7, "A fisherman too."))),
)
TALE = story(
    *CAST,
    groups=(Group("crew", "The bully boys", 0),),
    relationships=(
        tie("bo", "tim", "teacher"),
        tie("tim", "cora", "hurts", since=4, label_stages=stages((4, "ransacks the house of"))),
    ),
)


def finder(seen: int = LENGTH, whole: Story = TALE) -> Finder:
    visible = VisibleStory(whole.as_of(seen))
    return Finder(people(visible), Details(visible))


@pytest.mark.parametrize(
    ("seen", "typed", "expected"),
    [(6, "rock", ["isle"]), (6, "wreck", []), (7, "wreck", ["isle"]), (6, "bees", ["cora", "isle"])],
)
def test_terms_are_found_by_what_they_are(seen: int, typed: str, expected: list[str]) -> None:
    isle = Term("isle", 0, stages((0, "Isle")), about_stages=stages((0, "A rock with bees."), (7, "A wreck.")))
    visible = VisibleStory(replace(TALE, terms=(isle,)).as_of(seen))
    hits = Finder(people_and_terms(visible), Details(visible)).find(typed)
    assert [hit.candidate.link.id for hit in hits if hit.tier is MatchTier.KNOWN] == expected


def known(typed: str, seen: int = 4) -> list[tuple[str, str]]:
    """The ids of the people who are found by what is known of them, and what that is."""
    hits = finder(seen).find(typed)
    return [(hit.candidate.link.id, hit.name) for hit in hits if hit.tier is MatchTier.KNOWN]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fisherman", [("cora", "Fisherman with a scar.")]),
        ("FISH scar", [("cora", "Fisherman with a scar.")]),
        ("bully", [("cora", "The bully boys"), ("tim", "The bully boys")]),
        ("boys fish", [("cora", "The bully boys · Fisherman with a scar.")]),
        ("alive", [("cora", "alive"), ("tim", "alive"), ("bo", "alive")]),
        ("teachers", [("bo", "teacher")]),
        ("taught", [("tim", "taught by")]),
        ("ransack", [("tim", "ransacks the house of")]),
        ("ship", [("cora", "Is bullied on the ship.")]),
        ("丫环", [("bo", "漁師の丫环です。")]),
        ("sherman", []),
        ("fi", []),
        ("bees", []),
        ("boys bees", []),
    ],
)
def test_people_are_found_by_what_is_known(typed: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(known(typed)) == sorted(expected)


def test_people_are_found_as_of_the_point() -> None:
    assert [id for id, _ in known("2-5", 5)] == ["cora"]
    assert known("scar", 5) == []
    assert [len(known("dead", seen)) for seen in (5, 6)] == [0, 1]
    assert [len(known("fisherman", seen)) for seen in (6, 7)] == [0, 1]
    assert [len(known("harm", seen)) for seen in (3, 4)] == [0, 1]


def test_a_name_comes_before_what_is_known_and_a_group_before_a_fact() -> None:
    hits = finder(4).find("scar")
    assert [(hit.candidate.link.id, hit.tier) for hit in hits] == [
        ("bo", MatchTier.WHOLE_WORDS),
        ("cora", MatchTier.KNOWN),
    ]
    assert [hit.name for hit in finder(4).find("bull")] == ["The bully boys", "The bully boys"]
    ranked = story(
        person("ann", facts=(Fact(0, "Calls the police."),)),
        person("zoe", group_stages=stages((0, "police"))),
        groups=(Group("police", "Police", 0),),
    )
    assert [hit.candidate.link.id for hit in finder(whole=ranked).find("police")] == ["zoe", "ann"]


def test_people_on_the_page_come_first() -> None:
    near = finder(4).find("alive", context=(Link.character("tim"),))
    assert near[0].candidate.link.id == "tim"


def test_letters_across_two_words_of_a_name_are_a_weak_match() -> None:
    def best(typed: str) -> Hit:
        return finder(4).find(typed)[0]

    assert (best("ximp").tier, best("ximp").is_weak) == (MatchTier.ACROSS_WORDS, True)
    assert (best("impa").is_weak, best("maximp").is_weak, best("mpal").is_weak) == (False, False, False)
    assert (best("scar").is_weak, best("fisherman").is_weak) == (False, True)


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("The bullies", "bully", ["bulli"]),
        ("Class 2-5", "class 2-5", ["Class", "2-5"]),
        ("teacher", "teachers", ["teacher"]),
    ],
)
def test_what_matches_is_marked(text: str, typed: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in marks_in_details(text, typed)] == words
