"""What a poster is drawn of: cards in groups, and ties between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from aotad_tui.cells import width
from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle


@dataclass(frozen=True, slots=True)
class Node:
    """A card: the link it leads to, what it says, and the name of the group it stands in (none: in no frame)."""

    key: Link
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie: between which cards, what it says, how it is drawn, and at which ends it has a head."""

    source: Link
    target: Link
    label: str
    stroke: LineStyle
    style: str
    head_at_source: bool = False
    head_at_target: bool = False


@dataclass(frozen=True)
class Graph:
    """Cards and ties; every tie is between two of the cards."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def by_key(self) -> Mapping[Link, Node]:
        """The cards by their keys."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def groups(self) -> Mapping[Link, tuple[Node, ...]]:
        """The cards of each group, groups and cards in the order in which they came; each card in none by itself."""
        found: dict[Link, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(Link.group(node.group) if node.group else node.key, []).append(node)
        return {group: tuple(nodes) for group, nodes in found.items()}

    @cached_property
    def neighbours(self) -> Mapping[Link, tuple[Link, ...]]:
        """The cards at the other ends of each card's ties, once for each tie."""
        found: dict[Link, list[Link]] = {node.key: [] for node in self.nodes}
        for edge in self.edges:
            found[edge.source].append(edge.target)
            found[edge.target].append(edge.source)
        return {key: tuple(others) for key, others in found.items()}


def label_width(edge: Edge) -> int:
    """The cells that a tie's label takes, with the spaces beside it."""
    return width(edge.label) + 2 if edge.label else 0
