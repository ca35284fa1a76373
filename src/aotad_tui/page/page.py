"""An open section: read as far as needed, with the content of leaf blocks made when they are drawn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from aotad_tui.cells import Line, Span
from aotad_tui.link import NoteEnd
from aotad_tui.markdown import DEEPEST
from aotad_tui.page.incremental.block_stream import BlockStream
from aotad_tui.story.fragments import unique_slug
from aotad_tui.story.section_people import SectionPeople
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .anchors import Anchors
from .block_builder import BlockBuilder
from .columns import Needs, needs
from .highlight import highlighted
from .inline import Inliner
from .leaf_blocks import CHUNK, Code, Grid, Label, LeafBlock, Prose, Rows, Rule, Spans, Weights, about_cells, markdowns
from .metadata import head, sources
from .notes import Notes
from .page_layout import PageLayout
from .tables import Table

MEASURE = 80
"""The maximal line width in cells: longer lines are hard to follow."""

_MEASURED_ROWS = 100
"""How many rows of a table are measured for the widths of its columns."""
_SPARE = 2
"""Spare cells in each column of a table whose rows are not all measured, for longer content."""


_MEASURED = 100_000
"""How many characters of a text are measured to estimate its cells."""

_MOST_UNDRAWN = 200
"""How many blocks that draw nothing, such as definitions, are read in search of one that does: 10 ms of work.

Not a time: what a page shows must not depend on how busy the machine is.
"""

_AT_ONCE = 20
"""How many leaf blocks below the text are made at once."""

_MOST_KEPT = 128
"""How many contents of leaf blocks are cached, the latest ones."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The position of a heading in a page. `slug`: its name in links, unique in a page."""

    leaf: int
    level: int
    text: str
    slug: str


class Page:
    """A section's title, grounds and text. Without `text` it is read from its file: OSError if that is gone.

    `leaves` grows while the text is read; entries never move, so (leaf block, character) is a position in it.
    """

    def __init__(self, visible: VisibleStory, section: Section, text: str | None = None) -> None:
        self.section = section
        self.visible = visible
        self.leaves: list[LeafBlock] = []
        self.weights: list[Weights] = []
        self.headings: list[Heading] = []
        self.done = False
        self.version = 0
        """Grows with each definition that is read.

        Until all are, texts that refer to links and notes may still change.
        """
        text = visible.story.text(section) if text is None else text
        self._stream = BlockStream(text)
        self._inliner = Inliner(visible, section, SectionPeople(visible, section, text), self._stream.env)
        self._notes = Notes(section, self._stream.env, self._inliner)
        self._flattening = BlockBuilder()
        self._stuck_at = -1
        """How many leaf blocks there were when too many blocks that draw nothing followed."""
        self._slugs: dict[str, int] = {}
        self._anchors = Anchors()
        self._contents: dict[int, tuple[int, Spans | Table]] = {}
        self._needs: dict[int, Needs] = {}
        self.shifts: dict[int, int] = {}
        """How many columns of each wide table are scrolled out of view, by the id of its grid."""
        self._end: Iterator[LeafBlock | None] | None = None
        for leaf in head(section):
            self._add(leaf)
        self._head = len(self.leaves)

    # Reading

    @property
    def left(self) -> float:
        """Ratio of unread to read text."""
        read = self._stream.characters_read
        return 0.0 if self.done else (len(self._stream.text) - read) / max(read, 1)

    def read_for(self, seconds: float) -> None:
        """Read for about that long, at least one block; a block is never read in parts."""
        until = time.perf_counter() + seconds
        while not self.done:
            self._read_block()
            if time.perf_counter() >= until:
                return

    def read_to(self, leaf: int) -> None:
        """Read until there is a leaf block of that number, or the end, or too many blocks in a row draw nothing."""
        undrawn = 0
        while not self.done and len(self.leaves) <= leaf and len(self.leaves) != self._stuck_at:
            known = len(self.leaves)
            self._read_block()
            undrawn = undrawn + 1 if len(self.leaves) == known else 0
            if undrawn == _MOST_UNDRAWN:
                self._stuck_at = known

    def read_all(self) -> None:
        """Read to the end."""
        while not self.done:
            self._read_block()

    def _read_block(self) -> None:
        if self._end is not None:
            self._read_end(self._end)
            return
        tokens = self._notes.without_notes(self._stream.next())
        if any(token.level >= DEEPEST - 1 for token in tokens):
            self._add(LeafBlock(Label((Span("[Nested too deeply to show.]", "dim"),)), gap=()))
        for leaf in self._flattening.leaves(tokens):
            if leaf.level and self._is_title_again(leaf):
                self._head = 0  # A third title would be drawn.
                continue
            self._add(leaf)
        self.version = self._notes.version
        if self._stream.done:
            self._anchors.add_above(self._flattening.anchors, len(self.leaves))
            self._end = chain(self._notes.at_the_end(self._flattening.said), sources(self.visible, self.section))
            self._read_end(self._end)

    def _read_end(self, end: Iterator[LeafBlock | None]) -> None:
        """Take in some of what is below the text."""
        some = list(islice(end, _AT_ONCE))
        for leaf in some:
            if leaf:
                self._add(leaf)
        self.done = len(some) < _AT_ONCE
        self.version = self._notes.version

    def _add(self, leaf: LeafBlock) -> None:
        if isinstance(leaf.body, Prose) and leaf.level:
            text = self._inliner.plain(leaf.body.markdown)
            slug = unique_slug(text, self._slugs)
            self.headings.append(Heading(len(self.leaves), leaf.level, text, slug))
        self._anchors.add(leaf, len(self.leaves))
        if len(self.leaves) % CHUNK == 0:
            self.weights.append(Weights())
        self.weights[-1].add(leaf)
        self.leaves.append(leaf)

    def _is_title_again(self, leaf: LeafBlock) -> bool:
        """Whether a leaf block is the first of the text and only repeats the title."""
        if len(self.leaves) != self._head or not isinstance(leaf.body, Prose):
            return False
        return self._inliner.plain(leaf.body.markdown).casefold() == self.section.title.casefold()

    # Content

    def content(self, number: int) -> Spans | Table:
        """The content of a leaf block, with names and links."""
        known = self._contents.get(number)
        if known and (known[0] == self.version or not self._may_change(number)):
            return known[1]
        if len(self._contents) >= _MOST_KEPT:
            del self._contents[next(iter(self._contents))]
        content = self._make(number)
        self._contents[number] = (self.version, content)
        return content

    def _may_change(self, number: int) -> bool:
        return any("[" in text for text in markdowns(self.leaves[number]))

    def _make(self, number: int) -> Spans | Table:
        leaf = self.leaves[number]
        body = leaf.body
        if isinstance(body, Prose):
            spans = self._inliner.spans(body.markdown)
            style = f"heading heading-{body.level}" if body.level else body.style
            return tuple(_over(style, span) for span in spans) if style else spans
        if isinstance(body, Label):
            return body.spans
        if isinstance(body, Code):
            return highlighted(body)
        if isinstance(body, Rule):
            return ()
        return self._table(body)

    def _table(self, rows: Rows) -> Table:
        grid = rows.grid
        header = tuple(self._inliner.spans(cell) for cell in grid.header)
        body = tuple(tuple(self._inliner.spans(cell) for cell in row) for row in grid.rows[rows.start : rows.end])
        return Table(header, body, grid.alignment, self._needs_of(grid), headed=rows.start == 0)

    def _needs_of(self, grid: Grid) -> Needs:
        known = self._needs.get(id(grid))
        if known is None:
            spare = _SPARE if len(grid.rows) >= _MEASURED_ROWS else 0
            some = [
                tuple(self._inliner.unnamed(cell) for cell in row) for row in (grid.header, *grid.rows[:_MEASURED_ROWS])
            ]
            known = self._needs[id(grid)] = needs(some, len(grid.header), spare)
        return known

    def text(self, number: int) -> str:
        """The text of a leaf block as a reader sees it; the characters of positions count in it."""
        body = self.leaves[number].body
        if isinstance(body, Prose):
            return self._inliner.plain(body.markdown)
        if isinstance(body, Code):
            return body.text
        if isinstance(body, Label):
            return "".join(span.text for span in body.spans)
        if isinstance(body, Rule):
            return ""
        content = self.content(number)
        return content.text() if isinstance(content, Table) else ""

    def whole_text(self, number: int) -> str:
        """The text of a leaf block with all other pieces of the code or table that it is a piece of."""
        body = self.leaves[number].body
        if isinstance(body, Code):
            return body.whole
        if isinstance(body, Rows):
            pieces = (
                n for n, leaf in enumerate(self.leaves) if isinstance(leaf.body, Rows) and leaf.body.grid is body.grid
            )
            return "\n".join(map(self.text, pieces))
        return self.text(number)

    def markdown(self, first: int, past: int) -> str:
        """The Markdown from one leaf block up to another as it is written."""
        lines = [leaf.lines for leaf in self.leaves[first:past] if leaf.lines[1]]
        return self._stream.lines(min(line[0] for line in lines), max(line[1] for line in lines)) if lines else ""

    @property
    def source(self) -> str:
        """The whole Markdown."""
        return self._stream.text

    @cached_property
    def cells(self) -> float:
        """About how many cells the whole Markdown takes; of a long text only the beginning is measured."""
        some = self.source[:_MEASURED]
        return about_cells(some) * len(self.source) / max(len(some), 1)

    def find_heading(self, slug: str) -> int | None:
        """The leaf block of a heading, note, reference or anchor; None if there is none, or it is not read yet."""
        end = NoteEnd.parse(slug)
        if end:
            return self._notes.find(end, self.leaves)
        found = next((heading.leaf for heading in self.headings if heading.slug == slug), None)
        return self._anchors.find(slug) if found is None else found

    def heading_at(self, leaf: int) -> Heading | None:
        """The heading above a leaf block."""
        found = None
        for heading in self.headings:
            if heading.leaf > leaf:
                break
            found = heading
        return found

    # Layout

    def sheet(self, cells: int, *, scrolls: bool = False) -> PageLayout:
        """The page at a width, for print or for a screen on which a table `scrolls` sideways."""
        return PageLayout(self, cells, scrolls=scrolls)

    def lines(self, cells: int) -> Iterator[Line]:
        """All lines, for print."""
        self.read_all()
        sheet = self.sheet(cells)
        for number in range(len(self.leaves)):
            for row in sheet.rows(number):
                yield row.spans


def _over(ground: str, span: Span) -> Span:
    """A piece of a text with the style of the whole before its own, so that a link in a quote looks like a link."""
    return Span(span.text, f"{ground} {span.style}".rstrip(), span.link)
