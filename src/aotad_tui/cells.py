"""Text measured in terminal cells, and drawn lines: what the page and the charts are made of.

Widths come from Rich's tables, since Textual composes the screen by them: a second opinion would shift rows. This is
the one module outside `ui` that imports Rich, and of Rich only this table (5 ms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, get_character_cell_size, split_graphemes

ELLIPSIS = "…"

ASCII = str.maketrans(
    {
        **dict.fromkeys("─━╌┄═", "-"),
        **dict.fromkeys("│┃║╎", "|"),
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼┝┥┏┓┗┛┣┫╞╡╔╗╚╝╪╫╬┠┨┯┷╤╧", "+"),
        "►": ">",
        "◄": "<",
        "▸": ">",
        "◂": "<",
        "▾": "v",
        "•": "*",
        "·": ".",
        "…": "~",
        "♥": "&",
        "▫": "o",
        "×": "x",
        "◐": "%",
        "✓": "+",
        "◌": "o",
        "●": "*",
        "◦": "o",
        "▪": "*",
        "»": ">",
        "▲": "^",
        "▼": "v",
    }
)
"""Signs and lines to what every terminal can draw, cell for cell."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line: its text, the names of its styles (separated by spaces), and where it leads, if anywhere."""

    text: str
    style: str = ""
    link: str | None = None

    def styled(self, style: str) -> Span:
        """The same with one more style."""
        return replace(self, style=f"{self.style} {style}".strip())


Line = tuple[Span, ...]
"""One row of cells."""


def width(text: str) -> int:
    """How many cells a text takes."""
    return cell_len(text)


def line_width(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(span.text) for span in line)


def plain(line: Line) -> str:
    """The text of a line."""
    return "".join(span.text for span in line)


def cut(text: str, cells: int) -> str:
    """`text` in at most that many cells, ending in an ellipsis where something was cut off."""
    if cell_len(text) <= cells:
        return text
    if cells <= 0:
        return ""
    return text[: _fitting(text, cells - 1)].rstrip() + ELLIPSIS


def pad(text: str, cells: int) -> str:
    """`text` cut or filled with spaces to exactly that many cells."""
    text = cut(text, cells)
    return text + " " * (cells - cell_len(text))


def _fitting(text: str, cells: int) -> int:
    """How many characters from the start fit, no grapheme cut in two."""
    used = 0
    for start, end, size in split_graphemes(text)[0]:
        used += size
        if used > cells:
            return start
        last = end
    return last if text else 0


def chop(text: str, cells: int) -> list[str]:
    """`text` in pieces of at most that many cells, at least one, with every space kept."""
    pieces = []
    while cell_len(text) > max(cells, 1):
        taken = max(_fitting(text, max(cells, 1)), 1)
        pieces.append(text[:taken])
        text = text[taken:]
    return [*pieces, text]


# Chinese and Japanese may be broken between any two characters; Korean is broken at spaces like English.
_IDEOGRAPHS = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"
_PIECE = re.compile(rf"\n|[ \t]+|[{_IDEOGRAPHS}]|[^ \t\n{_IDEOGRAPHS}]+")


def wrap_text(text: str, cells: int, first: int | None = None) -> list[tuple[int, int]]:
    """Where `text` is broken into lines of at most that many cells: start and end of each, without spaces at breaks.

    `first` is the room on the first line where it differs. A newline always breaks; a word that is too long is cut.
    """
    cells = max(cells, 1)
    room = cells if first is None else max(first, 1)
    lines: list[tuple[int, int]] = []
    start = end = 0
    used = 0
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece == "\n":
            lines.append((start, max(end, start)))
            start = end = match.end()
            used, room = 0, cells
            continue
        size = cell_len(piece)
        if piece.isspace():
            if end > start:
                used += size
            else:
                start = end = match.end()
            continue
        at = match.start()
        if used + size > room and end > start:
            lines.append((start, end))
            start, used, room = at, 0, cells
        while size > room:
            taken = max(_fitting(piece, room), 1)
            lines.append((at, at + taken))
            at, piece = at + taken, piece[taken:]
            size = cell_len(piece)
            start, used, room = at, 0, cells
        end = at + len(piece)
        used += size
    if end > start or not lines:
        lines.append((start, end))
    return lines


def slice_spans(spans: Iterable[Span], start: int, end: int) -> Line:
    """The characters from `start` to `end` of spans laid end to end."""
    found = []
    at = 0
    for span in spans:
        past = at + len(span.text)
        if past > start and at < end:
            found.append(replace(span, text=span.text[max(start - at, 0) : end - at]))
        at = past
        if at >= end:
            break
    return tuple(found)


def wrap_spans(spans: Sequence[Span], cells: int, first: int | None = None) -> list[Line]:
    """Spans laid end to end and broken into lines, see `wrap_text`."""
    text = "".join(span.text for span in spans)
    return [slice_spans(spans, start, end) for start, end in wrap_text(text, cells, first)]


def fill(line: Line, cells: int, style: str = "") -> Line:
    """The line with spaces up to that many cells; cut where it is longer."""
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
        yield replace(span, text=text + " " * (left - cell_len(text)))
        return


def is_narrow(character: str) -> bool:
    """Whether a character takes one cell, so that it can stand in a frame."""
    return get_character_cell_size(character) == 1
