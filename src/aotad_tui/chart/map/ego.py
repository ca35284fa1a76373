"""The ego map: one person in the middle, and each relationship as a straight line with its label in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aotad_tui.cells import pad, width
from aotad_tui.chart.line_glyphs import ARROW_LEFT, ARROW_RIGHT
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.graph.model import name_lines, name_width
from aotad_tui.chart.map.rendering.box_characters import LEFT, RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.display_list import CellStyle
from aotad_tui.link import Link
from aotad_tui.story.values import Character

_GAP = 1  # rows between two cards


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A card on one side: link, text, and the relationships to the person in the middle."""

    link: Link
    name: str
    edges: tuple[CastEdge, ...]

    @property
    def lines(self) -> int:
        """The rows inside of the card."""
        return max(len(self.edges), len(name_lines(self.name)))


@dataclass(frozen=True, slots=True)
class _Side:
    """The neighbours on one side of the middle, from top to bottom."""

    neighbours: tuple[_Neighbour, ...]

    @property
    def height(self) -> int:
        return sum(neighbour.lines + 2 for neighbour in self.neighbours)

    @property
    def card_width(self) -> int:
        return max((name_width(neighbour.name) + 4 for neighbour in self.neighbours), default=0)

    @property
    def channel_width(self) -> int:
        """The cells between the cards and the middle."""
        return max((width(edge.label) + 6 for neighbour in self.neighbours for edge in neighbour.edges), default=0)


def draw_ego_map(cast: CastGraph, id: str, cells: int = 120) -> Drawing:
    """Draw the relationships of the person with this id.

    Neighbours are on both sides if that fits in `cells` cells, else on the right only. If that is too wide as well, the
    drawing is wider than `cells`.
    """
    person = cast.people[id]
    names = (cast.name_with_state(id), person.native)
    middle_width = max(*map(name_width, names), width(cast.group_name(person.group))) + 6
    neighbours = _neighbours(cast, id)
    left, right = _split(neighbours)
    if left.card_width + left.channel_width + middle_width + right.channel_width + right.card_width > cells:
        left, right = _Side(()), _Side(tuple(neighbours))
    return _draw(cast, person, left, right, middle_width)


def _neighbours(cast: CastGraph, id: str) -> list[_Neighbour]:
    """Return the neighbours by group, groups in the story's order."""
    edges: dict[str, list[CastEdge]] = {}
    for edge in cast.edges_of(id):
        edges.setdefault(edge.other_end(id), []).append(edge)
    order = {group: number for number, group in enumerate(cast.groups)}
    ids = sorted(edges, key=lambda other: order[cast.people[other].group])
    return [_Neighbour(Link.character(other), cast.name_with_state(other), tuple(edges[other])) for other in ids]


def _split(neighbours: Sequence[_Neighbour]) -> tuple[_Side, _Side]:
    """Put the first half, by height, on the right, where reading continues, and the rest on the left."""
    total = _Side(tuple(neighbours)).height
    used = 0
    for number, neighbour in enumerate(neighbours):
        if 2 * used >= total:
            return _Side(tuple(neighbours[number:])), _Side(tuple(neighbours[:number]))
        used += neighbour.lines + 2
    return _Side(()), _Side(tuple(neighbours))


def _draw(cast: CastGraph, person: Character, left: _Side, right: _Side, middle_width: int) -> Drawing:
    canvas = Canvas()
    left_edge = left.card_width + left.channel_width
    lines = [
        (line, style)
        for name, style in ((cast.name_with_state(person.id), "person"), (person.native, "native"))
        for line in name_lines(name)
        if line
    ]
    height = max(left.height, right.height, len(lines) + 2, 4)
    card = Box(left_edge, 0, left_edge + middle_width - 1, height - 1)
    link = Link.character(person.id)
    canvas.boxes[link] = card
    # Without the link, so that only the name is highlighted: the frame is as high as all relationships need.
    canvas.frame(card, CellStyle("frame"), cast.group_name(person.group), CellStyle("group"))
    for number, (line, style) in enumerate(lines):
        row = height // 2 + number - len(lines) // 2
        indent = " " * ((middle_width - 2 - width(line)) // 2)
        canvas.text(left_edge + 1, row, pad(indent + line, middle_width - 2), CellStyle(style, link))
    _draw_side(canvas, person.id, left, card.left, to_the_left=True)
    _draw_side(canvas, person.id, right, card.right, to_the_left=False)
    return canvas.drawing()


def _draw_side(canvas: Canvas, id: str, side: _Side, card_edge: int, *, to_the_left: bool) -> None:
    top = 0
    inner = card_edge - side.channel_width - 1 if to_the_left else card_edge + side.channel_width + 1
    outer = inner - side.card_width + 1 if to_the_left else inner + side.card_width - 1
    for neighbour in side.neighbours:
        box = Box(min(inner, outer), top, max(inner, outer), top + neighbour.lines + 1)
        canvas.boxes[neighbour.link] = box
        canvas.frame(box, CellStyle("frame", neighbour.link))
        lines = name_lines(neighbour.name)
        first = (box.top + box.bottom + 1 - len(lines)) // 2
        for number, line in enumerate(lines):
            canvas.text(box.left + 2, first + number, line, CellStyle("name", neighbour.link))
        for number, edge in enumerate(neighbour.edges):
            _draw_edge(canvas, id, edge, top + 1 + number, card_edge, inner)
        top = box.bottom + 1


def _draw_edge(canvas: Canvas, id: str, edge: CastEdge, row: int, card_edge: int, inner: int) -> None:
    """Draw a relationship between the middle card and the inner edge of the other one, with the label in its middle."""
    people = frozenset((Link.character(edge.source), Link.character(edge.target)))
    style = CellStyle(edge.kind.style, None, people)
    low, high = min(card_edge, inner), max(card_edge, inner)
    canvas.arm((low, row), RIGHT, edge.kind.line, style)
    canvas.arm((low + 1, row), LEFT, edge.kind.line, style)
    canvas.line([(low + 1, row), (high - 1, row)], edge.kind.line, style)
    canvas.arm((high - 1, row), RIGHT, edge.kind.line, style)
    canvas.arm((high, row), LEFT, edge.kind.line, style)
    label = CellStyle(f"label{' over' if edge.over else ''}", None, people)
    canvas.text(low + (high - low - width(edge.label) - 1) // 2, row, f" {edge.label} ", label)
    outward = edge.source == id
    person_head, neighbour_head = edge.directed and (not outward or edge.both), edge.directed and (outward or edge.both)
    at_low, at_high = (person_head, neighbour_head) if card_edge < inner else (neighbour_head, person_head)
    if at_low:
        canvas.text(low + 1, row, ARROW_LEFT, style)
    if at_high:
        canvas.text(high - 1, row, ARROW_RIGHT, style)
