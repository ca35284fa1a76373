"""The list of people: by group, in a chosen order, limited by group, state and kind of relationship."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from .paths import strength
from .values import Character, Group
from .visible import VisibleStory

NO_GROUP = ""
"""The filter for people who are in no group. No group has this id."""


class Sort(StrEnum):
    """The order of the people in each group."""

    STORY = "story"
    NAME = "name"
    CONNECTED = "connected"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people are listed, by ids; None for all. `kind`: those with a relationship of that kind."""

    group: str | None = None
    state: str | None = None
    kind: str | None = None
    sort: Sort = Sort.STORY


@dataclass(frozen=True, slots=True)
class GroupOfPeople:
    """Some people of one group; without a group, those who are in none."""

    group: Group | None
    people: tuple[Character, ...]

    @property
    def name(self) -> str:
        """The heading of the group."""
        return self.group.name if self.group else "No group"


def people_by_group(visible: VisibleStory, chosen: PeopleFilter) -> list[GroupOfPeople]:
    """The people who pass the filter: groups in the guide's order, then people without a group. No group is empty."""
    members: dict[str, list[Character]] = {}
    for person in visible.people.everyone:
        if _passes(visible, person, chosen):
            members.setdefault(person.group or NO_GROUP, []).append(person)
    for people in members.values():
        people.sort(key=partial(_sort_key, visible, chosen.sort))
    groups: Mapping[str, Group | None] = {**visible.story.group_by_id, NO_GROUP: None}
    return [GroupOfPeople(group, tuple(members[id])) for id, group in groups.items() if id in members]


def _passes(visible: VisibleStory, person: Character, chosen: PeopleFilter) -> bool:
    if chosen.group is not None and chosen.group != (person.group or NO_GROUP):
        return False
    if chosen.state is not None and chosen.state != person.state:
        return False
    return chosen.kind is None or chosen.kind in _kinds_of(visible, person)


def _kinds_of(visible: VisibleStory, person: Character) -> Iterator[str]:
    return (relationship.kind for _, relationship in visible.people.neighbours.get(person.id, ()))


def _sort_key(visible: VisibleStory, sort: Sort, person: Character) -> tuple[int, str]:
    """The key of a person. People with equal keys stay in the guide's order."""
    match sort:
        case Sort.STORY:
            return person.since, ""
        case Sort.NAME:
            return 0, person.name.casefold()
        case Sort.CONNECTED:
            return -_connections(visible, person), ""


def _connections(visible: VisibleStory, person: Character) -> int:
    """The sum of the strengths of a person's relationships."""
    kinds, neighbours = visible.people.kinds, visible.people.neighbours.get(person.id, ())
    return sum(strength(kinds[relationship.kind], relationship) for _, relationship in neighbours)
