"""A section opened: read once, laid out at any width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from aotad_tui.cells import Line, Span, wrap_spans
from aotad_tui.story.edition import Edition
from aotad_tui.story.links import CHARACTER
from aotad_tui.story.values import Grounds, Section

from .blocks import Blocks, Heading, Items, Paragraph, Quote, Table
from .layout import Anchor, lay_out
from .parse import parse

MEASURE = 80
"""The widest that text is set, in cells: longer lines are hard to follow back."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page at one width: its lines and the places of its headings."""

    lines: list[Line]
    anchors: list[Anchor]

    def row_of(self, slug: str) -> int | None:
        """The row of the heading of that name, or None."""
        return next((anchor.row for anchor in self.anchors if anchor.slug == slug), None)


class Page:
    """A section's title, grounds and text. Raises OSError when its file cannot be read any more."""

    def __init__(self, edition: Edition, section: Section) -> None:
        self.section = section
        self._edition = edition
        self._blocks: Blocks = parse(edition.story.text(section), edition, section)
        self.sheet = lru_cache(maxsize=4)(self._lay_out)  # the reader's width, and a few that resizing passes

    def _lay_out(self, cells: int) -> Sheet:
        head = [*self._title(cells), *self._grounds(cells)]
        lines, anchors = lay_out(self._body, cells)
        moved = [Anchor(anchor.row + len(head), anchor.level, anchor.text, anchor.slug) for anchor in anchors]
        return Sheet([*head, *lines, *self._sources(cells)], moved)

    @property
    def _body(self) -> Blocks:
        """The blocks, without a first heading that only says the title again."""
        first = self._blocks[0] if self._blocks else None
        if isinstance(first, Heading) and _text(first.spans).casefold() == self.section.title.casefold():
            return self._blocks[1:]
        return self._blocks

    def _title(self, cells: int) -> Iterator[Line]:
        yield from wrap_spans((Span(self.section.title, "title"),), cells)
        yield ()

    def _grounds(self, cells: int) -> Iterator[Line]:
        told = grounds_line(self.section.grounds)
        if told:
            style = f"callout {self.section.grounds.certainty or ''}".strip()
            yield from wrap_spans((Span(told, style),), cells)
            yield ()

    def _sources(self, cells: int) -> Iterator[Line]:
        known = self._edition.story.source_by_id
        sources = [known[id] for id in self.section.grounds.sources if id in known]
        if not sources:
            return
        yield ()
        yield (Span("─" * min(cells, 12), "rule"),)
        for source in sources:
            words = ", ".join(part for part in (source.publisher, source.date) if part)
            tail = f" ({words})" if words else ""
            title = Span(source.title, "source link" if source.url else "source", source.url or None)
            for number, line in enumerate(wrap_spans((title, Span(tail, "source")), cells - 2)):
                yield (Span("  " if number else "· ", "source"), *line)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The ids of all who are named, each once, in order of appearance."""
        links = (span.link for span in _spans(self._blocks) if span.link)
        return tuple(dict.fromkeys(link.removeprefix(CHARACTER) for link in links if link.startswith(CHARACTER)))


def grounds_line(grounds: Grounds) -> str:
    """How sure something is and of when: "◌ reported · as of 2026-02-23", or as much of it as is known."""
    certainty = f"{grounds.certainty.sign} {grounds.certainty}" if grounds.certainty else ""
    as_of = f"as of {grounds.as_of}" if grounds.as_of else ""
    return " · ".join(part for part in (certainty, as_of) if part)


def _text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def _spans(blocks: Blocks) -> Iterator[Span]:
    """All spans of blocks in the order in which they are read."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield from block.spans
        elif isinstance(block, Items):
            for item in block.items:
                yield from _spans(item.blocks)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell
        elif isinstance(block, Quote) or hasattr(block, "blocks"):
            yield from _spans(block.blocks)
