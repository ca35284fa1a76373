"""Spoiler blocks: quotes in a page that are hidden until a point.

`> [!spoiler] S1E08` gates the block quote that it begins. CommonMark decides which lines belong to a quote (a quote
includes unmarked lines that continue its last paragraph), so the parser of the page finds them, not a pattern. No line
of a hidden quote can stay visible. Doubtful cases are hidden: a marker further down in a quote gates the whole quote,
and a marker outside a quote gates its top-level block.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from aotad_tui.markdown import top_level_blocks

from .timeline import Position, Timeline

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKER = re.compile(r"\[!spoiler\][+-]?[ \t]*(?P<stamp>\S*)", re.IGNORECASE)
_MAYBE_MARKER = re.compile(_MARKER.pattern.removeprefix(r"\["), re.IGNORECASE)
"""Without `[`, the pattern begins with a literal character, which makes the search three times faster."""
_MARKER_HEAD = re.compile(r"\[!spoiler\]", re.IGNORECASE)
_MARKER_LINE = re.compile(rf"(?P<before>[\s>]*(?:(?:[-*+]|\d{{1,9}}[.)])[\s>]+)*){_MARKER.pattern}", re.IGNORECASE)
_LIST_MARKER = re.compile(r"[-*+]|\d[.)]")
_NOTE_PREFIX = re.compile(r"\[\^[^\]\s]+\]:[ \t]*$")
_CONTAINER_PREFIXES = {
    "blockquote_open": re.compile(r"[ \t]*>[ \t]?"),
    "list_item_open": re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)"),
    "footnote_reference_open": re.compile(r"[ \t]*\[\^[^\]\s]+\]:"),
}
"""The pattern before the first line of a container block, by the token that opens the container."""
_LITERAL = frozenset(("fence", "code_block"))
_MOST_PASSES = 50


@dataclass(frozen=True, slots=True)
class SpoilerBlock:
    """Lines hidden until a point: the first, one past the last (from 0), and the stamps as written ("": none).

    `is_stray`: a marker outside a quote. `starts_with_marker`: a marker is the first text in the block. `check` reports
    blocks that are stray or do not start with a marker. `prefix`: the text before a block that begins a list item or a
    note, where the item or note continues after the block.
    """

    first: int
    end: int
    stamps: tuple[str, ...]
    is_stray: bool = False
    starts_with_marker: bool = True
    prefix: str = ""

    def position(self, timeline: Timeline) -> Position:
        """The position at which the lines become visible: the last of the stamps.

        A missing or unknown stamp is the end.
        """
        positions = [timeline.position(stamp) for stamp in self.stamps]
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


def spoiler_blocks(text: str) -> Iterator[SpoilerBlock]:
    """All blocks of a Markdown text that are hidden until a point, outer quotes before inner ones."""
    lines = text.split("\n") if _MARKER_HEAD.search(text) else []
    marked = [number for number, line in enumerate(lines) if "[!" in line and _MARKER_HEAD.search(line)]
    tops: list[tuple[int, int]] = []
    handled: set[int] = set()  # lines whose markers belong to a quote, or are literal text
    for first, end, tokens in top_level_blocks(text) if marked else ():
        index = bisect_left(marked, first)
        if index < len(marked) and marked[index] < end:
            tops += [(token.map[0], token.map[1]) for token in tokens if token.level == 0 and token.map]
            yield from _quotes(tokens, lines, handled)
    yield from _stray_blocks(lines, [number for number in marked if number not in handled], tops)


def _quotes(tokens: list[Token], lines: list[str], handled: set[int]) -> Iterator[SpoilerBlock]:
    """The quotes with markers in a block, outer before inner ones. Adds the lines of their markers to `handled`."""
    around: list[Token] = []
    for number, token in enumerate(tokens):
        if token.type.endswith("_open") and token.type in _CONTAINER_PREFIXES:
            around.append(token)
        elif token.type.removesuffix("_close") + "_open" in _CONTAINER_PREFIXES:
            around.pop()
        if token.type in _LITERAL and token.map:
            handled.update(range(*token.map))
        if token.type == "blockquote_open" and token.map is not None:
            marks = dict(_marks_of_quote(tokens, number))
            handled.update(marks)
            if marks:
                starts_with_marker = min(marks) <= _first_text_line(tokens, number)
                prefix = _prefix(around, lines[token.map[0]]) if _begins_container(tokens, number) else ""
                yield SpoilerBlock(
                    token.map[0],
                    token.map[1],
                    tuple(marks.values()),
                    starts_with_marker=starts_with_marker,
                    prefix=prefix,
                )


def _marks_of_quote(tokens: list[Token], opening: int) -> Iterator[tuple[int, str]]:
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
                if stamp is not None:
                    yield number, stamp


def _begins_container(tokens: list[Token], opening: int) -> bool:
    """Whether the quote that `tokens[opening]` opens is the first block of a list item or a note, and not the last."""
    if not opening or tokens[opening - 1].type not in ("list_item_open", "footnote_reference_open"):
        return False
    level = tokens[opening].level
    later = (n for n in range(opening + 1, len(tokens)) if tokens[n].level == level)
    closing = next((n for n in later if tokens[n].type == "blockquote_close"), opening)
    return tokens[closing + 1].type not in ("list_item_close", "footnote_reference_close")


def _prefix(around: list[Token], line: str) -> str:
    """The text before a quote's own sign on its first line: the signs of all containers around it."""
    column = 0
    number = around[-1].map[0] if around[-1].map else 0
    for token in around:
        if token.type == "blockquote_open" or (token.map and token.map[0] == number):
            match = _CONTAINER_PREFIXES[token.type].match(line, column)
            column = match.end() if match else column
    return line[: max(line.rfind(">", 0, column), 0)]


def _first_text_line(tokens: list[Token], opening: int) -> int:
    """The line of the first text in a quote."""
    later = (tokens[at] for at in range(opening + 1, len(tokens)))
    return next((token.map[0] for token in later if token.type == "inline" and token.map), 0)


def _stray_blocks(lines: list[str], numbers: list[int], tops: list[tuple[int, int]]) -> Iterator[SpoilerBlock]:
    """The top-level blocks with a line that begins with a marker outside a quote, or nested too deep for the parser.

    `tops`: the first line of each block and one past its last, in order.
    """
    for number in numbers:
        match = _MARKER_LINE.match(lines[number])
        if match:
            above = bisect_right(tops, number, key=itemgetter(0)) - 1
            inside = above >= 0 and number < tops[above][1]
            first, end = tops[above] if inside else (number, number + 1)
            yield SpoilerBlock(first, end, (match["stamp"],), is_stray=True)


def hide_spoilers(text: str, timeline: Timeline, seen: Position) -> str:
    """`text` without the lines that are hidden at `seen`, as if an author had deleted them.

    Deleted lines can change how the parser reads the rest, so the result is parsed again until nothing is left to hide.
    A text that does not settle is hidden as a whole.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_MOST_PASSES):
        if not _may_hide(text, timeline, seen):
            return text
        hidden = [block for block in spoiler_blocks(text) if block.position(timeline) > seen]
        if not hidden:
            return text
        text = _delete(text.split("\n"), hidden)
    return ""


def _may_hide(text: str, timeline: Timeline, seen: Position) -> bool:
    """Whether any marker, valid or not, is later than `seen`. This avoids parsing a long text, which is slow."""
    stamps = {match["stamp"] for match in _MAYBE_MARKER.finditer(text)}
    positions = (timeline.position(stamp) for stamp in stamps)
    return any(position is None or position > seen for position in positions)


def _delete(lines: list[str], hidden: list[SpoilerBlock]) -> str:
    outermost: list[SpoilerBlock] = []
    for block in sorted(hidden, key=lambda block: (block.first, -block.end)):
        if not outermost or block.first >= outermost[-1].end:
            outermost.append(block)
    following = len(lines)
    for block in reversed(outermost):  # from the end, so that the numbers of earlier lines stay right
        if not block.prefix:
            lines[block.first : block.end] = _replacement(lines, block)
        elif (number := _next_nonblank(lines, block.end)) < following:
            lines[block.first : number + 1] = [_moved_up(block.prefix, lines[number])]
        # else the block that the prefix leads is hidden too; the next pass removes it
        following = block.first
    return "\n".join(lines)


def _next_nonblank(lines: list[str], number: int) -> int:
    """The number of the first line that is not blank, from `number` on."""
    return next((n for n in range(number, len(lines)) if not _is_blank(lines[n])), len(lines))


def _moved_up(prefix: str, line: str) -> str:
    """A later line of an item or a note after the prefix, where an author would move it."""
    note = _NOTE_PREFIX.search(prefix)
    indent = len(prefix[: note.start()].expandtabs(4)) + 4 if note else len(prefix.expandtabs(4))
    index = column = 0
    while index < len(line) and column < indent and line[index] in " \t>":
        column += 4 - column % 4 if line[index] == "\t" else 1
        index += 1
    rest = line[index:]
    words = rest.lstrip(" \t")
    return prefix + (rest if len(rest[: len(rest) - len(words)].expandtabs(4)) >= 4 else words)


def _replacement(lines: list[str], block: SpoilerBlock) -> list[str]:
    """The replacement of deleted lines: a blank line, only where it must separate the lines around."""
    match = _MARKER_LINE.match(lines[block.first])
    around = match["before"].rstrip().removesuffix(">") if match else ""
    if _LIST_MARKER.search(around):
        return []  # an item with nothing but the spoiler is deleted too
    before = lines[block.first - 1] if block.first else ""
    after = lines[block.end] if block.end < len(lines) else ""
    if _is_blank(before) or _is_blank(after):
        return []
    inside = before.lstrip().startswith(">") and after.lstrip().startswith(">")
    return [around.rstrip() if inside else ""]


def _is_blank(line: str) -> bool:
    """Whether a line is empty except for the signs of the quotes around it."""
    return not line.strip(" \t>")
