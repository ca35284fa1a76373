"""People, sections and commands by what a person types, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from aotad_tui.link import Link

from .folding import fold, initials, parts, without_family
from .fuzzy import Typos
from .hangul import only_consonants, strokes
from .phonetic import sound
from .prefix_index import JoinedNames, SortedNames, numbered

ENOUGH = 5
"""So many hits by what was really typed, and nobody asks for what may have been meant."""


class MatchTier(IntEnum):
    """How well a name fits what was typed, best first."""

    EXACT = 0
    WHOLE_WORDS = 1
    BEGINNING = 2
    WORDS = 3
    SOUND = 4
    INITIALS = 5
    SOUND_BEGINNING = 6
    INSIDE = 7
    TYPO = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be found: what it is, its title, every name that it goes by, and how central it is.

    `asides` are names that find it too, after all whose own name it is: who plays somebody.
    """

    place: Link
    title: str
    names: tuple[str, ...]
    weight: int = 0
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate found, the name by which it was, and how well that fits."""

    candidate: Candidate
    name: str
    fit: MatchTier
    order: tuple[int, ...] = field(default=(), compare=False)
    """Where it stands among the hits of several finders: compare these."""

    @property
    def is_aside(self) -> bool:
        """Whether it was found by a name that is not its own."""
        return self.name not in self.candidate.names


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a candidate: the number of the candidate, and whether it is only an aside."""

    owner: int
    text: str
    aside: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, folded in each way that names are."""

    compact: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]


class Finder:
    """Finds among candidates. What was typed is folded like the names; its words may stand in any order.

    Of hits that fit alike, those `near` come first, then the more central, then by title: never by the guide's order,
    which would tell where in the guide somebody stands.
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = sorted(candidates, key=lambda one: (-one.weight, fold(one.title), str(one.place)))
        self._number = {candidate.place: number for number, candidate in enumerate(self._candidates)}
        self._names = [
            _Name(owner, name, aside)
            for owner, candidate in enumerate(self._candidates)
            for aside, names in ((False, dict.fromkeys(candidate.names)), (True, candidate.asides))
            for name in names
        ]
        folded = [fold(name.text) for name in self._names]
        whole = [strokes(text.replace(" ", "")) for text in folded]
        given = [(without_family(text), number) for number, text in enumerate(folded)]
        alone = [(text, number) for text, number in given if text]
        compact = [*numbered(whole), *((strokes(text.replace(" ", "")), number) for text, number in alone)]
        heard = [*numbered(map(sound, folded)), *((sound(text), number) for text, number in alone)]
        self._whole = SortedNames(numbered(whole))
        self._words = SortedNames(
            (strokes(word), n) for text, n in (*numbered(folded), *alone) for word in text.split()
        )
        self._parts = SortedNames((strokes(word), n) for n, name in enumerate(self._names) for word in parts(name.text))
        self._initials = SortedNames((text, n) for n, name in enumerate(self._names) for text in initials(name.text))
        self._sounds = SortedNames(heard)
        self._joined = JoinedNames(whole)
        self._typos = Typos(compact)
        self._misheard = Typos(heard)

    def everything(self, most: int = 50) -> list[Hit]:
        """The first candidates, by how central they are."""
        return [self._hit(candidate, candidate.title, MatchTier.INSIDE) for candidate in self._candidates[:most]]

    def find(self, typed: str, most: int = 50, near: Collection[Link] = ()) -> list[Hit]:
        """The best hits for what was typed, at most so many. `near`: the places that come first among equals.

        Nothing typed finds everything, as far as that is `most`.
        """
        folded = fold(typed)
        if not folded:
            return [] if typed.strip() else self.everything(most)
        close = {self._number[place] for place in near if place in self._number}
        found: dict[int, Hit] = {}
        for fit, numbers in self._tiers(_asked(folded), most):
            if len(found) >= (ENOUGH if fit is MatchTier.TYPO else most):
                break
            for number in self._best(numbers, found, close, most):
                name = self._names[number]
                order = (fit, name.aside, name.owner not in close, name.owner)
                found[name.owner] = Hit(self._candidates[name.owner], name.text, fit, order)
        return sorted(found.values(), key=lambda hit: hit.order)[:most]

    def _hit(self, candidate: Candidate, name: str, fit: MatchTier) -> Hit:
        return Hit(candidate, name, fit, (fit, 0, 1, self._number[candidate.place]))

    def _tiers(self, asked: _Asked, most: int) -> Iterator[tuple[MatchTier, Iterable[int]]]:
        """The numbers of names that fit, from the best fit on. Each tier is looked up only when it is asked for."""
        yield MatchTier.EXACT, self._whole.equal(asked.compact)
        yield MatchTier.WHOLE_WORDS, self._with_all(self._words.equal(word) for word in asked.words)
        yield MatchTier.BEGINNING, self._whole.beginning(asked.compact)
        yield MatchTier.WORDS, self._with_all(self._parts.beginning(word) for word in asked.words)
        yield MatchTier.SOUND, (number for heard in asked.sounds for number in self._sounds.equal(heard))
        if len(asked.compact) > 1:
            yield MatchTier.INITIALS, self._initials.beginning(asked.compact)
            yield (
                MatchTier.SOUND_BEGINNING,
                (n for heard in asked.sounds if len(heard) > 1 for n in self._sounds.beginning(heard)),
            )
            yield MatchTier.INSIDE, self._joined.containing(asked.compact, 20 * most)
        if not only_consonants(asked.compact):
            yield MatchTier.TYPO, self._mistyped(asked)

    @staticmethod
    def _with_all(numbers: Iterable[Iterable[int]]) -> Iterable[int]:
        """What is in all of them."""
        first, *others = numbers
        return set(first).intersection(*others) if others else first

    def _mistyped(self, asked: _Asked) -> list[int]:
        """The names nearest to what was typed: the fewest wrong letters, then the fewest wrong sounds."""
        wrong: dict[int, float] = {number: mistakes for mistakes, number in self._typos.near(asked.compact)}
        for heard in asked.sounds:
            for mistakes, number in self._misheard.near(heard):
                wrong[number] = min(wrong.get(number, 99.0), mistakes + 0.5)
        least = min(wrong.values(), default=0.0)
        return [number for number, mistakes in wrong.items() if mistakes <= least + 0.5]

    def _best(self, numbers: Iterable[int], found: Collection[int], close: Collection[int], most: int) -> Iterable[int]:
        """Of these names the one to show of each candidate that is not found yet, for the first `most` candidates."""
        names = self._names
        best: dict[int, int] = {}
        for number in numbers:
            owner = names[number].owner
            if owner in found:
                continue
            other = best.get(owner)
            if other is None or self._shown_before(number, other):
                best[owner] = number
        if len(best) <= most:
            return best.values()
        ordered = sorted(best, key=lambda owner: (names[best[owner]].aside, owner not in close, owner))
        return [best[owner] for owner in ordered[:most]]

    def _shown_before(self, number: int, other: int) -> bool:
        """Whether a name says better than another one of the same candidate why it was found."""
        return number < other


def _asked(folded: str) -> _Asked:
    words = folded.split()
    turned = [" ".join([words[-1], *words[:-1]])] if len(words) > 1 else []
    heard = dict.fromkeys(sound(text) for text in (folded, *turned))
    return _Asked(
        strokes("".join(words)), tuple(strokes(word) for word in words), tuple(text for text in heard if text)
    )
