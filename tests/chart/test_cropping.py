"""The part of a row of the map that a window shows: texts that its edge cuts end in an ellipsis."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span, line_width, plain
from aotad_tui.chart.map.rendering.cropping import crop_row

ROW = (Span("├───"), Span(" is the mother of "), Span("═══┤"))


@pytest.mark.parametrize(
    ("left", "cells", "shown"),
    [
        (0, 26, "├─── is the mother of ═══┤"),
        (0, 12, "├─── is the…"),
        (2, 20, "── is the mother of "),
        (6, 12, "… the mothe…"),
        (8, 18, "…he mother of ═══┤"),
        (23, 3, "══┤"),
        (30, 5, ""),
    ],
)
def test_a_text_ends_whole_or_in_an_ellipsis(left: int, cells: int, shown: str) -> None:
    assert plain(crop_row(ROW, left, cells)).rstrip() == shown.rstrip()


def test_columns_stay_aligned_at_any_edge() -> None:
    row = (Span("│ "), Span("남온조 Nam On-jo", "name"), Span(" │"))
    total = line_width(row)
    for left in range(total):
        for cells in range(1, total - left + 1):
            assert line_width(crop_row(row, left, cells)) == cells, (left, cells)
