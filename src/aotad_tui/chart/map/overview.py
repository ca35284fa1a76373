"""The overview: everyone in a fixed place, one person per row, with the selected person's relationships as text.

A long name is wrapped and takes more rows. A notable state is a sign before the name. Places depend on the people and
the size only, never on the selection. The text of a relationship is whole: it is next to the name or, if there is no
room, below everyone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aotad_tui.cells import cut, width, wrap_text
from aotad_tui.chart.line_glyphs import ARROW_LEFT, ARROW_RIGHT
from aotad_tui.chart.map.graph.cast import CastEdge, CastGraph
from aotad_tui.chart.map.graph.model import MAX_NAME_CELLS, name_lines, name_width
from aotad_tui.chart.map.layout.column_assignment import Block, Columns
from aotad_tui.chart.map.rendering.box_characters import RIGHT
from aotad_tui.chart.map.rendering.canvas import Box, Canvas, Drawing
from aotad_tui.chart.map.rendering.display_list import CellStyle
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .overview_columns import FRAME_CELLS, state_cells

MOST_IN_OVERVIEW = 400
"""With more people there is no overview."""
_RAIL_CELLS = 2  # the rail and the gap on its right


def draw_overview(
    cast: CastGraph, columns: Columns, cells: int, selected: str | None = None, whole_cast: CastGraph | None = None
) -> Drawing:
    """Draw the people in these columns, `cells` cells wide. `selected` is the id of a person.

    `whole_cast`: the cast of which the people are a part; relationships with the others are only counted.
    """
    edges: dict[str, list[CastEdge]] = {}
    count = 0
    if selected and selected in cast.people:
        for edge in cast.edges_of(selected):
            edges.setdefault(edge.other_end(selected), []).append(edge)
        count = len((whole_cast or cast).edges_of(selected))
    return _Overview(cast, columns, cells, selected, edges, count).drawing()


@dataclass
class _Overview:
    """Draws the overview. `edges`: the selected person's relationships by the other person's id.

    `count`: how many relationships the selected person has with people inside and outside of the drawing.
    """

    cast: CastGraph
    columns: Columns
    cells: int
    selected: str | None
    edges: Mapping[str, Sequence[CastEdge]]
    count: int

    def drawing(self) -> Drawing:
        self.canvas = Canvas()
        self.indent = state_cells(self.cast)
        self.group_sizes = Counter(block.group for column in self.columns for block in column for _ in block.keys)
        self.drawn_of_group: Counter[str] = Counter()
        self.left_over: list[tuple[Link, Sequence[CastEdge]]] = []
        names = [self.cast.name(id) for id in self.cast.people]
        longest = max((*map(name_width, names), *map(width, self.group_sizes)), default=0)
        # If a name does not fit, the drawing is wider than `cells`, since names are never cut.
        column_width = max(
            (self.cells + 1) // max(len(self.columns), 1), _RAIL_CELLS + longest + FRAME_CELLS + self.indent
        )
        rails: list[tuple[int, int]] = []  # cell and last row of each column's rail
        self.ends: list[tuple[int, int]] = []  # the first cell of each column and the row below it
        for number, column in enumerate(self.columns):
            last_highlighted, last = self._draw_column(column, number * column_width, column_width - 1 - _RAIL_CELLS)
            self.ends.append((number * column_width + _RAIL_CELLS, last + 1))
            if last_highlighted:
                rails.append((number * column_width, last_highlighted))
        self._draw_header(rails)
        self._draw_footer(max(self.cells, column_width))
        return self.canvas.drawing()

    def _draw_header(self, rails: Sequence[tuple[int, int]]) -> None:
        """Draw the line above the columns, from which the rails run down to the related people."""
        if self.selected is None or self.selected not in self.cast.people:
            return
        shown = sum(len(edges) for edges in self.edges.values())
        words = {0: "no known relationships", 1: "1 relationship"}.get(self.count, f"{self.count} relationships")
        words = f"{shown} of {words}" if shown < self.count else words
        text = f" {cut(self.cast.name(self.selected), MAX_NAME_CELLS)}: {words} "
        style = CellStyle("rail")
        for cell, row in rails:
            self.canvas.line([(cell, 0), (cell, row)], LineStyle.LIGHT, style)
        if rails:
            self.canvas.line([(rails[0][0], 0), (max(2, rails[-1][0]), 0)], LineStyle.LIGHT, style)
            self.canvas.arm((2, 0), RIGHT, LineStyle.LIGHT, style)
        self.canvas.text(3, 0, text, CellStyle("person"))

    def _draw_footer(self, cells: int) -> None:
        """Write the relationships that had no room next to a name, each after the name of the other person.

        They start below the last column if that is shorter than the others, so that more drawings fit on a screen.
        """
        y = self.ends[-1][1] if self.ends else 0
        x = self._margin(y)
        for key, edges in self.left_over:
            id = key.id
            name = self.cast.name(id)
            labels = [f"{_kind_and_arrows(edge, id)} {edge.label}" for edge in edges]
            x, y = self._write(x, y, cells, f"{name} ", CellStyle("name", key), width(labels[0]) + 2)
            for number, label in enumerate(labels):
                end = ", " if number + 1 < len(labels) else "  "
                x, y = self._write(x, y, cells, f"{label}{end}", CellStyle(edges[number].kind.style, key), 0)

    def _write(self, x: int, y: int, cells: int, text: str, style: CellStyle, reserved: int) -> tuple[int, int]:
        """Write a text, on the next row if it and `reserved` more cells do not fit. Return the cell after it."""
        if x > self._margin(y) and x + width(text.rstrip()) + reserved > cells:
            x, y = self._margin(y + 1), y + 1
        for number, (start, end) in enumerate(wrap_text(text.rstrip(), max(cells - x, 1))):
            x, y = (self._margin(y + 1), y + 1) if number else (x, y)
            self.canvas.text(x, y, text[start:end], style)
            x += width(text[start:end])
        return x + width(text) - width(text.rstrip()), y

    def _margin(self, y: int) -> int:
        """Return the first cell of a row from which no column reaches this row."""
        margin = 0
        for left, below in reversed(self.ends):
            if below > y:
                break
            margin = left
        return margin

    def _draw_column(self, column: Sequence[Block], left: int, frame_width: int) -> tuple[int, int]:
        """Draw the groups of a column in one frame.

        Return the row of the last person who is related or selected (0 for none), and the last row of the frame.
        """
        row, last_highlighted = 1, 0
        box_left, box_right = left + _RAIL_CELLS, left + _RAIL_CELLS + frame_width - 1
        style = CellStyle("frame")
        for block in column:
            self.canvas.line([(box_left, row), (box_right, row)], LineStyle.LIGHT, style)
            members = [self.cast.people[key.id] for key in block.keys]
            names = max(name_width(self.cast.name(person.id)) for person in members)
            title = self._block_title(block)
            self.canvas.text(
                box_left + 2, row, f" {_fitting_title(title, block.group, frame_width - 6)} ", CellStyle("group")
            )
            for key, person in zip(block.keys, members, strict=True):
                self._draw_person(key, self.cast.name(person.id), row + 1, box_left, box_right, names)
                last_highlighted = (
                    row + 1 if person.id in self.edges or person.id == self.selected else last_highlighted
                )
                row += len(name_lines(self.cast.name(person.id)))
            row += 1
        self.canvas.line([(box_left, 1), (box_left, row), (box_right, row), (box_right, 1)], LineStyle.LIGHT, style)
        for x, y, corner in ((box_left, 1, "╭"), (box_right, 1, "╮"), (box_left, row, "╰"), (box_right, row, "╯")):
            self.canvas.text(x, y, corner, style)
        return last_highlighted, row

    def _block_title(self, block: Block) -> str:
        """Return the group and its size; for a group in several blocks, which of its people are in this one."""
        size, first = self.group_sizes[block.group], self.drawn_of_group[block.group] + 1
        self.drawn_of_group[block.group] += len(block.keys)
        last = self.drawn_of_group[block.group]
        return f"{block.group} ({size if len(block.keys) == size else f'{first}-{last} of {size}'})"

    def _draw_person(self, key: Link, name: str, row: int, left: int, right: int, names: int) -> None:
        id = key.id
        lines = name_lines(name)
        self.canvas.boxes[key] = Box(left + 1, row, right - 1, row + len(lines) - 1)
        edges = sorted(self.edges.get(id, ()), key=lambda edge: edge.over)
        state = self.cast.notable_state(id)
        if state:
            self.canvas.text(left + 1, row, state.sign, CellStyle(f"state {state.id}", key))
        for number, line in enumerate(lines):
            self.canvas.text(left + 1 + self.indent, row + number, f" {line} ", CellStyle("name", key))
        if id != self.selected and not edges:
            return
        kind = edges[0].kind if edges else None
        style = kind.style if kind else "rail"
        rail = CellStyle(style, None, frozenset((key, Link.character(self.selected or ""))))
        self.canvas.line([(left - _RAIL_CELLS, row), (left, row)], kind.line if kind else LineStyle.LIGHT, rail)
        x, text, count = self._text_beside(edges, id, left, right, names)
        self.canvas.text(x, row, text, CellStyle(style, key))
        if count < len(edges):
            self.left_over.append((key, edges[count:]))

    def _text_beside(
        self, edges: Sequence[CastEdge], id: str, left: int, right: int, names: int
    ) -> tuple[int, str, int]:
        """Return where to write the text next to a person, the text, and how many relationships it holds whole.

        It is aligned with the texts of the group if all of it fits there, else close to the name.
        """
        name_start = left + self.indent
        aligned, close = name_start + names + 4, name_start + width(name_lines(self.cast.name(id))[0]) + 4
        for x in (aligned, close):
            text, count = _fitting_text(edges, id, right - x)
            if count == len(edges):
                return x, text, count
        return close, text, count


def _fitting_title(long: str, short: str, cells: int) -> str:
    return long if width(long) <= cells else short


def _fitting_text(edges: Sequence[CastEdge], other: str, cells: int) -> tuple[str, int]:
    """Return the text of the relationships on one row, and how many it holds whole.

    It holds as many as fit and "+N" for the others; if not even one fits, it holds signs only and the number is 0.
    """
    for count in range(len(edges), 0, -1):
        more = f" +{len(edges) - count}" if count < len(edges) else ""
        text = ", ".join(f"{_kind_and_arrows(edge, other)} {edge.label}" for edge in edges[:count]) + more
        if width(text) <= cells:
            return text, count
    signs = list(dict.fromkeys(_kind_and_arrows(edge, other) for edge in edges))
    while signs and width(" ".join(signs)) > cells:
        signs.pop()
    return " ".join(signs), 0


def _kind_and_arrows(edge: CastEdge, other: str) -> str:
    """Return the sign of the kind and the direction: arrows to the other person, from them, or both."""
    if not edge.directed:
        return edge.kind.sign
    inward, outward = edge.both or edge.source == other, edge.both or edge.target == other
    return f"{edge.kind.sign}{ARROW_LEFT if inward else ''}{ARROW_RIGHT if outward else ''}"
