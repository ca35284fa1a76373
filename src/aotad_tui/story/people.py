"""The people of a story and how they stand to each other, once entries that are one person are taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
class Tie:
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


class People:
    """Who there is in a story (a gated one) and every tie among them. Made once for a story, then only looked up."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._ties: dict[str, tuple[Tie, ...]] = {}

    @cached_property
    def _entries(self) -> Mapping[str, Character]:
        return {character.id: character for character in self._story.characters}

    @cached_property
    def _canonical(self) -> Mapping[str, str]:
        """The id under which each entry's person goes; a ring of entries that become each other is left apart."""
        canonical: dict[str, str] = {}
        for start in self._entries:
            seen = [start]
            while (becomes := self._entries[seen[-1]].becomes) and becomes.character not in seen:
                seen.append(becomes.character)
            ring = self._entries[seen[-1]].becomes is not None
            canonical[start] = start if ring else seen[-1]
        return canonical

    @cached_property
    def _by_id(self) -> Mapping[str, Character]:
        """The people by their ids, in the guide's order."""
        joined: dict[str, list[Character]] = {}
        for entry in self._entries.values():
            joined.setdefault(self._canonical[entry.id], []).append(entry)
        return {
            id: _joined(self._entries[id], [other for other in joined[id] if other.id != id])
            for id in self._entries
            if id in joined
        }

    @property
    def everyone(self) -> tuple[Character, ...]:
        """All people in the guide's order."""
        return tuple(self._by_id.values())

    def get(self, id: str) -> Character | None:
        """The person of that id, also under the id of an entry that turned out to be them."""
        return self._by_id.get(self._canonical.get(id, id))

    @cached_property
    def related(self) -> Mapping[str, Sequence[Related]]:
        """For each person who has any, their relationships in the guide's order, and with whom each is."""
        related: dict[str, list[Related]] = {}
        for relationship in self._story.relationships:
            source, target = self._canonical[relationship.source], self._canonical[relationship.target]
            if source != target:
                related.setdefault(source, []).append((target, relationship))
                related.setdefault(target, []).append((source, relationship))
        return related

    def ties(self, id: str) -> tuple[Tie, ...]:
        """A person's ties: by kind in the order of the story's kinds, within a kind in the guide's order."""
        id = self._canonical.get(id, id)
        ties = self._ties.get(id)
        if ties is None:  # made when somebody is looked at: of a story with thousands of people few ever are
            made = (self._tie(id, other, relationship) for other, relationship in self.related.get(id, ()))
            ties = self._ties[id] = tuple(sorted(made, key=lambda tie: self._order[tie.kind.id]))
        return ties

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of relationship by their ids."""
        return self._story.kind_by_id

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {kind.id: number for number, kind in enumerate(self._story.kinds)}

    def _tie(self, id: str, other: str, relationship: Relationship) -> Tie:
        """A relationship as the person of that id sees it."""
        kind = self.kinds[relationship.kind]
        label = latest(relationship.label_stages)
        forth = label or kind.label
        if self._canonical[relationship.source] == id:
            out = Direction.BOTH if kind.mutual else Direction.OUT
            return Tie(other, kind, forth, out, told_by_other=False, inward=False, relationship=relationship)
        back = latest(relationship.back_stages) or (None if label else kind.back)
        into = Direction.BOTH if kind.mutual else Direction.IN
        told_by_other = not back and not kind.mutual
        return Tie(other, kind, back or forth, into, told_by_other, inward=True, relationship=relationship)


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
