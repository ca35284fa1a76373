"""A session: its first place, navigation and history, and what remains when progress moves back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.link import PEOPLE_PAGE
from aotad_tui.progress.session import Location, Session
from aotad_tui.story.people_list import PeopleFilter
from aotad_tui.story.people_page import people_page_id
from aotad_tui.story.values import Becomes, Group, Role
from tests.story.stories import LENGTH, person, section, stages, story

STORY = story(
    person("ann"),
    person("bob", since=4),
    person("mask", since=2, becomes=Becomes("bob", 6)),
    sections=(section("one"), section("two", 2), section("three", 4), section("four", 8)),
)
EMPTY_STORY = story()


def begin(seen: int = 5, section: str | None = None) -> Session:
    return Session.begin(STORY, seen, section)


def ids(session: Session) -> list[str]:
    return [one.id for one in session.visible.story.sections]


def test_a_session_begins_at_the_first_or_at_the_requested_section() -> None:
    assert begin().place == Location("one")
    assert begin(section="three").place == Location("three")
    assert (begin().past, begin().future, begin().read) == ((), (), frozenset())


@pytest.mark.parametrize("wanted", ["four", "nowhere", ""])
def test_a_session_begins_at_the_first_section_if_the_requested_one_is_hidden(wanted: str) -> None:
    assert begin(5, wanted).place == Location("one")


def test_a_story_without_sections_has_no_place() -> None:
    session = Session.begin(EMPTY_STORY, 0)
    assert session.place == Location(None)
    assert session.neighbour(1) is None
    assert session.with_seen(5).place == Location(None)


def test_the_repr_of_a_session_has_nothing_later() -> None:
    assert ids(begin(1)) == ["one"]
    assert ids(begin(8)) == ["one", "two", "three", "four"]
    assert begin(3).seen == begin(3).visible.story.seen == 3
    assert begin(3).visible.people.get("bob") is None
    assert "known from 9" not in repr(begin(3)), "not even by accident, in a log"


def test_moving_progress_forward_keeps_the_place_and_shows_more() -> None:
    session = begin(2).go(Location("two", 0, "ann"), 7).with_seen(8)
    assert session.place == Location("two", 0, "ann")
    assert session.past == (Location("one", 7),)
    assert ids(session) == ["one", "two", "three", "four"]


def test_moving_progress_back_leaves_hidden_places_and_removes_them_from_the_history() -> None:
    there = begin(8).go(Location("four", 0, "ann"), 3).go(Location("two"), 5).go(Location("three", 0, "bob"), 1)
    session = there.with_seen(3)
    assert session.place == Location("one", 0)
    assert session.past == (Location("one", 3), Location("two", 1)), "where the page stood is kept"
    ahead = there.back(9).back(9).back(9)
    assert [place.section for place in ahead.future] == ["four", "two", "three"]
    assert ahead.with_seen(3).future == (Location("two", 9),)


def test_a_person_who_becomes_hidden_is_closed_and_the_section_stays() -> None:
    session = begin(5).go(Location("two", 4, "bob"), 0)
    assert session.with_seen(3).place == Location("two", 4, None)
    assert session.with_seen(3).with_seen(5).place == Location("two", 4, None)


def test_a_person_stays_open_when_the_section_becomes_hidden() -> None:
    assert begin(5).go(Location("three", 4, "ann"), 0).with_seen(3).place == Location("one", 0, "ann")


@pytest.mark.parametrize("seen", [1, 5, 8])
def test_the_people_page_stays_open_and_in_the_history_at_another_point(seen: int) -> None:
    people = begin(5).go(Location(PEOPLE_PAGE), 0)
    assert people.with_seen(seen).place == Location(PEOPLE_PAGE)
    gone_on = people.go(Location("one"), 3).with_seen(seen)
    assert gone_on.past == (Location("one"), Location(PEOPLE_PAGE, 3))


def test_the_people_page_loses_a_filter_that_becomes_hidden() -> None:
    ann = person("ann", group_stages=stages((4, "crew")))
    whole = story(ann, sections=STORY.sections, groups=(Group("crew", "The crew", 4),))
    page = people_page_id(PeopleFilter(group="crew"))
    session = Session.begin(whole, 5).go(Location(page), 0)
    assert session.place.section == page
    assert session.with_seen(5).place.section == page
    assert session.with_seen(3).place == Location(PEOPLE_PAGE)


def test_without_people_there_is_no_people_page_to_stay_on() -> None:
    later = story(person("ann", 4), sections=STORY.sections)
    assert Session.begin(later, 5).go(Location(PEOPLE_PAGE), 0).with_seen(3).place == Location("one")


def test_a_merged_person_is_replaced_by_the_other_from_that_point_on() -> None:
    session = begin(5).go(Location("one", 0, "mask"), 0)
    assert session.with_seen(6).place.person == "bob"
    assert session.with_seen(6).with_seen(5).place.person == "bob"
    assert session.with_seen(6).with_seen(3).place.person is None


@pytest.mark.parametrize(("requested", "seen"), [(-3, 0), (0, 0), (9, 9), (10, 9), (1000, 9)])
def test_progress_stays_between_the_start_and_the_end(requested: int, seen: int) -> None:
    assert begin().with_seen(requested).seen == seen


def test_back_and_forward_restore_places_and_rows() -> None:
    session = begin().go(Location("two"), leaving=3).go(Location("three", 9), leaving=4)
    back = session.back(leaving=5)
    assert (back.place, back.past, back.future) == (Location("two", 4), (Location("one", 3),), (Location("three", 5),))
    again = back.back(leaving=6)
    assert (again.place, again.past, again.future) == (
        Location("one", 3),
        (),
        (Location("two", 6), Location("three", 5)),
    )
    assert again.forward(7).forward(8).back(9).place == Location("two", 8)
    assert again.forward(7).place == Location("two", 6)
    assert again.forward(7).past == (Location("one", 7),)


def test_back_and_forward_do_nothing_at_the_ends_of_the_history() -> None:
    session = begin()
    assert session.back(3) is session
    assert session.forward(3) is session


def test_going_elsewhere_clears_the_forward_history() -> None:
    session = begin().go(Location("two"), 0).back(0).go(Location("three"), 0)
    assert session.future == ()
    assert session.past == (Location("one"),)


def test_the_history_has_at_most_two_hundred_places() -> None:
    session = begin()
    for number in range(300):
        session = session.go(Location("one", number), number)
    assert len(session.past) == 200
    assert session.past[-1].text_position == 299


def test_the_row_of_the_page_is_stored_in_the_place() -> None:
    assert begin().at_text_position(12).place == Location("one", 12)


@pytest.mark.parametrize(
    ("at", "steps", "there"),
    [
        ("one", 1, "two"),
        ("one", 2, "three"),
        ("three", -1, "two"),
        ("one", -1, None),
        ("three", 1, None),
        ("two", 0, "two"),
    ],
)
def test_neighbours_are_visible_sections(at: str, steps: int, there: str | None) -> None:
    assert begin(5, at).neighbour(steps) == there


def test_sections_marked_as_read_stay_marked() -> None:
    session = begin(8).with_read("one").with_read("four").with_read("one")
    assert session.read == {"one", "four"}
    assert session.with_seen(0).with_seen(8).read == {"one", "four"}


steps = st.one_of(
    st.tuples(st.just("go"), st.sampled_from(["one", "two", "three", "four"])),
    st.tuples(st.just("back"), st.just("")),
    st.tuples(st.just("forward"), st.just("")),
    st.tuples(st.just("seen"), st.integers(0, LENGTH).map(str)),
)


@given(st.lists(steps, max_size=20))
def test_no_navigation_leads_to_a_hidden_place(way: list[tuple[str, str]]) -> None:
    session = begin()
    for step, where in way:
        if step == "go" and where in ids(session):
            session = session.go(Location(where, 0, "bob" if session.visible.people.get("bob") else None), 1)
        elif step == "back":
            session = session.back(2)
        elif step == "forward":
            session = session.forward(3)
        elif step == "seen":
            session = session.with_seen(int(where))
        for place in (session.place, *session.past, *session.future):
            assert place.section in ids(session)
            assert place.person is None or session.visible.people.get(place.person)


VISITS = st.sampled_from(
    [("section", "one"), ("section", "two"), *(("person", id) for id in ("ann", "cat", "bob", ""))]
)
CROWD = story(person("ann"), person("cat"), person("bob", since=4), sections=(section("one"), section("two")))


def visit(session: Session, visits: list[tuple[str, str]]) -> Session:
    """Do what the reading screen does when a section or a person is chosen; nothing where they are shown already."""
    for number, (kind, id) in enumerate(visits):
        place = session.place
        to = Location(id, 0, place.person) if kind == "section" else Location(place.section, number, id or None)
        if to.section != place.section or to.person != place.person:
            session = session.go(to, number)
    return session


def views(session: Session) -> list[tuple[str | None, str | None]]:
    return [(place.section, place.person) for place in (*session.past, session.place)]


@given(st.lists(VISITS, max_size=8))
def test_history_without_hidden_people_is_as_if_they_had_never_been_opened(visits: list[tuple[str, str]]) -> None:
    shown = [(kind, id) for kind, id in visits if id != "bob"]
    assert views(visit(Session.begin(CROWD, 5), visits).with_seen(3)) == views(visit(Session.begin(CROWD, 3), shown))


def test_only_what_is_visible_can_be_gone_to() -> None:
    session = begin(3)
    assert session.go(Location("three", 0, "ann"), 0) is session
    assert session.go(Location("two", 0, "bob"), 0).place == Location("two", 0, None)


COVERING = story(sections=(section("one"), section("welcome", role=Role.START), section("two", 2, covers=2)))


def test_the_first_answer_opens_the_page_that_covers_the_point() -> None:
    begun = Session.begin(COVERING, 0)
    assert begun.place == Location("welcome")
    assert begun.with_first_seen(2).place == Location("two")
    assert begun.with_first_seen(1).place == Location("welcome")


def test_the_first_answer_does_not_move_a_reader_who_has_gone_somewhere() -> None:
    begun = Session.begin(COVERING, 0)
    assert begun.go(Location("one"), 0).with_first_seen(2).place == Location("one")
    assert begun.go(Location("one"), 0).go(Location("welcome"), 0).with_first_seen(2).place == Location("welcome")
    assert Session.begin(COVERING, 0, "one").with_first_seen(2).place == Location("one")


def test_a_step_of_progress_does_not_move_the_reader() -> None:
    assert Session.begin(COVERING, 0).with_seen(2).place == Location("welcome")
