"""Spoiler blocks: quotes in a page that are known only from a point on.

`> [!spoiler] S1E08` gates the block quote that it heads. Which lines such a quote has is for CommonMark to say (a
quote takes in the unmarked lines that carry its last paragraph on), so the parser that the page is read with is asked
and not a pattern: a line that is part of the quote can never be left standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aotad_tui.markdown import blocks_parser

from .timeline import Position, Timeline

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK = re.compile(r"\[!spoiler\][+-]?[ \t]*(?P<stamp>\S*)", re.IGNORECASE)
_HEAD = re.compile(r"\[!spoiler\]", re.IGNORECASE)
_MOST_PASSES = 50


@dataclass(frozen=True, slots=True)
class SpoilerBlock:
    """A spoiler quote: its lines (the first, and one past the last; from 0), and its stamp as written ("": none)."""

    first: int
    past: int
    stamp: str

    def position(self, timeline: Timeline) -> Position:
        """When it may be read. A stamp that is missing or unknown is the end: it fails closed."""
        position = timeline.position(self.stamp)
        return len(timeline) if position is None else position


def spoiler_stamp(text: str) -> str | None:
    """The stamp in the mark that `text` begins with ("" for a mark without one), or None where there is no mark."""
    match = _MARK.match(text.lstrip())
    return match["stamp"] if match else None


def without_mark(text: str) -> str:
    """`text` without the spoiler mark and stamp that it begins with."""
    return _MARK.sub("", text.lstrip(), count=1).lstrip()


def spoiler_blocks(text: str) -> Iterator[SpoilerBlock]:
    """All spoiler quotes of a Markdown text in the order of their first lines, outer ones before inner ones."""
    if not _HEAD.search(text):
        return
    tokens = blocks_parser().parse(text)
    for number, token in enumerate(tokens):
        if token.type == "blockquote_open" and token.map is not None:
            stamp = _stamp_of_quote(tokens, number)
            if stamp is not None:
                yield SpoilerBlock(token.map[0], token.map[1], stamp)


def _stamp_of_quote(tokens: list[Token], opening: int) -> str | None:
    """The stamp heading the quote that `tokens[opening]` opens, in whatever its first text stands."""
    level = tokens[opening].level
    for token in tokens[opening + 1 :]:
        if token.type == "inline":
            return spoiler_stamp(token.content)
        if token.nesting < 0 and token.level == level:
            return None
    return None


def hide_spoilers(text: str, timeline: Timeline, seen: Position) -> str:
    """`text` without the spoiler quotes of later than `seen`; a blank line keeps apart what stood around each.

    Taking lines out can change how the rest is read, so what is left is looked at again until nothing is left to
    hide; a text that never settles is withheld whole.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_MOST_PASSES):
        hidden = [block for block in spoiler_blocks(text) if block.position(timeline) > seen]
        if not hidden:
            return text
        lines = text.split("\n")
        for block in reversed(hidden):  # from the end, so that the numbers of earlier lines stay right
            lines[block.first : min(block.past, len(lines))] = [""]
        text = "\n".join(lines)
    return ""
