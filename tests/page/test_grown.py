"""What pages that were open already say more: which, where, since when, and nothing of later."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from aotad_tui.page.changes_since import NewContent, new_content
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.copies import GUIDES, Copies
from tests.library.guides import edited

DOOR = """---
title: The door
since: 1
---
Open from the start.

> [!spoiler] 3
> Above any heading.

## The lane

> [!spoiler] 2
> A child.

> [!spoiler] 4
> And its family.

## The cheque

Drawn on Coutts.

> [!spoiler] 4
> ## Who signed it
>
> Somebody known.
>
> > [!spoiler] 5
> > And why.
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The second guide with a first page of our own."""
    folder = edited(tmp_path, [])
    (folder / "sections" / "10-the-street" / "10-the-door.md").write_text(DOOR)
    return folder


def grown(whole: Story, seen: int, after: int, section: str = "the-street/the-door") -> list[NewContent]:
    visible = VisibleStory(whole.as_of(seen))
    return new_content(visible, visible.story.section_by_id[section], after)


def test_each_heading_under_which_there_is_more_is_a_row(guide: Path) -> None:
    whole = open_guide(guide)
    assert grown(whole, 4, 1) == [
        NewContent(3, ("", "")),
        NewContent(2, ("The lane", "the-lane")),
        NewContent(4, ("Who signed it", "who-signed-it")),
    ]
    assert grown(whole, 4, 3) == [
        NewContent(4, ("The lane", "the-lane")),
        NewContent(4, ("Who signed it", "who-signed-it")),
    ]
    assert grown(whole, 5, 4) == [NewContent(5, ("Who signed it", "who-signed-it"))]


def test_a_page_that_was_not_open_then_has_not_grown_and_nothing_has_since_now(guide: Path) -> None:
    whole = open_guide(guide)
    assert grown(whole, 5, 0) == []
    assert grown(whole, 10, 10) == []
    assert grown(whole, 2, 2) == []


def test_a_page_that_cannot_be_read_has_not_grown(guide: Path) -> None:
    whole = open_guide(guide)
    (guide / "sections" / "10-the-street" / "10-the-door.md").unlink()
    assert grown(whole, 4, 1) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", GUIDES)
def test_what_has_grown_is_what_has_in_a_copy_cut_at_that_point(copies: Copies, name: str) -> None:
    """At the points where pages grow, and from each point before."""
    whole = copies.whole(name)
    last = len(whole.timeline)
    in_all = 0
    for seen in range(last + 1):
        of_whole = VisibleStory(whole.as_of(seen))
        of_copy = VisibleStory(copies.cut(name, seen).as_of(last))
        assert [section.id for section in of_whole.story.sections] == [section.id for section in of_copy.story.sections]
        for after in range(seen):
            told = [new_content(of_whole, section, after) for section in of_whole.story.sections]
            assert told == [new_content(of_copy, section, after) for section in of_copy.story.sections]
            assert all(after < one.at <= seen for grown in told for one in grown)
            in_all += sum(map(len, told))
    assert in_all
