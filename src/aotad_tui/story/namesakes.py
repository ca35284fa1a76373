"""Tells people of one name apart: by group, then by where they were first met, then by description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from aotad_tui.cells import cut
from aotad_tui.invisible import visible

from .first_meetings import met_at
from .people import People
from .story import Story
from .values import Character

_ABOUT_CELLS = 32
"""The cells of a description in a row."""


class Namesakes:
    """The words that tell a person from others of the same name. No two people have the same name and words."""

    def __init__(self, story: Story, people: People) -> None:
        self._story = story
        self._people = people

    def distinction(self, id: str) -> str:
        """What tells this person from others of the same name; empty if nobody else has it."""
        return self._distinctions.get(id, "")

    def label(self, person: Character) -> str:
        """The name of a person for a list: with the distinction in brackets if somebody else has the name."""
        words = self.distinction(person.id)
        return f"{person.name} ({words})" if words else person.name

    def first_met(self, person: Character) -> str:
        """From when a person is known, in words: "first met in Chapter 3"."""
        if not person.is_met:
            return "announced"
        point = met_at(person)
        return f"first met in {self._story.timeline.label(point)}" if point else "known from the start"

    @cached_property
    def _distinctions(self) -> Mapping[str, str]:
        by_name: dict[str, list[Character]] = {}
        for person in self._people.everyone:
            by_name.setdefault(visible(person.name).casefold(), []).append(person)
        return dict(pair for people in by_name.values() if len(people) > 1 for pair in self._tell_apart(people))

    def _tell_apart(self, people: list[Character]) -> Iterator[tuple[str, str]]:
        """The distinction of each of these people by id. What all people of a set share is left out."""
        words: dict[str, list[str]] = {person.id: [] for person in people}
        alike = [people]
        for value_of in (self._group, self.first_met, _about):
            split: list[list[Character]] = []
            for same in alike:
                parts: dict[str, list[Character]] = {}
                for person in same:
                    parts.setdefault(value_of(person), []).append(person)
                if len(parts) > 1:
                    for value, members in parts.items():
                        for person in members:
                            words[person.id] += [value] if value else []
                split += parts.values()
            alike = [same for same in split if len(same) > 1]
        joined = {id: " · ".join(own) for id, own in words.items()}
        counts = Counter(_comparable(joined.values()))
        for id, own in joined.items():
            is_unique = own and counts[visible(own).casefold()] == 1
            yield id, own if is_unique else f"{own} · {id}" if own else id

    def _group(self, person: Character) -> str:
        group = self._story.group_by_id.get(person.group or "")
        return group.name if group else "no group"


def _about(person: Character) -> str:
    return cut(person.about, _ABOUT_CELLS)


def _comparable(texts: Iterable[str]) -> Iterator[str]:
    return (visible(text).casefold() for text in texts)
