"""New content of pages that were open at an earlier point: the spoiler quotes that have opened since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aotad_tui.story.spoilers import SpoilerBlock, spoiler_blocks
from aotad_tui.story.timeline import Position
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .page import Heading, Page


@dataclass(frozen=True, slots=True)
class NewContent:
    """New content of a page, and the heading above it: its text and slug, "" for none."""

    at: Position
    under: tuple[str, str]


def new_content(visible: VisibleStory, section: Section, after: Position) -> list[NewContent]:
    """The new content of a page that was open at `after`, an entry for each heading above it.

    The text comes from the visible story, so it contains nothing later than the reader's point. Empty if the page
    cannot be read; opening it shows why.
    """
    if section.since > after:
        return []
    try:
        return list(_under_headings(visible, section, after))
    except OSError:
        return []


def _under_headings(visible: VisibleStory, section: Section, after: Position) -> Iterator[NewContent]:
    text, timeline = visible.story.text(section), visible.story.timeline
    blocks = [block for block in spoiler_blocks(text, timeline) if block.position(timeline) > after]
    if not blocks:  # The usual case, in which the page need not be read.
        return
    page = Page(visible, section)
    page.read_all()
    first: dict[tuple[str, str], Position] = {}
    for block in sorted(blocks, key=lambda block: block.first):
        heading = _heading_of(page, block)
        first.setdefault((heading.text, heading.slug) if heading else ("", ""), block.position(timeline))
    for under, at in first.items():
        yield NewContent(at, under)


def _heading_of(page: Page, block: SpoilerBlock) -> Heading | None:
    """The first heading inside a block, or else the heading above it."""
    above = None
    for heading in page.headings:
        line = page.leaves[heading.leaf].lines[0]
        if line >= block.end:
            break
        above = heading
        if line >= block.first:
            break
    return above
