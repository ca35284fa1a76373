"""The leaf blocks above and below a section's text: title and grounds, sources, the next section."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.story.grounds import Grounds
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .leaf_blocks import Label, LeafBlock, Rule


def head(section: Section) -> Iterator[LeafBlock]:
    """The title, and the certainty and date of the section."""
    yield LeafBlock(Label((Span(section.title, "title"),)))
    words = grounds_line(section.grounds)
    if words:
        yield LeafBlock(Label((Span(words, f"callout {section.grounds.certainty or ''}".strip()),)), gap=())


def sources(visible: VisibleStory, section: Section) -> Iterator[LeafBlock]:
    """The visible sources of the section."""
    by_id = visible.story.source_by_id
    visible_sources = [by_id[id] for id in section.grounds.sources if id in by_id]
    if visible_sources:
        yield LeafBlock(Rule(short=True), gap=())
        yield LeafBlock(Label((Span("Sources", "heading heading-3"),)))
    for source in visible_sources:
        words = ", ".join(part for part in (source.publisher, source.date) if part)
        link = Link.safe_address(source.url)
        title = Span(source.title, "source link" if link else "source", link)
        tail = (Span(f" ({words})", "source"),) if words else ()
        yield LeafBlock(Label((title, *tail)), (Span("· ", "source"),), (Span("  ", "source"),))


_NEXT = Span("Next: ", "dim")


def next_link(section: Section | None) -> Iterator[LeafBlock]:
    """A link to the section that follows, if any."""
    if section:
        yield LeafBlock(Label((_NEXT, Span(f"{section.title} →", "link", Link.section(section.id)))), gap=())


def is_next_link(block: LeafBlock) -> bool:
    """Whether a leaf block is the link to the section that follows."""
    return isinstance(block.body, Label) and _NEXT in block.body.spans


def grounds_line(grounds: Grounds) -> str:
    """The certainty and the date of a claim: "◌ reported · as of 2026-02-23", or as much of it as is by_id."""
    certainty = f"{grounds.certainty.sign} {grounds.certainty}" if grounds.certainty else ""
    as_of = f"as of {grounds.as_of}" if grounds.as_of else ""
    return " · ".join(part for part in (certainty, as_of) if part)
