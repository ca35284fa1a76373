"""Peeking ahead for one session, and a guide that changes while it is read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import plain
from aotad_tui.chart.card import card_facts
from aotad_tui.link import Link
from aotad_tui.progress.name_display import single_script
from aotad_tui.progress.session import Location, Session
from aotad_tui.search.candidates import people
from aotad_tui.search.finder import Finder
from aotad_tui.story.timeline import Timeline
from aotad_tui.story.values import Actor
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, section, stages, stories, story, timeline

STORY = story(
    person("ann"),
    person("bob", 5),
    sections=(section("door"), section("will", 2), section("lair", 6), section("end", 9)),
)
STEPS = st.lists(st.integers(0, LENGTH), max_size=6)


@given(st.integers(0, LENGTH), STEPS)
def test_peeks_do_not_change_the_progress(seen: int, peeks: list[int]) -> None:
    session = Session.begin(STORY, seen)
    for peek in peeks:
        session = session.with_temporary_seen(peek)
        assert (session.seen, session.progress) == (peek, seen)
        assert (session.saved_seen is None) == (peek == seen)


def test_setting_progress_ends_a_peek() -> None:
    session = Session.begin(STORY, 2).with_temporary_seen(7).with_seen(5).with_seen_as_progress()
    assert (session.seen, session.progress, session.saved_seen) == (5, 5, None)


def test_after_a_peek_the_history_has_no_place_of_it() -> None:
    session = (
        Session.begin(STORY, 2)
        .with_temporary_seen(9)
        .go(Location("end", 0, "bob"), 0)
        .go(Location("door", 0, "bob"), 0)
    )
    back = session.with_temporary_seen(2)
    assert {place.section for place in (back.place, *back.past)} == {"door"}
    assert back.place.person is None


def test_progress_in_a_changed_guide_is_found_by_the_id_of_the_point() -> None:
    points = STORY.timeline.points
    longer = replace(STORY, timeline=Timeline("chapter", (replace(points[0], id="0"), *points)), seen=LENGTH + 1)
    session = Session.begin(STORY, 4).with_temporary_seen(6).with_story(longer)
    assert (session.seen, session.progress) == (7, 5)


def test_a_removed_point_means_no_progress() -> None:
    session = Session.begin(STORY, 9, "will").with_story(replace(STORY, timeline=timeline(5), seen=5))
    assert (session.seen, session.place.section) == (0, "door")


def test_a_removed_section_is_replaced_by_the_first_one() -> None:
    fewer = replace(STORY, sections=STORY.sections[:2])
    session = Session.begin(STORY, 9, "end").with_story(fewer)
    assert session.place.section == "door"


def test_a_peek_returns_to_the_point_of_the_session_whatever_the_saved_progress() -> None:
    context = Session.begin(STORY, 4).with_saved_seen(2)  # as `--seen` begins a session
    peek = context.begin_peek(7)
    assert (peek.seen, peek.progress, peek.peek_origin) == (7, 2, 4)
    assert peek.with_temporary_seen(8).end_peek().seen == 4
    assert (peek.end_peek().progress, peek.end_peek().peek_origin) == (2, None)
    assert peek.with_seen_as_progress().peek_origin is None


def test_a_peek_in_a_changed_guide_returns_to_its_point_by_id() -> None:
    points = STORY.timeline.points
    longer = replace(STORY, timeline=Timeline("chapter", (replace(points[0], id="0"), *points)), seen=LENGTH + 1)
    assert Session.begin(STORY, 4).begin_peek(6).with_story(longer).end_peek().seen == 5


@given(stories(), st.integers(0, LENGTH))
def test_with_one_script_native_names_are_hidden_but_found(whole: object, seen: int) -> None:
    assert isinstance(whole, type(STORY))
    both, one = VisibleStory(whole.as_of(seen)), VisibleStory(single_script(whole).as_of(seen))
    assert [person.native for person in one.people.everyone] == [""] * len(both.people.everyone)
    assert [set(person.spellings) for person in one.people.everyone] == [
        set(person.spellings) for person in both.people.everyone
    ]


def test_with_one_script_the_native_name_of_an_actor_is_hidden_but_found() -> None:
    whole = single_script(story(person("ann", played_by=Actor("Park Ji-hu", "박지후"))))
    visible = VisibleStory(whole.as_of(1))
    (one,) = visible.people.everyone
    assert "박지후" not in "".join(plain(spans) for spans in card_facts(visible, one))
    assert [hit.candidate.link for hit in Finder(people(visible)).find("박지후")] == [Link.character("ann")]


def test_a_native_name_is_not_found_before_its_point() -> None:
    whole = single_script(story(person("ann", native_stages=stages((4, "앤")))))
    found = [VisibleStory(whole.as_of(seen)).people.everyone[0].spellings for seen in (3, 4)]
    assert found == [("Ann",), ("Ann", "앤")]
