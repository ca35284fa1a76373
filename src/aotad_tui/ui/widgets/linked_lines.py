"""Lines of spans and the links in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aotad_tui.cells import Line, width
from aotad_tui.link import Link


@dataclass(frozen=True, slots=True)
class LineLink:
    """A link in lines: its first row, its cells from `start` up to `end` in that row, and its last row."""

    row: int
    start: int
    end: int
    last_row: int
    link: Link

    def covers(self, row: int, cell: int, link: Link | None) -> bool:
        """Whether the span that begins at a cell of a row is part of this link."""
        if row == self.row:
            return self.start <= cell < self.end
        return self.row < row <= self.last_row and link == self.link


class LinkedLines:
    """Some lines. They must not change."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self._lines = lines

    def __getitem__(self, row: int) -> Line:
        """A line, empty outside of the rows there are."""
        return self._lines[row] if 0 <= row < len(self._lines) else ()

    @cached_property
    def links(self) -> list[LineLink]:
        """All links in order; one that continues on the next line counts once."""
        links: list[LineLink] = []
        continued: Link | None = None  # the link at the end of the line before
        for row, line in enumerate(self._lines):
            start = 0
            previous = continued
            for span in line:
                end = start + width(span.text)
                if span.link and span.link == previous:
                    last = links[-1]
                    links[-1] = replace(last, end=end if last.row == row else last.end, last_row=row)
                elif span.link:
                    links.append(LineLink(row, start, end, row, span.link))
                previous = span.link
                start = end
            continued = line[-1].link if line else None
        return links

    def links_in(self, rows: range) -> list[LineLink]:
        """The links that begin in some rows."""
        return [link for link in self.links if link.row in rows]

    def link_at(self, row: int, cell: int) -> Link | None:
        """The link in a cell of a row, or None."""
        end = 0
        for span in self[row]:
            end += width(span.text)
            if 0 <= cell < end:
                return span.link
        return None
