"""The people of a story and how they stand to each other, once entries that are one person are taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from .story import Story
from .values import Character, Kind, Relationship, latest


class Direction(StrEnum):
    """Which way a tie goes, seen from the person whose tie it is."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class RelationshipSide:
    """A relationship seen from one of its two people; `other` is the id of the other one.

    `direction` is who acts on whom. The words are read "I label OTHER", or "OTHER label me" where `told_by_other`.
    `inward`: whether it is the other one's relationship to this person in the guide.
    """

    other: str
    kind: Kind
    label: str
    direction: Direction
    told_by_other: bool
    inward: bool
    relationship: Relationship

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.relationship.until is not None

    def sentence(self, mine: str, others: str) -> str:
        """The tie in words, with the names of the one whose tie it is and of the other."""
        first, last = (others, mine) if self.told_by_other else (mine, others)
        return f"{first} and {last}: {self.label}" if self._names_both else f"{first} {self.label} {last}"

    @property
    def _names_both(self) -> bool:
        return self.kind.mutual and not self.relationship.back_stages


Related = tuple[str, Relationship]
"""A relationship of somebody's, behind the id of the person at its other end."""

_FEW = 40
"""So many people's ties are looked for one by one, before those of all are sorted."""


class People:
    """Who there is in a story (a gated one) and every tie among them. Made once for a story, then only looked up."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._ties: dict[str, tuple[RelationshipSide, ...]] = {}

    @cached_property
    def _entries(self) -> Mapping[str, Character]:
        return {character.id: character for character in self._story.characters}

    @cached_property
    def _turned_out(self) -> Mapping[str, str]:
        """The id of the person that an entry turned out to be; a ring of entries that become each other is left out."""
        found: dict[str, str] = {}
        for entry in self._story.characters:
            if entry.becomes is None:
                continue
            seen = [entry.id]
            while (becomes := self._entries[seen[-1]].becomes) and becomes.character not in seen:
                seen.append(becomes.character)
            if becomes is None:
                found[entry.id] = seen[-1]
        return found

    def _canonical(self, id: str) -> str:
        """The id under which the person of an entry goes."""
        return self._turned_out.get(id, id)

    @cached_property
    def _by_id(self) -> Mapping[str, Character]:
        """The people by their ids, in the guide's order."""
        others: dict[str, list[Character]] = {}
        for id, person in self._turned_out.items():
            others.setdefault(person, []).append(self._entries[id])
        if not others:
            return self._entries
        people = {id: entry for id, entry in self._entries.items() if id not in self._turned_out}
        return people | {id: _joined(people[id], joined) for id, joined in others.items()}

    @property
    def everyone(self) -> tuple[Character, ...]:
        """All people in the guide's order."""
        return tuple(self._by_id.values())

    def get(self, id: str) -> Character | None:
        """The person of that id, also under the id of an entry that turned out to be them."""
        return self._by_id.get(self._canonical(id))

    @cached_property
    def related(self) -> Mapping[str, Sequence[Related]]:
        """For each person who has any, their relationships in the guide's order, and with whom each is."""
        related: defaultdict[str, list[Related]] = defaultdict(list)
        for source, target, relationship in self._ends(self._story.relationships):
            related[source].append((target, relationship))
            related[target].append((source, relationship))
        related.default_factory = None
        return related

    def _ends(self, relationships: Iterable[Relationship]) -> Iterator[tuple[str, str, Relationship]]:
        """Between whom each relationship is; none of somebody with themselves."""
        turned_out = self._turned_out
        for relationship in relationships:
            source, target = relationship.source, relationship.target
            if turned_out:
                source, target = turned_out.get(source, source), turned_out.get(target, target)
            if source != target:
                yield source, target, relationship

    def _related_to(self, id: str) -> Sequence[Related]:
        """Somebody's relationships. For few people it takes less time to look through all than to sort them."""
        if len(self._ties) >= _FEW or "related" in vars(self):
            return self.related.get(id, ())
        told, mine = self._story.relationships, {id, *(entry for entry, one in self._turned_out.items() if one == id)}
        if len(mine) == 1:
            near = [one for one in told if one.source == id or one.target == id]  # in half the time
        else:
            near = [one for one in told if one.source in mine or one.target in mine]
        return [(target if source == id else source, one) for source, target, one in self._ends(near)]

    def ties(self, id: str) -> tuple[RelationshipSide, ...]:
        """A person's ties: by kind in the order of the story's kinds, within a kind in the guide's order."""
        id = self._canonical(id)
        ties = self._ties.get(id)
        if ties is None:  # made when somebody is looked at: of a story with thousands of people few ever are
            made = (self._tie(id, other, relationship) for other, relationship in self._related_to(id))
            ties = self._ties[id] = tuple(sorted(made, key=lambda tie: self._order[tie.kind.id]))
        return ties

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of relationship by their ids."""
        return self._story.kind_by_id

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {kind.id: number for number, kind in enumerate(self._story.kinds)}

    def _tie(self, id: str, other: str, relationship: Relationship) -> RelationshipSide:
        """A relationship as the person of that id sees it."""
        kind = self.kinds[relationship.kind]
        label = latest(relationship.label_stages)
        forth = label or kind.label
        if self._canonical(relationship.source) == id:
            out = Direction.BOTH if kind.mutual else Direction.OUT
            return RelationshipSide(
                other, kind, forth, out, told_by_other=False, inward=False, relationship=relationship
            )
        back = latest(relationship.back_stages) or (None if label else kind.back)
        into = Direction.BOTH if kind.mutual else Direction.IN
        told_by_other = not back and not kind.mutual
        return RelationshipSide(other, kind, back or forth, into, told_by_other, inward=True, relationship=relationship)


def _joined(person: Character, others: list[Character]) -> Character:
    """One person out of an entry and those that turned out to be them."""
    if not others:
        return person
    names = [replace(stage, since=person.since) for other in others for stage in other.spelling_stages]
    facts = [fact for entry in (person, *others) for fact in entry.facts]
    return replace(
        person,
        aliases=(*person.aliases, *names),
        facts=tuple(sorted(facts, key=lambda fact: fact.since)),
        since=min(entry.since for entry in (person, *others)),
    )
