"""An open section. Its text is read as far as needed; the content of a leaf block is made when it is drawn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from aotad_tui.cells import Line, Span
from aotad_tui.cleaning import single_line
from aotad_tui.link import NoteEnd
from aotad_tui.markdown import DEEPEST
from aotad_tui.page.incremental.block_stream import BlockStream
from aotad_tui.story.people_page import text_of
from aotad_tui.story.section_people import SectionPeople
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .anchors import Anchors
from .block_builder import BlockBuilder
from .columns import Needs, needs_of
from .highlight import highlighted
from .inline import Inliner
from .leaf_blocks import CHUNK, Code, Grid, Label, LeafBlock, Prose, Rows, Rule, Spans, Weights, about_cells, markdowns
from .metadata import head, next_link, sources
from .notes import Notes
from .page_layout import PageLayout
from .tables import Table

MEASURE = 80
"""The maximal line width in cells: longer lines are hard to follow."""

_MEASURED_CHARACTERS = 100_000
"""The most characters of a text that are measured to estimate its cells."""

_MOST_UNDRAWN = 200
"""The most blocks without a leaf block, such as definitions, that are read in a row: 10 ms of work.

Not a time limit, since the content of a page must not depend on how busy the machine is.
"""

_END_BLOCKS_AT_ONCE = 20
"""The number of leaf blocks below the text that are made at once."""

_MOST_CACHED = 128
"""The number of cached contents of leaf blocks, the latest ones."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The position of a heading in a page. `slug`: its name in links, unique in a page."""

    leaf: int
    level: int
    text: str
    slug: str


class Page:
    """The title, grounds and text of a section. Without `text` it reads the file, and raises OSError if that is gone.

    `following`: the section to which a link at the end leads, if any.
    `leaves` grows while the text is read; entries never move, so (leaf block, character) is a position in it.
    """

    def __init__(
        self, visible: VisibleStory, section: Section, text: str | None = None, following: Section | None = None
    ) -> None:
        self.section = section
        self.visible = visible
        self.leaves: list[LeafBlock] = []
        self.weights: list[Weights] = []
        self.headings: list[Heading] = []
        self.done = False
        self.version = 0
        """Grows with each definition of a link or note, and at the end if a link leads to a heading that is missing.

        Texts that refer to them change until all are read.
        """
        text = text_of(visible, section) if text is None else text
        self._stream = BlockStream(text)
        self._anchors = Anchors()
        context = SectionPeople(visible, section, text)
        self._inliner = Inliner(visible, section, context, self._stream.env, self._anchors.may_have)
        self._notes = Notes(section, self._stream.env, self._inliner)
        self._builder = BlockBuilder()
        self._stuck_at = -1
        """The number of leaf blocks after which too many blocks without a leaf block followed."""
        self._contents: dict[int, tuple[int, Spans | Table]] = {}
        self._needs: dict[int, Needs] = {}
        self.shifts: dict[int, int] = {}
        """The number of columns scrolled out of view in each wide table, by the identity of its grid."""
        self._end = chain(
            self._notes.notes_at_end(self._builder.note_texts), sources(visible, section), next_link(following)
        )
        """The leaf blocks below the text."""
        for leaf in head(section):
            self._add(leaf)
        self._head = len(self.leaves)

    # Reading

    @property
    def unread_ratio(self) -> float:
        """Ratio of unread to read text."""
        read = self._stream.characters_read
        return 0.0 if self.done else (len(self._stream.text) - read) / max(read, 1)

    def read_for(self, seconds: float) -> None:
        """Read for about that many seconds, at least one block."""
        until = time.perf_counter() + seconds
        while not self.done:
            self._read_block()
            if time.perf_counter() >= until:
                return

    def read_to(self, leaf: int) -> None:
        """Read until there is a leaf block of that number, to the end, or past too many blocks without a leaf block."""
        undrawn = 0
        while not self.done and len(self.leaves) <= leaf and len(self.leaves) != self._stuck_at:
            before = len(self.leaves)
            self._read_block()
            undrawn = undrawn + 1 if len(self.leaves) == before else 0
            if undrawn == _MOST_UNDRAWN:
                self._stuck_at = before

    def read_all(self) -> None:
        """Read to the end."""
        while not self.done:
            self._read_block()

    def _read_block(self) -> None:
        is_text_read = self._stream.done
        if is_text_read:
            self._read_end()
            return
        tokens = self._notes.without_notes(self._stream.next())
        if any(token.level >= DEEPEST - 1 for token in tokens):
            self._add(LeafBlock(Label((Span("[Nested too deeply to show.]", "dim"),)), gap=()))
        for leaf in self._builder.leaves(tokens):
            if leaf.level and self._repeats_title(leaf):
                self._head = 0  # A third title would be drawn.
                continue
            self._add(leaf)
        self.version = self._notes.version
        if self._stream.done:
            self._anchors.add_above(self._builder.anchors, len(self.leaves))
            self._read_end()

    def _read_end(self) -> None:
        """Add some of the leaf blocks below the text."""
        leaves = list(islice(self._end, _END_BLOCKS_AT_ONCE))
        for leaf in leaves:
            if leaf:
                self._add(leaf)
        self.version = self._notes.version
        if len(leaves) < _END_BLOCKS_AT_ONCE:
            self.done = True
            self.version += self._anchors.complete()

    def _add(self, leaf: LeafBlock) -> None:
        if isinstance(leaf.body, Prose) and leaf.level:
            text = single_line(self._inliner.plain(leaf.body.markdown))
            slug = self._anchors.slug_of(text)
            self.headings.append(Heading(len(self.leaves), leaf.level, text, slug))
        self._anchors.add(leaf, len(self.leaves))
        if len(self.leaves) % CHUNK == 0:
            self.weights.append(Weights())
        self.weights[-1].add(leaf)
        self.leaves.append(leaf)

    def _repeats_title(self, leaf: LeafBlock) -> bool:
        """Whether a leaf block is the first one of the text and only repeats the title."""
        if len(self.leaves) != self._head or not isinstance(leaf.body, Prose):
            return False
        return self._inliner.plain(leaf.body.markdown).casefold() == self.section.title.casefold()

    # Content

    def content(self, number: int) -> Spans | Table:
        """The content of a leaf block, with names and links."""
        cached = self._contents.get(number)
        if cached and (cached[0] == self.version or not self._may_change(number)):
            return cached[1]
        if len(self._contents) >= _MOST_CACHED:
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
            return tuple(_with_base_style(style, span) for span in spans) if style else spans
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
        needed = self._needs.get(id(grid))
        if needed is None:
            needed = self._needs[id(grid)] = needs_of(grid, self._inliner.unnamed)
        return needed

    def text(self, number: int) -> str:
        """The text of a leaf block as a reader sees it. Positions count its characters."""
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
        """The text of a leaf block; of a piece of code or of a table, the text of the whole."""
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
        """The Markdown from one leaf block up to another, as written."""
        lines = [leaf.lines for leaf in self.leaves[first:past] if leaf.lines[1]]
        return self._stream.lines(min(line[0] for line in lines), max(line[1] for line in lines)) if lines else ""

    @property
    def source(self) -> str:
        """The whole Markdown."""
        return self._stream.text

    @cached_property
    def cells(self) -> float:
        """The approximate number of cells of the whole Markdown. Of a long text only the beginning is measured."""
        beginning = self.source[:_MEASURED_CHARACTERS]
        return about_cells(beginning) * len(self.source) / max(len(beginning), 1)

    def find_heading(self, slug: str) -> int | None:
        """The leaf block of the heading, note, reference or anchor of that name; None if none of that name is read."""
        end = NoteEnd.parse(slug)
        if end:
            return self._notes.find(end, self.leaves)
        found = next((heading.leaf for heading in self.headings if heading.slug == slug), None)
        return self._anchors.find(slug) if found is None else found

    def heading_at(self, leaf: int) -> Heading | None:
        """The heading above a leaf block."""
        above = None
        for heading in self.headings:
            if heading.leaf > leaf:
                break
            above = heading
        return above

    # Layout

    def layout(self, cells: int, *, scrolls: bool = False) -> PageLayout:
        """The page at a width, for print or for a screen on which a table `scrolls` sideways."""
        return PageLayout(self, cells, scrolls=scrolls)

    def lines(self, cells: int) -> Iterator[Line]:
        """All lines, for print."""
        self.read_all()
        layout = self.layout(cells)
        for number in range(len(self.leaves)):
            for row in layout.rows(number):
                yield row.spans


def _with_base_style(base: str, span: Span) -> Span:
    """A span with the style of its whole text before its own, so that a link in a quote looks like a link."""
    return Span(span.text, f"{base} {span.style}".rstrip(), span.link)
