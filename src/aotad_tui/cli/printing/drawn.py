"""Drawn lines as printed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aotad_tui.cells import Line, plain


def printed(lines: Iterable[Line]) -> Iterator[str]:
    """The text of lines, without spaces at the ends."""
    return (plain(line).rstrip() for line in lines)
