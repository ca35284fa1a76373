"""Everyone in a fixed place, a row each; the chosen one's ties lit and told beside those they lead to.

What has become of somebody stands as a sign before the name. Where somebody stands hangs on the people and on the room
alone, not on who is chosen. A tie is told whole, beside the name or, where there is no room for it, below everyone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from aotad_tui.cells import width, wrap_text
from aotad_tui.chart.line_styles import HEAD_IN, HEAD_OUT
from aotad_tui.chart.map.graph.builders import NO_GROUP
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.graph.model import Graph, Node
from aotad_tui.chart.map.layout.columns import Block, Columns, kept, with_new
from aotad_tui.chart.map.rendering.box_characters import RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.sheet import Ink
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

MOST_IN_PLACE = 400
"""People beyond which not everyone is shown in a place of their own."""
_NARROWEST = 34  # a column that has room for a name and some words
_ROOMY = 60  # one that has room for a name and mostly for all that is told beside it
_SIDE = 2  # the cells of the rail and the gap beside it
_LOWEST = 5  # rows of a column: three people of a group need not be cut
_AROUND = 9  # the cells of a column that no name takes: rail, frame, spaces, the sign of a tie


def seats(cast: CastGraph, cells: int, rows: int, previous: Columns = ()) -> Columns:
    """Who stands in which column, from top to bottom: as many roomy columns as there are cells for.

    More of them, each narrower, where else not everyone is shown in so many rows.

    Whoever stood in `previous` stays there if it has as many columns as there are now.
    """
    graph = _net(cast)
    most = max(1, (cells + 1) // max(_NARROWEST, _longest(graph) + _AROUND + _indent(cast)))
    found: Columns = ()
    for count in range(min(max(1, (cells + 1) // _ROOMY), most), most + 1):
        found = _packed(graph, count)
        if _tallest(found) + 1 <= rows:
            break
    before = kept(graph, previous)
    if len(before) == len(found):
        found = with_new(graph, before)
    return found


def _net(cast: CastGraph) -> Graph:
    people = cast.people.values()
    return Graph(
        tuple(Node(Link.character(one.id), one.name, cast.group_name(one.group) or NO_GROUP) for one in people), ()
    )


def _indent(cast: CastGraph) -> int:
    """The cells before the names: one for the signs of what has become of people, where there is any."""
    return int(any(map(cast.mark, cast.people)))


def _longest(graph: Graph) -> int:
    return max((width(node.name) for node in graph.nodes), default=0)


def _tallest(columns: Columns) -> int:
    return max((1 + sum(1 + len(block.keys) for block in column) for column in columns), default=0)


def _packed(graph: Graph, count: int) -> Columns:
    """The groups in their order in at most that many columns, as low as may be; a group taller than a column is cut."""
    blocks = [Block(nodes[0].group, tuple(node.key for node in nodes)) for nodes in graph.groups.values()]
    # Those in no group are told last, as on every list of groups.
    blocks.sort(key=lambda block: block.group == NO_GROUP)
    high = max(ceil(sum(1 + len(block.keys) for block in blocks) / count) + 1, _LOWEST)
    while True:
        columns = _filled(blocks, high)
        if len(columns) <= count:
            return columns
        high += 1


def _filled(blocks: Sequence[Block], high: int) -> Columns:
    columns: list[list[Block]] = [[]]
    used = 1
    for block in blocks:
        keys = block.keys
        while keys:
            room = high - used - 1
            fits = len(keys) <= room
            if not fits and columns[-1] and (len(keys) <= high - 2 or room < 3):
                columns.append([])
                used = 1
                continue
            # A frame that goes on in the next column has two people there at the least.
            part = keys[: room - 1 if len(keys) == room + 1 and room > 1 else max(room, 1)]
            columns[-1].append(Block(block.group, part))
            used += 1 + len(part)
            keys = keys[len(part) :]
    return tuple(tuple(column) for column in columns if column)


def everyone(cast: CastGraph, columns: Columns, cells: int, chosen: str | None = None) -> Drawing:
    """The drawing for people in these columns, that many cells wide. `chosen` is the id of a person."""
    bonds: dict[str, list[CastEdge]] = {}
    if chosen and chosen in cast.people:
        for bond in cast.of(chosen):
            bonds.setdefault(bond.other(chosen), []).append(bond)
    return _Everyone(cast, columns, cells, chosen, bonds).drawing()


@dataclass
class _Everyone:
    cast: CastGraph
    columns: Columns
    cells: int
    chosen: str | None
    bonds: Mapping[str, Sequence[CastEdge]]

    def drawing(self) -> Drawing:
        self.canvas = Canvas()
        self.indent = _indent(self.cast)
        self.untold: list[tuple[Link, Sequence[CastEdge]]] = []
        names = [person.name for person in self.cast.people.values()]
        longest = max((width(name) for name in (*names, *self._groups())), default=0)
        # Where a name has no room the drawing is wider than asked for, since names are never cut.
        wide = max((self.cells + 1) // max(len(self.columns), 1), _SIDE + longest + _AROUND + self.indent)
        rails: list[tuple[int, int]] = []  # cell and last row of each column's rail
        self.ends: list[tuple[int, int]] = []  # the first cell of each column and the row below it
        for number, column in enumerate(self.columns):
            lit, last = self._column(column, number * wide, wide - 1 - _SIDE)
            self.ends.append((number * wide + _SIDE, last + 1))
            if lit:
                rails.append((number * wide, lit))
        self._header(rails)
        self._footer(max(self.cells, wide))
        return self.canvas.drawing()

    def _groups(self) -> set[str]:
        return {block.group for column in self.columns for block in column}

    def _header(self, rails: Sequence[tuple[int, int]]) -> None:
        """The line over the columns, from which the rails go down to whoever the chosen one is tied to."""
        if self.chosen is None or self.chosen not in self.cast.people:
            return
        count = sum(len(bonds) for bonds in self.bonds.values())
        words = {0: "no known relationships", 1: "1 relationship"}.get(count, f"{count} relationships")
        told = f" {self.cast.people[self.chosen].name}: {words} "
        ink = Ink("rail")
        for cell, row in rails:
            self.canvas.stroke([(cell, 0), (cell, row)], LineStyle.LIGHT, ink)
        if rails:
            self.canvas.stroke([(rails[0][0], 0), (max(2, rails[-1][0]), 0)], LineStyle.LIGHT, ink)
            self.canvas.arm((2, 0), RIGHT, LineStyle.LIGHT, ink)
        self.canvas.text(3, 0, told, Ink("person"))

    def _footer(self, cells: int) -> None:
        """The ties that had no room beside a name, each behind the name of the one it leads to.

        They begin below the last column if that is lower than the others, so that all fit on a screen more often.
        """
        y = self.ends[-1][1] if self.ends else 0
        x = self._margin(y)
        for key, bonds in self.untold:
            id = key.id
            name = self.cast.people[id].name
            told = [f"{_sign(bond, id)} {bond.label}" for bond in bonds]
            x, y = self._flow(x, y, cells, f"{name} ", Ink("name", key), width(told[0]) + 2)
            for number, words in enumerate(told):
                end = ", " if number + 1 < len(told) else "  "
                x, y = self._flow(x, y, cells, f"{words}{end}", Ink(f"tie {bonds[number].kind.id}", key), 0)

    def _flow(self, x: int, y: int, cells: int, words: str, ink: Ink, more: int) -> tuple[int, int]:
        """Writes words, in the next row where there is no room for them and as many cells `more`; where to go on."""
        if x > self._margin(y) and x + width(words.rstrip()) + more > cells:
            x, y = self._margin(y + 1), y + 1
        for number, (first, past) in enumerate(wrap_text(words.rstrip(), max(cells - x, 1))):
            x, y = (self._margin(y + 1), y + 1) if number else (x, y)
            self.canvas.text(x, y, words[first:past], ink)
            x += width(words[first:past])
        return x + width(words) - width(words.rstrip()), y

    def _margin(self, y: int) -> int:
        """The first cell of a row from which no column stands in the way."""
        margin = 0
        for left, below in reversed(self.ends):
            if below > y:
                break
            margin = left
        return margin

    def _column(self, column: Sequence[Block], left: int, wide: int) -> tuple[int, int]:
        """Draws the groups of a column in one frame; the rows of the last person tied to the chosen one, and of all."""
        row, lit = 1, 0
        box_left, box_right = left + _SIDE, left + _SIDE + wide - 1
        ink = Ink("frame")
        for block in column:
            self.canvas.stroke([(box_left, row), (box_right, row)], LineStyle.LIGHT, ink)
            members = [self.cast.people[key.id] for key in block.keys]
            names = max(width(person.name) for person in members)
            title = f"{block.group} {len(members)}"
            self.canvas.text(box_left + 2, row, f" {_within(title, block.group, wide - 6)} ", Ink("group"))
            for key, person in zip(block.keys, members, strict=True):
                row += 1
                self._person(key, person.name, row, box_left, box_right, names)
                lit = row if person.id in self.bonds or person.id == self.chosen else lit
            row += 1
        self.canvas.stroke([(box_left, 1), (box_left, row), (box_right, row), (box_right, 1)], LineStyle.LIGHT, ink)
        for x, y, corner in ((box_left, 1, "╭"), (box_right, 1, "╮"), (box_left, row, "╰"), (box_right, row, "╯")):
            self.canvas.text(x, y, corner, ink)
        return lit, row

    def _person(self, key: Link, name: str, row: int, left: int, right: int, names: int) -> None:
        id = key.id
        self.canvas.boxes[key] = Box(left + 1, row, right - 1, row)
        bonds = sorted(self.bonds.get(id, ()), key=lambda bond: bond.over)
        mark = self.cast.mark(id)
        if mark:
            self.canvas.text(left + 1, row, mark.sign, Ink(f"state {mark.id}", key))
        self.canvas.text(left + 1 + self.indent, row, f" {name} ", Ink("name", key))
        if id != self.chosen and not bonds:
            return
        line = bonds[0].kind if bonds else None
        style = f"tie {line.id}" if line else "rail"
        rail = Ink(style, None, frozenset((key,)))
        self.canvas.stroke([(left - _SIDE, row), (left, row)], line.line if line else LineStyle.LIGHT, rail)
        at, said, told = self._said(bonds, id, left, right, names)
        self.canvas.text(at, row, said, Ink(style, key))
        if told < len(bonds):
            self.untold.append((key, bonds[told:]))

    def _said(self, bonds: Sequence[CastEdge], id: str, left: int, right: int, names: int) -> tuple[int, str, int]:
        """What is told beside somebody, where, and how many ties it tells whole.

        It stands in line with what others say if there is room for all of it there, else closer to the name.
        """
        names_at = left + self.indent
        in_line, close = names_at + names + 4, names_at + width(self.cast.people[id].name) + 4
        for at in (in_line, close):
            said, told = _told(bonds, id, right - at)
            if told == len(bonds):
                return at, said, told
        return close, said, told


def _within(long: str, short: str, cells: int) -> str:
    return long if width(long) <= cells else short


def _told(bonds: Sequence[CastEdge], other: str, cells: int) -> tuple[str, int]:
    """The ties to somebody in a row: as many as fit whole, and that there are more; and how many those are."""
    for count in range(len(bonds), 0, -1):
        more = f" +{len(bonds) - count}" if count < len(bonds) else ""
        words = ", ".join(f"{_sign(bond, other)} {bond.label}" for bond in bonds[:count]) + more
        if width(words) <= cells:
            return words, count
    signs = list(dict.fromkeys(_sign(bond, other) for bond in bonds))
    while signs and width(" ".join(signs)) > cells:
        signs.pop()
    return " ".join(signs), 0


def _sign(bond: CastEdge, other: str) -> str:
    """A tie's kind, and which way it goes: out to the other one, in from there, or both."""
    if not bond.directed:
        return bond.kind.sign
    inward, outward = bond.both or bond.source == other, bond.both or bond.target == other
    return f"{bond.kind.sign}{HEAD_IN if inward else ''}{HEAD_OUT if outward else ''}"
