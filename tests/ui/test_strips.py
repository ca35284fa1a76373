"""Drawn lines take little: many are kept."""

from __future__ import annotations

from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from aotad_tui.cells import Span
from aotad_tui.page.rows import Row
from aotad_tui.ui.viewport.strips import styled_strip
from tests.live_objects import count_live

PLAIN = Style(color="red")


def drawn(words: str, cells: int = 40) -> Strip:
    return styled_strip(Row((Span(words),), (0,), 0, len(words)), (), 4, cells, lambda _: PLAIN)


def test_a_line_has_no_room_for_parts_of_itself_that_nobody_asked_for() -> None:
    drawn("One.")
    before = count_live(FIFOCache)["FIFOCache"]
    lines = [drawn(f"Line {number}.") for number in range(50)]
    assert count_live(FIFOCache)["FIFOCache"] == before
    assert lines[7].text == "    Line 7.".ljust(40)


def test_parts_of_a_line_are_of_that_line() -> None:
    one, other = drawn("One line."), drawn("Another.")
    for _ in range(2):
        assert one.crop(4, 7).text == "One"
        assert other.crop(4, 7).text == "Ano"
        assert [part.text for part in one.divide([8, 40])] == ["    One ", "line.".ljust(32)]
        assert [part.text for part in other.divide([8, 40])] == ["    Anot", "her.".ljust(32)]
        assert one.apply_style(Style(bold=True)).text == one.text
        assert other.extend_cell_length(42).text == "    Another.".ljust(42)


def test_lines_whose_ends_are_as_empty_share_them() -> None:
    ends = {id(list(drawn(words))[-1]) for words in ("One.", "Two.", "Six.")}
    assert len(ends) == 1
