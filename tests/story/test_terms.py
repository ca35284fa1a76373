"""Terms: found in texts beside people, and reached by links, as of a point."""

from __future__ import annotations

from typing import Any

import pytest

from aotad_tui.link import Link
from aotad_tui.story.named import Stage, Term
from aotad_tui.story.visible import VisibleStory

from .stories import person, section, stages, story

PAGE = section("page")


def term(id: str, since: int = 0, **more: Any) -> Term:
    return Term(id, since, **{"name_stages": stages((since, id.title())), **more})


def named(visible: VisibleStory, text: str) -> list[tuple[str, Link]]:
    found = visible.mentions.find(text)
    return [(text[mention.start : mention.end], visible.link_to(mention.meaning)) for mention in found]


def at(seen: int, *things: Any, **more: Any) -> VisibleStory:
    characters = [one for one in things if not isinstance(one, Term)]
    terms = tuple(one for one in things if isinstance(one, Term))
    return VisibleStory(story(*characters, terms=terms, sections=(PAGE,), **more).as_of(seen))


ROOF = term("roof", 2, name_stages=stages((2, "the roof"), (5, "the helipad")), aliases=stages((3, "옥상")))


@pytest.mark.parametrize(
    ("seen", "words"), [(1, []), (2, ["the roof"]), (3, ["the roof", "옥상"]), (5, ["the roof", "옥상", "the helipad"])]
)
def test_the_names_of_a_term_are_found_from_their_stamps_on(seen: int, words: list[str]) -> None:
    found = named(at(seen, ROOF), "Up on the roof (옥상에서), by the helipad.")
    assert found == [(word, Link.term("roof")) for word in words]


def test_the_longest_name_wins_whether_it_is_a_persons_or_a_terms() -> None:
    visible = at(9, person("hill"), term("hill-school", name_stages=stages((0, "Hill School"))), term("gate"))
    assert named(visible, "Hill went to Hill School.") == [
        ("Hill", Link.character("hill")),
        ("Hill School", Link.term("hill-school")),
    ]
    visible = at(9, person("gatekeeper", name_stages=stages((0, "Gate Keeper"))), term("gate"))
    assert named(visible, "The Gate Keeper at the Gate") == [
        ("Gate Keeper", Link.character("gatekeeper")),
        ("Gate", Link.term("gate")),
    ]


def test_a_name_of_a_person_and_a_term_is_the_persons_once_the_person_is_known() -> None:
    things = (person("red", 3), term("signal", name_stages=stages((0, "Red"))))
    assert named(at(2, *things), "It was Red.") == [("Red", Link.term("signal"))]
    assert named(at(3, *things), "It was Red.") == [("Red", Link.character("red"))]


def test_a_form_of_a_name_of_a_person_and_a_term_is_the_persons() -> None:
    visible = at(9, person("hound"), term("dog", name_stages=stages((0, "hound"))))
    assert named(visible, "A HOUND! A hound? Hound.") == [
        ("HOUND", Link.character("hound")),
        ("hound", Link.term("dog")),
        ("Hound", Link.character("hound")),
    ]


def test_a_name_of_two_terms_is_nobodys() -> None:
    visible = at(9, term("a", name_stages=stages((0, "Gate"))), term("b", name_stages=stages((0, "Gate"))))
    assert named(visible, "At the Gate.") == []


def test_a_name_that_is_switched_off_is_not_found() -> None:
    assert named(at(9, term("gate", name_stages=(Stage(0, "Gate", live=False),))), "At the Gate.") == []


def test_an_id_that_a_character_has_too_means_the_character_once_there_is_one() -> None:
    things = (person("red", 3), term("red", name_stages=stages((0, "the light"))))
    before, after = at(2, *things), at(3, *things)
    assert named(before, "It was the light.") == [("the light", Link.term("red"))]
    assert named(after, "It was the light.") == []
    assert [before.link_to("red"), after.link_to("red")] == [Link.term("red"), Link.character("red")]


@pytest.mark.parametrize(("seen", "link"), [(1, None), (2, Link.term("roof"))])
def test_links_lead_to_visible_terms_only(seen: int, link: Link | None) -> None:
    visible = at(seen, ROOF)
    assert visible.links.resolve("term:roof", PAGE) == link
    assert visible.links.read_wikilink("roof", PAGE).link == link
    assert visible.links.read_wikilink("the roof", PAGE).link == link
    assert visible.links.resolve("character:roof", PAGE) is None


def test_a_wikilink_with_the_name_of_a_person_and_a_term_leads_to_the_person() -> None:
    visible = at(9, person("red"), term("signal", name_stages=stages((0, "Red"))))
    assert visible.links.read_wikilink("Red", PAGE).link == Link.character("red")


def test_a_term_has_the_description_of_the_point() -> None:
    roof = term("roof", about_stages=stages((0, "A roof."), (4, "Where they wait.")))
    assert [at(seen, roof).terms["roof"].about for seen in (3, 4)] == ["A roof.", "Where they wait."]
