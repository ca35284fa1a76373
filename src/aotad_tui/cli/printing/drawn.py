"""Drawn lines as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, plain
from aotad_tui.chart.ascii import Ascii
from aotad_tui.cli.query import Query


def printed(query: Query, lines: Iterable[Line]) -> Iterator[str]:
    """The text of lines, in ASCII where that was asked for."""
    put = Ascii(query.edition).text if query.ascii else str
    return (put(plain(line).rstrip()) for line in lines)
