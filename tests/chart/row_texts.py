"""Texts read back from drawn rows: from their plain text alone, never from what the code says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from aotad_tui.cells import Line, line_width, plain

_LINES = "─━═╌"
_TIE = re.compile(rf"  [├┝╞][{_LINES}◄] (?P<rest>.*)")
_BELOW = re.compile(r"  │  (?P<rest>.*)")
_HEADING = re.compile(rf"  [├┝╞][{_LINES}] (?P<words>.*?) ?(?P<more>▸ )?[{_LINES}]+$")
_MORE = re.compile(r"  │  ▸ (?P<count>\d+) more$")


def rows(lines: Iterable[Line]) -> list[str]:
    """Return the rows as plain text."""
    return [plain(line) for line in lines]


def too_wide(lines: Iterable[Line], cells: int) -> list[str]:
    """Return the rows that do not fit."""
    return [plain(line) for line in lines if line_width(line) > cells]


def without_spaces(text: str) -> str:
    """Return a text without spaces, lines and arrows, to compare it wherever it was wrapped."""
    return re.sub(rf"[\s│►◄{_LINES}]", "", text)


def relationship_texts(drawn: Sequence[str]) -> list[str]:
    """Return each relationship of a panel with its name and remarks, and each heading, as one text without spaces."""
    found: list[str] = []
    for row in drawn:
        if (_MORE.match(row)) or row.startswith(("  └", "  ▸")):
            continue
        if match := _TIE.match(row):
            found.append(without_spaces(match["rest"]))
        elif (match := _BELOW.match(row)) and found:
            found[-1] += without_spaces(match["rest"])
    return found


def hidden_count(drawn: Sequence[str]) -> int:
    """Return how many relationships the "more" rows count; collapsed kinds have no such row."""
    return sum(int(match["count"]) for row in drawn if (match := _MORE.match(row)))


def collapsed_headings(drawn: Sequence[str]) -> list[str]:
    """Return the headings of collapsed kinds."""
    return [match["words"] for row in drawn if (match := _HEADING.match(row)) and match["more"]]


def relationship_part(drawn: Sequence[str]) -> list[str]:
    """Return the rows of the relationships below the card."""
    start = next(number for number, row in enumerate(drawn) if row.startswith("╰─"))
    end = next((number for number, row in enumerate(drawn) if "two steps away" in row), len(drawn))
    return list(drawn[start + 1 : end])
