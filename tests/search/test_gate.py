"""What is found as of a point is what is found in a copy of the guide that was cut there."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from aotad_tui.link import Link
from aotad_tui.resources import bundled_guide
from aotad_tui.search.candidates import people, points, sections
from aotad_tui.search.finder import Finder
from aotad_tui.search.full_text import FullText
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.cut import cut

JEKYLL = Path(__file__).parents[1] / "guides" / "jekyll"
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
    finders = [Finder(list(kind(visible))) for kind in (people, sections, points)]
    full = FullText(visible).fill()
    names = [finder.find(typed) for finder in finders for typed in NAMES]
    texts = [full.find(typed) for typed in TEXTS]
    places = [Link.character(one.id) for one in visible.people.everyone]
    places += [Link.section(one.id) for one in visible.story.sections]
    return [names, texts, [full.named(place) for place in places], list(full.headings())]


@pytest.mark.parametrize("seen", range(13))
@pytest.mark.parametrize("guide", [JEKYLL, bundled_guide()], ids=["jekyll", "bundled"])
def test_what_is_found_as_of_a_point_is_what_a_cut_copy_holds(guide: Path, seen: int, tmp_path: Path) -> None:
    whole = open_guide(guide)
    seen = min(seen, len(whole.timeline))
    left = open_guide(cut(guide, seen, tmp_path / "copy"))
    assert everything_found(whole, seen) == everything_found(left, seen)
