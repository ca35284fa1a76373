"""Shortens a text to a width so that its matches stay visible."""

from __future__ import annotations

from textual.content import Content

from aotad_tui.cells import ELLIPSIS

MATCH_STYLE = "bold $text-accent"
_LEAST_BEGINNING = 12
"""The cells of the beginning that are kept, even where the matches then do not fit."""


def keep_matches(text: Content, cells: int) -> Content:
    """The text in at most that many cells: of a longer one the beginning and the matches, with ellipses between."""
    if text.cell_length <= cells:
        return text
    matches = _matches(text)
    while matches:
        end = _end(text, matches)
        beginning = text.truncate(max(cells - end.cell_length, min(_LEAST_BEGINNING, cells // 3)))
        if len(beginning.plain) < matches[0][0]:
            return Content.assemble(beginning.rstrip(), end).truncate(cells, ellipsis=True)
        del matches[0]  # The beginning reaches it.
    return text.truncate(cells, ellipsis=True)


def least_cells(text: Content) -> int:
    """The width from which on `keep_matches` shows all matches of a text."""
    matches = _matches(text)
    before = text[: matches[0][0]].cell_length if matches else 0
    return min(before, _LEAST_BEGINNING) + _end(text, matches).cell_length


def _end(text: Content, matches: list[tuple[int, int]]) -> Content:
    """The matches with an ellipsis before each, and one at the end where more follows."""
    parts: list[Content | str] = []
    at = 0
    for start, end in matches:
        parts += [ELLIPSIS] * (start > at) + [text[start:end]]
        at = end
    return Content.assemble(*parts, ELLIPSIS if matches and at < len(text.plain) else "")


def _matches(text: Content) -> list[tuple[int, int]]:
    """The ranges of the matches, in order."""
    return sorted((span.start, span.end) for span in text.spans if span.style == MATCH_STYLE)
