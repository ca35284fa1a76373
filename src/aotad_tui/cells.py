"""Text measured in terminal cells, and lines of spans, which pages and charts are made of.

Widths come from Rich's tables, since Textual composes the screen by them; other tables would shift rows. This is the
only module outside `ui` that imports Rich, and of Rich only this table (5 ms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from aotad_tui.invisible import BREAK
from aotad_tui.letters import BINDS_NEXT
from aotad_tui.link import Link

ELLIPSIS = "…"


class Span(NamedTuple):
    """A part of a line: its text, its style names (separated by spaces), and its link, if any."""

    text: str
    style: str = ""
    link: Link | None = None

    def styled(self, style: str) -> Span:
        """The span with one more style."""
        return Span(self.text, f"{self.style} {style}".strip(), self.link)


Line = tuple[Span, ...]
"""One row of cells."""


def width(text: str) -> int:
    """The width of a text in cells."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def line_width(line: Line) -> int:
    """The width of a line in cells."""
    return sum(width(span.text) for span in line)


def plain(line: Line) -> str:
    """The text of a line."""
    return "".join(span.text for span in line)


def cut(text: str, cells: int) -> str:
    """The text in at most that many cells, with an ellipsis at the end if it was cut."""
    if cell_len(text) <= cells:
        return text
    if cells <= 0:
        return ""
    return text[: _fitting(text, cells - 1)].rstrip() + ELLIPSIS


def pad(text: str, cells: int) -> str:
    """The text cut or padded to exactly that many cells."""
    text = cut(text, cells)
    return text + " " * (cells - cell_len(text))


def expand_tabs(line: str, size: int) -> str:
    """The line with spaces instead of tabs, up to the next multiple of `size` cells."""
    if "\t" not in line:
        return line
    *before, last = line.split("\t")
    expanded, used = [], 0
    for piece in before:
        cells = width(piece)
        expanded.append(piece + " " * (size - (used + cells) % size))
        used += cells + size - (used + cells) % size
    return "".join((*expanded, last))


_BINDS_PREVIOUS = frozenset("ะาำๅๆฯະາຳໆຯ")
"""The vowels and signs of Thai and Lao that stand behind their consonant or word."""


def _fitting(text: str, cells: int) -> int:
    """The number of characters that fit from the start, without splitting a grapheme or a syllable of Thai or Lao."""
    used = 0
    text = text[: 4 * cells + 16]  # more cannot fit, and a text may be one word of a megabyte
    for start, end, size in split_graphemes(text)[0]:
        used += size
        if used > cells:
            while start > 1 and (text[start] in _BINDS_PREVIOUS or text[start - 1] in BINDS_NEXT):
                start -= 1
            return start
        last = end
    return last if text else 0


def chop(text: str, cells: int) -> list[str]:
    """The text in pieces of at most that many cells, at least one piece, with every space kept."""
    pieces = []
    cells, at = max(cells, 1), 0
    while len(text) - at > 4 * cells or cell_len(text[at:]) > cells:
        taken = max(_fitting(text[at : at + 4 * cells + 16], cells), 1)
        pieces.append(text[at : at + taken])
        at += taken
    return [*pieces, text[at:]]


# Chinese and Japanese text may break between any two characters, except before a closing or after an opening mark.
# Korean breaks at spaces, like English.
_IDEOGRAPHS = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"
_OPENING, _CLOSING = "「『（【〈《〔［｛", "、。，．：；！？」』）】〉》〕］｝・ー々"
_GAP = re.compile(rf"[ \t{BREAK}]*")
_PIECE = re.compile(
    rf"\n|[ \t{BREAK}]+"
    rf"|(?P<word>[{_OPENING}]*(?:[{_IDEOGRAPHS}]|[^ \t\n{BREAK}{_IDEOGRAPHS}]+)[{_CLOSING}]*)(?P<gap>{_GAP.pattern})"
)


def wrap_text(text: str, cells: int, first: int | None = None) -> list[tuple[int, int]]:
    """Break a text into lines of at most that many cells: start and end of each line, without spaces at the breaks.

    `first`: the cells of the first line if it is shorter. A newline always breaks, and a `BREAK` may; a word that is
    too long is cut.
    """
    cells = max(cells, 1)
    room = cells if first is None else max(first, 1)
    lines: list[tuple[int, int]] = []
    at = start = end = used = 0
    while at < len(text):
        if at == start and (past := _end_of_plain_line(text, at, room)) is not None:
            spaces = _GAP.match(text, past)
            at, end = spaces.end() if spaces else past, past
            if at < len(text) and text[at] != "\n":
                lines.append((start, end))
                start = end = at
                room = cells
            continue
        match = _PIECE.match(text, at)
        assert match, "every character is a piece"
        piece, gap = match.groups()
        if piece is None:
            if match.group() == "\n":
                lines.append((start, max(end, start)))
                used, room = 0, cells
            at = start = end = match.end()
            continue
        size = width(piece)
        if used + size > room and end > start:
            lines.append((start, end))
            start = end = at
            used, room = 0, cells
            continue
        if size > room:
            taken = max(_fitting(piece, room), 1)
            for part in (piece[:taken], *chop(piece[taken:], cells)[:-1]):
                lines.append((at, at + len(part)))
                at += len(part)
            start, used, room = at, 0, cells
            size = cell_len(text[at : match.end("word")])
        end = match.end("word")
        used += size + len(gap) - gap.count(BREAK)
        at = match.end()
    if end > start or not lines:
        lines.append((start, end))
    return lines


def _end_of_plain_line(text: str, start: int, cells: int) -> int | None:
    """The end of a line whose characters take one cell each, as most lines: without a step for each word.

    None if the line begins with a space, or would have to break in a word.
    """
    longest = text[start : start + cells + 1]
    if longest[0] == " " or not (longest.isascii() and longest.isprintable()):
        return None
    end = longest.rfind(" ") if len(longest) > cells else len(longest)
    return start + len(longest[:end].rstrip(" ")) if end > 0 else None


def split_spans(spans: Iterable[Span], places: Iterable[int]) -> Iterator[Line]:
    """Join spans and split them at these characters (in rising order): one line more than there are places."""
    left = iter(spans)
    span = next(left, None)
    at = 0
    for place in places:
        line = []
        while span and at + len(span.text) <= place:
            line.append(span)
            at += len(span.text)
            span = next(left, None)
        if span and at < place:
            line.append(Span(span.text[: place - at], span.style, span.link))
            span = Span(span.text[place - at :], span.style, span.link)
            at = place
        yield tuple(line)
    yield (span, *left) if span else ()


def wrap_spans(spans: Sequence[Span], cells: int, first: int | None = None) -> list[Line]:
    """Join spans and break them into lines, see `wrap_text`."""
    text = "".join(span.text for span in spans)
    places = chain.from_iterable(wrap_text(text, cells, first))
    return list(split_spans(spans, places))[1::2]


def fill(line: Line, cells: int, style: str = "") -> Line:
    """The line padded with spaces to that many cells, or cut."""
    missing = cells - line_width(line)
    if missing >= 0:
        return (*line, Span(" " * missing, style)) if missing else line
    return tuple(_cut_spans(line, cells))


def _cut_spans(line: Line, cells: int) -> Iterator[Span]:
    left = cells
    for span in line:
        size = cell_len(span.text)
        if size <= left:
            yield span
            left -= size
            continue
        text = span.text[: _fitting(span.text, left)] if left else ""
        yield span._replace(text=text + " " * (left - cell_len(text)))
        return
