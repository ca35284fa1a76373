"""What one viewer's journey leaves behind, and what of it may be shown later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from aotad_tui.progress.reader_state import Bookmark, ReaderState, guide_key, new_id
from aotad_tui.progress.session import LEFT, Location, Session
from aotad_tui.progress.store import Namespace, Store
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline
from tests.story.stories import person, section, story, timeline

TALE = story(
    person("ann"),
    person("bob", 5),
    sections=(section("door"), section("will", 2), section("lair", 6), section("end", 9)),
)
SPOT = TextAnchor("heading", "quote", 0.5, 2, -1)


OPENED = ExitStack()
"""The stores of one test. Several are open at once, as those of several readers are."""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    with OPENED:
        yield tmp_path / "reading.db"


def reader_state(file: Path, viewer: str = "", whole: Story = TALE) -> ReaderState:
    store = Store(file)
    OPENED.callback(store.close)
    return ReaderState(store, whole, viewer)


def test_nothing_is_seen_before_it_was_said(file: Path) -> None:
    assert reader_state(file).seen(TALE.timeline) is None


@pytest.mark.parametrize("seen", [0, 1, 9])
def test_how_far_one_is_is_kept(file: Path, seen: int) -> None:
    reader_state(file).save_seen(TALE.timeline, seen)
    assert reader_state(file).seen(TALE.timeline) == seen


def test_viewers_do_not_meet(file: Path) -> None:
    reader_state(file).save_seen(TALE.timeline, 4)
    reader_state(file, "mina").save_seen(TALE.timeline, 2)
    assert [reader_state(file, name).seen(TALE.timeline) for name in ("", "mina", "joon")] == [4, 2, None]


def test_a_guide_is_known_by_what_it_is_at_every_point_and_when_it_grows() -> None:
    grown = replace(TALE, timeline=timeline(12), characters=(*TALE.characters, person("cat")))
    assert {guide_key(TALE.as_of(seen)) for seen in range(10)} == {guide_key(TALE)} == {guide_key(grown)}
    assert guide_key(replace(TALE, title="Another tale")) != guide_key(TALE)


def test_points_that_come_in_between_do_not_change_how_far_one_is(file: Path) -> None:
    reader_state(file).save_seen(TALE.timeline, 4)
    points = TALE.timeline.points
    longer = Timeline("chapter", (points[0], replace(points[0], id="special"), *points[1:]))
    assert reader_state(file).seen(longer) == 5


def test_a_point_that_is_there_no_more_is_no_answer(file: Path) -> None:
    reader_state(file).save_seen(TALE.timeline, 9)
    assert reader_state(file).seen(timeline(5)) is None


def test_a_sitting_goes_on_where_the_last_one_was_left(file: Path) -> None:
    left = Session.begin(TALE, 9, "door").go(Location("lair", 3, "bob"), 7).go(Location("will"), 2).back(5)
    reader_state(file).save_session(left)
    again = reader_state(file).begin(TALE, 9)
    assert again.place == Location("lair", LEFT, "bob")
    assert again.past == (Location("door", LEFT),)
    assert again.future == (Location("will", LEFT),)


@pytest.mark.parametrize("seen", range(10))
def test_after_going_back_in_the_story_nothing_later_is_in_the_session(file: Path, seen: int) -> None:
    left = Session.begin(TALE, 9, "end").go(Location("lair", 3, "bob"), 7).go(Location("will", 0, "bob"), 2)
    first = reader_state(file)
    first.save_session(left)
    first.save_read(["door", "lair", "end"])
    session = reader_state(file).begin(TALE, seen)
    told = {place.section for place in (session.place, *session.past, *session.future)}
    met = {place.person for place in (session.place, *session.past, *session.future)} - {None}
    assert told <= {one.id for one in TALE.sections if one.since <= seen}
    assert met <= {one.id for one in TALE.characters if one.since <= seen}


def test_a_section_that_is_asked_for_comes_before_the_one_that_was_left(file: Path) -> None:
    reader_state(file).save_session(Session.begin(TALE, 9, "lair"))
    assert reader_state(file).begin(TALE, 9, "will").place.section == "will"


def test_only_the_last_few_sittings_are_kept(file: Path) -> None:
    for _ in range(20):
        reader_state(file).save_session(Session.begin(TALE, 9, "lair"))
    assert len(reader_state(file).records("sitting")) == 8


def test_two_sittings_at_once_keep_their_own_and_the_last_one_is_gone_on_with(file: Path) -> None:
    one, two = reader_state(file), reader_state(file)
    one.save_session(Session.begin(TALE, 9, "lair"))
    two.save_session(Session.begin(TALE, 9, "will"))
    one.save_text_anchor("lair", SPOT)
    two.save_read(["will"])
    one.save_read(["lair"])
    last = reader_state(file)
    assert last.begin(TALE, 9).place.section == "will"
    assert last.text_anchor("lair") == SPOT
    assert last.read == {"will", "lair"}


def test_bookmarks_are_kept_named_and_removed(file: Path) -> None:
    one, two = Bookmark(new_id(), "door", SPOT, "", 1), Bookmark(new_id(), "will", SPOT, "why?", 3)
    first = reader_state(file)
    first.save_bookmark(one)
    first.save_bookmark(two)
    named = replace(one, note="here it began")
    first.save_bookmark(named)
    assert set(reader_state(file).bookmarks(9)) == {named, two}
    first.remove_bookmark(two.id)
    assert reader_state(file).bookmarks(9) == (named,)


@pytest.mark.parametrize("seen", range(10))
def test_a_bookmark_that_was_set_or_named_further_on_is_not_given_out(file: Path, seen: int) -> None:
    first = reader_state(file)
    for at in range(10):
        first.save_bookmark(Bookmark(f"{at}", "door", SPOT, f"known at {at}", at))
    assert {one.seen for one in reader_state(file).bookmarks(seen)} == set(range(seen + 1))


def test_folds_are_kept_for_each_person(file: Path) -> None:
    first = reader_state(file)
    first.save_folds("ann", {"friend", "love"})
    first.save_folds("bob", {"enemy"})
    first.save_folds("bob", set())
    assert reader_state(file).folds() == {"ann": {"friend", "love"}}


def test_guides_that_were_open_are_listed_the_last_one_first_without_this_one(file: Path) -> None:
    tales = [replace(TALE, title=title) for title in ("One", "Two", "Three")]
    for tale in tales:
        reader_state(file, whole=tale).save_guide(tale.title, Path("/guides") / tale.title)
    reader_state(file, whole=tales[0]).save_guide("One", Path("/elsewhere"))
    assert [guide.title for guide in reader_state(file, whole=tales[2]).recent_guides()] == ["One", "Two"]
    assert reader_state(file, whole=tales[2]).recent_guides()[0].folder == Path("/elsewhere")


def test_the_tour_is_for_each_viewer_once(file: Path) -> None:
    reader_state(file, "mina").save_toured()
    assert [reader_state(file, name, replace(TALE, title="x")).toured for name in ("mina", "")] == [True, False]


@pytest.mark.parametrize(
    "value", ["", "[", "null", "7", '"x"', "[]", "{}", '{"section": 7}', "[" * 100_000, '{"here": [[]]}']
)
def test_whatever_a_file_says_is_read_without_harm(file: Path, value: str) -> None:
    store = Store(file)
    key = guide_key(TALE)
    for kind in ("progress", "spot", "sitting", "bookmark", "folds", "read"):
        store.put(Namespace("", key, kind), "seen" if kind == "progress" else "door", value)
    store.put(Namespace("", "", "guide"), "x", value)
    store.close()
    last = reader_state(file)
    assert last.seen(TALE.timeline) is None
    assert last.text_anchor("door") is None
    assert last.bookmarks(9) == ()
    assert last.recent_guides() == ()
    assert last.begin(TALE, 0).place.section == "door"
    assert last.folds().keys() <= {"door"}
