"""The leaf blocks of a page, in reading order, each with the prefixes of its lines.

Lists and quotes are not leaf blocks: they are the bullets and bars before the leaf blocks inside. So a page of any
depth is a flat list, and a position is a leaf block and a character. The term is CommonMark's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from aotad_tui.cells import Span, width

Spans = tuple[Span, ...]


@dataclass(slots=True)
class Prose:
    """Running text, as Markdown. A heading has a `level`."""

    markdown: str
    level: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Text of the program, without Markdown."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Code:
    """Some lines of preformatted text, or a part of a line. `language` is "" if none is given.

    `whole`: the complete text. `start`: the character of it with which this part begins.
    """

    text: str
    language: str
    whole: str
    start: int

    @property
    def begins_inside_line(self) -> bool:
        """Whether it continues the line with which the part before it ends."""
        return self.start > 0 and self.whole[self.start - 1] != "\n"


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule; `short` above notes and sources."""

    short: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells as Markdown; the alignment of each column is "left", "center" or "right".

    `rows` grows while a long table is read.
    """

    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    alignment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table. The first of them carry the header."""

    grid: Grid
    start: int
    end: int


Body = Prose | Label | Code | Rule | Rows


@dataclass(slots=True)  # Ten thousands are made, and a frozen class takes three times as long.
class LeafBlock:
    """A leaf block. `first`: the prefix of its first line, `rest`: that of the others; `gap`: the row above it, if any.

    `lines`: its lines in the Markdown, the first and one past the last. `anchors`: the names of places just above it
    in a text that draws nothing.
    """

    body: Body
    first: Spans = ()
    rest: Spans = ()
    gap: Spans | None = None
    lines: tuple[int, int] = (0, 0)
    anchors: tuple[str, ...] = ()

    @property
    def weight(self) -> Weight:
        """Its weight, without laying it out."""
        return _weigh(self)

    @property
    def level(self) -> int:
        """The level of a heading, 0 for everything else."""
        return self.body.level if isinstance(self.body, Prose) else 0

    @property
    def separator(self) -> str:
        """What separates it from the text of the leaf block before it, as on the screen."""
        if isinstance(self.body, Code) and self.body.begins_inside_line:
            return ""
        return "\n" if self.gap is None else "\n\n"

    def estimate(self, cells: int) -> int:
        """The approximate number of rows with the gap, without laying it out."""
        fixed, flowing = self.weight
        return fixed + (math.ceil(flowing / max((cells - self.indent) * FILLED, 8)) if flowing else 0)

    @property
    def indent(self) -> int:
        """The width of the prefix of its lines, in cells."""
        return sum(width(span.text) for span in self.rest)


FILLED = 0.95
"""The part of a line that is filled on average, since words are not cut."""

_SHORT = 30
"""Texts of at most that many cells take one row at nearly every width."""

_LONG = 200
"""Longer lines of code and cells of tables are estimated like running text."""

CHUNK = 64
"""The number of leaf blocks in a chunk. Estimates are summed by chunks."""


@dataclass(slots=True)
class Weights:
    """The sum of some weights, so that a new width need not visit each leaf block."""

    fixed: int = 0
    flowing: int = 0
    texts: int = 0

    def add(self, leaf: LeafBlock) -> None:
        """Add a leaf block."""
        fixed, flowing = leaf.weight
        self.fixed += fixed
        if 0 < flowing <= _SHORT:
            self.fixed += 1
        elif flowing:
            self.flowing += flowing
            self.texts += 1

    def estimate(self, cells: int) -> int:
        """The approximate number of rows of the leaf blocks. The last line of a text is half full on average."""
        return self.fixed + round(self.flowing / max(cells * FILLED, 8) + self.texts / 2)


Weight = tuple[int, int]
"""The rows of a leaf block that are the same at any width, and the cells of its text that is wrapped."""


def _weigh(leaf: LeafBlock) -> Weight:
    gap = 0 if leaf.gap is None else 1
    body = leaf.body
    if isinstance(body, Prose):
        return gap, max(about_cells(body.markdown), 1)
    if isinstance(body, Label):
        return gap, max(sum(about_cells(span.text) for span in body.spans), 1)
    if isinstance(body, Code):
        rows, cells = body.text.count("\n") + 1, about_cells(body.text)
        return (gap, cells) if cells > _LONG * rows else (gap + rows, 0)
    if isinstance(body, Rows):
        longest = (max(map(len, row), default=0) for row in body.grid.rows[body.start : body.end])
        return gap + body.end - body.start + (0 if body.start else 2), sum(size for size in longest if size > _LONG)
    return gap + 1, 0


def about_cells(text: str) -> int:
    """The approximate width of a text in cells: a Hangul syllable has three bytes and two cells."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2


def markdowns(leaf: LeafBlock) -> Iterator[str]:
    """The pieces of Markdown in a leaf block."""
    body = leaf.body
    if isinstance(body, Prose):
        yield body.markdown
    elif isinstance(body, Rows):
        for row in (*((body.grid.header,) if body.start == 0 else ()), *body.grid.rows[body.start : body.end]):
            yield from row
