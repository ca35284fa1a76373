"""A page that holds every construct, drawn at three widths. How to renew the frames: `tests/frames.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import line_width
from aotad_tui.story.values import Certainty, Grounds, Source
from tests.frames import assert_kept, texts, told

from .pages import opened, tale

HERE = Path(__file__).parent
FRAMES = HERE / "frames"
WIDTHS = (40, 60, 80)

TALE = tale(
    (HERE / "every-construct.md").read_text(encoding="utf-8"),
    title="Everything a page may hold",
    grounds=Grounds(Certainty.REPORTED, "2026-02-23", ("book",)),
    sources=(Source("book", "The book of the school", 0, "https://example.org", "2024-05", "Hyosan Press"),),
)


@pytest.mark.parametrize("cells", WIDTHS)
def test_every_construct_is_drawn_as_it_was(cells: int) -> None:
    lines = opened(TALE, seen=4).sheet(cells).lines
    assert_kept(FRAMES / f"{cells}.txt", texts(lines))
    assert max(map(line_width, lines)) == cells


def test_every_style_and_link_is_as_it_was() -> None:
    assert_kept(FRAMES / "styles-and-links-60.txt", told(opened(TALE, seen=4).sheet(60).lines))


def test_no_frame_is_left_of_what_is_not_drawn_any_more() -> None:
    assert {file.name for file in FRAMES.iterdir()} == {
        "styles-and-links-60.txt",
        *(f"{cells}.txt" for cells in WIDTHS),
    }
