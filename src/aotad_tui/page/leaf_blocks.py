"""What a page is made of: leaves in reading order, each with what stands before its lines.

Lists and quotes are no leaves: they are the bullets and bars before the leaves in them. So a page of any depth is one
flat row, and a place in it is a leaf and a character.
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
    """Words that the program says and that no Markdown is in."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Code:
    """Some lines of a text kept as it is written; `language` is "" where none is named, `whole` all of the text."""

    text: str
    language: str
    whole: str
    start: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across; `short` above what stands below a text."""

    short: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells as Markdown; the alignment of each column is "left", "center" or "right".

    `rows` grow while a long table is read.
    """

    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    alignment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table; with the first of them goes the header."""

    grid: Grid
    start: int
    end: int


Body = Prose | Label | Code | Rule | Rows


@dataclass(slots=True)  # made by the ten thousand, and a frozen one takes three times as long
class LeafBlock:
    """One leaf. `first` stands before its first line, `rest` before the others; `gap` is the row above it, if any.

    `lines`: where it stands in the Markdown, the first line and one past the last.
    """

    body: Body
    first: Spans = ()
    rest: Spans = ()
    gap: Spans | None = None
    lines: tuple[int, int] = (0, 0)

    @property
    def weight(self) -> Weight:
        """What it takes, without laying it out."""
        return _weigh(self)

    @property
    def level(self) -> int:
        """The level of a heading, 0 for everything else."""
        return self.body.level if isinstance(self.body, Prose) else 0

    def estimate(self, cells: int) -> int:
        """About how many rows it will take, gap and all, without laying it out."""
        fixed, flowing = self.weight
        return fixed + (math.ceil(flowing / max((cells - self.indent) * FILLED, 8)) if flowing else 0)

    @property
    def indent(self) -> int:
        """How many cells stand before its lines."""
        return sum(width(span.text) for span in self.rest)


FILLED = 0.95
"""How full lines are on average, since words are not cut."""

_SHORT = 30
"""So many cells are one row at nearly every width."""


CHUNK = 64
"""How many leaves belong together: estimates are summed by chunks."""


@dataclass(slots=True)
class Weights:
    """What some leaves take together: a new width needs no step for each of them."""

    fixed: int = 0
    flowing: int = 0
    texts: int = 0

    def add(self, leaf: LeafBlock) -> None:
        """Counts one more leaf."""
        fixed, flowing = leaf.weight
        self.fixed += fixed
        if 0 < flowing <= _SHORT:
            self.fixed += 1
        elif flowing:
            self.flowing += flowing
            self.texts += 1

    def estimate(self, cells: int) -> int:
        """About how many rows they take; the last line of a text is half full."""
        return self.fixed + round(self.flowing / max(cells * FILLED, 8) + self.texts / 2)


Weight = tuple[int, int]
"""Rows that a leaf takes at any width, and cells of text that are wrapped."""


def _weigh(leaf: LeafBlock) -> Weight:
    gap = 0 if leaf.gap is None else 1
    body = leaf.body
    if isinstance(body, Prose):
        return gap, max(about_cells(body.markdown), 1)
    if isinstance(body, Label):
        return gap, max(sum(about_cells(span.text) for span in body.spans), 1)
    if isinstance(body, Code):
        return gap + body.text.count("\n") + 1, 0
    if isinstance(body, Rows):
        return gap + body.end - body.start + (0 if body.start else 2), 0
    return gap + 1, 0


def about_cells(text: str) -> int:
    """About how many cells a text takes: Hangul is three bytes and two cells."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2


def markdowns(leaf: LeafBlock) -> Iterator[str]:
    """The pieces of Markdown in a leaf."""
    body = leaf.body
    if isinstance(body, Prose):
        yield body.markdown
    elif isinstance(body, Rows):
        for row in (*((body.grid.header,) if body.start == 0 else ()), *body.grid.rows[body.start : body.end]):
            yield from row
