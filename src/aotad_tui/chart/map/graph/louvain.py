"""Communities of a weighted graph by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre, 2008).

Nodes are visited in an order that depends on their ids and a fixed seed only. All weights are integers and gains are
compared without division, so that the same graph gives the same communities on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

_SEED = 16
_MAX_SWEEPS = 30  # per level; in practice about ten are enough

Weights = Mapping[str, Mapping[str, int]]
"""For each node the weights of its edges by the node at the other end: every edge from both ends, none to itself."""


def find_louvain_communities(weights: Weights) -> list[list[str]]:
    """Return the communities with their nodes in alphabetical order. A node without edges is a community of its own."""
    names = sorted(weights)
    number = {name: index for index, name in enumerate(names)}
    level = _Level(
        [{number[other]: weights[name][other] for other in sorted(weights[name])} for name in names],
        [0 for _ in names],
    )
    members = [[name] for name in names]
    while True:
        community_of = level.move_nodes()
        communities = sorted(set(community_of))
        if len(communities) == len(members):
            return members
        index = {community: place for place, community in enumerate(communities)}
        places = [index[community] for community in community_of]
        merged: list[list[str]] = [[] for _ in communities]
        for place, nodes in zip(places, members, strict=True):
            merged[place] += nodes
        members = [sorted(nodes) for nodes in merged]
        level = level.merged(places, len(communities))


class _Level:
    """One level of the method: `edges` by node and other node, and twice the weight inside each node (`loops`)."""

    def __init__(self, edges: Sequence[Mapping[int, int]], loops: Sequence[int]) -> None:
        self._edges = edges
        self._loops = loops

    def move_nodes(self) -> list[int]:
        """Move nodes to the community of a neighbour while that raises the modularity. Return everyone's community."""
        edges = self._edges
        degrees = [sum(own.values()) + loop for own, loop in zip(edges, self._loops, strict=True)]
        total_weight = sum(degrees)
        community_of = list(range(len(edges)))
        totals = degrees[:]
        order = [node for node in community_of if edges[node]]
        random.Random(_SEED).shuffle(order)  # noqa: S311 - no secret, but the same order every time
        for _ in range(_MAX_SWEEPS):
            moved = False
            for node in order:
                home, degree = community_of[node], degrees[node]
                links: dict[int, int] = {home: 0}
                for other, weight in edges[node].items():
                    community = community_of[other]
                    links[community] = links.get(community, 0) + weight
                totals[home] -= degree
                best, most = home, links[home] * total_weight - totals[home] * degree
                for community, weight in links.items():
                    gain = weight * total_weight - totals[community] * degree
                    if gain > most:
                        best, most = community, gain
                totals[best] += degree
                community_of[node] = best
                moved = moved or best != home
            if not moved:
                break
        return community_of

    def merged(self, places: Sequence[int], count: int) -> _Level:
        """Return the next level, with one node for each community. `places`: the new node of each node."""
        edges: list[dict[int, int]] = [{} for _ in range(count)]
        loops = [0] * count
        for node, own in enumerate(self._edges):
            here = places[node]
            loops[here] += self._loops[node]
            for other, weight in own.items():
                there = places[other]
                if there == here:
                    loops[here] += weight
                else:
                    edges[here][there] = edges[here].get(there, 0) + weight
        return _Level(edges, loops)
