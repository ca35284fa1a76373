"""The preview of a link's target, in a few lines."""

from __future__ import annotations

from itertools import islice

from aotad_tui.cells import Line, Span
from aotad_tui.link import Link, NoteEnd
from aotad_tui.story.people_page import page_of
from aotad_tui.story.visible import VisibleStory

from .leaf_blocks import LeafBlock
from .page import Page


def first_lines(visible: VisibleStory, link: Link, cells: int, most: int, text: str | None = None) -> list[Line]:
    """The first lines of a section. `text`: its text, if it is read already.

    For a link to a heading, from there on; for a link to a note or its reference, only that.

    Raises OSError.
    """
    section = page_of(visible, link.id)
    if section is None:
        return [(Span("This link has no target.", "dim"),)]
    page = Page(visible, section, text)
    leaf = 0
    if link.fragment:
        page.read_all()
        heading = page.find_heading(link.fragment)
        if heading is None:
            return [(Span(f"No heading “{link.fragment}” in that section.", "dim"),)]
        leaf = heading
    page.read_to(leaf + most)
    past = _end_of_note(page, leaf) if NoteEnd.parse(link.fragment) else len(page.leaves)
    layout = page.layout(cells)
    rows = (row.spans for number in range(leaf, past) for row in layout.rows(number))
    gap = int(page.leaves[leaf].gap is not None)
    return list(islice(rows, gap, gap + most))


def _end_of_note(page: Page, leaf: int) -> int:
    """One past the last leaf block of a note, whose lines are all indented; for anything else, one leaf block."""
    past = leaf + 1
    while past < len(page.leaves) and page.leaves[leaf].first and not _begins(page.leaves[past]):
        past += 1
    return past


def _begins(leaf: LeafBlock) -> bool:
    """Whether a leaf block does not belong to the note before it."""
    return not leaf.first or any(span.link for span in leaf.first)
