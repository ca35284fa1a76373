"""The saved state of one viewer, and what of it may be shown at another point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from aotad_tui.progress.bookmarks import Bookmark
from aotad_tui.progress.reader_state import ReaderState, guide_key, new_id
from aotad_tui.progress.session import RESTORE, Location, Session
from aotad_tui.progress.store import Namespace, Store
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline, Volume
from tests.story.stories import person, section, story, timeline

STORY = story(
    person("ann"),
    person("bob", 5),
    sections=(section("door"), section("will", 2), section("lair", 6), section("end", 9)),
)
ANCHOR = TextAnchor("heading", "quote", 0.5, 2, -1)


STORES = ExitStack()
"""The stores of one test; several are open at once, like those of several readers."""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    with STORES:
        yield tmp_path / "reading.db"


def reader_state(file: Path, viewer: str = "", whole: Story = STORY) -> ReaderState:
    store = Store(file)
    STORES.callback(store.close)
    return ReaderState(store, whole, viewer)


def test_there_is_no_progress_before_it_is_set(file: Path) -> None:
    assert reader_state(file).seen(STORY.timeline) is None


@pytest.mark.parametrize("seen", [0, 1, 9])
def test_progress_is_saved(file: Path, seen: int) -> None:
    reader_state(file).save_seen(STORY.timeline, seen)
    assert reader_state(file).seen(STORY.timeline) == seen


def test_viewers_have_separate_progress(file: Path) -> None:
    reader_state(file).save_seen(STORY.timeline, 4)
    reader_state(file, "mina").save_seen(STORY.timeline, 2)
    assert [reader_state(file, name).seen(STORY.timeline) for name in ("", "mina", "joon")] == [4, 2, None]


def test_a_guide_has_the_same_key_at_every_point_and_when_it_grows() -> None:
    grown_story = replace(STORY, timeline=timeline(12), characters=(*STORY.characters, person("cat")))
    assert {guide_key(STORY.as_of(seen)) for seen in range(10)} == {guide_key(STORY)} == {guide_key(grown_story)}
    assert guide_key(replace(STORY, title="Another tale")) != guide_key(STORY)


def test_progress_stays_when_a_guide_is_divided_into_volumes(file: Path) -> None:
    reader_state(file).save_seen(STORY.timeline, 5)
    volumes = (Volume("b1", 1, "chapter", 1, 4), Volume("b2", 2, "chapter", 5, len(STORY.timeline)))
    divided = replace(STORY, timeline=replace(STORY.timeline, volumes=volumes, volume_unit="book"))
    assert reader_state(file, whole=divided).seen(divided.timeline) == 5


def test_points_inserted_later_do_not_change_the_progress(file: Path) -> None:
    reader_state(file).save_seen(STORY.timeline, 4)
    points = STORY.timeline.points
    longer = Timeline("chapter", (points[0], replace(points[0], id="special"), *points[1:]))
    assert reader_state(file).seen(longer) == 5


def test_a_removed_point_is_no_progress(file: Path) -> None:
    reader_state(file).save_seen(STORY.timeline, 9)
    assert reader_state(file).seen(timeline(5)) is None


def test_a_session_begins_where_the_last_one_ended(file: Path) -> None:
    last_session = Session.begin(STORY, 9, "door").go(Location("lair", 3, "bob"), 7).go(Location("will"), 2).back(5)
    reader_state(file).save_session(last_session)
    next_session = reader_state(file).begin(STORY, 9)
    assert next_session.place == Location("lair", RESTORE, "bob")
    assert next_session.past == (Location("door", RESTORE),)
    assert next_session.future == (Location("will", RESTORE),)


@pytest.mark.parametrize("seen", range(10))
def test_after_progress_moves_back_the_session_has_nothing_later(file: Path, seen: int) -> None:
    last_session = Session.begin(STORY, 9, "end").go(Location("lair", 3, "bob"), 7).go(Location("will", 0, "bob"), 2)
    first = reader_state(file)
    first.save_session(last_session)
    first.save_read(["door", "lair", "end"])
    session = reader_state(file).begin(STORY, seen)
    sections = {place.section for place in (session.place, *session.past, *session.future)}
    people = {place.person for place in (session.place, *session.past, *session.future)} - {None}
    assert sections <= {one.id for one in STORY.sections if one.since <= seen}
    assert people <= {one.id for one in STORY.characters if one.since <= seen}


def test_a_requested_section_comes_before_the_last_one(file: Path) -> None:
    reader_state(file).save_session(Session.begin(STORY, 9, "lair"))
    assert reader_state(file).begin(STORY, 9, "will").place.section == "will"


def test_only_the_last_few_sessions_are_saved(file: Path) -> None:
    for _ in range(20):
        reader_state(file).save_session(Session.begin(STORY, 9, "lair"))
    assert len(reader_state(file).records("sitting")) == 8


def test_two_sessions_at_once_are_saved_separately_and_the_last_one_is_resumed(file: Path) -> None:
    one, two = reader_state(file), reader_state(file)
    one.save_session(Session.begin(STORY, 9, "lair"))
    two.save_session(Session.begin(STORY, 9, "will"))
    one.save_text_anchor("lair", ANCHOR)
    two.save_read(["will"])
    one.save_read(["lair"])
    last = reader_state(file)
    assert last.begin(STORY, 9).place.section == "will"
    assert last.text_anchor("lair") == ANCHOR
    assert last.read == {"will", "lair"}


def test_bookmarks_are_saved_named_and_removed(file: Path) -> None:
    one, two = Bookmark(new_id(), "door", ANCHOR, "", 1), Bookmark(new_id(), "will", ANCHOR, "why?", 3)
    first = reader_state(file)
    first.save_bookmark(one)
    first.save_bookmark(two)
    named = replace(one, note="here it began")
    first.save_bookmark(named)
    assert set(reader_state(file).bookmarks(9)) == {named, two}
    first.remove_bookmark(two.id)
    assert reader_state(file).bookmarks(9) == (named,)


@pytest.mark.parametrize("seen", range(10))
def test_a_bookmark_set_or_named_at_a_later_point_is_hidden(file: Path, seen: int) -> None:
    first = reader_state(file)
    for at in range(10):
        first.save_bookmark(Bookmark(f"{at}", "door", ANCHOR, f"known at {at}", at))
    assert {one.seen for one in reader_state(file).bookmarks(seen)} == set(range(seen + 1))


def test_points_inserted_later_do_not_show_a_bookmark_earlier(file: Path) -> None:
    reader_state(file).save_bookmark(Bookmark("1", "door", ANCHOR, "known at 4", 4))
    reader_state(file).save_bookmark(Bookmark("2", "door", ANCHOR, "known before", 0))
    points = STORY.timeline.points
    longer = replace(STORY, timeline=Timeline("chapter", (points[0], replace(points[0], id="special"), *points[1:])))
    opened_before = reader_state(file)
    opened_before.follow(longer)
    for state in (reader_state(file, whole=longer), opened_before):
        assert [one.note for one in state.bookmarks(4)] == ["known before"]
        assert [(one.note, one.seen) for one in state.bookmarks(5)] == [("known at 4", 5), ("known before", 0)]


def test_a_bookmark_whose_point_is_gone_is_hidden_until_the_end(file: Path) -> None:
    reader_state(file).save_bookmark(Bookmark("1", "door", ANCHOR, "known at 4", 4))
    points = STORY.timeline.points
    shorter = reader_state(file, whole=replace(STORY, timeline=Timeline("chapter", (*points[:3], *points[4:]))))
    assert [len(shorter.bookmarks(seen)) for seen in (4, 7, 8)] == [0, 0, 1]


def test_a_bookmark_of_an_older_version_has_the_number_of_its_point(file: Path) -> None:
    state = reader_state(file)
    state.save("bookmark", "1", {"section": "door", "spot": asdict(ANCHOR), "note": "", "seen": 4})
    assert [len(state.bookmarks(seen)) for seen in (3, 4)] == [0, 1]


def test_folds_are_saved_for_each_person(file: Path) -> None:
    first = reader_state(file)
    first.save_folds("ann", {"friend", "love"})
    first.save_folds("bob", {"enemy"})
    first.save_folds("bob", set())
    assert reader_state(file).folds() == {"ann": {"friend", "love"}}


def test_recent_guides_are_listed_newest_first_without_this_one(file: Path) -> None:
    guides = [replace(STORY, title=title) for title in ("One", "Two", "Three")]
    for guide in guides:
        reader_state(file, whole=guide).save_guide(guide.title, Path("/guides") / guide.title)
    reader_state(file, whole=guides[0]).save_guide("One", Path("/elsewhere"))
    assert [recent.title for recent in reader_state(file, whole=guides[2]).recent_guides()] == ["One", "Two"]
    assert reader_state(file, whole=guides[2]).recent_guides()[0].folder == Path("/elsewhere")


def test_the_tour_is_saved_per_viewer_for_all_guides(file: Path) -> None:
    reader_state(file, "mina").save_toured()
    assert [reader_state(file, name, replace(STORY, title="x")).toured for name in ("mina", "")] == [True, False]


@pytest.mark.parametrize(
    "value", ["", "[", "null", "7", '"x"', "[]", "{}", '{"section": 7}', "[" * 100_000, '{"here": [[]]}']
)
def test_any_values_in_the_file_are_read_without_errors(file: Path, value: str) -> None:
    store = Store(file)
    key = guide_key(STORY)
    for kind in ("progress", "spot", "sitting", "bookmark", "folds", "read"):
        store.put(Namespace("", key, kind), "seen" if kind == "progress" else "door", value)
    store.put(Namespace("", "", "guide"), "x", value)
    store.close()
    last = reader_state(file)
    assert last.seen(STORY.timeline) is None
    assert last.text_anchor("door") is None
    assert last.bookmarks(9) == ()
    assert last.recent_guides() == ()
    assert last.begin(STORY, 0).place.section == "door"
    assert last.folds().keys() <= {"door"}
