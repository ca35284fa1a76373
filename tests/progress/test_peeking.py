"""Looking further for one sitting, and a guide that changes under its reader."""

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

TALE = story(
    person("ann"),
    person("bob", 5),
    sections=(section("door"), section("will", 2), section("lair", 6), section("end", 9)),
)
STEPS = st.lists(st.integers(0, LENGTH), max_size=6)


@given(st.integers(0, LENGTH), STEPS)
def test_however_one_peeks_what_is_really_seen_stays(seen: int, peeks: list[int]) -> None:
    session = Session.begin(TALE, seen)
    for peek in peeks:
        session = session.with_temporary_seen(peek)
        assert (session.seen, session.progress) == (peek, seen)
        assert (session.saved_seen is None) == (peek == seen)


def test_what_is_said_to_be_seen_ends_a_peek() -> None:
    session = Session.begin(TALE, 2).with_temporary_seen(7).with_seen(5).with_seen_as_progress()
    assert (session.seen, session.progress, session.saved_seen) == (5, 5, None)


def test_back_from_a_peek_no_way_leads_to_what_was_peeked_at() -> None:
    session = (
        Session.begin(TALE, 2).with_temporary_seen(9).go(Location("end", 0, "bob"), 0).go(Location("door", 0, "bob"), 0)
    )
    back = session.with_temporary_seen(2)
    assert {place.section for place in (back.place, *back.past)} == {"door"}
    assert back.place.person is None


def test_a_guide_that_changes_is_seen_as_far_as_before_by_its_points_ids() -> None:
    points = TALE.timeline.points
    longer = replace(TALE, timeline=Timeline("chapter", (replace(points[0], id="0"), *points)), seen=LENGTH + 1)
    session = Session.begin(TALE, 4).with_temporary_seen(6).with_story(longer)
    assert (session.seen, session.progress) == (7, 5)


def test_where_the_point_is_gone_nothing_is_seen() -> None:
    session = Session.begin(TALE, 9, "will").with_story(replace(TALE, timeline=timeline(5), seen=5))
    assert (session.seen, session.place.section) == (0, "door")


def test_a_section_that_was_removed_is_left() -> None:
    fewer = replace(TALE, sections=TALE.sections[:2])
    session = Session.begin(TALE, 9, "end").with_story(fewer)
    assert session.place.section == "door"


def test_a_look_further_on_leads_back_to_where_this_sitting_was_whatever_is_really_seen() -> None:
    context = Session.begin(TALE, 4).with_saved_seen(2)  # as --seen begins one
    peek = context.begin_peek(7)
    assert (peek.seen, peek.progress, peek.peek_origin) == (7, 2, 4)
    assert peek.with_temporary_seen(8).end_peek().seen == 4
    assert (peek.end_peek().progress, peek.end_peek().peek_origin) == (2, None)
    assert peek.with_seen_as_progress().peek_origin is None


def test_a_look_leads_back_to_its_point_by_id_where_the_guide_has_changed() -> None:
    points = TALE.timeline.points
    longer = replace(TALE, timeline=Timeline("chapter", (replace(points[0], id="0"), *points)), seen=LENGTH + 1)
    assert Session.begin(TALE, 4).begin_peek(6).with_story(longer).end_peek().seen == 5


@given(stories(), st.integers(0, LENGTH))
def test_in_one_script_nobody_has_a_native_name_and_everybody_is_found_by_it(whole: object, seen: int) -> None:
    assert isinstance(whole, type(TALE))
    both, one = VisibleStory(whole.as_of(seen)), VisibleStory(single_script(whole).as_of(seen))
    assert [person.native for person in one.people.everyone] == [""] * len(both.people.everyone)
    assert [set(person.spellings) for person in one.people.everyone] == [
        set(person.spellings) for person in both.people.everyone
    ]


def test_in_one_script_an_actor_has_no_native_name_and_is_found_by_it() -> None:
    whole = single_script(story(person("ann", played_by=Actor("Park Ji-hu", "박지후"))))
    visible = VisibleStory(whole.as_of(1))
    (one,) = visible.people.everyone
    assert "박지후" not in "".join(plain(spans) for spans in card_facts(visible, one))
    assert [hit.candidate.link for hit in Finder(people(visible)).find("박지후")] == [Link.character("ann")]


def test_a_native_name_is_found_no_sooner_than_it_is_known() -> None:
    whole = single_script(story(person("ann", native_stages=stages((4, "앤")))))
    found = [VisibleStory(whole.as_of(seen)).people.everyone[0].spellings for seen in (3, 4)]
    assert found == [("Ann",), ("Ann", "앤")]
