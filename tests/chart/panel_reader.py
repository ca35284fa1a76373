"""Read the relationships of a panel back from its drawn rows alone."""

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
class DrawnRelationship:
    """A relationship as drawn. `arrow` is "◄" for incoming, "►" for outgoing, "" for both ways."""

    label: str
    arrow: str = ""
    name: str = ""
    remark: str = ""


@dataclass
class DrawnKind:
    """The relationships of a kind: sign, heading, line character, count in the heading, and number not shown."""

    sign: str
    heading: str
    stroke: str
    count: int
    relationships: list[DrawnRelationship] = field(default_factory=list)
    more: int = 0


def read_panel(lines: Iterable[Line]) -> list[DrawnKind]:
    """Return the relationships in a panel's rows. Raise `AssertionError` for an unknown row below the card."""
    kinds: list[DrawnKind] = []
    for line in _relationship_rows(lines):
        row = plain(line)
        if heading := _HEADING.fullmatch(row):
            kinds.append(DrawnKind(heading["sign"], heading["heading"], heading["stroke"], int(heading["count"])))
            kinds[-1].more = kinds[-1].count if heading["shut"] else 0
        elif more := _MORE.fullmatch(row):
            kinds[-1].more = int(more["more"])
        elif one := _ONE_ROW.fullmatch(row):
            kinds[-1].relationships.append(_relationship(one["begin"], one["label"], kinds[-1].stroke))
            _end(kinds[-1], one["across"], one["name"])
        elif first := _FIRST_ROW.fullmatch(row):
            kinds[-1].relationships.append(_relationship(first["begin"], first["label"], kinds[-1].stroke))
        elif name := _NAME_ROW.fullmatch(row):
            _end(kinds[-1], name["across"], name["name"])
        elif below := _BELOW.fullmatch(row):
            relationship = kinds[-1].relationships[-1]
            if line[-1].style == "name":  # a name too long for the row above
                relationship.name += f" {below['words']}"
            else:
                relationship.remark = f"{relationship.remark} {below['words']}".strip()
        elif label := _LABEL_ROW.fullmatch(row):
            kinds[-1].relationships[-1].label += f" {label['label']}"
        else:
            raise AssertionError(f"what is {row!r}?")
    return kinds


def _relationship(begin: str, label: str, stroke: str) -> DrawnRelationship:
    assert begin in (stroke, "◄")
    return DrawnRelationship(label, "◄" if begin == "◄" else "")


def _end(kind: DrawnKind, across: str, name: str) -> None:
    """Store how a relationship ends. Its line is that of the kind, with at most one arrowhead."""
    relationship = kind.relationships[-1]
    assert set(across[:-1]) <= {kind.stroke}
    assert across[-1] in (kind.stroke, "►")
    if across[-1] == "►":
        assert relationship.arrow == ""
        relationship.arrow = "►"
    relationship.name = name


def _relationship_rows(lines: Iterable[Line]) -> Iterable[Line]:
    """Return the rows between the card and the people two steps away."""
    after_card = itertools.dropwhile(lambda line: not plain(line).startswith("╰"), lines)
    below = itertools.islice(after_card, 1, None)
    return itertools.takewhile(lambda line: plain(line).startswith(("  ├", "  ┝", "  ╞", "  │")), below)
