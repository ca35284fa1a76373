"""Chains of ids, each of which leads to the next: entries that become each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_MOST_IN_CYCLE = 8


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


def closed_cycles(links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The ids whose link, each to the next id of a chain, would close a cycle of earlier links, with that cycle.

    A cycle begins and ends with its id; of a long one the middle is left out ("…").
    """
    following: dict[str, str] = {}
    shortcuts: dict[str, str] = {}
    cycles: dict[str, list[str]] = {}
    for id, target in links:
        if _end_of_chain(shortcuts, target) == id:
            cycles[id] = _cycle(following, id, target)
        else:
            following[id] = shortcuts[id] = target
    return cycles


def _end_of_chain(shortcuts: dict[str, str], id: str) -> str:
    """The last id of a chain. Each id on the way gets a shortcut to it, so that long chains take no longer."""
    way = [id]
    while way[-1] in shortcuts:
        way.append(shortcuts[way[-1]])
    shortcuts.update(dict.fromkeys(way[:-1], way[-1]))
    return way[-1]


def _cycle(following: Mapping[str, str], id: str, target: str) -> list[str]:
    path = [id, target]
    while path[-1] != id:
        if len(path) > _MOST_IN_CYCLE:
            return [*path, "…", id]
        path.append(following[path[-1]])
    return path
