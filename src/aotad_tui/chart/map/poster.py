"""The poster drawn: cards in group frames, every tie a line of its own with its label in it.

The label stands right beside the card at the left end of its line, before the first track of the street: no line runs
up or down there, so that it is always whole and nobody can take it for another line's.
"""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.cells import width
from aotad_tui.chart.line_styles import HEAD_DOWN, HEAD_UP
from aotad_tui.chart.map.graph.model import Edge, Graph, label_width
from aotad_tui.chart.map.layout.columns import Columns, columns_for
from aotad_tui.chart.map.layout.layers import Arrangement
from aotad_tui.chart.map.layout.ordering import STEPS, joined, ordered
from aotad_tui.chart.map.layout.rows import Hop, Stacks, stacks
from aotad_tui.chart.map.rendering.box_characters import LEFT, RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.sheet import Ink
from aotad_tui.chart.map.routing.channels import tracks
from aotad_tui.chart.map.routing.vertical_edges import Drop, heads
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

HEAD_RIGHT, HEAD_LEFT = "►", "◄"


def arranged(graph: Graph, previous: Columns = (), steps: int = STEPS) -> Arrangement:
    """Where every card of a net stands: as in `previous`, as far as that goes, else wherever ties cross little.

    `steps`: how long that is looked for, see `ordering`.
    """
    columns = columns_for(graph, previous)
    if not previous:
        return ordered(graph, columns, steps)
    known = {key for column in previous for block in column for key in block.keys}
    return joined(graph, columns, {node.key for node in graph.nodes} - known, steps)


def poster(graph: Graph, arrangement: Arrangement, left_out: int = 0) -> Drawing:
    """The drawing of a net so arranged. `left_out`: how many ties are not in the net."""
    return _Poster(graph, stacks(graph, arrangement)).drawing(left_out)


@dataclass(frozen=True, slots=True)
class _Street:
    """The cells between two columns of cards: labels, then tracks. `left` is the first cell of the labels."""

    left: int
    first_track: int
    gap: int
    tracks: dict[int, int]

    def track(self, edge: int) -> int:
        """The column of cells in which a tie runs along the street."""
        return self.first_track + self.gap * self.tracks[edge]


class _Poster:
    def __init__(self, graph: Graph, plan: Stacks) -> None:
        self._net = graph
        self._plan = plan
        self._canvas = Canvas()
        self._lefts: list[int] = []
        self._widths = plan.drops.widths
        self._streets: list[_Street] = []
        self._measure()

    def _measure(self) -> None:
        """Gives cells to columns and streets: a column is a gap and perhaps a frame on either side wider than cards."""
        at = 2
        for number, wide in enumerate(self._widths):
            self._lefts.append(at)
            hops = self._plan.streets[number]
            labels = [label_width(self._net.edges[hop.edge]) for hop in hops if self._is_first(hop, number)]
            found, count = tracks(hops)
            gap = 2 if count <= 24 else 1
            left = at + wide + 2
            first = left + (max(labels) + 3 if labels else 1)
            self._streets.append(_Street(left, first, gap, found))
            at = first + gap * count + 3

    def _is_first(self, hop: Hop, street: int) -> bool:
        edge = self._net.edges[hop.edge]
        return street == min(self._plan.column_of[edge.source], self._plan.column_of[edge.target])

    def drawing(self, left_out: int) -> Drawing:
        """Everything drawn."""
        for column, group, top, bottom in self._plan.frames:
            left = self._lefts[column] - 2
            box = Box(left, top, left + self._widths[column] + 3, bottom)
            self._canvas.frame(box, Ink("frame"), group, Ink("group"))
        for node in self._net.nodes:
            self._card(node.key, node.name)
        for street, hops in enumerate(self._plan.streets):
            for hop in hops:
                self._hop(street, hop)
        for (edge, column), out in self._plan.passes.items():
            self._pass(edge, column, out)
        for key, found in self._plan.drops.below.items():
            for drop in found:
                self._drop(key, drop)
        return self._canvas.drawing(left_out)

    def _drop(self, key: Link, drop: Drop) -> None:
        """A tie straight down from a card to the next one, its label beside it."""
        edge = self._net.edges[drop.tie]
        ink = self._ink(edge)
        upper, lower = self._canvas.boxes[key], self._canvas.boxes[edge.target if edge.source == key else edge.source]
        at_top, at_bottom = heads(edge, key)
        x = upper.left + drop.offset
        self._canvas.stroke([(x, upper.bottom), (x, lower.top)], edge.stroke, ink)
        if at_top:
            self._canvas.text(x, upper.bottom + 1, HEAD_UP, ink)
        if at_bottom:
            self._canvas.text(x, lower.top - 1, HEAD_DOWN, ink)
        self._label(edge, x + 2, upper.bottom + 1 + self._plan.drops.rows[key][1], edge.label)

    def _card(self, key: Link, name: str) -> None:
        top, bottom = self._plan.cards[key]
        left = self._lefts[self._plan.column_of[key]]
        box = Box(left, top, left + self._widths[self._plan.column_of[key]] - 1, bottom)
        self._canvas.boxes[key] = box
        self._canvas.frame(box, Ink("frame", key))
        room = box.right - box.left - 1
        padded = f"{' ' * ((room - width(name)) // 2)}{name}"
        for row in range(top + 1, bottom):
            text = padded + " " * (room - width(padded)) if row == (top + bottom) // 2 else " " * room
            self._canvas.text(left + 1, row, text, Ink("name", key))

    def _ink(self, edge: Edge) -> Ink:
        return Ink(edge.style, None, frozenset((edge.source, edge.target)))

    def _hop(self, number: int, hop: Hop) -> None:
        edge, street = self._net.edges[hop.edge], self._streets[number]
        ink = self._ink(edge)
        left = self._lefts[number] + self._widths[number]
        right = left if hop.loop else self._lefts[number + 1] - 1
        first, last = self._is_first(hop, number), hop.loop or self._is_last(edge, number + 1)
        corners = [(left, hop.start), (right, hop.end)]
        if not hop.straight:
            track = street.track(hop.edge)
            corners = [(left, hop.start), (track, hop.start), (track, hop.end), (right, hop.end)]
        self._canvas.stroke(corners, edge.stroke, ink)
        if first:
            self._join(left - 1, left, hop.start, edge.stroke, ink)
        if last:
            self._join(right - 1 if hop.loop else right + 1, right, hop.end, edge.stroke, ink)
        if first and edge.label:
            self._label(edge, street.left + 1, hop.start, f" {edge.label} ")
        self._heads(edge, hop, number, first=first, last=last)

    def _join(self, card: int, beside: int, row: int, stroke: LineStyle, ink: Ink) -> None:
        """Joins a line to the edge of a card."""
        toward = RIGHT if beside > card else LEFT
        self._canvas.arm((card, row), toward, stroke, ink)
        self._canvas.arm((beside, row), LEFT if toward == RIGHT else RIGHT, stroke, ink)

    def _is_last(self, edge: Edge, column: int) -> bool:
        return column == max(self._plan.column_of[edge.source], self._plan.column_of[edge.target])

    def _label(self, edge: Edge, x: int, y: int, words: str) -> None:
        self._canvas.text(x, y, words, Ink(f"label {edge.style}", None, frozenset((edge.source, edge.target))))

    def _heads(self, edge: Edge, hop: Hop, number: int, *, first: bool, last: bool) -> None:
        left_is_source = self._plan.column_of[edge.source] <= self._plan.column_of[edge.target]
        head_left, head_right = edge.head_at_source, edge.head_at_target
        if not left_is_source:
            head_left, head_right = head_right, head_left
        ink = self._ink(edge)
        left = self._lefts[number] + self._widths[number]
        if first and head_left:
            self._canvas.text(left, hop.start, HEAD_LEFT, ink)
        if last and head_right:
            right = left if hop.loop else self._lefts[number + 1] - 1
            self._canvas.text(right, hop.end, HEAD_LEFT if hop.loop else HEAD_RIGHT, ink)

    def _pass(self, number: int, column: int, row: int) -> None:
        """A tie on its way between the cards of a column."""
        edge = self._net.edges[number]
        left, right = self._lefts[column] - 1, self._lefts[column] + self._widths[column]
        self._canvas.stroke([(left, row), (right, row)], edge.stroke, self._ink(edge))
