"""New content of pages that were visible before: page, heading and point, and nothing later."""

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
    """The second guide with another first page."""
    folder = edited(tmp_path, [])
    (folder / "sections" / "10-the-street" / "10-the-door.md").write_text(DOOR)
    return folder


def growth_of(whole: Story, seen: int, after: int, section: str = "the-street/the-door") -> list[NewContent]:
    visible = VisibleStory(whole.as_of(seen))
    return new_content(visible, visible.story.section_by_id[section], after)


def test_each_heading_with_new_text_is_a_row(guide: Path) -> None:
    whole = open_guide(guide)
    assert growth_of(whole, 4, 1) == [
        NewContent(3, ("", "")),
        NewContent(2, ("The lane", "the-lane")),
        NewContent(4, ("Who signed it", "who-signed-it")),
    ]
    assert growth_of(whole, 4, 3) == [
        NewContent(4, ("The lane", "the-lane")),
        NewContent(4, ("Who signed it", "who-signed-it")),
    ]
    assert growth_of(whole, 5, 4) == [NewContent(5, ("Who signed it", "who-signed-it"))]


def test_a_page_hidden_before_and_a_page_since_now_have_no_new_content(guide: Path) -> None:
    whole = open_guide(guide)
    assert growth_of(whole, 5, 0) == []
    assert growth_of(whole, 10, 10) == []
    assert growth_of(whole, 2, 2) == []


def test_an_unreadable_page_has_no_new_content(guide: Path) -> None:
    whole = open_guide(guide)
    (guide / "sections" / "10-the-street" / "10-the-door.md").unlink()
    assert growth_of(whole, 4, 1) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", GUIDES)
def test_new_content_equals_that_of_a_copy_cut_at_the_point(copies: Copies, name: str) -> None:
    """At every point, since every point before it."""
    whole = copies.whole(name)
    last = len(whole.timeline)
    total = 0
    for seen in range(last + 1):
        whole_story = VisibleStory(whole.as_of(seen))
        cut_story = VisibleStory(copies.cut(name, seen).as_of(last))
        assert [section.id for section in whole_story.story.sections] == [
            section.id for section in cut_story.story.sections
        ]
        for after in range(seen):
            contents = [new_content(whole_story, section, after) for section in whole_story.story.sections]
            assert contents == [new_content(cut_story, section, after) for section in cut_story.story.sections]
            assert all(after < one.at <= seen for rows in contents for one in rows)
            total += sum(map(len, contents))
    assert total
