"""Spoiler blocks: quotes in a page that are known only from a point on.

`> [!spoiler] S1E08` gates the block quote that it heads. Which lines such a quote has is for CommonMark to say (a
quote takes in the unmarked lines that carry its last paragraph on), so the parser that the page is read with is asked
and not a pattern: a line that is part of the quote can never be left standing. What is in doubt is hidden: a mark
further down in a quote gates the whole of it, and a mark that heads no quote the top-level block it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aotad_tui.markdown import top_level_blocks

from .timeline import Position, Timeline

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK = re.compile(r"\[!spoiler\][+-]?[ \t]*(?P<stamp>\S*)", re.IGNORECASE)
_PERHAPS_MARK = re.compile(_MARK.pattern.removeprefix(r"\["), re.IGNORECASE)  # one sign to look for: three times sooner
_HEAD = re.compile(r"\[!spoiler\]", re.IGNORECASE)
_MARKED_LINE = re.compile(rf"(?P<before>[\s>]*(?:(?:[-*+]|\d{{1,9}}[.)])[\s>]+)*){_MARK.pattern}", re.IGNORECASE)
_LIST_SIGN = re.compile(r"[-*+]|\d[.)]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*$")
_SIGNS = {
    "blockquote_open": re.compile(r"[ \t]*>[ \t]?"),
    "list_item_open": re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)"),
    "footnote_reference_open": re.compile(r"[ \t]*\[\^[^\]\s]+\]:"),
}
"""What stands before the first line of what holds other blocks, by the token that opens it."""
_LITERAL = frozenset(("fence", "code_block"))
_MOST_PASSES = 50


@dataclass(frozen=True, slots=True)
class SpoilerBlock:
    """Lines known only from a point on: the first, one past the last (from 0), and the stamps as written ("": none).

    `stray`: they are no quote, but hold a spoiler's mark; `headed`: a mark is the first thing in them. An author should
    hear of one that is stray or not headed. `sign`: what stands before them, where they begin an item of a list or a
    note that goes on behind them.
    """

    first: int
    past: int
    stamps: tuple[str, ...]
    stray: bool = False
    headed: bool = True
    sign: str = ""

    def position(self, timeline: Timeline) -> Position:
        """When they may be read: at the last of the stamps. One that is missing or unknown is the end."""
        positions = [timeline.position(stamp) for stamp in self.stamps]
        return max(len(timeline) if position is None else position for position in positions)


def spoiler_stamp(text: str) -> str | None:
    """The stamp in the mark that `text` begins with ("" for a mark without one), or None where there is no mark."""
    match = _MARK.match(text.lstrip())
    return match["stamp"] if match else None


def without_mark(text: str) -> str:
    """`text` without the spoiler mark and stamp that it begins with."""
    bare = text.lstrip()
    match = _MARK.match(bare)
    return bare[match.end() :].lstrip() if match else bare


def spoiler_blocks(text: str) -> Iterator[SpoilerBlock]:
    """All blocks of a Markdown text that are known only from a point on, outer quotes before those inside them."""
    lines = text.split("\n") if _HEAD.search(text) else []
    marked = [number for number, line in enumerate(lines) if "[!" in line and _HEAD.search(line)]
    tops: list[tuple[int, int]] = []
    told: set[int] = set()  # the lines whose marks are heard, or are no marks
    for first, past, tokens in top_level_blocks(text) if marked else ():
        at = bisect_left(marked, first)
        if at < len(marked) and marked[at] < past:
            tops += [(token.map[0], token.map[1]) for token in tokens if token.level == 0 and token.map]
            yield from _quotes(tokens, lines, told)
    yield from _stray(lines, [number for number in marked if number not in told], tops)


def _quotes(tokens: list[Token], lines: list[str], told: set[int]) -> Iterator[SpoilerBlock]:
    """The quotes in a block that hold marks, outer before inner ones. Takes down in `told` the lines it knows of."""
    around: list[Token] = []
    for number, token in enumerate(tokens):
        if token.type.endswith("_open") and token.type in _SIGNS:
            around.append(token)
        elif token.type.removesuffix("_close") + "_open" in _SIGNS:
            around.pop()
        if token.type in _LITERAL and token.map:
            told.update(range(*token.map))
        if token.type == "blockquote_open" and token.map is not None:
            marks = dict(_marks_of_quote(tokens, number))
            told.update(marks)
            if marks:
                headed = min(marks) <= _first_line(tokens, number)
                sign = _before(around, lines[token.map[0]]) if _leads(tokens, number) else ""
                yield SpoilerBlock(token.map[0], token.map[1], tuple(marks.values()), headed=headed, sign=sign)


def _marks_of_quote(tokens: list[Token], opening: int) -> Iterator[tuple[int, str]]:
    """The lines with marks of the quote that `tokens[opening]` opens, and their stamps; not of quotes inside it."""
    depth = 0
    for token in tokens[opening + 1 :]:
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


def _leads(tokens: list[Token], opening: int) -> bool:
    """Whether the quote that `tokens[opening]` opens is the first thing in an item or a note, and not the last."""
    if not opening or tokens[opening - 1].type not in ("list_item_open", "footnote_reference_open"):
        return False
    level = tokens[opening].level
    behind = (n for n in range(opening + 1, len(tokens)) if tokens[n].level == level)
    closing = next((n for n in behind if tokens[n].type == "blockquote_close"), opening)
    return tokens[closing + 1].type not in ("list_item_close", "footnote_reference_close")


def _before(around: list[Token], line: str) -> str:
    """What stands on the line with which a quote begins before its own sign: the signs of all that it lies in."""
    at = 0
    number = around[-1].map[0] if around[-1].map else 0
    for token in around:
        if token.type == "blockquote_open" or (token.map and token.map[0] == number):
            match = _SIGNS[token.type].match(line, at)
            at = match.end() if match else at
    return line[: max(line.rfind(">", 0, at), 0)]


def _first_line(tokens: list[Token], opening: int) -> int:
    """The line on which the first text in a quote stands."""
    return next((token.map[0] for token in tokens[opening + 1 :] if token.type == "inline" and token.map), 0)


def _stray(lines: list[str], numbers: list[int], tops: list[tuple[int, int]]) -> Iterator[SpoilerBlock]:
    """The top-level blocks in which a line begins with a mark that heads no quote, or lies deeper than is read."""
    for number in numbers:
        match = _MARKED_LINE.match(lines[number])
        if match:
            first, past = next((top for top in tops if top[0] <= number < top[1]), (number, number + 1))
            yield SpoilerBlock(first, past, (match["stamp"],), stray=True)


def hide_spoilers(text: str, timeline: Timeline, seen: Position) -> str:
    """`text` without what is known only later than `seen`, as if an author had deleted the lines.

    Taking lines out can change how the rest is read, so what is left is looked at again until nothing is left to
    hide; a text that never settles is withheld whole.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_MOST_PASSES):
        if not _may_hide(text, timeline, seen):
            return text
        hidden = [block for block in spoiler_blocks(text) if block.position(timeline) > seen]
        if not hidden:
            return text
        text = _without(text.split("\n"), hidden)
    return ""


def _may_hide(text: str, timeline: Timeline, seen: Position) -> bool:
    """Whether there is any mark later than `seen`, be it one that is heard or not: to parse a long text takes long."""
    stamps = {match["stamp"] for match in _PERHAPS_MARK.finditer(text)}
    positions = (timeline.position(stamp) for stamp in stamps)
    return any(position is None or position > seen for position in positions)


def _without(lines: list[str], hidden: list[SpoilerBlock]) -> str:
    outermost: list[SpoilerBlock] = []
    for block in sorted(hidden, key=lambda block: (block.first, -block.past)):
        if not outermost or block.first >= outermost[-1].past:
            outermost.append(block)
    follower = len(lines)
    for block in reversed(outermost):  # from the end, so that the numbers of earlier lines stay right
        if not block.sign:
            lines[block.first : block.past] = _left_behind(lines, block)
        elif (next_one := _next_words(lines, block.past)) < follower:
            lines[block.first : next_one + 1] = [_led_by(block.sign, lines[next_one])]
        # else what it leads is hidden too, and is gone when the text is next looked at
        follower = block.first
    return "\n".join(lines)


def _next_words(lines: list[str], number: int) -> int:
    """The first line from that one on which is not blank."""
    return next((n for n in range(number, len(lines)) if not _is_blank(lines[n])), len(lines))


def _led_by(sign: str, line: str) -> str:
    """A later line of an item or a note behind its sign, as an author would move it up."""
    note = _NOTE.search(sign)
    room = len(sign[: note.start()].expandtabs(4)) + 4 if note else len(sign.expandtabs(4))
    at = column = 0
    while at < len(line) and column < room and line[at] in " \t>":
        column += 4 - column % 4 if line[at] == "\t" else 1
        at += 1
    rest = line[at:]
    words = rest.lstrip(" \t")
    return sign + (rest if len(rest[: len(rest) - len(words)].expandtabs(4)) >= 4 else words)


def _left_behind(lines: list[str], block: SpoilerBlock) -> list[str]:
    """What stands in the place of lines that are cut: a blank line, only where it must keep apart what stood around."""
    match = _MARKED_LINE.match(lines[block.first])
    around = match["before"].rstrip().removesuffix(">") if match else ""
    if _LIST_SIGN.search(around):
        return []  # an item that was nothing but the spoiler goes with it
    before = lines[block.first - 1] if block.first else ""
    after = lines[block.past] if block.past < len(lines) else ""
    if _is_blank(before) or _is_blank(after):
        return []
    inside = before.lstrip().startswith(">") and after.lstrip().startswith(">")
    return [around.rstrip() if inside else ""]


def _is_blank(line: str) -> bool:
    """Whether a line is empty but for the signs of the quotes that it lies in."""
    return not line.strip(" \t>")
