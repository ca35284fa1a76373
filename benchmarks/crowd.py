"""A made-up story as large as the largest that the program should hold: 13,000 people, 17,000 ties, hubs among them."""

from __future__ import annotations

import random

from aotad_tui.story.edition import Edition
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline
from aotad_tui.story.values import Character, Fact, Relationship, Stage

LABELS = ("", "went to the same school as", "has owed money to, for longer than either of them remembers,", "saw last")
HUBS = {"hub-1": 1, "hub-5": 5, "hub-60": 60, "hub-300": 300}

HERMIT = "hermit"
"""Who is tied to nobody."""


def crowd(people: int = 13_000, ties: int = 17_000) -> Edition:
    """The story, the same at every call; the hubs have as many ties as their ids say."""
    chance = random.Random(5)
    ids = [f"person-{number}" for number in range(people - len(HUBS) - 1)]
    ends = [(hub, chance.choice(ids)) for hub, degree in HUBS.items() for _ in range(degree)]
    ends += [
        (ids[number], ids[int(number * chance.random() ** 2)]) for number in range(1, len(ids)) if len(ends) < ties
    ]
    while len(ends) < ties:
        ends.append((chance.choice(ids), chance.choice(ids)))
    relationships = tuple(
        Relationship(one, other, chance.choice(KINDS).id, 0, _label(chance)) for one, other in ends if one != other
    )
    characters = tuple(
        Character(id, 0, _name(number), facts=(Fact(0, f"Was born in house {number}."),))
        for number, id in enumerate([*HUBS, *ids, HERMIT])
    )
    return Edition(
        Story(
            "A crowd",
            Timeline(),
            0,
            kinds=KINDS,
            states=STATES,
            characters=characters,
            relationships=relationships,
        )
    )


def _label(chance: random.Random) -> tuple[Stage, ...]:
    label = chance.choice(LABELS)
    return (Stage(0, label),) if label else ()


def _name(number: int) -> tuple[Stage, ...]:
    return (Stage(0, f"Person{'' if number % 7 else ' Nikolayevich-Rostov'} Number {number}"),)
