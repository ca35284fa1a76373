"""A position in a text that survives edits, other widths and other versions: a heading, a quote, a fraction.

The idea is that of the text quote selector of the W3C Web Annotation Data Model. Texts are compared by letters and
digits alone, so that wrapping, bullets and borders do not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_QUOTE = 60
_ENOUGH = 12
"""The number of letters that make a quote specific; fewer occur in many places."""


@dataclass(frozen=True, slots=True)
class TextAnchor:
    """The heading above a position, the letters that follow it, and how far down it is (0.0 to 1.0).

    `blank`: how many texts without letters are between the position and the quote. `lead`: how many characters of the
    position's own text are between it and the quote, below 0 if the quote begins before it.
    """

    heading: str = ""
    quote: str = ""
    fraction: float = 0.0
    blank: int = 0
    lead: int = 0


def read_text_anchor(value: object) -> TextAnchor | None:
    """The text anchor of a stored record, or None for what is none."""
    if not isinstance(value, dict):
        return None
    heading, quote, fraction = value.get("heading"), value.get("quote"), value.get("fraction")
    if not (isinstance(heading, str) and isinstance(quote, str) and isinstance(fraction, float | int)):
        return None
    blank, lead = value.get("blank"), value.get("lead")
    return TextAnchor(
        heading,
        quote,
        float(min(max(fraction, 0), 1)),
        blank if isinstance(blank, int) else 0,
        lead if isinstance(lead, int) else 0,
    )


def anchor_at_leaf(
    text_of: Callable[[int], str], rows: int, headings: Sequence[tuple[int, str]], row: int
) -> TextAnchor:
    """The anchor of a row. `text_of` returns the text of a row; `headings`: the rows of headings and their slugs."""
    heading = next((name for at, name in reversed(headings) if at <= row), "")
    quote = ""
    blank = 0
    for number in range(max(row, 0), rows):
        quote += _letters(text_of(number))
        blank += not quote
        if len(quote) >= _QUOTE:
            break
    return TextAnchor(heading, quote[:_QUOTE], min(max(row / rows, 0.0), 1.0) if rows else 0.0, blank)


def find_quote(text_anchor: TextAnchor, rows: Sequence[str], headings: Sequence[tuple[int, str]]) -> int | None:
    """The row on which the quote begins: under the heading if there are several, then the nearest; None if none."""
    if not text_anchor.quote:
        return None
    letters = [_letters(row) for row in rows]
    starts = [0, *accumulate(len(row) for row in letters)]
    text = "".join(letters)
    rows_found: list[int] = []
    at = text.find(text_anchor.quote)
    row = 0
    while at >= 0:
        while starts[row + 1] <= at:
            row += 1
        rows_found.append(row)
        at = text.find(text_anchor.quote, at + 1)
    if not rows_found:
        return None
    top = next((at for at, name in headings if name == text_anchor.heading), 0)
    wanted = text_anchor.fraction * len(rows)
    return min(rows_found, key=lambda row: (row < top, abs(row - wanted)))


def leaf_of_anchor(text_anchor: TextAnchor, rows: Sequence[str], headings: Sequence[tuple[int, str]]) -> int:
    """The row to show: by the quote, or by the longest beginning of it that is found, else by heading and fraction."""
    quote = text_anchor.quote
    while quote:
        row = find_quote(TextAnchor(text_anchor.heading, quote, text_anchor.fraction), rows, headings)
        if row is not None:
            return row - _blank_before(row, rows, text_anchor.blank)
        quote = quote[: len(quote) // 2] if len(quote) >= 2 * _ENOUGH else ""
    near = round(text_anchor.fraction * len(rows))
    under = next((number for number, (_, name) in enumerate(headings) if name == text_anchor.heading), None)
    if under is None:
        return min(near, max(len(rows) - 1, 0))
    past = headings[under + 1][0] if under + 1 < len(headings) else len(rows)
    return min(max(near, headings[under][0]), max(past - 1, 0))


def _blank_before(row: int, rows: Sequence[str], most: int) -> int:
    """The number of rows without letters directly before a row, at most `most`."""
    count = 0
    while count < min(most, row) and not _letters(rows[row - count - 1]):
        count += 1
    return count


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
