"""As of a point, a page equals that of a copy of the guide from which everything later was deleted.

Compared are text, copied Markdown, links, anchors, matches, outline, height and previews, at each scroll position of
each table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from aotad_tui.annotations.text_anchors import anchor_at
from aotad_tui.library.load import open_guide
from aotad_tui.page.find import PageSearch
from aotad_tui.page.page import Page
from aotad_tui.page.page_links import links_in, people_in
from aotad_tui.page.preview import first_lines
from aotad_tui.story.visible import VisibleStory
from tests.copies import POINTS, Copies
from tests.cut import cut
from tests.library.any_guide import guides
from tests.library.guide_maker import LENGTH
from tests.library.guides import write

pytestmark = pytest.mark.slow

QUERIES = ("e", "the", "dead", "hyde", "On-jo", "온조", "season 2", "red", "[1]")
CELLS = (34, 80)


def page_contents(visible: VisibleStory) -> Iterator[object]:
    """Everything that the pages of a story show, piece by piece."""
    for section in visible.story.sections:
        page = Page(visible, section)
        page.read_all()
        leaves = range(len(page.leaves))
        yield section.id, page.source, page.headings
        yield [page.text(leaf) for leaf in leaves]
        yield [page.markdown(leaf, leaf + 1) for leaf in leaves]
        yield [stop for leaf in leaves for stop in links_in(page, leaf)]
        yield [anchor_at(page, (leaf, 0)) for leaf in leaves]
        for words in QUERIES:
            search = PageSearch(page, words)
            search.search_all()
            yield words, search.matches
        for cells in CELLS:
            yield list(page.lines(cells))
            yield list(_on_screen(page, cells))
        links = {stop.link for leaf in leaves for stop in links_in(page, leaf) if stop.link.is_section}
        for link in sorted(links):
            yield link, first_lines(visible, link, 58, 14)


def _on_screen(page: Page, cells: int) -> Iterator[object]:
    """The rows at each scroll position of each table, the height of the page, and the people in the rows."""
    sheet = page.layout(cells, scrolls=True)
    for leaf in range(len(page.leaves)):
        yield [(row.spans, row.starts) for row in sheet.rows(leaf)]
        yield people_in(iter(sheet.rows(leaf)))
        while sheet.scroll_columns(leaf, 1):
            yield [row.spans for row in sheet.rows(leaf)]
    yield sheet.height


@pytest.mark.parametrize(("name", "seen"), POINTS)
def test_pages_equal_those_of_a_copy_cut_at_the_point(copies: Copies, name: str, seen: int) -> None:
    copy = copies.cut(name, seen)
    expected = list(page_contents(VisibleStory(copy.as_of(len(copy.timeline)))))
    assert list(page_contents(VisibleStory(copies.whole(name).as_of(seen)))) == expected
    assert expected or not seen


@given(guides())
def test_pages_of_any_guide_equal_those_of_its_cut_copy(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        guide = write(Path(folder, "whole"), files)
        story = open_guide(guide)
        for seen in range(LENGTH + 1):
            copy = open_guide(cut(guide, seen, Path(folder, str(seen))))
            expected = list(page_contents(VisibleStory(copy.as_of(len(copy.timeline)))))
            assert list(page_contents(VisibleStory(story.as_of(seen)))) == expected
