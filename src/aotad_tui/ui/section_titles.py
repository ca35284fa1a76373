"""Titles of sections that fit into the sidebar."""

from __future__ import annotations

from aotad_tui.cells import ELLIPSIS, chop, cut, width

_SEPARATORS = " :.,;–—-|/"
_LEAST = 4


def fitted(title: str, part: str, cells: int) -> str:
    """A title in so many cells. A longer one loses what `part` above it says already, and then its middle."""
    cells = max(cells, _LEAST)
    if width(title) <= cells:
        return title
    rest = title.removeprefix(part).lstrip(_SEPARATORS) if part else ""
    if rest and rest != title and title[len(part)] in _SEPARATORS:
        title = f"{ELLIPSIS} {rest}"
    return _without_middle(title, cells)


def _without_middle(title: str, cells: int) -> str:
    """A text in so many cells, with an ellipsis in its middle if it was cut."""
    if width(title) <= cells:
        return title
    half = (cells - 1) // 2
    end = ""
    for character in reversed(title):
        if width(character + end) > half:
            break
        end = character + end
    start = chop(title, cells - 1 - width(end))[0] if cells - 1 > width(end) else ""
    return cut(f"{start.rstrip()}{ELLIPSIS}{end.lstrip()}", cells)
