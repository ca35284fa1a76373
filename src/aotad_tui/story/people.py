"""The people of a story and their relationships. Entries that are known to be one person are merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from .chains import chain_ends
from .named import latest
from .story import Story
from .timeline import Position
from .values import Character, Kind, Relationship


class Direction(StrEnum):
    """The direction of a relationship, seen from one of its two people."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class RelationshipSide:
    """A relationship seen from one of its two people. `other` is the id of the other person.

    `direction`: who acts on the other. `other_is_subject`: the words read "OTHER label me" instead of "I label OTHER".
    `is_target`: this person is the target of the relationship in the guide, not the source.
    """

    other: str
    kind: Kind
    label: str
    direction: Direction
    other_is_subject: bool
    is_target: bool
    relationship: Relationship

    @property
    def has_ended(self) -> bool:
        """Whether the relationship has ended."""
        return self.relationship.until is not None

    def sentence(self, own_name: str, other_name: str) -> str:
        """The relationship in words, with the names of this person and of the other person."""
        first, last = (other_name, own_name) if self.other_is_subject else (own_name, other_name)
        return f"{first} and {last}: {self.label}" if self._names_both else f"{first} {self.label} {last}"

    @property
    def _names_both(self) -> bool:
        return not is_directed(self.kind, self.relationship)


def is_directed(kind: Kind, relationship: Relationship) -> bool:
    """Whether a visible relationship of this kind, its current one, reads differently from its two ends."""
    return not kind.mutual or bool(relationship.back_stages)


Neighbour = tuple[str, Relationship]
"""The id of the person at the other end of a relationship, and the relationship."""

_MOST_UNINDEXED = 40
"""The number of people to look up by a search of all relationships, before indexing them by person."""


class People:
    """The people of a gated story and all relationships among them. Computes each part once, on first use."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._sides: dict[str, tuple[RelationshipSide, ...]] = {}

    @cached_property
    def _entries(self) -> Mapping[str, Character]:
        return {character.id: character for character in self._story.characters}

    @cached_property
    def _merged_into(self) -> Mapping[str, str]:
        """The id of the person that an entry turned out to be. Leaves out cycles of entries that become each other."""
        return chain_ends({entry.id: entry.becomes.character for entry in self._story.characters if entry.becomes})

    def _canonical(self, id: str) -> str:
        """The id of the person behind an entry."""
        return self._merged_into.get(id, id)

    @cached_property
    def _by_id(self) -> Mapping[str, Character]:
        """The people by their ids, in the guide's order."""
        entries_of: dict[str, list[Character]] = {}
        for id, person in self._merged_into.items():
            entries_of.setdefault(person, []).append(self._entries[id])
        if not entries_of:
            return self._entries
        people = {id: entry for id, entry in self._entries.items() if id not in self._merged_into}
        return people | {id: _merge(people[id], entries) for id, entries in entries_of.items()}

    @property
    def everyone(self) -> tuple[Character, ...]:
        """All people in the guide's order."""
        return tuple(self._by_id.values())

    def get(self, id: str) -> Character | None:
        """The person with that id, or with the id of an entry that turned out to be this person."""
        return self._by_id.get(self._canonical(id))

    @cached_property
    def neighbours(self) -> Mapping[str, Sequence[Neighbour]]:
        """The relationships of each person who has any, in the guide's order, with the id of the other person."""
        neighbours: defaultdict[str, list[Neighbour]] = defaultdict(list)
        for source, target, relationship in self._ends(self._story.relationships):
            neighbours[source].append((target, relationship))
            neighbours[target].append((source, relationship))
        neighbours.default_factory = None
        return neighbours

    def _ends(self, relationships: Iterable[Relationship]) -> Iterator[tuple[str, str, Relationship]]:
        """The ids of the two people of each relationship. Leaves out those of a person with themselves."""
        merged_into = self._merged_into
        for relationship in relationships:
            source, target = relationship.source, relationship.target
            if merged_into:
                source, target = merged_into.get(source, source), merged_into.get(target, target)
            if source != target:
                yield source, target, relationship

    def _neighbours_of(self, id: str) -> Sequence[Neighbour]:
        """A person's relationships. For the first few people, searching all takes less time than the index."""
        if len(self._sides) >= _MOST_UNINDEXED or "neighbours" in vars(self):
            return self.neighbours.get(id, ())
        relationships = self._story.relationships
        own_ids = {id, *(entry for entry, person in self._merged_into.items() if person == id)}
        if len(own_ids) == 1:  # comparing strings takes half the time
            own = [item for item in relationships if item.source == id or item.target == id]
        else:
            own = [item for item in relationships if item.source in own_ids or item.target in own_ids]
        return [(target if source == id else source, item) for source, target, item in self._ends(own)]

    def relationships_of(self, id: str) -> tuple[RelationshipSide, ...]:
        """A person's relationships: by kind in the order of the story's kinds, within a kind in the guide's order."""
        id = self._canonical(id)
        sides = self._sides.get(id)
        if sides is None:  # computed on demand: few of thousands of people are ever looked at
            unsorted = (self._side(id, other, relationship) for other, relationship in self._neighbours_of(id))
            sides = self._sides[id] = tuple(sorted(unsorted, key=lambda side: self._order[side.kind.id]))
        return sides

    def sentence(self, relationship: Relationship, at: Position, name_of: Callable[[Character], str]) -> str:
        """A relationship in words, as its source sees it, with its kind and labels as of a position."""
        source, target = self.get(relationship.source), self.get(relationship.target)
        if source is None or target is None:
            raise KeyError(relationship.source, relationship.target)
        side = self._side(source.id, target.id, relationship.as_of(at))
        return side.sentence(name_of(source), name_of(target))

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of relationship by their ids."""
        return self._story.kind_by_id

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {kind.id: number for number, kind in enumerate(self._story.kinds)}

    def _side(self, id: str, other: str, relationship: Relationship) -> RelationshipSide:
        """A relationship as the person with that id sees it."""
        kind = self.kinds[relationship.kind]
        directed = is_directed(kind, relationship)
        label = latest(relationship.label_stages)
        forward = label or kind.label
        if self._canonical(relationship.source) == id:
            direction = Direction.OUT if directed else Direction.BOTH
            return RelationshipSide(
                other, kind, forward, direction, other_is_subject=False, is_target=False, relationship=relationship
            )
        back = latest(relationship.back_stages) or (None if label else kind.back)
        direction = Direction.IN if directed else Direction.BOTH
        other_is_subject = not back and not kind.mutual
        return RelationshipSide(
            other, kind, back or forward, direction, other_is_subject, is_target=True, relationship=relationship
        )


def _merge(person: Character, others: list[Character]) -> Character:
    """A person made of an entry and of the entries that turned out to be the same person."""
    if not others:
        return person
    names = [replace(stage, since=person.since) for other in others for stage in other.spelling_stages]
    facts = [fact for entry in (person, *others) for fact in entry.facts]
    return replace(
        person,
        aliases=(*person.aliases, *names),
        facts=tuple(sorted(facts, key=lambda fact: fact.since)),
        since=min(entry.since for entry in (person, *others)),
        met=min(entry.met for entry in (person, *others)),
    )
