"""A page of everything, as a person sees it on a screen and on paper. How to renew the frames: `tests/frames.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import line_width
from aotad_tui.page.page import Page
from aotad_tui.page.rows import Row
from aotad_tui.story.values import Certainty, Grounds, Source
from tests.frames import assert_kept, texts, told

from .pages import opened, tale

FRAMES = Path(__file__).parent / "frames"
SCREENS = (40, 80, 120)
PAPER = 60
BOOK = Source("book", title="The book of the school", publisher="Hyosan Press", date="2024-05")


@pytest.fixture
def everything() -> Page:
    text = (Path(__file__).parent / "every-construct.md").read_text(encoding="utf-8")
    grounds = Grounds(Certainty.REPORTED, "2026-02-23", ("book",))
    return opened(tale(text, "Everything a page may hold", grounds, (BOOK,)), seen=5)


def on_screen(page: Page, cells: int) -> list[Row]:
    sheet = page.layout(cells, scrolls=True)
    return [row for leaf in range(len(page.leaves)) for row in sheet.rows(leaf)]


@pytest.mark.parametrize("cells", SCREENS)
def test_a_page_of_everything_reads_well_on_a_screen(everything: Page, cells: int) -> None:
    lines = [row.spans for row in on_screen(everything, cells)]
    assert max(line_width(line) for line in lines) <= cells
    assert_kept(FRAMES / f"{cells}.txt", texts(lines))


def test_it_reads_well_on_paper(everything: Page) -> None:
    lines = list(everything.lines(PAPER))
    assert max(line_width(line) for line in lines) <= PAPER
    assert_kept(FRAMES / f"paper-{PAPER}.txt", texts(lines))


def test_every_style_and_link_of_it_is_as_it_was(everything: Page) -> None:
    assert_kept(FRAMES / "styles-and-links.txt", told(everything.lines(PAPER)))


def test_no_frame_is_left_of_what_is_not_drawn_any_more() -> None:
    kept = {f"{cells}.txt" for cells in SCREENS} | {f"paper-{PAPER}.txt", "styles-and-links.txt"}
    assert {file.name for file in FRAMES.iterdir()} == kept
