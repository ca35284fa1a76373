"""Merge relationships that say the same from both ends: father and daughter, or each loving the other."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from aotad_tui.story.people import Direction, RelationshipSide


def merge_reciprocal(sides: tuple[RelationshipSide, ...]) -> tuple[RelationshipSide, ...]:
    """Merge each pair of reciprocal relationships of a person. The result takes the place of the first of the two.

    Two relationships are reciprocal if they are of the same kind with the same person, one from either end, and agree
    in everything but their labels. If the kind is mutual, both labels are kept; otherwise they must be equal.
    """
    kept: list[RelationshipSide | None] = list(sides)
    unmatched: dict[Hashable, list[int]] = {}
    for number, side in enumerate(sides):
        reciprocal = unmatched.get(_reciprocal_key(side))
        if reciprocal:
            first = reciprocal.pop(0)
            kept[first], kept[number] = _merged(sides[first], side), None
        else:
            unmatched.setdefault(_side_key(side), []).append(number)
    return tuple(side for side in kept if side is not None)


def _side_key(side: RelationshipSide) -> Hashable:
    return (*_shared_key(side), side.is_target)


def _reciprocal_key(side: RelationshipSide) -> Hashable:
    return (*_shared_key(side), not side.is_target)


def _shared_key(side: RelationshipSide) -> tuple[Hashable, ...]:
    """Return the values that two reciprocal relationships have in common."""
    relationship = side.relationship
    label = "" if side.kind.mutual else side.label
    return side.other, side.kind.id, label, relationship.until, relationship.ended, relationship.secret_from


def _merged(first: RelationshipSide, second: RelationshipSide) -> RelationshipSide:
    if not first.kind.mutual:
        return replace(first, direction=Direction.BOTH, other_is_subject=False)
    own, others = (second, first) if first.is_target else (first, second)
    label = own.label if own.label == others.label else f"{own.label} / {others.label}"
    return replace(own, label=label, direction=Direction.BOTH)
