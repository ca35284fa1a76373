"""Finds people and terms by what is known of them: group, state, relationships, description and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import chain

from aotad_tui.link import Link
from aotad_tui.story.named import Term
from aotad_tui.story.people import Direction
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .folding import fold
from .index_terms import SHORTEST, prefix_of
from .marking import Marks, marks, searched
from .prefix_index import SubstringIndex

Subject = Character | Term

Parts = tuple[str, ...]
"""The forms of a typed word, as they are looked up."""

_SEPARATOR = " · "
_SHORTEST_STEM = 4
"""The letters of the shortest word that is also found in other forms."""


@dataclass(frozen=True, slots=True)
class Known:
    """What matches of what is known of a person or term. `rank`: how well it describes them, 0 is best."""

    rank: int
    text: str


class Details:
    """An index of the texts about people and terms of a visible story. Built on first use."""

    def __init__(self, visible: VisibleStory, subjects: Iterable[Subject] | None = None) -> None:
        """`subjects`: the people and terms that are found; None for all."""
        self._visible = visible
        everything: tuple[Subject, ...] = (*visible.people.everyone, *visible.terms.values())
        self._given = everything if subjects is None else tuple(subjects)

    def prepare(self) -> None:
        """Build the index now, for example on a thread."""
        _ = self._number, self._ranks

    def find(self, typed: str, first: Iterable[Link] = ()) -> Iterator[tuple[Link, Known]]:
        """The people and terms of whom each typed word begins a word of some text, and what matches, best first.

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
                    subject = self._subjects[number]
                    yield self._visible.link_to(subject.id), Known(rank, self._matched(subject, words))

    def _matched(self, subject: Subject, words: Sequence[Parts]) -> str:
        """The first text about a person or term for each of the words."""
        texts = [(text, searched(text)) for text_of in self._sources for text in text_of(subject)]
        matched = (next(text for text, form in texts if any(part in form for part in parts)) for parts in words)
        return _SEPARATOR.join(dict.fromkeys(matched))

    @cached_property
    def _subjects(self) -> list[Subject]:
        """All people and terms in an order that says nothing about the guide's."""
        ties = self._visible.people.neighbours
        return sorted(self._given, key=lambda subject: (-len(ties.get(subject.id, ())), fold(subject.name), subject.id))

    @cached_property
    def _number(self) -> Mapping[Link, int]:
        return {self._visible.link_to(subject.id): number for number, subject in enumerate(self._subjects)}

    @cached_property
    def _ranks(self) -> list[SubstringIndex]:
        """For each rank the texts about each subject up to this rank, as they are searched."""
        so_far = [""] * len(self._subjects)
        ranks = []
        for texts_of in self._sources:
            so_far = [
                before + "".join(map(searched, texts_of(subject)))
                for before, subject in zip(so_far, self._subjects, strict=True)
            ]
            ranks.append(SubstringIndex(so_far))
        return ranks

    @property
    def _sources(self) -> Sequence[Callable[[Subject], Iterator[str]]]:
        """The functions that return the texts about a person or term, one for each rank. A term only has the third."""
        return (self._group_and_state, self._relationships, _about, _facts)

    def _group_and_state(self, subject: Subject) -> Iterator[str]:
        if isinstance(subject, Term):
            return
        story = self._visible.story
        group, state = story.group_by_id.get(subject.group or ""), story.state_by_id.get(subject.state)
        if group:
            yield group.name
        if state:
            yield state.label

    def _relationships(self, subject: Subject) -> Iterator[str]:
        if isinstance(subject, Term):
            return
        for side in self._visible.people.relationships_of(subject.id):
            if not side.other_is_subject:
                yield side.label
            if side.kind.mutual or side.direction is not Direction.IN:
                yield from (side.kind.label, side.kind.heading, side.kind.id)


def _about(subject: Subject) -> Iterator[str]:
    if subject.about:
        yield subject.about


def _facts(subject: Subject) -> Iterator[str]:
    return iter(()) if isinstance(subject, Term) else (fact.text for fact in subject.facts)


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
