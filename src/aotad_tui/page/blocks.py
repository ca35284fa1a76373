"""What a page is made of, once its Markdown is read."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.cells import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6; `slug` is what links call it, each once in a page."""

    level: int
    spans: Spans
    slug: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text kept as it is written; `language` is "" where none is named."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its sign or number, and what stands in it. `done` is None but in a task list."""

    blocks: Blocks
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the first number, None for one without numbers; a loose one has room between its items."""

    items: tuple[Item, ...]
    start: int | None
    loose: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote. A callout has a `mark` (confirmed, reported, speculation, note, warning …) and words beside it."""

    blocks: Blocks
    mark: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the alignment of each column is "left", "center" or "right"."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    alignment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote's number and what it says."""

    number: int
    blocks: Blocks


Block = Paragraph | Heading | Code | Rule | Items | Quote | Table | Footnote
Blocks = tuple[Block, ...]
