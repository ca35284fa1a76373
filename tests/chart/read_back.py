"""What is read back from drawn rows: their plain text alone, never what the code says of them."""

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
    """The rows as a person sees them."""
    return [plain(line) for line in lines]


def too_wide(lines: Iterable[Line], cells: int) -> list[str]:
    """The rows that do not fit."""
    return [plain(line) for line in lines if line_width(line) > cells]


def squashed(text: str) -> str:
    """A text without spaces, lines and arrows, so that it can be compared wherever it was broken."""
    return re.sub(rf"[\s│►◄{_LINES}]", "", text)


def tie_texts(drawn: Sequence[str]) -> list[str]:
    """Each tie of a panel with its name and remarks, and each heading, squashed into a text of its own."""
    found: list[str] = []
    for row in drawn:
        if (_MORE.match(row)) or row.startswith(("  └", "  ▸")):
            continue
        if match := _TIE.match(row):
            found.append(squashed(match["rest"]))
        elif (match := _BELOW.match(row)) and found:
            found[-1] += squashed(match["rest"])
    return found


def hidden(drawn: Sequence[str]) -> int:
    """How many ties the rows say they do not show, but for kinds of which nothing is shown."""
    return sum(int(match["count"]) for row in drawn if (match := _MORE.match(row)))


def shut(drawn: Sequence[str]) -> list[str]:
    """The headings of which nothing is shown."""
    return [match["words"] for row in drawn if (match := _HEADING.match(row)) and match["more"]]


def tie_part(drawn: Sequence[str]) -> list[str]:
    """The rows below the card as far as the ties go."""
    start = next(number for number, row in enumerate(drawn) if row.startswith("╰─"))
    end = next((number for number, row in enumerate(drawn) if "two steps away" in row), len(drawn))
    return list(drawn[start + 1 : end])
