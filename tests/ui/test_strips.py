"""Strips use little memory, since many are cached."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from aotad_tui.cells import Span
from aotad_tui.page.rows import Row
from aotad_tui.ui.viewport.strips import styled_strip
from tests.live_objects import count_live

PLAIN = Style(color="red")


def make_strip(words: str, cells: int = 40) -> Strip:
    return styled_strip(Row((Span(words),), (0,), 0, len(words)), (), 4, cells, lambda _: PLAIN)


@pytest.mark.slow
def test_a_strip_makes_no_cache_before_it_is_divided() -> None:
    make_strip("One.")
    before = count_live(FIFOCache)["FIFOCache"]
    strips = [make_strip(f"Line {number}.") for number in range(50)]
    assert count_live(FIFOCache)["FIFOCache"] == before
    assert strips[7].text == "    Line 7.".ljust(40)


def test_parts_of_a_strip_are_its_own() -> None:
    one, other = make_strip("One line."), make_strip("Another.")
    for _ in range(2):
        assert one.crop(4, 7).text == "One"
        assert other.crop(4, 7).text == "Ano"
        assert [part.text for part in one.divide([8, 40])] == ["    One ", "line.".ljust(32)]
        assert [part.text for part in other.divide([8, 40])] == ["    Anot", "her.".ljust(32)]
        assert one.apply_style(Style(bold=True)).text == one.text
        assert other.extend_cell_length(42).text == "    Another.".ljust(42)


def test_strips_share_equal_blank_ends() -> None:
    ends = {id(list(make_strip(words))[-1]) for words in ("One.", "Two.", "Six.")}
    assert len(ends) == 1
