"""First and last names are found without being listed, where they mean one person and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.named import Stage
from aotad_tui.story.short_names import parts_of, short_names
from aotad_tui.story.story import Story
from aotad_tui.story.values import Actor, Character, Group
from aotad_tui.story.visible import VisibleStory

from .stories import LENGTH, person, stages, stories, story


def named(name: str, since: int = 0, **more: object) -> Character:
    return person(name.casefold().replace(" ", "-"), since, **{"name_stages": stages((since, name)), **more})


def linked(text: str, *people: Character, seen: int = LENGTH, **more: object) -> list[str]:
    """The words of a text that are linked, each with the id of its person."""
    visible = VisibleStory(story(*people, **more).as_of(seen))
    return [f"{text[one.start : one.end]}={one.meaning}" for one in visible.mentions.find(text)]


HARRY = named("Harry Potter")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Harry Potter", ("Harry", "Potter")),
        ("Dr Hastie Lanyon", ("Hastie", "Lanyon")),
        ("Mr Utterson", ("Utterson",)),
        ("Thoros of Myr", ("Thoros",)),
        ("Bartemius Crouch Sr.", ("Bartemius", "Crouch")),
        ("Lee Cheong-san", ("Cheong-san",)),
        ("이청산", ("청산",)),
        ("Zed O'Brien", ("Zed", "O'Brien")),
        ("The Hound", ()),
        ("Death Eater", ()),
        ("Lord Burlesdon", ()),
        ("Cheong-san's mother", ()),
        ("This Fifth Avenue", ("Avenue",)),
        ("薛宝钗", ()),
        ("Al Li", ()),
        ("Harry", ()),
        ("Mr", ()),
        ("Number 6", ()),
    ],
)
def test_the_parts_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of(name) == parts


def test_a_first_and_a_last_name_are_linked_with_their_suffixes() -> None:
    assert linked("Harry came. When Harry's owl left, HARRY wept; Harry.", HARRY) == [
        "Harry=harry-potter",
        "Harry=harry-potter",
        "HARRY=harry-potter",
        "Harry=harry-potter",
    ]
    cast = named("Lee Cheong-san", native_stages=stages((0, "이청산")))
    assert linked("Then Cheong-san saw 청산이 and Lee.", cast) == ["Cheong-san=lee-cheong-san", "청산=lee-cheong-san"]


@pytest.mark.parametrize(
    "text",
    [
        "Harry Osborne came.",
        "Prince Harry Windsor came.",
        "James Lanyon came.",
        "She is a Lanyon, the Lanyon of old.",
        "Mrs. Lanyon and Miss Lanyon.",
        "Harrys and harry.",
    ],
)
def test_a_part_of_another_name_is_not_linked(text: str) -> None:
    assert linked(text, HARRY, named("Hastie Lanyon")) == []


def test_a_word_of_two_people_or_of_a_group_means_nobody() -> None:
    ron = named("Ron Weasley")
    assert linked("Weasley came.", ron) == ["Weasley=ron-weasley"]
    assert linked("Weasley came.", ron, named("Ginny Weasley")) == []
    assert linked("Weasley came.", ron, person("ann", aliases=stages((0, "Weasley's friend")))) == []
    house = Group("house", "House Weasley", 0)
    assert (
        linked(
            "Weasley came.",
            person("x", name_stages=stages((0, "Ron Weasley")), group_stages=stages((0, "house"))),
            groups=(house,),
        )
        == []
    )


def test_somebody_who_is_known_later_changes_nothing_before() -> None:
    cast = named("Ron Weasley"), named("Ginny Weasley", 5)
    assert [linked("Weasley came.", *cast, seen=seen) for seen in (4, 5)] == [["Weasley=ron-weasley"], []]


def test_common_words_are_not_linked() -> None:
    text = "Rose rose. Will you? Black smoke. Sirius and Tyler came."
    cast = named("Rose Tyler"), named("Will Sirius"), named("Sam Black")
    assert linked(text, *cast) == ["Sirius=will-sirius", "Tyler=rose-tyler"]
    assert linked("Pierre came.", named("Pierre Bezukhov"), language="en") != []
    assert linked("Pierre came.", named("Pierre Bezukhov"), language="fr") == []


def test_a_word_in_lower_case_in_a_visible_description_is_not_linked() -> None:
    cast = named("Sam Hatter"), person("ann", about_stages=stages((4, "Buys a hat from the hatter.")))
    assert [linked("Hatter came.", *cast, seen=seen) for seen in (3, 4)] == [["Hatter=sam-hatter"], []]


def test_an_alias_has_no_short_names() -> None:
    assert linked("Seoul!", named("Ho-cheol", aliases=stages((0, "Detective Seoul University")))) == []


def test_names_with_signs_are_found() -> None:
    cast = named("Miles O'Brien"), named('Bartemius "Barty" Crouch'), person("x", aliases=stages((0, "Miles's dog")))
    assert linked("Then O'Brien and Bartemius came with Miles.", *cast) == ["O'Brien=miles-o'brien"]


def test_listed_names_and_actors_come_first() -> None:
    other = person("other", aliases=stages((0, "Harry")))
    assert linked("Harry came.", HARRY, other) == ["Harry=other"]
    actor = named("Tom Riddle", played_by=Actor("Harry Taylor"))
    assert linked("Harry Taylor plays.", HARRY, actor) == []


def test_short_names_are_switched_off() -> None:
    assert linked("Harry came.", named("Harry Potter", short_names=False)) == []
    assert linked("Harry came.", HARRY, short_names=False) == []
    off = person("harry", name_stages=(Stage(0, "Harry Potter", live=False),))
    assert linked("Harry came.", off) == []
    alias = named("Harry Potter", aliases=(Stage(0, "Harry", live=False),))
    assert linked("Harry and Potter.", alias) == []
    visible = VisibleStory(story(HARRY).as_of(1))
    assert visible.mentions.find("Harry came.", (), ("Harry",)) == []


@given(stories(), st.integers(0, LENGTH))
def test_short_names_are_those_of_a_story_without_the_future(whole: object, seen: int) -> None:
    assert isinstance(whole, Story)
    visible = VisibleStory(whole.as_of(seen))
    ids = {one.id for one in visible.people.everyone}
    assert set(short_names(visible.story, visible.people).values()) <= ids
