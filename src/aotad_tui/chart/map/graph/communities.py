"""Communities: people who are more closely connected with each other than with the rest of the cast."""

from __future__ import annotations

from dataclasses import dataclass

from .cast import CastGraph
from .louvain import find_louvain_communities


@dataclass(frozen=True, slots=True)
class Community:
    """A part of the cast: its name, and the ids of its people, the most connected first."""

    name: str
    members: tuple[str, ...]

    @property
    def leader(self) -> str:
        """The id of the most connected person."""
        return self.members[0]


def find_communities(cast: CastGraph) -> tuple[Community, ...]:
    """Return the communities, the largest first. People without a relationship are together in the last one.

    A community is named after its most connected person. Ids decide ties.
    """
    rank = {id: number for number, id in enumerate(cast.ranking)}
    communities, alone = [], []
    for ids in find_louvain_communities(cast.strengths):
        if len(ids) == 1:
            alone += ids
            continue
        members = tuple(sorted(ids, key=lambda id: rank[id]))
        communities.append(Community(f"around {cast.name(members[0])}", members))
    communities.sort(key=lambda community: (-len(community.members), community.leader))
    if alone:
        communities.append(Community("no relationships", tuple(sorted(alone))))
    return tuple(communities)
