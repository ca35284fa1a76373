"""What is above and below a section's text: its title and grounds, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.story.values import Grounds, Section
from aotad_tui.story.visible import VisibleStory

from .leaf_blocks import Label, LeafBlock, Rule


def head(section: Section) -> Iterator[LeafBlock]:
    """The title, and how certain the section is and as of when."""
    yield LeafBlock(Label((Span(section.title, "title"),)))
    told = grounds_line(section.grounds)
    if told:
        yield LeafBlock(Label((Span(told, f"callout {section.grounds.certainty or ''}".strip()),)), gap=())


def sources(visible: VisibleStory, section: Section) -> Iterator[LeafBlock]:
    """The visible sources of the section."""
    known = visible.story.source_by_id
    found = [known[id] for id in section.grounds.sources if id in known]
    if found:
        yield LeafBlock(Rule(short=True), gap=())
    for source in found:
        words = ", ".join(part for part in (source.publisher, source.date) if part)
        link = Link.safe_address(source.url)
        title = Span(source.title, "source link" if link else "source", link)
        tail = (Span(f" ({words})", "source"),) if words else ()
        yield LeafBlock(Label((title, *tail)), (Span("· ", "source"),), (Span("  ", "source"),))


def grounds_line(grounds: Grounds) -> str:
    """The certainty and the date of a claim: "◌ reported · as of 2026-02-23", or as much of it as is known."""
    certainty = f"{grounds.certainty.sign} {grounds.certainty}" if grounds.certainty else ""
    as_of = f"as of {grounds.as_of}" if grounds.as_of else ""
    return " · ".join(part for part in (certainty, as_of) if part)
