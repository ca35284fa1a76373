"""Cuts what is longer than a few screens, so that nothing longer is ever laid out at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

_LINES, _LONGEST_CODE = 100, 8_000
"""The most lines of code in a leaf block, and the most characters in them."""
_LONGEST_CELL = 2_000
"""The most characters of a cell in a row of a table. The rest of a longer cell is in the rows below."""
_LONGEST_TEXT = 20_000
"""The most characters of a paragraph in a leaf block. In a longer one, emphasis and links end where it is cut."""
_LONGEST_IN_BRACKETS, _MOST_BRACKETS = 2_000, 1_000
"""The limit for texts with many opening brackets: each may begin a link, and links are searched a hundred deep."""


def end_of_code(text: str, start: int) -> int:
    """The character at which a leaf block of code ends: after some lines, or inside a line that is too long."""
    limit = start + _LONGEST_CODE
    end = start - 1
    for _ in range(_LINES):
        newline = text.find("\n", end + 1, limit)
        if newline < 0:
            break
        end = newline
    else:
        return end
    if len(text) <= limit:
        return len(text)
    return end if end >= start else text.rfind(" ", start, limit) + 1 or limit


def cut_row(row: list[str]) -> Iterator[tuple[str, ...]]:
    """A row of a table, in several rows if a cell is too long."""
    if max(map(len, row), default=0) <= _LONGEST_CELL:
        yield tuple(row)
    else:
        yield from zip_longest(*(cut_text(cell, _LONGEST_CELL) for cell in row), fillvalue="")


def cut_text(text: str, longest: int = _LONGEST_TEXT) -> Iterator[str]:
    """A text cut at spaces, if it is longer than a person would write; nearly always the whole text."""
    at = 0
    longest = longest if text.count("[") < _MOST_BRACKETS else _LONGEST_IN_BRACKETS
    while len(text) - at > longest:
        cut = max(text.rfind(sign, at, at + longest) for sign in "\n ")
        past = cut if cut > at else at + longest
        yield text[at:past]
        at = past + (cut > at)
    yield text[at:]
