"""Finds people by what is known of them: group, state, relationships, description and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import chain

from aotad_tui.link import Link
from aotad_tui.story.people import Direction
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .folding import fold
from .index_terms import SHORTEST, prefix_of
from .marking import Marks, marks, searched
from .prefix_index import SubstringIndex

Parts = tuple[str, ...]
"""The forms of a typed word, as they are looked up."""

_SEPARATOR = " · "
_SHORTEST_STEM = 4
"""The letters of the shortest word that is also found in other forms."""


@dataclass(frozen=True, slots=True)
class Known:
    """What matches of what is known of a person. `rank`: how well it describes the person, 0 is best."""

    rank: int
    text: str


class PersonDetails:
    """An index of the texts about the people of a visible story. Built on first use."""

    def __init__(self, visible: VisibleStory) -> None:
        self._visible = visible

    def prepare(self) -> None:
        """Build the index now, for example on a thread."""
        _ = self._number, self._ranks

    def find(self, typed: str, first: Iterable[Link] = ()) -> Iterator[tuple[Link, Known]]:
        """The people of whom each typed word begins a word of some text, and what matches, best first.

        Among equal matches the links in `first` come first, then those with more relationships.
        """
        words = [parts for word in fold(typed).split() for parts in [_parts(word)] if len(parts[0]) >= SHORTEST]
        if not words or max(len(typed.strip()), *(len(parts[0].strip()) for parts in words)) < SHORTEST:
            return
        longest = max(words, key=lambda parts: len(parts[0]))
        near = [self._number[link] for link in first if link in self._number]
        found: set[int] = set()
        for rank, texts in enumerate(self._ranks):
            for number in chain(near, merge(*map(texts.matches, longest))):
                if number not in found and _has_all(texts.text(number), words):
                    found.add(number)
                    person = self._people[number]
                    yield Link.character(person.id), Known(rank, self._matched(person, words))

    def _matched(self, person: Character, words: Sequence[Parts]) -> str:
        """The first text about a person for each of the words."""
        texts = [(text, searched(text)) for text_of in self._sources for text in text_of(person)]
        matched = (next(text for text, form in texts if any(part in form for part in parts)) for parts in words)
        return _SEPARATOR.join(dict.fromkeys(matched))

    @cached_property
    def _people(self) -> list[Character]:
        """All people in an order that says nothing about the guide's."""
        ties = self._visible.people.neighbours
        return sorted(
            self._visible.people.everyone,
            key=lambda person: (-len(ties.get(person.id, ())), fold(person.name), person.id),
        )

    @cached_property
    def _number(self) -> Mapping[Link, int]:
        return {Link.character(person.id): number for number, person in enumerate(self._people)}

    @cached_property
    def _ranks(self) -> list[SubstringIndex]:
        """For each rank the texts of everybody up to this rank, as they are searched."""
        so_far = [""] * len(self._people)
        ranks = []
        for texts_of in self._sources:
            so_far = [
                before + "".join(map(searched, texts_of(person)))
                for before, person in zip(so_far, self._people, strict=True)
            ]
            ranks.append(SubstringIndex(so_far))
        return ranks

    @property
    def _sources(self) -> Sequence[Callable[[Character], Iterator[str]]]:
        """The functions that return the texts about a person, one for each rank."""
        return (self._group_and_state, self._relationships, _about, _facts)

    def _group_and_state(self, person: Character) -> Iterator[str]:
        story = self._visible.story
        group, state = story.group_by_id.get(person.group or ""), story.state_by_id.get(person.state)
        if group:
            yield group.name
        if state:
            yield state.label

    def _relationships(self, person: Character) -> Iterator[str]:
        for side in self._visible.people.relationships_of(person.id):
            if not side.other_is_subject:
                yield side.label
            if side.kind.mutual or side.direction is not Direction.IN:
                yield from (side.kind.label, side.kind.heading, side.kind.id)


def _about(person: Character) -> Iterator[str]:
    if person.about:
        yield person.about


def _facts(person: Character) -> Iterator[str]:
    return (fact.text for fact in person.facts)


def marks_in_details(text: str, typed: str) -> Marks:
    """The ranges of the texts that match the typed words."""
    return marks(text, (part for word in fold(typed).split() for part in _parts(word) if len(part) >= SHORTEST))


def _has_all(text: str, words: Iterable[Parts]) -> bool:
    return all(any(part in text for part in parts) for parts in words)


def _parts(word: str) -> Parts:
    """What to look up for a folded word: with "bully" also "bullies", with "teachers" also "teacher"."""
    forms = [word]
    if word.isascii() and len(word) >= _SHORTEST_STEM:
        if word.endswith("y"):
            forms.append(f"{word[:-1]}i")
        elif word.endswith("s"):
            forms.append(word[:-1])
    return tuple(prefix_of(form) for form in forms)
