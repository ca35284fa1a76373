"""Every tie of a story once, as the map draws it: between whom, which way, how strong; and which of them to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aotad_tui.story.people import Neighbour
from aotad_tui.story.values import ALIVE, Character, Kind, Relationship, State
from aotad_tui.story.visible import VisibleStory

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CastEdge:
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
class MapFilter:
    """What a reader wants on the map: all people and ties but these kinds and these groups."""

    without_kinds: frozenset[str] = frozenset()
    without_groups: frozenset[str | None] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is left away."""
        return bool(self.without_kinds or self.without_groups)


EVERYTHING = MapFilter()


class CastGraph:
    """The people and the ties that a map is drawn of: those of an edition that the reader's choice lets through."""

    def __init__(self, visible: VisibleStory, choice: MapFilter = EVERYTHING) -> None:
        self.visible = visible
        self._choice = choice

    @cached_property
    def people(self) -> Mapping[str, Character]:
        """The people by id, in the guide's order."""
        without = self._choice.without_groups
        return {person.id: person for person in self.visible.people.everyone if person.group not in without}

    @cached_property
    def groups(self) -> Mapping[str | None, tuple[str, ...]]:
        """The ids of the people of each group, the groups in the guide's order, those in none at the end."""
        order: dict[str | None, list[str]] = {id: [] for id in (*self.visible.story.group_by_id, None)}
        for person in self.people.values():
            order[person.group].append(person.id)
        return {group: tuple(ids) for group, ids in order.items() if ids}

    def mark(self, id: str) -> State | None:
        """What has become of somebody; nothing of who is simply alive."""
        state = self.people[id].state
        return None if state == ALIVE else self.visible.story.state_by_id.get(state)

    def marked_name(self, id: str) -> str:
        """A name, behind the sign of what has become of its bearer."""
        mark, name = self.mark(id), self.people[id].name
        return f"{mark.sign} {name}" if mark else name

    def group_name(self, group: str | None) -> str:
        """What a group is called; nothing for those in none."""
        return self.visible.story.group_by_id[group].name if group else ""

    @cached_property
    def bonds(self) -> tuple[CastEdge, ...]:
        """The ties, in the order of the people and of the kinds."""
        return tuple(bond for id in self.people for bond in self.starting_at(id))

    def starting_at(self, id: str) -> list[CastEdge]:
        """The ties told by somebody, those told by both ends alike only by the first of them."""
        return [bond for bond in self.of(id) if bond.source == id]

    @cached_property
    def ends(self) -> Sequence[tuple[str, str, str]]:
        """Of every tie, in no order, who tells it, of whom, and the id of its kind: less work than all of `bonds`."""
        found: list[tuple[str, str, str]] = []
        for id in self.people:
            related = self._related(id)
            if len(related) == 1 or len({other for other, _ in related}) == len(related):
                # Nobody is there twice, so nothing is told from both ends.
                found += [(id, other, one.kind) for other, one in related if self._tells(id, other, one)]
            else:
                found += [(id, bond.target, bond.kind.id) for bond in self.starting_at(id)]
        return found

    def of(self, id: str) -> list[CastEdge]:
        """All ties of somebody, by kind."""
        found: list[CastEdge] = []
        order = self.kind_order
        for other_id, relationship in sorted(self._related(id), key=lambda one: order[one[1].kind]):
            mine = self._tells(id, other_id, relationship)
            bond = self._bond(id, other_id, relationship) if mine else self._bond(other_id, id, relationship)
            twin = next((number for number, other in enumerate(found) if _twins(bond, other)), None)
            if twin is None:
                found.append(bond)
            else:
                kept = bond if self._number[bond.source] < self._number[bond.target] else found[twin]
                found[twin] = replace(kept, both=bond.words == found[twin].words)
        return found

    def _related(self, id: str) -> Sequence[Neighbour]:
        """The relationships of somebody that are on the map."""
        related = self.visible.people.neighbours.get(id, ())
        if not self._choice:
            return related
        without, people = self._choice.without_kinds, self.people
        return [one for one in related if one[0] in people and one[1].kind not in without]

    @cached_property
    def kind_order(self) -> Mapping[str, int]:
        """The places of the kinds, by their ids, in the story's order."""
        return {kind.id: number for number, kind in enumerate(self.visible.story.kinds)}

    @cached_property
    def _number(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.people)}

    def _bond(self, source: str, target: str, told: Relationship) -> CastEdge:
        kind = self.visible.people.kinds[told.kind]
        words = told.label_stages[-1].text if told.label_stages else kind.label
        directed = not kind.mutual or bool(told.back_stages)
        return CastEdge(source, target, kind, words, directed, told.until is not None)

    def _tells(self, id: str, other: str, relationship: Relationship) -> bool:
        """Whether a relationship with the other one is told from here."""
        if relationship.source in (id, other):
            return relationship.source == id
        source = self.visible.people.get(relationship.source)
        return source is not None and source.id == id


def _twins(one: CastEdge, other: CastEdge) -> bool:
    """Whether two ties are one, told from both ends."""
    opposite = one.source == other.target and one.target == other.source
    alike = one.kind == other.kind and one.over == other.over
    return opposite and alike and (one.kind.mutual or one.words == other.words)


def strongest(bonds: Iterable[CastEdge], order: Mapping[str, int], most: int) -> list[CastEdge]:
    """At most that many ties, one for a pair: everybody's strongest first, then the strongest of all.

    Two people are the closer the more ties they have; then what the story names first counts, kinds before people.
    """
    pairs: dict[Pair, list[CastEdge]] = {}
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
