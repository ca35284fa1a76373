"""The ego map: one person in the middle, and each relationship as a straight line with its label in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from aotad_tui.cells import cut, pad, width, wrap_text
from aotad_tui.chart.line_glyphs import ARROW_LEFT, ARROW_RIGHT
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.graph.model import MAX_NAME_CELLS
from aotad_tui.chart.map.rendering.box_characters import LEFT, RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.display_list import CellStyle
from aotad_tui.link import Link

_NARROW_NAME = 18
"""The cells of a line of a neighbour's name where there is little room."""
_NARROW_LABEL = 14
"""With fewer cells for a line of a label, neighbours are on one side only."""
_NARROWEST_MIDDLE, _NARROWEST_LABEL = 12, 10
"""The cells of a line of the name in the middle, and of a label, in the narrowest drawing."""
_LOW = 20
"""Up to so many rows, whole labels on one side are better than labels in several lines on both."""
_AROUND_NAME = 4
"""The cells of a box beside a name: the frame and a space on either side."""
_AROUND_TITLE = 6
"""The cells of a box beside a title in its upper edge."""
_AROUND_LABEL = 6
"""The cells beside a label on its line: a space, a cell of the line and an arrowhead on either side."""


@dataclass(frozen=True, slots=True)
class _Connection:
    """A relationship to the person in the middle, and its label in lines."""

    edge: CastEdge
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A person on one side: link, group, its title, name in lines, and the connections from top to bottom."""

    link: Link
    group: str | None
    title: str
    name: tuple[str, ...]
    connections: tuple[_Connection, ...]

    @property
    def rows(self) -> int:
        """The rows of the name and of the connections, which start on the same row."""
        return max(sum(len(connection.label) for connection in self.connections), len(self.name))


@dataclass(frozen=True, slots=True)
class _Side:
    """The neighbours on one side of the middle from top to bottom; those of one group share a box."""

    neighbours: tuple[_Neighbour, ...]

    def boxes(self) -> Iterator[tuple[_Neighbour, ...]]:
        """Yield the neighbours of each box."""
        for _, members in groupby(self.neighbours, key=lambda neighbour: neighbour.group):
            yield tuple(members)

    @property
    def height(self) -> int:
        return sum(neighbour.rows for neighbour in self.neighbours) + 2 * sum(1 for _ in self.boxes())

    @property
    def box_width(self) -> int:
        names = (width(line) + _AROUND_NAME for neighbour in self.neighbours for line in neighbour.name)
        titles = (width(neighbour.title) + _AROUND_TITLE for neighbour in self.neighbours if neighbour.title)
        return max((*names, *titles), default=0)

    @property
    def channel_width(self) -> int:
        """The cells between the boxes and the middle."""
        labels = (connection.label for neighbour in self.neighbours for connection in neighbour.connections)
        return max((width(line) + _AROUND_LABEL for label in labels for line in label), default=0)

    @property
    def width(self) -> int:
        return self.box_width + self.channel_width


@dataclass(frozen=True, slots=True)
class _Middle:
    """The person in the middle: id, title, and the names in lines, each with its style."""

    id: str
    title: str
    names: tuple[tuple[str, str], ...]

    @property
    def width(self) -> int:
        return max(*(width(line) for line, _ in self.names), width(self.title), 0) + _AROUND_TITLE


_Sides = tuple[_Side, _Side]
"""The neighbours on the left and on the right."""


def draw_ego_map(cast: CastGraph, id: str, cells: int = 120) -> Drawing:
    """Draw the relationships of the person with this id.

    Neighbours are on both sides if that fits in `cells` cells, with the labels in several lines if need be; else on the
    right only, with the names in several lines as well. If that is too wide, the drawing is wider than `cells`.
    """
    middles = (_middle(cast, id, name_cells) for name_cells in (MAX_NAME_CELLS, _NARROWEST_MIDDLE))
    arranged = [(middle, _sides(cast, id, cells - middle.width)) for middle in middles]
    middle, sides = min(arranged, key=lambda it: (it[0].width + _width(it[1]) > cells, _height(it[1])))
    return _draw(middle, *sides)


def _middle(cast: CastGraph, id: str, name_cells: int) -> _Middle:
    person = cast.people[id]
    names = [(line, "person") for line in _lines(cast.name_with_state(id), name_cells)]
    native_names = [(line, "native") for line in _lines(person.native, name_cells) if line]
    return _Middle(id, cut(cast.group_name(person.group), name_cells), (*names, *native_names))


def _sides(cast: CastGraph, id: str, room: int) -> _Sides:
    """Arrange the neighbours beside the middle in `room` cells: labels in one line if that is low, else both sides."""
    whole = _neighbours(cast, id, MAX_NAME_CELLS)
    both, alone = _split(whole), (_Side(()), _Side(whole))
    if _width(both) <= room:
        return both
    if _width(alone) <= room and _height(alone) <= _LOW:
        return alone
    for name_cells in (MAX_NAME_CELLS, _NARROW_NAME):
        if wrapped := tuple(_wrapped_sides(cast, id, name_cells, room)):
            return min(wrapped, key=_height)
    if _width(alone) <= room:
        return alone
    box_width = _Side(_neighbours(cast, id, _NARROW_NAME)).box_width
    label_cells = max(room - box_width - _AROUND_LABEL, _NARROWEST_LABEL)
    return _Side(()), _Side(_neighbours(cast, id, _NARROW_NAME, label_cells))


def _wrapped_sides(cast: CastGraph, id: str, name_cells: int, room: int) -> Iterator[_Sides]:
    """Yield arrangements on both sides with labels in several lines that fit in `room` cells."""
    left, right = _split(_neighbours(cast, id, name_cells))
    label_cells = (room - left.box_width - right.box_width) // 2 - _AROUND_LABEL
    if label_cells >= _NARROW_LABEL:
        wrapped = _neighbours(cast, id, name_cells, label_cells)
        on_right = len(right.neighbours)
        yield _Side(wrapped[on_right:]), _Side(wrapped[:on_right])
        balanced = _split(wrapped)
        if _width(balanced) <= room:
            yield balanced


def _neighbours(cast: CastGraph, id: str, name_cells: int, label_cells: int | None = None) -> tuple[_Neighbour, ...]:
    """Return the neighbours by group, groups in the story's order.

    Titles and lines of names have up to about `name_cells` cells, lines of labels `label_cells`; None for one line.
    """
    edges: dict[str, list[CastEdge]] = {}
    for edge in cast.edges_of(id):
        edges.setdefault(edge.other_end(id), []).append(edge)
    order = {group: number for number, group in enumerate(cast.groups)}
    return tuple(
        _Neighbour(
            Link.character(other),
            cast.people[other].group,
            cut(cast.group_name(cast.people[other].group), name_cells - _AROUND_TITLE + _AROUND_NAME),
            _hanging(_lines(cast.name_with_state(other), name_cells)),
            tuple(
                _Connection(edge, (edge.label,) if label_cells is None else _lines(edge.label, label_cells))
                for edge in edges[other]
            ),
        )
        for other in sorted(edges, key=lambda other: order[cast.people[other].group])
    )


def _lines(text: str, cells: int) -> tuple[str, ...]:
    """Wrap a text between words, which are broken only if they do not fit in a name's line; at least one line."""
    longest = max(map(width, text.split()), default=0)
    cells = max(cells, min(longest, MAX_NAME_CELLS))
    return tuple(text[start:end] for start, end in wrap_text(text, cells)) or ("",)


def _hanging(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Indent the lines after the first, so that they do not look like another person in the box."""
    return (lines[0], *(f" {line}" for line in lines[1:]))


def _split(neighbours: tuple[_Neighbour, ...]) -> _Sides:
    """Put the first ones on the right, where reading continues, and the rest on the left, so that both are as low."""
    splits = [(_Side(neighbours[number:]), _Side(neighbours[:number])) for number in range(len(neighbours) + 1)]
    return min(reversed(splits), key=_height)


def _height(sides: _Sides) -> int:
    return max(side.height for side in sides)


def _width(sides: _Sides) -> int:
    return sum(side.width for side in sides)


def _draw(middle: _Middle, left: _Side, right: _Side) -> Drawing:
    canvas = Canvas()
    height = max(_height((left, right)), len(middle.names) + 2, 4)
    card = Box(left.width, 0, left.width + middle.width - 1, height - 1)
    link = Link.character(middle.id)
    canvas.boxes[link] = card
    # Without the link, so that only the name is highlighted: the frame is as high as all relationships need.
    canvas.frame(card, CellStyle("frame"), middle.title, CellStyle("group"))
    room = middle.width - 2
    for number, (line, style) in enumerate(middle.names, height // 2 - len(middle.names) // 2):
        indent = " " * ((room - width(line)) // 2)
        canvas.text(card.left + 1, number, pad(indent + line, room), CellStyle(style, link))
    _draw_side(canvas, middle.id, left, card, to_the_left=True)
    _draw_side(canvas, middle.id, right, card, to_the_left=False)
    return canvas.drawing()


def _draw_side(canvas: Canvas, id: str, side: _Side, card: Box, *, to_the_left: bool) -> None:
    """Draw the boxes of one side, level with the middle of the card, and the lines to it."""
    card_edge = card.left if to_the_left else card.right
    inner = card_edge - side.channel_width - 1 if to_the_left else card_edge + side.channel_width + 1
    outer = inner - side.box_width + 1 if to_the_left else inner + side.box_width - 1
    left, right = min(inner, outer), max(inner, outer)
    top = (card.bottom + 1 - side.height) // 2
    for members in side.boxes():
        row = top + 1
        bottom = row + sum(neighbour.rows for neighbour in members)
        canvas.frame(Box(left, top, right, bottom), CellStyle("frame"), members[0].title, CellStyle("group"))
        for neighbour in members:
            canvas.boxes[neighbour.link] = Box(left, row, right, row + neighbour.rows - 1)
            _draw_neighbour(canvas, id, neighbour, (left + 2, row), card_edge, inner)
            row += neighbour.rows
        top = bottom + 1


def _draw_neighbour(
    canvas: Canvas, id: str, neighbour: _Neighbour, at: tuple[int, int], card_edge: int, inner: int
) -> None:
    """Draw the name, whose first line starts at a cell, and the lines to the middle card."""
    x, row = at
    for number, line in enumerate(neighbour.name):
        canvas.text(x, row + number, line, CellStyle("name", neighbour.link))
    for connection in neighbour.connections:
        _draw_connection(canvas, id, connection, row, card_edge, inner)
        row += len(connection.label)


def _draw_connection(canvas: Canvas, id: str, connection: _Connection, row: int, card_edge: int, inner: int) -> None:
    """Draw a line between the middle card and the inner edge of a box, with the label in its middle and below it."""
    edge = connection.edge
    people = frozenset((Link.character(edge.source), Link.character(edge.target)))
    style = CellStyle(edge.kind.style, None, people)
    low, high = min(card_edge, inner), max(card_edge, inner)
    canvas.arm((low, row), RIGHT, edge.kind.line, style)
    canvas.arm((low + 1, row), LEFT, edge.kind.line, style)
    canvas.line([(low + 1, row), (high - 1, row)], edge.kind.line, style)
    canvas.arm((high - 1, row), RIGHT, edge.kind.line, style)
    canvas.arm((high, row), LEFT, edge.kind.line, style)
    # Not struck through, since it is in a line; without `people`, since the lines of all labels are highlighted.
    label = CellStyle("label dim" if edge.over else "label")
    for number, line in enumerate(connection.label):
        canvas.text(low + (high - low - width(line) - 1) // 2, row + number, f" {line} ", label)
    outward = edge.source == id
    person_head, neighbour_head = edge.directed and (not outward or edge.both), edge.directed and (outward or edge.both)
    at_low, at_high = (person_head, neighbour_head) if card_edge < inner else (neighbour_head, person_head)
    if at_low:
        canvas.text(low + 1, row, ARROW_LEFT, style)
    if at_high:
        canvas.text(high - 1, row, ARROW_RIGHT, style)
