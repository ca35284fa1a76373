"""Where pages that were open already say more than they did at an earlier point: their spoiler quotes opened since."""

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
    """Something that a page says only since a point, and under which heading: its text and its slug, "" for none."""

    at: Position
    under: tuple[str, str]


def growth(visible: VisibleStory, section: Section, after: Position) -> list[NewContent]:
    """What a page that was open at `after` has said only since then, a row for each heading it stands under.

    Read from the edition's text, which holds nothing later than the reader's point. Nothing where the page cannot be
    read: opening it says why.
    """
    if section.since > after:
        return []
    try:
        return list(_under_headings(visible, section, after))
    except OSError:
        return []


def _under_headings(visible: VisibleStory, section: Section, after: Position) -> Iterator[NewContent]:
    text, timeline = visible.story.text(section), visible.story.timeline
    blocks = [block for block in spoiler_blocks(text) if block.position(timeline) > after]
    if not blocks:  # what is usual, and then nothing more is read
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
    """The first heading inside a block, else the one above it."""
    above = None
    for heading in page.headings:
        line = page.leaves[heading.leaf].lines[0]
        if line >= block.past:
            break
        above = heading
        if line >= block.first:
            break
    return above
