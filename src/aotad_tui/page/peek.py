"""What a link leads to, in a few lines."""

from __future__ import annotations

from itertools import islice

from aotad_tui.cells import Line, Span
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import SECTION

from .page import Page


def first_lines(edition: Edition, link: str, cells: int, most: int, text: str | None = None) -> list[Line]:
    """The first lines of the section (from a heading on, if the link names one), of its `text` if that is there.

    Raises OSError.
    """
    id, _, heading = link.removeprefix(SECTION).partition("#")
    section = edition.story.section_by_id.get(id)
    if section is None:
        return [(Span("This leads nowhere.", "dim"),)]
    page = Page(edition, section, text)
    leaf = 0
    if heading:
        page.read_all()
        leaf = page.find_heading(heading) or 0
    page.read_to(leaf + most)
    sheet = page.sheet(cells)
    rows = (row.spans for number in range(leaf, len(page.leaves)) for row in sheet.rows(number))
    return list(islice(rows, most))
