"""The cast as a graph: people, groups, and each relationship once, after the reader's filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aotad_tui.story.paths import strength
from aotad_tui.story.people import Neighbour, is_directed
from aotad_tui.story.values import ALIVE, Character, Kind, Relationship, State
from aotad_tui.story.visible import VisibleStory

Pair = tuple[str, str]
"""The ids of two people in alphabetical order."""


@dataclass(frozen=True, slots=True)
class CastEdge:
    """One relationship: "source words target".

    `directed`: whether the words read only in this direction. `both`: whether the guide says the same from either end.
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
        """The words; in round brackets once the relationship is over, so that this is visible without colour."""
        return f"({self.words})" if self.over else self.words

    @property
    def pair(self) -> Pair:
        """The two people, whatever the direction."""
        return (self.source, self.target) if self.source < self.target else (self.target, self.source)

    def other_end(self, id: str) -> str:
        """Return the id of the person at the other end."""
        return self.target if id == self.source else self.source


@dataclass(frozen=True, slots=True)
class MapFilter:
    """The kinds of relationship and the groups that the reader hides. None in the groups: people without a group.

    `only`: the ids of the people who are shown, in this order; empty for everyone.
    """

    without_kinds: frozenset[str] = frozenset()
    without_groups: frozenset[str | None] = frozenset()
    only: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is hidden."""
        return bool(self.without_kinds or self.without_groups or self.only)


NO_FILTER = MapFilter()


class CastGraph:
    """The people and relationships on a map: those of a visible story that pass the reader's filter."""

    def __init__(self, visible: VisibleStory, map_filter: MapFilter = NO_FILTER) -> None:
        self.visible = visible
        self._filter = map_filter

    @cached_property
    def people(self) -> Mapping[str, Character]:
        """The people by id, in the guide's order, or in that of `MapFilter.only`."""
        hidden, people = self._filter.without_groups, self.visible.people
        wanted = (people.get(id) for id in self._filter.only) if self._filter.only else people.everyone
        return {person.id: person for person in wanted if person and person.group not in hidden}

    def restricted_to(self, ids: Iterable[str]) -> CastGraph:
        """Return the cast of these people alone, in this order, with the relationships among them."""
        return CastGraph(self.visible, replace(self._filter, only=tuple(ids)))

    @cached_property
    def strengths(self) -> Mapping[str, Mapping[str, int]]:
        """For each person the sum of the strengths of the relationships with each other person, by id."""
        kinds = self.visible.people.kinds
        result: dict[str, dict[str, int]] = {}
        for id in self.people:
            own = result[id] = {}
            for other, relationship in self._related(id):
                own[other] = own.get(other, 0) + strength(kinds[relationship.kind], relationship)
        return result

    @cached_property
    def ranking(self) -> tuple[str, ...]:
        """The ids of all people, the most connected first: by the sum of all strengths, then by id."""
        totals = {id: sum(own.values()) for id, own in self.strengths.items()}
        return tuple(sorted(totals, key=lambda id: (-totals[id], id)))

    @cached_property
    def groups(self) -> Mapping[str | None, tuple[str, ...]]:
        """The ids of the people of each group, groups in the guide's order, people without a group at the end."""
        order: dict[str | None, list[str]] = {id: [] for id in (*self.visible.story.group_by_id, None)}
        for person in self.people.values():
            order[person.group].append(person.id)
        return {group: tuple(ids) for group, ids in order.items() if ids}

    @property
    def has_groups(self) -> bool:
        """Whether anybody is in a group."""
        return any(self.groups.keys() - {None})

    def notable_state(self, id: str) -> State | None:
        """Return a person's state, or None if the person is simply alive."""
        state = self.people[id].state
        return None if state == ALIVE else self.visible.story.state_by_id.get(state)

    def name(self, id: str) -> str:
        """Return a name, and what tells namesakes apart."""
        return self.visible.namesakes.label(self.people[id])

    def name_with_state(self, id: str) -> str:
        """Return a name behind the sign of a notable state: "† Ann"."""
        state, name = self.notable_state(id), self.name(id)
        return f"{state.sign} {name}" if state else name

    def group_name(self, group: str | None) -> str:
        """Return the name of a group; an empty text for no group."""
        return self.visible.story.group_by_id[group].name if group else ""

    @cached_property
    def edges(self) -> tuple[CastEdge, ...]:
        """The relationships in the order of people and kinds."""
        return tuple(edge for id in self.people for edge in self.edges_from(id))

    def edges_from(self, id: str) -> list[CastEdge]:
        """Return the relationships whose source is this person. Merged ones belong to the first of the two people."""
        return [edge for edge in self.edges_of(id) if edge.source == id]

    @cached_property
    def endpoints(self) -> Sequence[tuple[str, str, str]]:
        """Source id, target id and kind id of every relationship, in no order: less work than `edges`."""
        result: list[tuple[str, str, str]] = []
        for id in self.people:
            related = self._related(id)
            if len(related) == 1 or len({other for other, _ in related}) == len(related):
                # No person occurs twice, so there is nothing to merge.
                result += [(id, other, edge.kind) for other, edge in related if self._is_source(id, other, edge)]
            else:
                result += [(id, edge.target, edge.kind.id) for edge in self.edges_from(id)]
        return result

    def edges_of(self, id: str) -> list[CastEdge]:
        """Return all relationships of a person by kind, reciprocal ones merged."""
        result: list[CastEdge] = []
        order = self.kind_order
        for other_id, relationship in sorted(self._related(id), key=lambda related: order[related[1].kind]):
            outward = self._is_source(id, other_id, relationship)
            edge = self._edge(id, other_id, relationship) if outward else self._edge(other_id, id, relationship)
            reciprocal = next((number for number, other in enumerate(result) if _are_reciprocal(edge, other)), None)
            if reciprocal is None:
                result.append(edge)
            else:
                kept = edge if self._index[edge.source] < self._index[edge.target] else result[reciprocal]
                result[reciprocal] = replace(kept, both=edge.words == result[reciprocal].words)
        return result

    def _related(self, id: str) -> Sequence[Neighbour]:
        """Return the relationships of a person that pass the filter."""
        related = self.visible.people.neighbours.get(id, ())
        if not self._filter:
            return related
        hidden, people = self._filter.without_kinds, self.people
        return [(id, edge) for id, edge in related if id in people and edge.kind not in hidden]

    @cached_property
    def kind_order(self) -> Mapping[str, int]:
        """The index of each kind in the story's order, by id."""
        return {kind.id: number for number, kind in enumerate(self.visible.story.kinds)}

    @cached_property
    def _index(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.people)}

    def _edge(self, source: str, target: str, relationship: Relationship) -> CastEdge:
        kind = self.visible.people.kinds[relationship.kind]
        words = relationship.label_stages[-1].text if relationship.label_stages else kind.label
        return CastEdge(source, target, kind, words, is_directed(kind, relationship), relationship.until is not None)

    def _is_source(self, id: str, other: str, relationship: Relationship) -> bool:
        """Whether the guide describes the relationship from this person's end."""
        if relationship.source in (id, other):
            return relationship.source == id
        source = self.visible.people.get(relationship.source)
        return source is not None and source.id == id


def _are_reciprocal(edge: CastEdge, other: CastEdge) -> bool:
    """Whether two relationships say the same from both ends."""
    opposite = edge.source == other.target and edge.target == other.source
    similar = edge.kind == other.kind and edge.over == other.over
    return opposite and similar and (edge.kind.mutual or edge.words == other.words)


def strongest_edges(
    edges: Iterable[CastEdge], order: Mapping[str, int], max_edges: int, centre: str | None = None
) -> list[CastEdge]:
    """Return at most `max_edges` relationships, one per pair of people.

    Those of the `centre`, a person's id, come first, then everybody's closest pair, then the closest of all. A pair is
    the closer the more relationships it has; equal pairs keep the order of kinds, then of people.
    """
    pairs: dict[Pair, list[CastEdge]] = {}
    for edge in edges:
        pairs.setdefault(edge.pair, []).append(edge)
    ranked = sorted(
        pairs.values(),
        key=lambda pair: (centre not in pair[0].pair, -len(pair), min(order[edge.kind.id] for edge in pair)),
    )
    missing = {id for pair in pairs for id in pair}
    first = []
    for edges_of_pair in ranked:
        if missing & set(edges_of_pair[0].pair):
            missing -= set(edges_of_pair[0].pair)
            first.append(edges_of_pair)
    chosen = [*first, *(edges_of_pair for edges_of_pair in ranked if edges_of_pair not in first)][:max_edges]
    return [min(edges_of_pair, key=lambda edge: (edge.over, order[edge.kind.id])) for edges_of_pair in chosen]
