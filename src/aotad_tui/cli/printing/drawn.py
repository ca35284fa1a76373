"""Drawn lines as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line

PrintedLine = str | Line
"""A line that a command prints: text, or spans, whose styles and links a terminal shows."""


def printed(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines without spaces at their ends."""
    return map(_stripped, lines)


def _stripped(line: Line) -> Line:
    spans = list(line)
    while spans and not (text := spans[-1].text.rstrip()):
        spans.pop()
    if spans:
        spans[-1] = spans[-1]._replace(text=text)
    return tuple(spans)
