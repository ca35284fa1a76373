"""Recap and what is new: all that the edition holds, in its order, and nothing that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.library.load import open_guide
from aotad_tui.progress.events import EventKind, Length, events, recap, since
from aotad_tui.progress.recap_text import news_lines, recap_lines
from aotad_tui.story.story import Story
from aotad_tui.story.values import Becomes, Fact
from aotad_tui.story.visible import VisibleStory
from tests.copies import Copies
from tests.library.guides import write
from tests.story.stories import LENGTH, person, section, stages, stories, story, tie

TALE = story(
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
    return [(one.kind.name, one.words) for one in since(VisibleStory(TALE.as_of(seen)), after)]


def test_people_are_met_ties_made_and_pages_opened() -> None:
    assert rows(3, 2) == [("MET", "Bob. Keeps the keys."), ("BEGUN", "Ann trusts Bob")]
    assert rows(4, 3) == [("FACT", "Ann: is bitten"), ("SECTION", "Will")]


def test_ties_end_and_entries_turn_out_to_be_one() -> None:
    assert rows(6, 5) == [("ENDED", "Ann fears Cat: forgives at last")]
    assert rows(7, 6) == [("SAME", "Cat and Bob are the same person")]


def test_nothing_is_new_since_now() -> None:
    assert [rows(seen, seen) for seen in range(10)] == [[]] * 10


def test_a_tie_is_new_when_the_second_of_two_is_met() -> None:
    visible = VisibleStory(TALE.as_of(9))
    assert [one.at for one in events(visible) if one.kind is EventKind.BEGUN] == [3, 2]


def test_a_recap_goes_by_point_and_is_as_long_as_one_likes() -> None:
    visible = VisibleStory(TALE.as_of(9))
    told = {length: recap(visible, length) for length in Length}
    assert list(told[Length.SHORT]) == [4, 6, 7]
    assert list(told[Length.USUAL]) == [2, 4, 6, 7]
    assert list(told[Length.FULL]) == [0, 1, 2, 3, 4, 6, 7]


def test_what_happens_at_a_point_stands_as_its_page_tells_it(tmp_path: Path) -> None:
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
        "Bob: Wonders about it.",  # what is known of one person stays as the guide has it
        "Bob: Finds a key.",
        "Ann: Locks the garden gate.",
        "Ann: Sleeps.",
        "Cat: Is told nowhere.",
    ]


def test_what_is_new_is_told_in_the_order_in_which_it_became_known() -> None:
    late, early = (person(id, facts=(Fact(at, f"at {at}"),)) for id, at in (("ann", 5), ("bob", 2)))
    visible = VisibleStory(story(late, early).as_of(9))
    told = [plain(line) for line in news_lines(visible, since(visible, 1), 40)]
    assert told == ["2 new facts", "· Bob: at 2", "· Ann: at 5"]


@given(stories(), st.integers(0, LENGTH))
def test_a_recap_holds_what_happened_by_sort_and_for_each_person_as_the_guide_has_it(whole: Story, seen: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    told = [one for found in recap(visible, Length.FULL).values() for one in found]
    sorts = list(EventKind)
    assert told == sorted(told, key=lambda one: (one.at, sorts.index(one.kind)))
    for sort in EventKind:
        for link in {one.link for one in told}:
            mine = [one for one in events(visible) if (one.kind, one.link) == (sort, link)]
            assert [one for one in told if (one.kind, one.link) == (sort, link)] == sorted(mine, key=lambda one: one.at)


def test_rows_that_lead_somewhere_do_so_on_every_line() -> None:
    visible = VisibleStory(TALE.as_of(9))
    lines = recap_lines(visible, Length.FULL, 20)
    assert all(line_width(line) <= 20 for line in lines)
    told = [line for line in lines if line and line[0].style != "heading"]
    assert all(span.link for line in told for span in line)


def test_before_anything_is_known_that_is_said() -> None:
    nothing = VisibleStory(story().as_of(0))
    assert [plain(line) for line in recap_lines(nothing, Length.FULL, 40)] == ["Nothing to recap yet."]
    assert [plain(line) for line in news_lines(nothing, (), 40)] == ["Nothing new."]


@given(stories(), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_no_row_is_told_early_and_what_is_new_is_what_was_not_told_before(whole: Story, seen: int, after: int) -> None:
    visible = VisibleStory(whole.as_of(seen))
    found = list(events(visible))
    assert all(0 <= one.at <= seen for one in found)
    assert since(visible, after) == [one for one in found if one.at > after]
    for stamp in range(seen + 1, LENGTH + 1):
        assert not any(f"known from {stamp}" in one.words for one in found)


@pytest.mark.parametrize("seen", range(11))
def test_recap_and_news_are_those_of_a_copy_cut_at_that_point(copies: Copies, seen: int) -> None:
    editions = VisibleStory(copies.whole("jekyll").as_of(seen)), VisibleStory(copies.cut("jekyll", seen).as_of(seen))
    for length in Length:
        mine, theirs = (recap_lines(visible, length, 60) for visible in editions)
        assert mine == theirs
    for after in range(seen + 1):
        mine, theirs = (news_lines(visible, since(visible, after), 60) for visible in editions)
        assert mine == theirs
