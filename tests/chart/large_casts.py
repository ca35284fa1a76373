"""Large casts in which nobody is in a group."""

from __future__ import annotations

import random
from dataclasses import replace

from aotad_tui.story.story import Story
from tests.story.stories import person, stages, story, tie

_KINDS = ("family", "love", "friend", "ally", "protects", "rival", "enemy", "hurts", "killed", "teacher", "colleague")
_GIVEN = ("Alliser", "Bronn", "Catelyn", "Davos", "Gregor", "Illyrio", "Jaqen", "Lysa", "Olenna", "Petyr", "Sansa")
_FAMILY = ("Thorne", "Stark", "Seaworth", "Lannister", "Tyrell", "Baelish", "Bolton", "Clegane", "Mormont", "Arryn")


def large_cast(people: int, ties: int) -> Story:
    """A story like a long series, always the same for the same numbers.

    A few people have very many relationships, most people have few, and some none; four of five relationships are
    within a circle of about twenty people.
    """
    chance = random.Random(people)
    circle_of = [int(chance.random() ** 1.5 * max(4, people // 20)) for _ in range(people)]
    circles: dict[int, list[int]] = {}
    for number, circle in enumerate(circle_of):
        circles.setdefault(circle, []).append(number)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < ties:
        one = int(people * chance.random() ** (3 if chance.random() < 0.5 else 1))
        circle_mates = circles[circle_of[one]]
        other = chance.choice(circle_mates) if chance.random() < 0.8 else chance.randrange(people)
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    cast = [
        person(f"p{number:05}", name_stages=stages((0, f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)} {number}")))
        for number in range(people)
    ]
    relationships = [tie(f"p{one:05}", f"p{other:05}", chance.choice(_KINDS)) for one, other in sorted(pairs)]
    return story(*cast, relationships=tuple(relationships))


def without_groups(whole: Story) -> Story:
    """Return a story with nobody in a group."""
    return replace(whole, characters=tuple(replace(one, group_stages=()) for one in whole.characters))
