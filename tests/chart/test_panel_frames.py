"""The panels of three people of the second guide at three points, compared with frames. See `tests/frames.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.chart.panel import panel
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.frames import assert_equals_frame, describe_spans, texts

FRAMES = Path(__file__).parent / "frames"
PEOPLE = ("utterson", "hyde", "lanyon")
POINTS = (2, 5, 9)
CELLS = 40
ON_PAGE = ("poole", "enfield")


@pytest.mark.parametrize("id", PEOPLE)
@pytest.mark.parametrize("seen", POINTS)
def test_a_panel_equals_its_frame(jekyll_story: Story, id: str, seen: int) -> None:
    lines = panel(VisibleStory(jekyll_story.as_of(seen)), id, CELLS, ("two-steps",), ON_PAGE)
    assert_equals_frame(FRAMES / f"{id}-{seen}.txt", texts(lines))


def test_styles_and_links_of_a_panel_equal_their_frame(jekyll_story: Story) -> None:
    lines = panel(VisibleStory(jekyll_story.as_of(9)), "lanyon", CELLS, ("two-steps",), ON_PAGE)
    assert_equals_frame(FRAMES / "styles-and-links.txt", describe_spans(lines))


def test_there_is_no_unused_frame() -> None:
    kept = {f"{id}-{seen}.txt" for id in PEOPLE for seen in POINTS}
    assert {file.name for file in FRAMES.iterdir()} == kept | {"styles-and-links.txt"}
