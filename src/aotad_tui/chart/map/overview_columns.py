"""The columns of the overview: how many there are, and who is in which, by the people and the size only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from aotad_tui.chart.map.graph.builders import NO_GROUP
from aotad_tui.chart.map.graph.cast import CastGraph
from aotad_tui.chart.map.graph.model import Graph, Node, name_lines, name_width
from aotad_tui.chart.map.layout.column_assignment import Block, Columns, add_new_cards, keep_known_cards
from aotad_tui.link import Link

_MIN_COLUMN = 34  # cells of a column with room for a name and some text
_ROOMY_COLUMN = 60  # cells of a column with room for a name and mostly for all of its text
_MIN_ROWS = 5  # rows of a column: a group of three is not split
FRAME_CELLS = 9
"""The cells of a column around a name: rail, frame, spaces, the sign of a relationship."""


def overview_columns(cast: CastGraph, cells: int, rows: int, previous: Columns = ()) -> Columns:
    """Return the people of each column, from top to bottom.

    There are as many roomy columns as fit, or more and narrower ones if else not everyone fits in `rows` rows. People
    in `previous` keep their places if the number of columns is the same.
    """
    graph = _graph(cast)
    max_count = max(1, (cells + 1) // max(_MIN_COLUMN, _longest(graph) + FRAME_CELLS + state_cells(cast)))
    columns: Columns = ()
    for count in range(min(max(1, (cells + 1) // _ROOMY_COLUMN), max_count), max_count + 1):
        columns = _pack(graph, count)
        if _tallest(graph, columns) + 1 <= rows:
            break
    previous_columns = keep_known_cards(graph, previous)
    if len(previous_columns) == len(columns):
        columns = add_new_cards(graph, previous_columns)
    return columns


def _graph(cast: CastGraph) -> Graph:
    people = cast.people.values()
    ungrouped = NO_GROUP if cast.has_groups else "people"
    return Graph(
        tuple(
            Node(Link.character(person.id), cast.name(person.id), cast.group_name(person.group) or ungrouped)
            for person in people
        ),
        (),
    )


def state_cells(cast: CastGraph) -> int:
    """Return the cells before the names: 1 if anybody has a notable state, else 0."""
    return int(any(map(cast.notable_state, cast.people)))


def _longest(graph: Graph) -> int:
    return max((name_width(node.name) for node in graph.nodes), default=0)


def _rows(graph: Graph, keys: Iterable[Link]) -> int:
    """Return the rows of the names of these people."""
    return sum(len(name_lines(graph.by_key[key].name)) for key in keys)


def _tallest(graph: Graph, columns: Columns) -> int:
    return max((1 + sum(1 + _rows(graph, block.keys) for block in column) for column in columns), default=0)


def _pack(graph: Graph, count: int) -> Columns:
    """Fill at most `count` columns with the groups in order, as low as possible.

    A group taller than a column is split.
    """
    blocks = [Block(nodes[0].group, tuple(node.key for node in nodes)) for nodes in graph.groups.values()]
    # People without a group come last, as in every list of groups.
    blocks.sort(key=lambda block: block.group == NO_GROUP)
    height = max(ceil(sum(1 + _rows(graph, block.keys) for block in blocks) / count) + 1, _MIN_ROWS)
    while True:
        columns = _fill(graph, blocks, height)
        if len(columns) <= count:
            return columns
        height += 1


def _fill(graph: Graph, blocks: Sequence[Block], height: int) -> Columns:
    columns: list[list[Block]] = [[]]
    used = 1
    for block in blocks:
        keys = block.keys
        while keys:
            room = height - used - 1
            needed = _rows(graph, keys)
            if needed > room and columns[-1] and (needed <= height - 2 or room < 3):
                columns.append([])
                used = 1
                continue
            count = _fitting_count(graph, keys, room)
            columns[-1].append(Block(block.group, keys[:count]))
            used += 1 + _rows(graph, keys[:count])
            keys = keys[count:]
    return tuple(tuple(column) for column in columns if column)


def _fitting_count(graph: Graph, keys: Sequence[Link], rows: int) -> int:
    """Return how many of these people to put into so many rows, at least one.

    A frame that continues in the next column has at least two people there.
    """
    count = 0
    while count < len(keys) and _rows(graph, keys[count : count + 1]) <= rows:
        rows -= _rows(graph, keys[count : count + 1])
        count += 1
    return max(count - 1 if len(keys) == count + 1 and count > 1 else count, 1)
