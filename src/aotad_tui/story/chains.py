"""Chains of ids, each of which leads to the next: entries that become each other."""

from __future__ import annotations

from collections.abc import Mapping


def chain_ends(following: Mapping[str, str]) -> dict[str, str]:
    """The last id of the chain from each id of `following`, in its order. Leaves out chains that run into a cycle.

    Every id is visited once, so that a chain of thousands takes no longer for each of its ids than a short one.
    """
    ends: dict[str, str | None] = {}
    for first in following:
        chain: set[str] = set()
        id = first
        while id in following and id not in ends and id not in chain:
            chain.add(id)
            id = following[id]
        ends.update(dict.fromkeys(chain, None if id in chain else ends.get(id, id)))
    return {id: end for id in following if (end := ends[id]) is not None}
