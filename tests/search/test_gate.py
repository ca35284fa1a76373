"""What is found as of a point is what is found in a copy of the guide that was cut there."""

from __future__ import annotations

import pytest

from aotad_tui.link import Link
from aotad_tui.search.candidates import people_and_terms, points, sections
from aotad_tui.search.details import Details
from aotad_tui.search.finder import Finder
from aotad_tui.search.full_text import FullText
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.copies import POINTS, Copies

pytestmark = pytest.mark.slow

NAMES = (
    "",
    "a",
    "h",
    "hyde",
    "jekyl",
    "mr",
    "lee",
    "nam",
    "onjo",
    "halfbie",
    "soo",
    "ㅇ",
    "남",
    "end",
    "8",
    "carew",
    "dead",
    "alive",
    "doctor",
    "murder",
    "friend",
    "student",
    "london",
    "bully",
    "lawyer circle",
)
TEXTS = (
    "dead",
    "the",
    "killed",
    '"of the"',
    "who:hyde",
    "who:onjo bite",
    "in:season",
    "hydes",
    "온조",
    "to:renewed",
    "e",
)


def everything_found(whole: Story, seen: int) -> list[object]:
    """Every answer to those queries: hits, order, the names by which they were found, snippets, backlinks."""
    visible = VisibleStory(whole.as_of(seen))
    finders = [Finder(list(kind(visible))) for kind in (sections, points)]
    finders.append(Finder(people_and_terms(visible), Details(visible)))
    full = FullText(visible).fill()
    names = [finder.find(typed) for finder in finders for typed in NAMES]
    texts = [full.find(typed) for typed in TEXTS]
    places = [Link.character(one.id) for one in visible.people.everyone]
    places += [Link.term(id) for id in visible.terms]
    places += [Link.section(one.id) for one in visible.story.sections]
    return [names, texts, [full.mentions_of(place) for place in places], list(full.headings())]


@pytest.mark.parametrize(("name", "seen"), POINTS)
def test_what_is_found_as_of_a_point_is_what_a_cut_copy_holds(copies: Copies, name: str, seen: int) -> None:
    assert everything_found(copies.whole(name), seen) == everything_found(copies.cut(name, seen), seen)
