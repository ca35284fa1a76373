"""Where reading begins, and which pages are recaps, as a function of the visible story."""

from __future__ import annotations

import pytest

from aotad_tui.story.pages_for_point import opening_page
from aotad_tui.story.story import Story
from aotad_tui.story.values import Role
from aotad_tui.story.visible import VisibleStory

from .stories import section, story

GUIDE = story(
    sections=(
        section("cast"),
        section("welcome", role=Role.START),
        section("so far", role=Role.RECAP),
        section("second night", 2, covers=2),
        section("more of it", 2, covers=2),
        section("ahead", 1, covers=5),
        section("third night", 4, covers=3),
        section("all so far", 4, role=Role.RECAP),
    )
)


@pytest.mark.parametrize(
    ("seen", "id"),
    [(0, "welcome"), (1, "welcome"), (2, "second night"), (3, "welcome"), (4, "welcome"), (5, "ahead"), (9, "welcome")],
)
def test_reading_begins_with_the_page_that_covers_the_last_point_seen_else_with_the_start_page(
    seen: int, id: str
) -> None:
    page = opening_page(GUIDE.as_of(seen))
    assert page
    assert page.id == id


def test_reading_begins_with_the_first_page_where_none_has_a_role() -> None:
    page = opening_page(story(sections=(section("one"), section("two"))).as_of(0))
    assert page
    assert page.id == "one"
    assert opening_page(Story("A tale", GUIDE.timeline, 0)) is None


def test_a_page_does_not_tell_that_it_covers_a_later_point() -> None:
    assert [page.covers for page in GUIDE.as_of(4).sections if page.id == "ahead"] == [None]


@pytest.mark.parametrize(("seen", "ids"), [(0, ["so far"]), (4, ["so far", "all so far"])])
def test_the_recaps_are_those_that_are_visible(seen: int, ids: list[str]) -> None:
    assert [page.id for page in VisibleStory(GUIDE.as_of(seen)).recap_sections] == ids
