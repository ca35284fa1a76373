"""Layered maps, the full map and the groups: cards in group frames, and a labelled line for each edge.

The label is next to the card at the left end of the line, before the first track of the channel. No vertical line runs
there, so every label is whole and belongs to one line only.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from aotad_tui.cells import pad, width
from aotad_tui.chart.line_glyphs import ARROW_DOWN, ARROW_LEFT, ARROW_RIGHT, ARROW_UP
from aotad_tui.chart.map.graph.model import Edge, Graph, label_width, name_lines
from aotad_tui.chart.map.layout.column_assignment import Columns, assign_columns, preferred_column_count
from aotad_tui.chart.map.layout.layers import Ordering
from aotad_tui.chart.map.layout.ordering import STEPS, insert_new_cards, reduce_crossings
from aotad_tui.chart.map.layout.row_assignment import RowAssignment, Segment, assign_rows
from aotad_tui.chart.map.layout.vertical_edges import VerticalEdge, arrowheads
from aotad_tui.chart.map.rendering.box_characters import LEFT, RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.display_list import CellStyle
from aotad_tui.chart.map.routing.channels import assign_tracks
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

_LARGE = 100
"""With more cards, the number of columns is found with layouts that are quick and about as wide."""
_QUICK_STEPS = 100


def lay_out_graph(graph: Graph, previous: Columns = (), steps: int = STEPS) -> Ordering:
    """Return the ordering of a graph. Cards in `previous` keep their places; others go where edges cross least.

    `steps` limits the search, see `ordering`.
    """
    columns = assign_columns(graph, previous)
    if not previous:
        return reduce_crossings(graph, columns, steps)
    placed = {key for column in previous for block in column for key in block.keys}
    return insert_new_cards(graph, columns, {node.key for node in graph.nodes} - placed, steps)


def draw_layered_map(graph: Graph, ordering: Ordering, left_out: int = 0) -> Drawing:
    """Draw a graph with this ordering. `left_out`: the number of relationships that are not in the graph."""
    return _LayeredDrawing(graph, assign_rows(graph, ordering)).drawing(left_out)


def draw_within(
    graph: Graph, max_width: int, left_out: int = 0, previous: Columns = (), steps: int = STEPS
) -> tuple[Drawing, Columns]:
    """Draw a graph in as many columns as usual, or in fewer if the drawing is wider than `max_width` cells.

    Return the drawing and its columns. A drawing of one column may still be wider.
    """
    if previous:
        ordering = lay_out_graph(graph, previous, steps)
        drawing = draw_layered_map(graph, ordering, left_out)
        if drawing.width <= max_width:
            return drawing, ordering.columns
    count = preferred_column_count(graph)
    while True:
        for search_steps in (_QUICK_STEPS, steps) if len(graph.nodes) > _LARGE else (steps,):
            ordering = reduce_crossings(graph, assign_columns(graph, count=count), search_steps)
            drawing = draw_layered_map(graph, ordering, left_out)
            if drawing.width > max_width and count > 1:
                break
        else:
            return drawing, ordering.columns
        count = min(count - 1, ceil(count * max_width / drawing.width))


@dataclass(frozen=True, slots=True)
class _Channel:
    """The cells between two columns of cards: labels, then tracks. `left` is the first cell of the labels.

    `gap` is the distance between two tracks in cells; `track_of` is the track of each edge by its index.
    """

    left: int
    first_track: int
    gap: int
    track_of: dict[int, int]

    def track(self, edge: int) -> int:
        """Return the cell column of an edge's track."""
        return self.first_track + self.gap * self.track_of[edge]


class _LayeredDrawing:
    """Draws a graph whose rows are assigned."""

    def __init__(self, graph: Graph, assignment: RowAssignment) -> None:
        self._graph = graph
        self._assignment = assignment
        self._canvas = Canvas()
        self._lefts: list[int] = []
        self._widths = assignment.vertical_edges.widths
        self._channels: list[_Channel] = []
        self._measure()

    def _measure(self) -> None:
        """Assign cells to columns and channels. Columns have 2 cells for a frame on either side."""
        x = 2
        for number, column_width in enumerate(self._widths):
            self._lefts.append(x)
            segments = self._assignment.channels[number]
            labels = [
                label_width(self._graph.edges[segment.edge]) for segment in segments if self._is_first(segment, number)
            ]
            track_of, count = assign_tracks(segments)
            gap = 2 if count <= 24 else 1
            left = x + column_width + 2
            first = left + (max(labels) + 3 if labels else 1)
            self._channels.append(_Channel(left, first, gap, track_of))
            x = first + gap * count + 3

    def _is_first(self, segment: Segment, channel: int) -> bool:
        edge = self._graph.edges[segment.edge]
        return channel == min(self._assignment.column_of[edge.source], self._assignment.column_of[edge.target])

    def drawing(self, left_out: int) -> Drawing:
        """Draw everything."""
        for column, group, top, bottom in self._assignment.frames:
            left = self._lefts[column] - 2
            box = Box(left, top, left + self._widths[column] + 3, bottom)
            self._canvas.frame(box, CellStyle("frame"), group, CellStyle("group"))
        for node in self._graph.nodes:
            self._draw_card(node.key, node.name)
        for channel, segments in enumerate(self._assignment.channels):
            for segment in segments:
                self._draw_segment(channel, segment)
        for (number, column), row in self._assignment.dummy_rows.items():
            self._draw_dummy(number, column, row)
        for key, vertical_edges in self._assignment.vertical_edges.below.items():
            for vertical_edge in vertical_edges:
                self._draw_vertical_edge(key, vertical_edge)
        return self._canvas.drawing(left_out)

    def _draw_vertical_edge(self, key: Link, vertical_edge: VerticalEdge) -> None:
        """Draw an edge straight down to the next card, with its label on the right."""
        edge = self._graph.edges[vertical_edge.edge]
        style = self._edge_style(edge)
        upper, lower = self._canvas.boxes[key], self._canvas.boxes[edge.target if edge.source == key else edge.source]
        at_top, at_bottom = arrowheads(edge, key)
        x = upper.left + vertical_edge.offset
        self._canvas.line([(x, upper.bottom), (x, lower.top)], edge.line_style, style)
        if at_top:
            self._canvas.text(x, upper.bottom + 1, ARROW_UP, style)
        if at_bottom:
            self._canvas.text(x, lower.top - 1, ARROW_DOWN, style)
        self._draw_label(edge, x + 2, upper.bottom + 1 + self._assignment.vertical_edges.rows[key][1], edge.label)

    def _draw_card(self, key: Link, name: str) -> None:
        top, bottom = self._assignment.cards[key]
        left = self._lefts[self._assignment.column_of[key]]
        box = Box(left, top, left + self._widths[self._assignment.column_of[key]] - 1, bottom)
        self._canvas.boxes[key] = box
        self._canvas.frame(box, CellStyle("frame", key))
        room = box.right - box.left - 1
        lines = name_lines(name)
        first = (top + bottom + 1 - len(lines)) // 2
        for row in range(top + 1, bottom):
            line = lines[row - first] if 0 <= row - first < len(lines) else ""
            text = pad(f"{' ' * ((room - width(line)) // 2)}{line}", room)
            self._canvas.text(left + 1, row, text, CellStyle("name", key))

    def _edge_style(self, edge: Edge) -> CellStyle:
        return CellStyle(edge.style, None, frozenset((edge.source, edge.target)))

    def _draw_segment(self, number: int, segment: Segment) -> None:
        edge, channel = self._graph.edges[segment.edge], self._channels[number]
        style = self._edge_style(edge)
        left = self._lefts[number] + self._widths[number]
        right = left if segment.loop else self._lefts[number + 1] - 1
        first, last = self._is_first(segment, number), segment.loop or self._is_last(edge, number + 1)
        corners = [(left, segment.start), (right, segment.end)]
        if not segment.straight:
            track = channel.track(segment.edge)
            corners = [(left, segment.start), (track, segment.start), (track, segment.end), (right, segment.end)]
        self._canvas.line(corners, edge.line_style, style)
        if first:
            self._join_card(left - 1, left, segment.start, edge.line_style, style)
        if last:
            self._join_card(right - 1 if segment.loop else right + 1, right, segment.end, edge.line_style, style)
        if first and edge.label:
            self._draw_label(edge, channel.left + 1, segment.start, f" {edge.label} ")
        self._draw_arrowheads(edge, segment, number, first=first, last=last)

    def _join_card(self, card: int, outside: int, row: int, line_style: LineStyle, style: CellStyle) -> None:
        """Join a line to the edge of a card."""
        toward = RIGHT if outside > card else LEFT
        self._canvas.arm((card, row), toward, line_style, style)
        self._canvas.arm((outside, row), LEFT if toward == RIGHT else RIGHT, line_style, style)

    def _is_last(self, edge: Edge, column: int) -> bool:
        return column == max(self._assignment.column_of[edge.source], self._assignment.column_of[edge.target])

    def _draw_label(self, edge: Edge, x: int, y: int, text: str) -> None:
        self._canvas.text(x, y, text, CellStyle(f"label {edge.style}", None, frozenset((edge.source, edge.target))))

    def _draw_arrowheads(self, edge: Edge, segment: Segment, number: int, *, first: bool, last: bool) -> None:
        left_is_source = self._assignment.column_of[edge.source] <= self._assignment.column_of[edge.target]
        head_left, head_right = edge.head_at_source, edge.head_at_target
        if not left_is_source:
            head_left, head_right = head_right, head_left
        style = self._edge_style(edge)
        left = self._lefts[number] + self._widths[number]
        if first and head_left:
            self._canvas.text(left, segment.start, ARROW_LEFT, style)
        if last and head_right:
            right = left if segment.loop else self._lefts[number + 1] - 1
            self._canvas.text(right, segment.end, ARROW_LEFT if segment.loop else ARROW_RIGHT, style)

    def _draw_dummy(self, number: int, column: int, row: int) -> None:
        """Draw the part of an edge that passes between the cards of a column."""
        edge = self._graph.edges[number]
        left, right = self._lefts[column] - 1, self._lefts[column] + self._widths[column]
        self._canvas.line([(left, row), (right, row)], edge.line_style, self._edge_style(edge))
