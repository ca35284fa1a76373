"""Spoiler blocks: quotes in a page that are hidden until a point.

`> [!spoiler] S1E08` gates the block quote that it begins. CommonMark decides which lines belong to a quote (a quote
includes unmarked lines that continue its last paragraph), so the parser of the page finds them, not a pattern. No line
of a hidden quote can stay visible. Doubtful cases are hidden: a marker further down in a quote gates the whole quote,
a marker outside a quote gates its top-level block, and what may be a misspelt marker (see `callouts`) gates until the
end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from aotad_tui.markdown import top_level_blocks

from .callouts import Callout, CalloutReader
from .timeline import Position, Timeline

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKER = re.compile(r"\[!spoiler\][+-]?[ \t]*(?P<stamp>\S*)", re.IGNORECASE)
_MAYBE_MARKER = re.compile(_MARKER.pattern.removeprefix(r"\["), re.IGNORECASE)
"""Without `[`, the pattern begins with a literal character, which makes the search three times faster."""
_MARKER_HEAD = re.compile(r"\[!spoiler\]", re.IGNORECASE)
SIGNS_BEFORE = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*")
"""The signs of the quotes and items around a line."""
_MARKER_LINE = re.compile(SIGNS_BEFORE.pattern + _MARKER.pattern, re.IGNORECASE)
_CONTAINER_PREFIXES = {
    "blockquote_open": re.compile(r"[ \t]*>[ \t]?"),
    "list_item_open": re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)"),
    "footnote_reference_open": re.compile(r"[ \t]*\[\^[^\]\s]+\]:"),
}
"""The pattern before the first line of a container block, by the token that opens the container."""
_ITEMS = frozenset(("list_item_open", "footnote_reference_open"))
"""The tokens that open a container whose sign is only on its first line."""
_AROUND_ITEMS = frozenset(("blockquote_open", "bullet_list_open", "ordered_list_open"))
_LITERAL = frozenset(("fence", "code_block"))


@dataclass(frozen=True, slots=True)
class SpoilerBlock:
    """Lines hidden until a point: the first, one past the last (from 0), and the stamps as written.

    A stamp is "" in a marker without one, and None where a line may be a misspelt marker. `is_stray`: a marker outside
    a quote. `starts_with_marker`: a marker is the first text in the block. `check` reports blocks that are stray or do
    not start with a marker. `prefix`: the signs on the first line that the next visible line needs, those of the list
    item or note that begins with the block and goes on after it.
    """

    first: int
    end: int
    stamps: tuple[str | None, ...]
    is_stray: bool = False
    starts_with_marker: bool = True
    prefix: str = ""

    def position(self, timeline: Timeline) -> Position:
        """The position at which the lines become visible: the last of the stamps.

        A missing or unknown stamp is the end.
        """
        positions = [None if stamp is None else timeline.position(stamp) for stamp in self.stamps]
        return max(len(timeline) if position is None else position for position in positions)


def spoiler_stamp(text: str) -> str | None:
    """The stamp in the marker that `text` begins with ("" for a marker without one), or None without a marker."""
    match = _MARKER.match(text.lstrip())
    return match["stamp"] if match else None


def without_marker(text: str) -> str:
    """`text` without the spoiler marker and stamp that it begins with."""
    bare = text.lstrip()
    match = _MARKER.match(bare)
    return bare[match.end() :].lstrip() if match else bare


def spoiler_blocks(text: str, timeline: Timeline) -> Iterator[SpoilerBlock]:
    """All blocks of a Markdown text that are hidden until a point, outer quotes before inner ones."""
    lines = text.split("\n")
    doubtful = doubtful_lines(lines, timeline)
    marked = sorted({*doubtful, *_marked_lines(text, lines)})
    tops: list[tuple[int, int]] = []
    handled: set[int] = set()  # lines whose markers belong to a quote, or are literal text
    for first, end, tokens in top_level_blocks(text) if marked else ():
        index = bisect_left(marked, first)
        if index < len(marked) and marked[index] < end:
            tops += [(token.map[0], token.map[1]) for token in tokens if token.level == 0 and token.map]
            yield from _quotes(tokens, lines, doubtful, handled)
    for number in marked:
        callout, match = doubtful.get(number), _MARKER_LINE.match(lines[number])
        if number not in handled and (match or (callout and (callout.is_in_brackets or callout.is_in_quote))):
            first, end = _block_around(tops, number)
            yield SpoilerBlock(first, end, (match["stamp"] if match else None,), is_stray=True)


def _block_around(tops: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """The first line of the block with line `number`, and one past its last; that line alone where it is in none.

    `tops`: the same of all top-level blocks, in order.
    """
    above = bisect_right(tops, number, key=itemgetter(0)) - 1
    return tops[above] if above >= 0 and number < tops[above][1] else (number, number + 1)


def doubtful_lines(lines: Sequence[str], timeline: Timeline) -> dict[int, Callout]:
    """The lines that may begin with a misspelt spoiler marker, by number. Some may be literal text."""
    reader = CalloutReader(timeline)
    callouts = ((number, reader.read(line)) for number, line in enumerate(lines))
    return {
        number: callout
        for number, callout in callouts
        if callout and callout.may_be_spoiler and not _MARKER_LINE.match(lines[number])
    }


def _marked_lines(text: str, lines: list[str]) -> list[int]:
    if not _MARKER_HEAD.search(text):
        return []
    return [number for number, line in enumerate(lines) if "[!" in line and _MARKER_HEAD.search(line)]


def _quotes(
    tokens: list[Token], lines: list[str], doubtful: Container[int], handled: set[int]
) -> Iterator[SpoilerBlock]:
    """The quotes with markers in a block, outer before inner ones. Adds the lines of their markers to `handled`."""
    around: list[Token] = []
    for number, token in enumerate(tokens):
        if token.type.removesuffix("_close") + "_open" in _CONTAINER_PREFIXES:
            around.pop()
        if token.type in _LITERAL and token.map:
            handled.update(range(*token.map))
        if token.type == "blockquote_open" and token.map is not None:
            marks = dict(_marks_of_quote(tokens, number, doubtful))
            handled.update(marks)
            if marks:
                yield SpoilerBlock(
                    token.map[0],
                    token.map[1],
                    tuple(marks.values()),
                    starts_with_marker=min(marks) <= _first_text_line(tokens, number),
                    prefix=_prefix(around, _item_that_goes_on(tokens, number), lines, token.map[0]),
                )
        if token.type in _CONTAINER_PREFIXES:
            around.append(token)


def _marks_of_quote(tokens: list[Token], opening: int, doubtful: Container[int]) -> Iterator[tuple[int, str | None]]:
    """The marker lines of the quote that `tokens[opening]` opens, with their stamps. Leaves out quotes inside it."""
    depth = 0
    for at in range(opening + 1, len(tokens)):
        token = tokens[at]
        if token.type == "blockquote_open":
            depth += 1
        elif token.type == "blockquote_close":
            if not depth:
                return
            depth -= 1
        elif token.type == "inline" and not depth:
            for number, line in enumerate(token.content.split("\n"), token.map[0] if token.map else 0):
                stamp = spoiler_stamp(line)
                if stamp is not None or number in doubtful:
                    yield number, stamp


def _item_that_goes_on(tokens: list[Token], opening: int) -> Token | None:
    """The list item or note that begins with the quote `tokens[opening]` and has more text after it; None for none.

    The quote may be deeper in it: the first item of its first list, or the beginning of its first quote.
    """
    index = opening
    while index and tokens[index - 1].nesting == 1 and _is_last(tokens, index):
        index -= 1  # the block around it contains nothing else
    while index and tokens[index - 1].type in _AROUND_ITEMS:
        index -= 1  # what goes on has its own signs on its later lines
    return tokens[index - 1] if index and tokens[index - 1].type in _ITEMS else None


def _is_last(tokens: list[Token], opening: int) -> bool:
    """Whether a block is the last one in the block around it."""
    level = tokens[opening].level
    closing = next(number for number in range(opening + 1, len(tokens)) if tokens[number].level == level)
    return tokens[closing + 1].nesting == -1


def _prefix(around: list[Token], item: Token | None, lines: list[str], number: int) -> str:
    """The signs on a line of all containers around a quote, up to those of an item or a note. "" without one."""
    if item is None:
        return ""
    line, column = lines[number], 0
    for token in around[: around.index(item) + 1]:
        if token.type == "blockquote_open" or (token.map and token.map[0] == number):
            match = _CONTAINER_PREFIXES[token.type].match(line, column)
            column = match.end() if match else column
    return line[: len(line) - len(line[column:].lstrip(" \t"))]


def _first_text_line(tokens: list[Token], opening: int) -> int:
    """The line of the first text in a quote."""
    later = (tokens[at] for at in range(opening + 1, len(tokens)))
    return next((token.map[0] for token in later if token.type == "inline" and token.map), 0)


def may_hide(text: str, timeline: Timeline, seen: Position) -> bool:
    """Whether any marker, valid or not, is later than `seen`. This avoids parsing a long text, which is slow."""
    if seen >= len(timeline):
        return False
    stamps = {match["stamp"] for match in _MAYBE_MARKER.finditer(text)}
    positions = (timeline.position(stamp) for stamp in stamps)
    return any(position is None or position > seen for position in positions) or bool(
        doubtful_lines(text.split("\n"), timeline)
    )
