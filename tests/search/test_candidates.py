"""What can be found in a story: sections and people by every name, and nothing from beyond the point."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from aotad_tui.search.candidates import people, sections
from aotad_tui.search.finder import Finder
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import positions, stories


def found(whole: Story, seen: int, typed: str) -> list[str]:
    now = VisibleStory(whole.as_of(seen))
    return [str(hit.candidate.link) for hit in Finder([*sections(now), *people(now)]).find(typed)]


@pytest.mark.parametrize(
    ("typed", "seen", "place"),
    [
        ("utterson", 1, "character:utterson"),
        ("mr seek", 2, "character:utterson"),
        ("gabriel", 8, "character:utterson"),
        ("utterson gabriel john", 8, "character:utterson"),
        ("juggernaut", 1, "character:hyde"),
        ("edward hyde", 2, "character:hyde"),
        ("hyde edward", 9, "character:jekyll"),
        ("jekyll", 2, "character:jekyll"),
        ("the door", 1, "section:the-street/the-door"),
        ("black mail house", 1, "section:the-street/the-door"),
        ("the-street/the-door", 1, "section:the-street/the-door"),
        ("safe", 2, "section:the-street/the-will"),
    ],
)
def test_sections_and_people_are_found_by_every_name_of_theirs(
    jekyll_story: Story, typed: str, seen: int, place: str
) -> None:
    assert found(jekyll_story, seen, typed)[0] == place


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("utterson", 0), ("mr seek", 1), ("gabriel", 7), ("carew", 3), ("murder", 3), ("one man", 9), ("hastie", 8)],
)
def test_nothing_is_found_before_its_point(jekyll_story: Story, typed: str, seen: int) -> None:
    assert found(jekyll_story, seen, typed) == []
    assert found(jekyll_story, seen + 1, typed) != []


def test_with_nothing_seen_there_is_nobody_and_one_page(jekyll_story: Story) -> None:
    assert found(jekyll_story, 0, "") == ["section:before-you-read"]


def test_two_who_are_one_are_found_once(jekyll_story: Story) -> None:
    assert found(jekyll_story, 8, "hyde") == ["character:hyde"]
    assert found(jekyll_story, 9, "hyde") == ["character:jekyll"]


@given(stories(), positions)
def test_no_candidate_tells_anything_from_beyond_the_point(whole: Story, seen: int) -> None:
    now = VisibleStory(whole.as_of(seen))
    told = [text for one in (*people(now), *sections(now)) for text in (str(one.link), one.title, *one.names)]
    assert all(int(stamp) <= seen for text in told for stamp in re.findall(r"known from (\d+)", text))
    assert len(list(people(now))) == len(now.people.everyone)
    assert len(list(sections(now))) == len(now.story.sections)
