"""Comments of a guide's authors, which no reader sees: `<!-- … -->`, and `%%…%%` as in Obsidian.

A comment ends at its next closing sign, whatever stands between. One that is never closed ends with the quote, list
item or note that it begins in, or with the text. So more is hidden where the end is in doubt. A sign in code is text;
so is a `%%` within a line that nothing closes, as in "100%% sure".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from aotad_tui.markdown import top_level_blocks

if TYPE_CHECKING:
    from markdown_it.token import Token

_OPENING = re.compile(r"<!--|%%")
_CLOSING = {"<!--": "-->", "%%": "%%"}
_SIGN = re.compile(r"\\[^\w\s]|(?P<ticks>`+)|(?P<opening><!--|%%)")
_CONTAINERS = ("blockquote", "list_item", "footnote_reference")
_LINE_BEGINNING = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)[\s>]+)*")
"""What may stand between the beginning of a line and its first word: the signs of quotes, items and notes."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its range of characters in a text, its words, and whether it is closed."""

    start: int
    end: int
    words: str
    is_closed: bool


def without_comments(text: str) -> str:
    """The text without its comments. A line with nothing but a comment is left blank."""
    return "".join(text[start:end] for start, end in _shown_ranges(text, comments(text)))


def numbered_without_comments(text: str) -> tuple[str, list[int]]:
    """The text without its comments, and for each of its lines the number of the line of `text` on which it begins."""
    shown: list[str] = []
    numbers = [0]
    line = at = 0
    for start, end in _shown_ranges(text, comments(text)):
        line += text.count("\n", at, start)
        shown.append(text[start:end])
        breaks = shown[-1].count("\n")
        numbers += range(line + 1, line + breaks + 1)
        line, at = line + breaks, end
    return "".join(shown), numbers


def _shown_ranges(text: str, hidden: Iterator[Comment]) -> Iterator[tuple[int, int]]:
    """The ranges of a text between comments, without the white space that would be left over beside a comment."""
    at = 0
    for comment in hidden:
        start, end = comment.start, comment.end
        while text[end : end + 1] in (" ", "\t"):
            end += 1
        if text[end : end + 1] in ("", "\n"):
            while start > at and text[start - 1] in " \t":
                start -= 1
        elif text[start - 1 : start] not in ("", " ", "\t", "\n"):
            end = comment.end  # the space after the comment separates two words
        yield at, start
        at = end
    yield at, len(text)


def comments(text: str) -> Iterator[Comment]:
    """The comments of a Markdown text (with newlines as line ends), in order and without overlap."""
    last = max(text.rfind(opening) for opening in _CLOSING)
    if last < 0:
        return
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    starts[-1] = len(text)
    at = 0
    for first, end, tokens in top_level_blocks(text):
        if starts[first] > last:
            return
        if not _OPENING.search(text, max(starts[first], at), starts[end]):
            continue
        for begin, past, limit in _texts(tokens, len(starts) - 1):
            for comment in _comments_in(text, max(starts[begin], at), starts[past], starts[limit]):
                yield comment
                at = comment.end


def _texts(tokens: list[Token], last_line: int) -> Iterator[tuple[int, int, int]]:
    """The lines of each text in a block: the first, one past the last, and one past the last of its container."""
    ends = [last_line]
    before: list[int] | None = None
    for token in tokens:
        if token.type.removesuffix("_open") in _CONTAINERS:
            ends.append(token.map[1] if token.map else ends[-1])
        elif token.type.removesuffix("_close") in _CONTAINERS:
            ends.pop()
        elif token.type == "inline" and token.map and token.map != before:  # the cells of a row have one line
            before = token.map
            yield before[0], before[1], ends[-1]


def _comments_in(text: str, start: int, end: int, limit: int) -> Iterator[Comment]:
    """The comments that begin in a range of characters and end before `limit`."""
    unclosed: set[str] = set()
    while sign := _SIGN.search(text, start, end):
        start = sign.end()
        if ticks := sign["ticks"]:
            code = None if ticks in unclosed else re.compile(f"(?<!`){ticks}(?!`)").search(text, start, end)
            if code:
                start = code.end()
            else:
                unclosed.add(ticks)
        elif opening := sign["opening"]:
            closing = text.find(_CLOSING[opening], sign.start() + 2, limit)  # `<!-->` is a comment too
            if closing < 0 and opening == "%%" and not _begins_line(text, sign.start()):
                continue
            # Without a closing sign the white space at the end stays: the next block is a block of its own.
            past = closing if closing >= 0 else start + len(text[start:limit].rstrip())
            start = past + (len(_CLOSING[opening]) if closing >= 0 else 0)
            yield Comment(sign.start(), start, text[sign.end() : past].strip(), closing >= 0)


def _begins_line(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return _LINE_BEGINNING.fullmatch(line) is not None
