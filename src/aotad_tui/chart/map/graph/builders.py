"""The two nets that are drawn as posters: the people with their ties, and the groups with what goes on between them."""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.link import Link
from aotad_tui.story.values import LineStyle

from .cast import CastEdge, CastGraph, strongest
from .model import Edge, Graph, Node

NO_GROUP = "no group"
MOST_ON_POSTER = 500
"""People beyond which no poster is drawn."""
_TIES_A_PERSON = 1.25
_MOST_GROUPS = 40
_MOST_BUNDLES = 60


def people_net(cast: CastGraph, *, all_ties: bool = False) -> tuple[Graph, int]:
    """The people and their strongest ties, or all; and how many ties are not in it."""
    people = cast.people.values()
    nodes = tuple(Node(Link.character(one.id), cast.marked_name(one.id), cast.group_name(one.group)) for one in people)
    shown: Iterable[CastEdge] = cast.bonds
    if not all_ties:
        shown = strongest(cast.bonds, cast.kind_order, round(_TIES_A_PERSON * len(nodes)))
    edges = tuple(_edge(bond) for bond in shown)
    return Graph(nodes, edges), len(cast.bonds) - len(edges)


def _edge(bond: CastEdge) -> Edge:
    return Edge(
        Link.character(bond.source),
        Link.character(bond.target),
        bond.label,
        bond.kind.line,
        f"tie {bond.kind.id}",
        head_at_source=bond.directed and bond.both,
        head_at_target=bond.directed,
    )


def groups_net(cast: CastGraph) -> tuple[Graph, int]:
    """The groups, each with how many are in it, and the ties between two groups as one; how many ties are left out.

    Of very many groups only the largest are told, and of very many such bundles only the strongest.
    """
    sizes = {group: len(ids) for group, ids in cast.groups.items()}
    told = sorted(sizes, key=lambda group: -sizes[group])[:_MOST_GROUPS]
    keys = {group: Link.group(group) for group in sizes if group in told}
    order = {key: number for number, key in enumerate(keys.values())}
    key_of = {id: keys[group] for group, ids in cast.groups.items() if group in keys for id in ids}
    bundles: dict[tuple[Link, Link], dict[str, int]] = {}
    lost = 0
    for source, target, kind in cast.ends:
        one, other = key_of.get(source), key_of.get(target)
        if one is None or other is None:
            lost += 1
        elif one != other:
            kinds = bundles.setdefault((one, other) if order[one] < order[other] else (other, one), {})
            kinds[kind] = kinds.get(kind, 0) + 1
    bundles = dict(sorted(bundles.items(), key=lambda bundle: tuple(order[end] for end in bundle[0])))
    strong = sorted(bundles, key=lambda ends: -sum(bundles[ends].values()))
    lost += sum(sum(bundles[ends].values()) for ends in strong[_MOST_BUNDLES:])
    kept = set(strong[:_MOST_BUNDLES])
    nodes = tuple(Node(key, f"{cast.group_name(group) or NO_GROUP} {sizes[group]}") for group, key in keys.items())
    edges = tuple(_bundle(cast, ends, kinds) for ends, kinds in bundles.items() if ends in kept)
    return Graph(nodes, edges), lost


def _bundle(cast: CastGraph, ends: tuple[Link, Link], kinds: dict[str, int]) -> Edge:
    """The ties between two groups as one line; it looks like a tie where all are of one kind."""
    found = cast.visible.story.kind_by_id
    only = found[next(iter(kinds))] if len(kinds) == 1 else None
    words = " ".join(f"{found[id].sign}{kinds[id]}" for id in sorted(kinds, key=lambda id: cast.kind_order[id]))
    stroke = only.line if only else LineStyle.LIGHT
    return Edge(*ends, words, stroke, f"tie {only.id}" if only else "tie")
