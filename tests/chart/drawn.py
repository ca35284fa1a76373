"""A panel's ties, read back from its drawn rows and from nothing else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from aotad_tui.cells import Line, plain

_HEADING = re.compile(
    r"  [├┝╞](?P<stroke>[─━═╌]) (?P<sign>\S) (?P<heading>[^─━═╌►]+?) (?P<count>\d+)(?P<shut> ▸)?(?: (?P=stroke)*)?"
)
_ONE_ROW = re.compile(r"  ├(?P<begin>\S) (?P<label>[^─━═╌►◄]+) (?P<across>[─━═╌►]{2,}) (?P<name>.+)")
_FIRST_ROW = re.compile(r"  ├(?P<begin>\S) (?P<label>.+)")
_NAME_ROW = re.compile(r"  │  (?P<across>[─━═╌►]+) (?P<name>.+)")
_BELOW = re.compile(r"  │    (?P<words>\S.*)")
_MORE = re.compile(r"  │  ▸ (?P<more>\d+) more")
_LABEL_ROW = re.compile(r"  │  (?P<label>\S.*)")


@dataclass
class DrawnTie:
    """A tie as it is drawn: `way` is "◄" where it comes in, "►" where it goes out, "" for both ways."""

    label: str
    way: str = ""
    name: str = ""
    remark: str = ""


@dataclass
class DrawnKind:
    """The ties of a kind: its sign, words and line, the number it says, and how many more there are said to be."""

    sign: str
    heading: str
    stroke: str
    count: int
    ties: list[DrawnTie] = field(default_factory=list)
    more: int = 0


def drawn(lines: Iterable[Line]) -> list[DrawnKind]:
    """The ties in a panel's rows. A row below the card that is drawn in no known way is an error."""
    kinds: list[DrawnKind] = []
    for line in _tie_rows(lines):
        row = plain(line)
        if heading := _HEADING.fullmatch(row):
            kinds.append(DrawnKind(heading["sign"], heading["heading"], heading["stroke"], int(heading["count"])))
            kinds[-1].more = kinds[-1].count if heading["shut"] else 0
        elif more := _MORE.fullmatch(row):
            kinds[-1].more = int(more["more"])
        elif one := _ONE_ROW.fullmatch(row):
            kinds[-1].ties.append(_tie(one["begin"], one["label"], kinds[-1].stroke))
            _end(kinds[-1], one["across"], one["name"])
        elif first := _FIRST_ROW.fullmatch(row):
            kinds[-1].ties.append(_tie(first["begin"], first["label"], kinds[-1].stroke))
        elif name := _NAME_ROW.fullmatch(row):
            _end(kinds[-1], name["across"], name["name"])
        elif below := _BELOW.fullmatch(row):
            tie = kinds[-1].ties[-1]
            if line[-1].style == "name":  # one that was too long for the row above
                tie.name += f" {below['words']}"
            else:
                tie.remark = f"{tie.remark} {below['words']}".strip()
        elif label := _LABEL_ROW.fullmatch(row):
            kinds[-1].ties[-1].label += f" {label['label']}"
        else:
            raise AssertionError(f"what is {row!r}?")
    return kinds


def _tie(begin: str, label: str, stroke: str) -> DrawnTie:
    assert begin in (stroke, "◄")
    return DrawnTie(label, "◄" if begin == "◄" else "")


def _end(kind: DrawnKind, across: str, name: str) -> None:
    """Notes how a tie ends. Its line is that of the kind, and it has one head at the most."""
    tie = kind.ties[-1]
    assert set(across[:-1]) <= {kind.stroke}
    assert across[-1] in (kind.stroke, "►")
    if across[-1] == "►":
        assert tie.way == ""
        tie.way = "►"
    tie.name = name


def _tie_rows(lines: Iterable[Line]) -> Iterable[Line]:
    """The rows between the card and whoever is two steps away."""
    after_card = itertools.dropwhile(lambda line: not plain(line).startswith("╰"), lines)
    below = itertools.islice(after_card, 1, None)
    return itertools.takewhile(lambda line: plain(line).startswith(("  ├", "  ┝", "  ╞", "  │")), below)
