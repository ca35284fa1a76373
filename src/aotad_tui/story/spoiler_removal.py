"""Hides the spoilers of a page: deletes their lines, as if an author had deleted them."""

from __future__ import annotations

import re

from .spoilers import SIGNS_BEFORE, SpoilerBlock, may_hide, spoiler_blocks
from .timeline import Position, Timeline

_LIST_MARKER = re.compile(r"[-*+]|\d[.)]")
_NOTE_PREFIX = re.compile(r"\[\^[^\]\s]+\]:[ \t]*$")
_MOST_PASSES = 50


def hide_spoilers(text: str, timeline: Timeline, seen: Position) -> str:
    """`text` without the lines that are hidden at `seen`, as if an author had deleted them.

    Deleted lines can change how the parser reads the rest, so the result is parsed again until nothing is left to hide.
    A text that does not settle is hidden as a whole.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(_MOST_PASSES):
        if not may_hide(text, timeline, seen):
            return text
        hidden = [block for block in spoiler_blocks(text, timeline) if block.position(timeline) > seen]
        if not hidden:
            return text
        text = _delete(text.split("\n"), hidden)
    return ""


def _delete(lines: list[str], hidden: list[SpoilerBlock]) -> str:
    outermost: list[SpoilerBlock] = []
    for block in sorted(hidden, key=lambda block: (block.first, -block.end)):
        if not outermost or block.first >= outermost[-1].end:
            outermost.append(block)
    following = len(lines)
    for number, block in reversed(list(enumerate(outermost))):  # from the end: the numbers of earlier lines stay right
        following_block, following = following, block.first
        if not block.prefix:
            following = _cut_out(lines, block, outermost[number - 1].end if number else 0)
        elif (next_line := _next_nonblank(lines, block.end)) < following_block:
            lines[block.first : next_line + 1] = [_moved_up(block.prefix, lines[next_line])]
        # else the block that the prefix leads is hidden too; the next pass removes it
    return "\n".join(lines)


def _cut_out(lines: list[str], block: SpoilerBlock, top: int) -> int:
    """Delete a block and the blank lines around it that it no longer needs, but none before line `top`.

    The number of blank lines must not count deleted blocks: as many are left as on the side with fewer. None are left
    at the end of the text, where the block was last. Returns the first deleted line.
    """
    first, end = block.first, block.end
    while first > top and _is_blank(lines[first - 1]):
        first -= 1
    while end < len(lines) and _is_blank(lines[end]):
        end += 1
    before, after = lines[first : block.first], lines[block.end : end]
    if not first:
        left = [] if end == len(lines) else before
    elif end == len(lines):
        left = after
    elif before and after:
        left = [min(*before, *after, key=lambda line: line.count(">"))] * min(len(before), len(after))
    else:
        left = before or after or _separator(lines, block)
    lines[first:end] = left
    return first


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


def _separator(lines: list[str], block: SpoilerBlock) -> list[str]:
    """A blank line in place of a deleted block, where it must separate the lines around."""
    match = SIGNS_BEFORE.match(lines[block.first])
    around = match.group().rstrip().removesuffix(">") if match else ""
    if _LIST_MARKER.search(around):
        return []  # an item with nothing but the spoiler is deleted too
    is_inside = lines[block.first - 1].lstrip().startswith(">") and lines[block.end].lstrip().startswith(">")
    return [around.rstrip() if is_inside else ""]


def _is_blank(line: str) -> bool:
    """Whether a line is empty except for the signs of the quotes around it."""
    return not line.strip(" \t>")
