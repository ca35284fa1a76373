"""A position in a page that was stored is the same row when the page is opened again."""

from __future__ import annotations

import pytest

from aotad_tui.annotations.text_anchors import anchor_at, position_of
from aotad_tui.cells import plain
from aotad_tui.page.page import Page
from aotad_tui.page.rows import Row
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory


def is_lower_line(rows: list[Row], line: int) -> bool:
    """Whether a row is not the first line of a row of a table: all of its lines have the same characters."""
    above, row = rows[max(line - 1, 0)], rows[line]
    return line > 0 and row.end > row.start == above.start and row.end == above.end


@pytest.mark.slow
@pytest.mark.parametrize("cells", [24, 52, 80])
def test_every_row_is_found_again(jekyll_story: Story, cells: int) -> None:
    visible = VisibleStory(jekyll_story.as_of(10))
    for section in visible.story.sections:
        page = Page(visible, section)
        page.read_all()
        layout = page.layout(cells)
        for leaf in range(len(page.leaves)):
            rows = layout.rows(leaf)
            for line, row in enumerate(rows):
                if not is_lower_line(rows, line):
                    number = layout.top(leaf) + line
                    position = layout.position_of(number)
                    assert layout.row_of(*position) == number, (section.id, plain(row.spans))
                    found = position_of(anchor_at(page, position), page)
                    assert layout.row_of(*found) == number, (section.id, plain(row.spans))
