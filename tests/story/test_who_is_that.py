"""Other names, first meetings, and what tells people of one name apart, each as of a point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.progress.name_display import single_script
from aotad_tui.story.other_names import other_names
from aotad_tui.story.story import Story
from aotad_tui.story.values import Becomes, Character, Group, Section
from aotad_tui.story.visible import VisibleStory

from .stories import LENGTH, Pages, person, section, stages, stories, story

FAMILY = (Group("family", "The family", 0), Group("guests", "The guests", 0))


def called(name: str, *aliases: str, native: str = "") -> Character:
    natives = stages((0, native)) if native else ()
    return person(
        "one",
        name_stages=stages((0, name)),
        native_stages=natives,
        aliases=stages(*((0, alias) for alias in aliases)),
    )


def aureliano(id: str, group: str = "", since: int = 0, about: str = "") -> Character:
    return person(
        id,
        since,
        name_stages=stages((since, "Aureliano")),
        group_stages=stages((since, group)) if group else (),
        about_stages=stages((since, about)) if about else (),
    )


def labels(*people: Character, seen: int = LENGTH) -> list[str]:
    visible = VisibleStory(story(*people, groups=FAMILY).as_of(seen))
    return [visible.namesakes.label(one) for one in visible.people.everyone]


@pytest.mark.parametrize(
    ("one", "others"),
    [
        (called("Tom Riddle", "Lord Voldemort", "You-Know-Who"), ("Lord Voldemort", "You-Know-Who")),
        (called("Edward Hyde", "Hyde", "Mr Hyde", "EDWARD", "Edward"), ()),
        (called("Nam On-jo", "On-jo", "Ohn-jo", "Namonjo", "온조", native="남온조"), ()),
        (called("Lee Su-hyeok", "Soo-hyuk", "Bare-su"), ("Bare-su",)),
        (called("The nurse", "Jin-su's mum", "Jin-su's mom"), ("Jin-su's mum",)),
        (called("Leia", "Lou"), ("Lou",)),
        (called("Ann"), ()),
    ],
)
def test_other_names_leave_out_parts_and_variants(one: Character, others: tuple[str, ...]) -> None:
    assert other_names(one) == others


def test_other_names_are_those_known_so_far() -> None:
    one = person("tom", name_stages=stages((0, "Tom"), (6, "Lord V")), aliases=stages((4, "The Heir")))
    known = [other_names(VisibleStory(story(one).as_of(seen)).people.everyone[0]) for seen in (3, 4, 6)]
    assert known == [(), ("The Heir",), ("Tom", "The Heir")]


def test_an_entry_that_turned_out_to_be_the_same_person_gives_its_names() -> None:
    hyde = person("hyde", becomes=Becomes("jekyll", 5))
    before, after = (VisibleStory(story(person("jekyll"), hyde).as_of(seen)).people.get("jekyll") for seen in (4, 5))
    assert before and after
    assert (other_names(before), other_names(after)) == ((), ("Hyde",))


def test_with_one_script_native_names_are_no_other_names() -> None:
    whole = single_script(story(called("Ann", "Nan", native="앤")))
    assert other_names(VisibleStory(whole.as_of(1)).people.everyone[0]) == ("Nan",)


def test_only_namesakes_have_a_distinction() -> None:
    assert labels(aureliano("a"), person("ann", name_stages=stages((0, "Ann")))) == ["Aureliano", "Ann"]


def test_the_group_tells_apart_first_then_the_first_meeting_then_the_description() -> None:
    assert labels(aureliano("a", "family", 1, "Old."), aureliano("b", "guests", 2)) == [
        "Aureliano (The family)",
        "Aureliano (The guests)",
    ]
    assert labels(aureliano("a", "family", 0, "Old."), aureliano("b", "family", 2, "Young.")) == [
        "Aureliano (known from the start)",
        "Aureliano (first met in Chapter 2)",
    ]
    assert labels(aureliano("a", "family", about="Old."), aureliano("b", "family", about="Young.")) == [
        "Aureliano (Old.)",
        "Aureliano (Young.)",
    ]


def test_only_what_differs_is_named() -> None:
    people = [aureliano("a", "family", 1), aureliano("b", "family", 2), aureliano("c", "guests", 2)]
    assert labels(*people) == [
        "Aureliano (The family · first met in Chapter 1)",
        "Aureliano (The family · first met in Chapter 2)",
        "Aureliano (The guests)",
    ]


def test_ids_tell_apart_what_nothing_else_does() -> None:
    assert labels(aureliano("a"), aureliano("b")) == ["Aureliano (a)", "Aureliano (b)"]
    long = "The same long beginning of two descriptions, "
    assert labels(aureliano("a", about=f"{long}one"), aureliano("b", about=f"{long}two")) == [
        "Aureliano (a)",
        "Aureliano (b)",
    ]


def test_a_namesake_who_is_not_known_yet_changes_nothing() -> None:
    assert labels(aureliano("a", "family"), aureliano("b", "guests", since=5), seen=4) == ["Aureliano"]


@given(stories(), st.integers(0, LENGTH))
def test_no_two_labels_are_equal(whole: object, seen: int) -> None:
    assert isinstance(whole, Story)
    visible = VisibleStory(whole.as_of(seen))
    shown = [visible.namesakes.label(one) for one in visible.people.everyone]
    assert len(set(shown)) == len(shown)


PAGES = {
    "before.md": "Nothing.\n",
    "arrival.md": "At last [he](character:cora) came.\n\n> [!spoiler] 7\n> With Dora.\n",
    "after.md": "Cora and Dora and Dave.\n",
}
SECTIONS = (section("before"), section("arrival", 2), section("after", 5))
CAST = (person("cora", 2), person("dora", 2), person("dave", 4))


def met(id: str, seen: int, *sections: Section) -> str | None:
    visible = VisibleStory(story(*CAST, sections=sections or SECTIONS, texts=Pages(PAGES)).as_of(seen))
    one = visible.people.get(id)
    first = visible.first_meetings.section_of(one) if one else None
    return first.id if first else None


def test_the_section_of_a_first_meeting_is_the_one_of_that_point_that_names_the_person() -> None:
    assert met("cora", 9) == "arrival"
    assert met("dave", 9) is None
    assert met("cora", 9, section("before", 2), section("arrival", 2)) == "arrival"


def test_a_section_that_covers_the_point_is_the_first_meeting() -> None:
    assert met("cora", 9, section("after", 2), section("arrival", 2, covers=2)) == "arrival"
    assert met("dave", 9, section("after", 4), section("arrival", 4, covers=4)) == "after"


def test_a_mention_in_a_later_spoiler_is_no_first_meeting() -> None:
    assert [met("dora", seen) for seen in (6, 7)] == [None, None]


def test_somebody_known_from_the_start_has_no_first_meeting() -> None:
    visible = VisibleStory(
        story(person("cora"), sections=(section("arrival"),), texts=Pages({"arrival.md": "Cora."})).as_of(9)
    )
    assert visible.first_meetings.section_of(visible.people.everyone[0]) is None


def test_somebody_announced_is_met_later() -> None:
    cast = (person("dave", 2, met=5),)
    sections = (section("arrival", 2), section("after", 5))
    pages = Pages({"arrival.md": "Dave is to come.", "after.md": "Dave came."})
    for seen, words, first in ((4, "announced", None), (5, "first met in Chapter 5", "after")):
        visible = VisibleStory(story(*cast, sections=sections, texts=pages).as_of(seen))
        (dave,) = visible.people.everyone
        meeting = visible.first_meetings.section_of(dave)
        assert (visible.namesakes.first_met(dave), meeting and meeting.id) == (words, first)
