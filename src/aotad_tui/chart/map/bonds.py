"""Every tie of a story once, as the map draws it: between whom, which way, how strong; and which of them to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from aotad_tui.story.edition import Edition
from aotad_tui.story.people import Tie
from aotad_tui.story.values import Character, Kind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bond:
    """One tie: "source label target".

    `directed`: whether its words read only that way; `both`: whether the same is told from either end.
    """

    source: str
    target: str
    kind: Kind
    words: str
    directed: bool
    over: bool
    both: bool = False

    @property
    def label(self) -> str:
        """Its words; in round brackets once it is over, so that this is told without colour."""
        return f"({self.words})" if self.over else self.words

    @property
    def pair(self) -> Pair:
        """Its two people, whichever way it goes."""
        return (self.source, self.target) if self.source < self.target else (self.target, self.source)

    def other(self, id: str) -> str:
        """The one at the other end."""
        return self.target if id == self.source else self.source


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader wants on the map: all people and ties but these kinds and these groups."""

    without_kinds: frozenset[str] = frozenset()
    without_groups: frozenset[str | None] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is left away."""
        return bool(self.without_kinds or self.without_groups)


EVERYTHING = Choice()


class Cast:
    """The people and the ties that a map is drawn of: those of an edition that the reader's choice lets through."""

    def __init__(self, edition: Edition, choice: Choice = EVERYTHING) -> None:
        self.edition = edition
        self._choice = choice

    @cached_property
    def people(self) -> Mapping[str, Character]:
        """The people by id, in the guide's order."""
        without = self._choice.without_groups
        return {person.id: person for person in self.edition.people.everyone if person.group not in without}

    @cached_property
    def groups(self) -> Mapping[str | None, tuple[str, ...]]:
        """The ids of the people of each group, the groups in the guide's order, those in none at the end."""
        order: dict[str | None, list[str]] = {id: [] for id in (*self.edition.story.group_by_id, None)}
        for person in self.people.values():
            order[person.group].append(person.id)
        return {group: tuple(ids) for group, ids in order.items() if ids}

    def group_name(self, group: str | None) -> str:
        """What a group is called; nothing for those in none."""
        return self.edition.story.group_by_id[group].name if group else ""

    @cached_property
    def bonds(self) -> tuple[Bond, ...]:
        """The ties, in the order of the people and of the kinds."""
        return tuple(bond for id in self.people for bond in self.starting_at(id))

    def starting_at(self, id: str) -> list[Bond]:
        """The ties told by somebody, those told by both ends alike only by the first of them."""
        return [bond for bond in self.of(id) if bond.source == id]

    def of(self, id: str) -> list[Bond]:
        """All ties of somebody, by kind."""
        found: list[Bond] = []
        for tie in self.edition.people.ties(id):
            if tie.other not in self.people or tie.kind.id in self._choice.without_kinds:
                continue
            bond = self._bond(id, tie)
            twin = next((number for number, other in enumerate(found) if _twins(bond, other)), None)
            if twin is None:
                found.append(bond)
            else:
                kept = bond if self._number[bond.source] < self._number[bond.target] else found[twin]
                found[twin] = replace(kept, both=bond.words == found[twin].words)
        return found

    @cached_property
    def _number(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.people)}

    def _bond(self, id: str, tie: Tie) -> Bond:
        mine = self._tells(id, tie)
        source, target = (id, tie.other) if mine else (tie.other, id)
        stages = tie.relationship.label_stages
        words = stages[-1].text if stages else tie.kind.label
        directed = not tie.kind.mutual or bool(tie.relationship.back_stages)
        return Bond(source, target, tie.kind, words, directed, tie.over)

    def _tells(self, id: str, tie: Tie) -> bool:
        source = self.edition.people.get(tie.relationship.source)
        return source is not None and source.id == id


def _twins(one: Bond, other: Bond) -> bool:
    """Whether two ties are one, told from both ends."""
    opposite = one.source == other.target and one.target == other.source
    alike = one.kind == other.kind and one.over == other.over
    return opposite and alike and (one.kind.mutual or one.words == other.words)


def strongest(bonds: Iterable[Bond], order: Mapping[str, int], most: int) -> list[Bond]:
    """At most that many ties, one for a pair: everybody's strongest first, then the strongest of all.

    Two people are the closer the more ties they have; then what the story names first counts, kinds before people.
    """
    pairs: dict[Pair, list[Bond]] = {}
    for bond in bonds:
        pairs.setdefault(bond.pair, []).append(bond)
    ranked = sorted(pairs.values(), key=lambda ties: (-len(ties), min(order[tie.kind.id] for tie in ties)))
    alone = {id for pair in pairs for id in pair}
    first = []
    for ties in ranked:
        if alone & set(ties[0].pair):
            alone -= set(ties[0].pair)
            first.append(ties)
    chosen = [*first, *(ties for ties in ranked if ties not in first)][:most]
    return [min(ties, key=lambda tie: (tie.over, order[tie.kind.id])) for ties in chosen]
