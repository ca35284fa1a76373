"""Search for people, sections and commands by name, best match first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from aotad_tui.link import Link

from .details import Details
from .folding import fold, initials, parts, without_family
from .fuzzy import FuzzyIndex
from .hangul import only_consonants, strokes
from .phonetic import sound
from .prefix_index import PrefixIndex, SubstringIndex, numbered

ENOUGH = 5
"""With that many matches of the text as typed, fuzzy matches are not searched."""


class MatchTier(IntEnum):
    """How well a name matches the typed text, best first."""

    EXACT = 0
    WHOLE_WORDS = 1
    BEGINNING = 2
    WORDS = 3
    SOUND = 4
    INITIALS = 5
    SOUND_BEGINNING = 6
    INSIDE = 7
    KNOWN = 8
    """Something that is known of the candidate matches, not a name."""
    ACROSS_WORDS = 9
    """The end of a word and the beginning of the next one match: "imp" in "Tim Plester"."""
    TYPO = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, section or other thing to search: its link, title, names, and weight (more is more central).

    `secondary_names`, such as an actor's, rank after all `names`.
    """

    link: Link
    title: str
    names: tuple[str, ...]
    weight: int = 0
    secondary_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate that matches, the name that matched, and how well."""

    candidate: Candidate
    name: str
    tier: MatchTier
    order: tuple[int, ...] = field(default=(), compare=False)
    """The sort key among the matches of several finders."""

    @property
    def is_weak(self) -> bool:
        """Whether no name matches, or only across the words of one, so that nobody may have been meant."""
        return self.tier in (MatchTier.KNOWN, MatchTier.ACROSS_WORDS)

    @property
    def is_secondary(self) -> bool:
        """Whether a secondary name matched."""
        return self.name not in self.candidate.names


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a candidate: the number of the candidate, and whether the name is secondary."""

    owner: int
    text: str
    secondary: bool


@dataclass(frozen=True, slots=True)
class _FoldedQuery:
    """The typed text, folded in each way that names are."""

    compact: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]


class Finder:
    """Searches candidates. The typed text is folded like the names; its words may be in any order.

    Among equal matches those in the context come first, then the more central, then by title. The guide's order is
    never used, since it would reveal the position of a person in the guide.
    """

    def __init__(self, candidates: Iterable[Candidate], details: Details | None = None) -> None:
        """`details`: finds the candidates of whom something else than a name matches."""
        self._details = details
        self._candidates = sorted(
            candidates, key=lambda candidate: (-candidate.weight, fold(candidate.title), str(candidate.link))
        )
        self._number = {candidate.link: number for number, candidate in enumerate(self._candidates)}
        self._names = [
            _Name(owner, name, secondary)
            for owner, candidate in enumerate(self._candidates)
            for secondary, names in ((False, dict.fromkeys(candidate.names)), (True, candidate.secondary_names))
            for name in names
        ]
        self._folded = folded = [fold(name.text) for name in self._names]
        whole = [strokes(text.replace(" ", "")) for text in folded]
        given = [(without_family(text), number) for number, text in enumerate(folded)]
        alone = [(text, number) for text, number in given if text]
        compact = [*numbered(whole), *((strokes(text.replace(" ", "")), number) for text, number in alone)]
        phonetic = [*numbered(map(sound, folded)), *((sound(text), number) for text, number in alone)]
        self._whole = PrefixIndex(numbered(whole))
        self._words = PrefixIndex(
            (strokes(word), n) for text, n in (*numbered(folded), *alone) for word in text.split()
        )
        self._parts = PrefixIndex((strokes(word), n) for n, name in enumerate(self._names) for word in parts(name.text))
        self._initials = PrefixIndex((text, n) for n, name in enumerate(self._names) for text in initials(name.text))
        self._sounds = PrefixIndex(phonetic)
        self._joined = SubstringIndex(whole)
        self._typos = FuzzyIndex(compact)
        self._misspelt_sounds = FuzzyIndex(phonetic)

    def everything(self, most: int = 50) -> list[Hit]:
        """The most central candidates."""
        return [self._hit(candidate, candidate.title, MatchTier.INSIDE) for candidate in self._candidates[:most]]

    def find(self, typed: str, most: int = 50, context: Collection[Link] = ()) -> list[Hit]:
        """The best `most` matches of the typed text. `context`: the links that come first among equal matches.

        An empty text matches everything.
        """
        folded = fold(typed)
        if not folded:
            return [] if typed.strip() else self.everything(most)
        preferred = {self._number[link] for link in context if link in self._number}
        hits: dict[int, Hit] = {}
        query = _fold_query(folded)
        self._add_names(hits, self._tiers(query, most), preferred, most, most)
        if len(hits) < most:
            self._add_known(hits, typed, context, most)
        self._add_names(hits, self._guesses(query, most), preferred, most, ENOUGH)
        return sorted(hits.values(), key=lambda hit: hit.order)[:most]

    def _add_names(
        self,
        hits: dict[int, Hit],
        tiers: Iterable[tuple[MatchTier, Iterable[int]]],
        preferred: Collection[int],
        most: int,
        enough: int,
    ) -> None:
        """Add the matches of names, tier by tier, until there are enough."""
        for tier, numbers in tiers:
            if len(hits) >= enough:
                break
            for number in self._best(numbers, hits, preferred, most):
                name = self._names[number]
                order = (tier, name.secondary, name.owner not in preferred, name.owner)
                hits[name.owner] = Hit(self._candidates[name.owner], name.text, tier, order)

    def _add_known(self, hits: dict[int, Hit], typed: str, context: Collection[Link], most: int) -> None:
        """Add the best candidates of whom something else than a name matches."""
        for link, known in self._details.find(typed, context) if self._details else ():
            owner = self._number.get(link)
            if owner is not None and owner not in hits:
                order = (MatchTier.KNOWN, known.rank, link not in context, owner)
                hits[owner] = Hit(self._candidates[owner], known.text, MatchTier.KNOWN, order)
            if len(hits) >= most:
                return

    def _hit(self, candidate: Candidate, name: str, tier: MatchTier) -> Hit:
        return Hit(candidate, name, tier, (tier, 0, 1, self._number[candidate.link]))

    def _tiers(self, query: _FoldedQuery, most: int) -> Iterator[tuple[MatchTier, Iterable[int]]]:
        """The numbers of matching names, tier by tier. Each tier is searched only when it is needed."""
        yield MatchTier.EXACT, self._whole.equal(query.compact)
        yield MatchTier.WHOLE_WORDS, self._with_all(self._words.equal(word) for word in query.words)
        yield MatchTier.BEGINNING, self._whole.beginning(query.compact)
        yield MatchTier.WORDS, self._with_all(self._parts.beginning(word) for word in query.words)
        yield MatchTier.SOUND, (number for phonetic in query.sounds for number in self._sounds.equal(phonetic))
        if len(query.compact) > 1:
            yield MatchTier.INITIALS, self._initials.beginning(query.compact)
            yield (
                MatchTier.SOUND_BEGINNING,
                (n for phonetic in query.sounds if len(phonetic) > 1 for n in self._sounds.beginning(phonetic)),
            )
            inside = self._joined.containing(query.compact, 20 * most)
            yield MatchTier.INSIDE, (number for number in inside if self._begins_or_is_in_word(number, query.compact))

    def _guesses(self, query: _FoldedQuery, most: int) -> Iterator[tuple[MatchTier, Iterable[int]]]:
        """The same for weaker matches."""
        if len(query.compact) > 1:
            yield MatchTier.ACROSS_WORDS, self._joined.containing(query.compact, 20 * most)
        if not only_consonants(query.compact):
            yield MatchTier.TYPO, self._mistyped(query)

    def _begins_or_is_in_word(self, number: int, compact: str) -> bool:
        """Whether a text is a part of one word of a name, or begins a word and goes on in the next ones."""
        spaced = strokes(self._folded[number])
        if compact in spaced:
            return True
        words = spaced.split(" ")
        return any("".join(words[start:]).startswith(compact) for start in range(len(words)))

    @staticmethod
    def _with_all(numbers: Iterable[Iterable[int]]) -> Iterable[int]:
        """The numbers that are in all of the groups."""
        first, *others = numbers
        return set(first).intersection(*others) if others else first

    def _mistyped(self, query: _FoldedQuery) -> list[int]:
        """The names with the smallest edit distance, in letters first and then in sounds."""
        wrong: dict[int, float] = {number: mistakes for mistakes, number in self._typos.near(query.compact)}
        for phonetic in query.sounds:
            for mistakes, number in self._misspelt_sounds.near(phonetic):
                wrong[number] = min(wrong.get(number, 99.0), mistakes + 0.5)
        least = min(wrong.values(), default=0.0)
        return [number for number, mistakes in wrong.items() if mistakes <= least + 0.5]

    def _best(
        self, numbers: Iterable[int], matched: Collection[int], preferred: Collection[int], most: int
    ) -> Iterable[int]:
        """The name to show for each candidate that has not matched yet, for the first `most` candidates."""
        names = self._names
        best: dict[int, int] = {}
        for number in numbers:
            owner = names[number].owner
            if owner in matched:
                continue
            other = best.get(owner)
            if other is None or self._shown_before(number, other):
                best[owner] = number
        if len(best) <= most:
            return best.values()
        ordered = sorted(best, key=lambda owner: (names[best[owner]].secondary, owner not in preferred, owner))
        return [best[owner] for owner in ordered[:most]]

    def _shown_before(self, number: int, other: int) -> bool:
        """Whether a name explains the match better than another name of the same candidate."""
        return number < other


def _fold_query(folded: str) -> _FoldedQuery:
    words = folded.split()
    rotated = [" ".join([words[-1], *words[:-1]])] if len(words) > 1 else []
    phonetic = dict.fromkeys(sound(text) for text in (folded, *rotated))
    return _FoldedQuery(
        strokes("".join(words)), tuple(strokes(word) for word in words), tuple(text for text in phonetic if text)
    )
