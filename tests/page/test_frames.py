"""A page with every construct, on the screen and printed. `tests/frames.py` says how to renew the frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import line_width
from aotad_tui.page.page import Page
from aotad_tui.page.rows import Row
from aotad_tui.story.grounds import Certainty, Grounds, Source
from tests.frames import assert_equals_frame, describe_spans, texts

from .pages import parsed_page, story_with

FRAMES = Path(__file__).parent / "frames"
SCREENS = (40, 80, 120)
PAPER = 60
BOOK = Source("book", title="The book of the school", publisher="Hyosan Press", date="2024-05")


@pytest.fixture
def full_page() -> Page:
    text = (Path(__file__).parent / "every-construct.md").read_text(encoding="utf-8")
    grounds = Grounds(Certainty.REPORTED, "2026-02-23", ("book",))
    return parsed_page(story_with(text, "Everything a page may hold", grounds, (BOOK,)), seen=5)


def on_screen(page: Page, cells: int) -> list[Row]:
    sheet = page.layout(cells, scrolls=True)
    return [row for leaf in range(len(page.leaves)) for row in sheet.rows(leaf)]


@pytest.mark.parametrize("cells", SCREENS)
def test_the_page_on_the_screen_equals_its_frame(full_page: Page, cells: int) -> None:
    lines = [row.spans for row in on_screen(full_page, cells)]
    assert max(line_width(line) for line in lines) <= cells
    assert_equals_frame(FRAMES / f"{cells}.txt", texts(lines))


def test_the_printed_page_equals_its_frame(full_page: Page) -> None:
    lines = list(full_page.lines(PAPER))
    assert max(line_width(line) for line in lines) <= PAPER
    assert_equals_frame(FRAMES / f"paper-{PAPER}.txt", texts(lines))


def test_styles_and_links_of_the_page_equal_their_frame(full_page: Page) -> None:
    assert_equals_frame(FRAMES / "styles-and-links.txt", describe_spans(full_page.lines(PAPER)))


def test_there_is_no_unused_frame() -> None:
    used = {f"{cells}.txt" for cells in SCREENS} | {f"paper-{PAPER}.txt", "styles-and-links.txt"}
    assert {file.name for file in FRAMES.iterdir()} == used
