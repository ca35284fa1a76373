"""The text anchor of a row leads to the same row when the page is opened again."""

from __future__ import annotations

import pytest

from aotad_tui.cells import plain
from aotad_tui.page.page import Page
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.viewport.text_anchors import anchor_at, position_of


@pytest.mark.parametrize("cells", [24, 52, 80])
def test_a_row_is_found_again_by_its_anchor(jekyll_story: Story, cells: int) -> None:
    visible = VisibleStory(jekyll_story.as_of(10))
    for section in visible.story.sections:
        page = Page(visible, section)
        page.read_all()
        sheet = page.layout(cells)
        for leaf in range(len(page.leaves)):
            for line, row in enumerate(sheet.rows(leaf)):
                number = sheet.top(leaf) + line
                place = sheet.position_of(number)
                named = sheet.row_of(*place) == number  # not the lower lines of a row of a table
                if named and (line == 0 or any(map(str.isalnum, plain(row.spans)))):
                    found = position_of(anchor_at(page, place), page)
                    assert sheet.row_of(*found) == number, (section.id, plain(row.spans))
