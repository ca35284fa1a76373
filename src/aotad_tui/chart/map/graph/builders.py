"""Build the graphs with a layered layout: people with their relationships, and parts of the cast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .cast import CastEdge, CastGraph, strongest_edges
from .communities import Community
from .model import Edge, Graph, Node

NO_GROUP = "no group"
MOST_ON_FULL_MAP = 400
"""With more people there is no full map."""
_EDGES_PER_PERSON = 1.25
MOST_PARTS = 40
"""The cards of parts of the cast that are drawn, the largest."""
_MAX_LABELLED_KINDS = 2
"""How many kinds the label of a line between two parts names; it counts the others together."""
_MAX_PART_EDGES = 60


def people_graph(cast: CastGraph, *, all_relationships: bool = False, centre: str | None = None) -> tuple[Graph, int]:
    """Return the graph of the people and the number of relationships left out.

    It has the strongest relationships, 1.25 per person, or all of them. `centre`: the id of a person whose
    relationships come before all others.
    """
    nodes = tuple(
        Node(Link.character(id), cast.name_with_state(id), cast.group_name(person.group))
        for id, person in cast.people.items()
    )
    edges_shown: Iterable[CastEdge] = cast.edges
    if not all_relationships:
        edges_shown = strongest_edges(cast.edges, cast.kind_order, round(_EDGES_PER_PERSON * len(nodes)), centre)
    edges = tuple(_person_edge(edge) for edge in edges_shown)
    return Graph(nodes, edges), len(cast.edges) - len(edges)


def _person_edge(edge: CastEdge) -> Edge:
    return Edge(
        Link.character(edge.source),
        Link.character(edge.target),
        edge.label,
        edge.kind.line,
        edge.kind.style,
        head_at_source=edge.directed and edge.both,
        head_at_target=edge.directed,
    )


class MapPart(NamedTuple):
    """A part of the cast: its name and the ids of its people."""

    name: str
    members: tuple[str, ...]


def group_parts(cast: CastGraph) -> dict[Link, MapPart]:
    """Return the groups by link."""
    return {Link.group(group): MapPart(cast.group_name(group) or NO_GROUP, ids) for group, ids in cast.groups.items()}


def community_parts(communities: Iterable[Community]) -> dict[Link, MapPart]:
    """Return the communities by link."""
    return {Link.community(item.leader): MapPart(item.name, item.members) for item in communities}


def part_graph(cast: CastGraph, parts: Mapping[Link, MapPart]) -> tuple[Graph, int]:
    """Return the graph of parts of the cast and the number of relationships left out.

    A node carries the part's size. An edge carries all relationships between two parts. Only the 40 largest parts and
    the 60 strongest edges are part of the graph.
    """
    largest = set(sorted(parts, key=lambda key: -len(parts[key].members))[:MOST_PARTS])
    shown = {key: part for key, part in parts.items() if key in largest}
    order = {key: number for number, key in enumerate(shown)}
    key_of = {id: key for key, part in shown.items() for id in part.members}
    pairs: dict[tuple[Link, Link], dict[str, int]] = {}
    left_out = 0
    for source, target, kind in cast.endpoints:
        ends = key_of.get(source), key_of.get(target)
        if ends[0] is None or ends[1] is None:
            left_out += 1
        elif ends[0] != ends[1]:
            pair = (ends[0], ends[1]) if order[ends[0]] < order[ends[1]] else (ends[1], ends[0])
            kinds = pairs.setdefault(pair, {})
            kinds[kind] = kinds.get(kind, 0) + 1
    pairs = dict(sorted(pairs.items(), key=lambda pair: tuple(order[end] for end in pair[0])))
    strongest_pairs = sorted(pairs, key=lambda ends: -sum(pairs[ends].values()))
    left_out += sum(sum(pairs[ends].values()) for ends in strongest_pairs[_MAX_PART_EDGES:])
    drawn = set(strongest_pairs[:_MAX_PART_EDGES])
    nodes = tuple(Node(key, f"{part.name} ({len(part.members)})") for key, part in shown.items())
    edges = tuple(_part_edge(cast, ends, kinds) for ends, kinds in pairs.items() if ends in drawn)
    return Graph(nodes, edges), left_out


def _part_edge(cast: CastGraph, ends: tuple[Link, Link], kinds: dict[str, int]) -> Edge:
    """Return the edge for the relationships between two parts, in the style of their kind if they share one."""
    kind_by_id = cast.visible.story.kind_by_id
    single_kind = kind_by_id[next(iter(kinds))] if len(kinds) == 1 else None
    ordered = sorted(kinds, key=lambda id: cast.kind_order[id])
    # Headings are plural, and a guide's own may be in any language: "friends 1" is right for every number.
    words = [f"{kind_by_id[id].heading} {kinds[id]}" for id in ordered[:_MAX_LABELLED_KINDS]]
    others = sum(kinds[id] for id in ordered[_MAX_LABELLED_KINDS:])
    label = ", ".join([*words, f"other {others}"] if others else words)
    line_style = single_kind.line if single_kind else LineStyle.LIGHT
    return Edge(*ends, label, line_style, single_kind.style if single_kind else "tie")
