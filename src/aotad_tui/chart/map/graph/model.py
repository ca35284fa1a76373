"""The graph of a layered layout: cards in groups, and edges between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from aotad_tui.cells import width, wrap_text
from aotad_tui.invisible import BREAK
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

MAX_NAME_CELLS = 30
"""The cells of a line of a name. A longer name is wrapped, so that it does not widen all cards of a column."""


@lru_cache(maxsize=4096)
def name_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a name on the map, at least one. A word wider than a line breaks after a hyphen."""
    words = (word.replace("-", f"-{BREAK}") if width(word) > MAX_NAME_CELLS else word for word in name.split(" "))
    breakable = " ".join(words)
    lines = (breakable[start:end].replace(BREAK, "") for start, end in wrap_text(breakable, MAX_NAME_CELLS))
    return tuple(lines) or ("",)


def name_width(name: str) -> int:
    """Return the cells of the widest line of a name on the map."""
    return max(map(width, name_lines(name)))


@dataclass(frozen=True, slots=True)
class Node:
    """A card: its link, its text, and the name of its group. Without a group it has no frame around it."""

    key: Link
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two cards: its label, its line style, its style names, and the ends with an arrowhead."""

    source: Link
    target: Link
    label: str
    line_style: LineStyle
    style: str
    head_at_source: bool = False
    head_at_target: bool = False


@dataclass(frozen=True)
class Graph:
    """Cards and edges; both ends of every edge are cards of the graph."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def by_key(self) -> Mapping[Link, Node]:
        """The cards by link."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def groups(self) -> Mapping[Link, tuple[Node, ...]]:
        """The cards of each group, in order of appearance. A card without a group is a group of its own."""
        result: dict[Link, list[Node]] = {}
        for node in self.nodes:
            result.setdefault(Link.group(node.group) if node.group else node.key, []).append(node)
        return {group: tuple(nodes) for group, nodes in result.items()}

    @cached_property
    def neighbours(self) -> Mapping[Link, tuple[Link, ...]]:
        """For each card the cards at the other ends of its edges, once per edge."""
        result: dict[Link, list[Link]] = {node.key: [] for node in self.nodes}
        for edge in self.edges:
            result[edge.source].append(edge.target)
            result[edge.target].append(edge.source)
        return {key: tuple(others) for key, others in result.items()}


def label_width(edge: Edge) -> int:
    """Return the cells of an edge's label with a space on either side; 0 without a label."""
    return width(edge.label) + 2 if edge.label else 0
