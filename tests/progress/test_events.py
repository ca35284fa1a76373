"""Recap and new content: every event of the visible story, in order, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.library.load import open_guide
from aotad_tui.link import Link
from aotad_tui.progress.events import EventKind, Length, events, merge_shared, recap, since
from aotad_tui.progress.recap_text import news_lines, recap_lines
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import NOT_YET
from aotad_tui.story.values import Becomes, Fact, Group, Secret
from aotad_tui.story.visible import VisibleStory
from tests.copies import Copies
from tests.library.guides import write
from tests.story.stories import LENGTH, person, section, stages, stories, story, tie

STORY = story(
    person("ann", facts=(Fact(2, "opens the door"), Fact(4, "is bitten", "missing"))),
    person("bob", 3, about_stages=stages((3, "Keeps the keys."))),
    person("cat", 1, becomes=Becomes("bob", 7)),
    relationships=(
        tie("ann", "bob", "love", since=1, label_stages=stages((1, "trusts"))),
        tie("ann", "cat", "love", since=2, until=6, label_stages=stages((2, "fears")), ended="forgives at last"),
    ),
    sections=(section("door"), section("will", 4)),
)


def rows(seen: int, after: int) -> list[tuple[str, str]]:
    return [(one.kind.name, one.words) for one in since(VisibleStory(STORY.as_of(seen)), after)]


def test_new_people_relationships_and_pages_are_events() -> None:
    assert rows(3, 2) == [("MET", "Bob. Keeps the keys."), ("BEGUN", "Ann trusts Bob")]
    assert rows(4, 3) == [("FACT", "Ann: is bitten"), ("SECTION", "Will")]


def test_ends_of_relationships_and_merged_people_are_events() -> None:
    assert rows(6, 5) == [("ENDED", "Ann fears Cat: forgives at last")]
    assert rows(7, 6) == [("SAME", "Cat and Bob are the same person")]


def test_who_is_announced_before_they_are_met_is_an_event_twice() -> None:
    whole = story(person("ann", 1, met=4), person("bob", 2, met=NOT_YET))
    found = [(one.at, one.kind) for one in events(VisibleStory(whole.as_of(4)))]
    assert found == [(1, EventKind.ANNOUNCED), (4, EventKind.MET), (2, EventKind.ANNOUNCED)]
    before = [(one.at, one.kind) for one in events(VisibleStory(whole.as_of(1)))]
    assert before == [(1, EventKind.ANNOUNCED)]


def test_events_of_namesakes_are_told_apart() -> None:
    cast = [
        person(
            id,
            2,
            name_stages=stages((2, "Joe")),
            group_stages=stages((2, id)),
            about_stages=stages((2, "A sailor.")),
            facts=(Fact(3, "Falls."), Fact(4, "Drowns.", "dead", event="storm")),
            met=3,
        )
        for id in ("crew", "court")
    ]
    ties = [tie("ann", joe.id, since=3, until=5, kind_stages=stages((3, "friend"), (4, "enemy"))) for joe in cast]
    secrets = [tie("ann", "bob", since=3, secrets=(Secret(joe.id, 6),)) for joe in cast]
    groups = (Group("crew", "Crew", 0), Group("court", "Court", 0))
    whole = story(person("ann"), person("bob"), *cast, groups=groups, relationships=(*ties, *secrets))
    words = [(event.at, event.words) for event in since(VisibleStory(whole.as_of(7)), 1)]
    assert len(set(words)) == len(words) - 1, "the relationship of Ann and Bob is written twice"
    assert {text for _, text in words} >= {
        "Joe (Crew). A sailor.",
        "Joe (Crew): Falls.",
        "Joe (Crew): Drowns. (also † Joe (Court))",
        "Ann and Joe (Court): enemies",
        "Joe (Court) learns: Ann and Bob: friends",
    }


def test_nothing_is_new_since_now() -> None:
    assert [rows(seen, seen) for seen in range(10)] == [[]] * 10


def test_a_relationship_is_new_from_the_point_of_the_second_person_on() -> None:
    visible = VisibleStory(STORY.as_of(9))
    assert [one.at for one in events(visible) if one.kind is EventKind.BEGUN] == [3, 2]


def test_a_recap_is_grouped_by_point_the_newest_first_and_has_three_lengths() -> None:
    visible = VisibleStory(STORY.as_of(9))
    recaps = {length: recap(visible, length) for length in Length}
    assert list(recaps[Length.SHORT]) == [7, 6, 4, 2]
    assert list(recaps[Length.USUAL]) == [7, 6, 4, 2]
    assert list(recaps[Length.FULL]) == [7, 6, 4, 3, 2, 1, 0]


def test_a_short_recap_has_the_first_fact_of_a_point_without_a_change_of_state() -> None:
    facts = (Fact(1, "opens the door"), Fact(1, "finds a letter"), Fact(2, "reads it"), Fact(2, "faints", "missing"))
    visible = VisibleStory(story(person("ann", facts=facts)).as_of(9))
    words = {at: [event.words for event in events] for at, events in recap(visible, Length.SHORT).items()}
    assert words == {2: ["Ann: faints"], 1: ["Ann: opens the door"]}


def test_a_recap_may_begin_after_a_point() -> None:
    visible = VisibleStory(STORY.as_of(9))
    whole = recap(visible, Length.FULL)
    assert recap(visible, Length.FULL, after=3) == {at: whole[at] for at in (7, 6, 4)}


def test_a_recap_of_one_person_has_their_facts_and_relationships() -> None:
    visible = VisibleStory(STORY.as_of(9))
    of_bob = recap(visible, Length.FULL, person="bob")
    assert [event.words for events in of_bob.values() for event in events] == [
        "Cat and Bob are the same person",
        "Ann fears Bob: forgives at last",
        "Ann trusts Bob",
        "Ann fears Bob",
        "Bob. Keeps the keys.",
    ]


def test_folded_points_are_headings_only() -> None:
    visible = VisibleStory(STORY.as_of(4))
    lines = recap_lines(visible, recap(visible, Length.USUAL), 40, {2})
    assert [plain(line) for line in lines] == [
        "▾ Chapter 4: known from 4",
        "? Ann: is bitten",
        "▸ Chapter 2: known from 2",
    ]
    assert [line[0].link for line in (lines[0], lines[2])] == [Link.fold("4"), Link.fold("2")]


def test_events_of_a_point_are_in_the_order_of_its_page(tmp_path: Path) -> None:
    files = {
        "guide.yaml": "format: 1\ntitle: A tale\ntimeline: {unit: day, count: 2}\n",
        "characters.yaml": (
            "ann: {name: Ann, since: 1, facts: [{since: 1, text: Locks the garden gate.}, {since: 1, text: Sleeps.}]}\n"
            "bob: {name: Bob, since: 1, facts: [{since: 1, text: Wonders about it.}, {since: 1, text: Finds a key.}]}\n"
            "cat: {name: Cat, since: 1, facts: [{since: 1, text: Is told nowhere.}]}\n"
        ),
        "sections/day-1.md": "---\nsince: 1\n---\nBob finds a key.\n\nAnn sleeps. Then she locks the gate.\n",
    }
    visible = VisibleStory(open_guide(write(tmp_path, files)).as_of(1))
    assert [one.words for one in recap(visible, Length.USUAL)[1]] == [
        "Bob: Wonders about it.",  # the facts of one person keep the guide's order
        "Bob: Finds a key.",
        "Ann: Locks the garden gate.",
        "Ann: Sleeps.",
        "Cat: Is told nowhere.",
    ]


def test_new_content_is_in_the_order_of_its_points() -> None:
    late, early = (person(id, facts=(Fact(at, f"at {at}"),)) for id, at in (("ann", 5), ("bob", 2)))
    visible = VisibleStory(story(late, early).as_of(9))
    lines = [plain(line) for line in news_lines(visible, since(visible, 1), 40)]
    assert lines == ["2 new facts", "· Bob: at 2", "· Ann: at 5"]


@given(stories(), st.integers(0, LENGTH))
def test_a_recap_is_ordered_by_point_and_kind_and_for_each_person_as_in_the_guide(whole: Story, seen: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    recapped = [one for found in recap(visible, Length.FULL).values() for one in found]
    merged = merge_shared(visible, events(visible))
    kinds = list(EventKind)
    assert recapped == sorted(recapped, key=lambda one: (-one.at, kinds.index(one.kind)))
    for kind in EventKind:
        for link in {one.link for one in recapped}:
            expected = [one for one in merged if (one.kind, one.link) == (kind, link)]
            assert [one for one in recapped if (one.kind, one.link) == (kind, link)] == sorted(
                expected, key=lambda one: -one.at
            )


def test_rows_with_a_link_have_it_on_every_line() -> None:
    visible = VisibleStory(STORY.as_of(9))
    lines = recap_lines(visible, recap(visible, Length.FULL), 20)
    assert all(line_width(line) <= 20 for line in lines)
    rows = [line for line in lines if line and line[0].style != "heading"]
    assert all(span.link for line in rows for span in line)


def test_without_events_there_is_a_message() -> None:
    nothing = VisibleStory(story().as_of(0))
    assert [plain(line) for line in recap_lines(nothing, recap(nothing, Length.FULL), 40)] == ["Nothing to recap."]
    assert [plain(line) for line in news_lines(nothing, (), 40)] == ["Nothing new."]


@given(stories(), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_no_event_is_early_and_new_events_are_those_after_the_point(whole: Story, seen: int, after: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    found = list(events(visible))
    assert all(0 <= one.at <= seen for one in found)
    assert since(visible, after) == merge_shared(visible, [one for one in found if one.at > after])
    for stamp in range(seen + 1, LENGTH + 1):
        assert not any(f"known from {stamp}" in one.words for one in found)


@pytest.mark.slow
@pytest.mark.parametrize("seen", range(11))
def test_recap_and_new_content_equal_those_of_a_copy_cut_at_the_point(copies: Copies, seen: int) -> None:
    visible_stories = (
        VisibleStory(copies.whole("jekyll").as_of(seen)),
        VisibleStory(copies.cut("jekyll", seen).as_of(seen)),
    )
    for length in Length:
        expected, from_copy = (recap_lines(visible, recap(visible, length), 60) for visible in visible_stories)
        assert expected == from_copy
    for after in range(seen + 1):
        expected, from_copy = (news_lines(visible, since(visible, after), 60) for visible in visible_stories)
        assert expected == from_copy
