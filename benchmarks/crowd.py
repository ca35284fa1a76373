"""A generated story as large as the program supports: 13,000 people, 17,000 relationships, and hubs among the people.

Its people are in forty groups. Its one section names a few of them.
"""

from __future__ import annotations

import random

from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.named import Stage
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline
from aotad_tui.story.values import Character, Fact, Group, Relationship, Section
from aotad_tui.story.visible import VisibleStory

LABELS = ("", "went to the same school as", "has owed money to, for longer than either of them remembers,", "saw last")
HUBS = {"hub-1": 1, "hub-5": 5, "hub-60": 60, "hub-300": 300}

HERMIT = "hermit"
"""The person without relationships."""
GROUPS = 40
TEXT = "Here [hub-60](character:hub-60) meets [hub-5](character:hub-5), and Person Number 8 looks on.\n\n" * 9


class _Texts:
    def read(self, _: str) -> str:
        return TEXT


def crowd(people: int = 13_000, relationship_count: int = 17_000) -> VisibleStory:
    """The story, equal at every call; the id of a hub has the number of its relationships."""
    chance = random.Random(5)
    ids = [f"person-{number}" for number in range(people - len(HUBS) - 1)]
    ends = [(hub, chance.choice(ids)) for hub, degree in HUBS.items() for _ in range(degree)]
    ends += [
        (ids[number], ids[int(number * chance.random() ** 2)])
        for number in range(1, len(ids))
        if len(ends) < relationship_count
    ]
    while len(ends) < relationship_count:
        ends.append((chance.choice(ids), chance.choice(ids)))
    relationships = tuple(
        Relationship(one, other, 0, (Stage(0, chance.choice(KINDS).id),), _label(chance))
        for one, other in ends
        if one != other
    )
    characters = tuple(
        Character(
            id,
            0,
            _name(number),
            group_stages=(Stage(0, f"g{number % GROUPS}"),),
            facts=(Fact(0, f"Was born in house {number}."),),
        )
        for number, id in enumerate([*HUBS, *ids, HERMIT])
    )
    return VisibleStory(
        Story(
            "A crowd",
            Timeline(),
            0,
            groups=tuple(Group(f"g{number}", f"Group {number}", 0) for number in range(GROUPS)),
            kinds=KINDS,
            states=STATES,
            characters=characters,
            relationships=relationships,
            sections=(Section("one", "one.md", "One", 0),),
            texts=_Texts(),
        )
    )


def _label(chance: random.Random) -> tuple[Stage, ...]:
    label = chance.choice(LABELS)
    return (Stage(0, label),) if label else ()


def _name(number: int) -> tuple[Stage, ...]:
    return (Stage(0, f"Person{'' if number % 7 else ' Nikolayevich-Rostov'} Number {number}"),)
