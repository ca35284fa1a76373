"""The part of a row of a map that a window shows."""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.cells import ELLIPSIS, Line, Span, cut, width


def crop_row(row: Iterable[Span], left: int, cells: int) -> Line:
    """Return `cells` cells of a row from the cell `left` on. A text that the edge cuts ends in an ellipsis there."""
    cropped: list[Span] = []
    at = -left
    for span in row:
        end = at + width(span.text)
        if end > 0 and at < cells:
            text = span.text
            is_text = any(map(str.isalnum, text))
            if at < 0:
                text = _without_start(text, -at, is_text=is_text)
            if end > cells:
                text = _within(text, cells - max(at, 0), is_text=is_text)
            cropped.append(span._replace(text=text))
        at = end
    return tuple(cropped)


def _without_start(text: str, cells: int, *, is_text: bool) -> str:
    """The text without its first cells; where they end inside of a wide character, a space is left of it."""
    kept = len(text)
    room = width(text) - cells
    while kept and width(text[-kept:]) > room:
        kept -= 1
    rest = text[len(text) - kept :]
    if is_text and rest[1:].strip():
        rest = ELLIPSIS + rest[1:]
    return " " * (room - width(rest)) + rest


def _within(text: str, cells: int, *, is_text: bool) -> str:
    """The first cells of a text."""
    if not is_text:
        return text[:cells]
    short = cut(text, cells)
    return short + " " * (cells - width(short))
