"""One tie told from both ends, taken as one: father and daughter, each loving the other."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from aotad_tui.story.people import Direction, RelationshipSide


def folded(ties: tuple[RelationshipSide, ...]) -> tuple[RelationshipSide, ...]:
    """A person's ties with each pair of opposite ones as one, in the place of the first of them.

    A pair is two relationships of one kind with one person, one from either end, that are alike in everything that is
    told of them beside their labels. Of a mutual kind both labels are kept; of another kind they must be equal.
    """
    kept: list[RelationshipSide | None] = list(ties)
    waiting: dict[Hashable, list[int]] = {}
    for number, tie in enumerate(ties):
        twins = waiting.get(_opposite(tie))
        if twins:
            first = twins.pop(0)
            kept[first], kept[number] = _both(ties[first], tie), None
        else:
            waiting.setdefault(_key(tie), []).append(number)
    return tuple(tie for tie in kept if tie is not None)


def _key(tie: RelationshipSide) -> Hashable:
    return (*_alike(tie), tie.is_target)


def _opposite(tie: RelationshipSide) -> Hashable:
    return (*_alike(tie), not tie.is_target)


def _alike(tie: RelationshipSide) -> tuple[Hashable, ...]:
    """What two ties must have in common to be a pair."""
    told = tie.relationship
    label = "" if tie.kind.mutual else tie.label
    return tie.other, tie.kind.id, label, told.until, told.ended, told.secret_from


def _both(one: RelationshipSide, other: RelationshipSide) -> RelationshipSide:
    if not one.kind.mutual:
        return replace(one, direction=Direction.BOTH, other_is_subject=False)
    mine, theirs = (other, one) if one.is_target else (one, other)
    return mine if mine.label == theirs.label else replace(mine, label=f"{mine.label} / {theirs.label}")
