"""Finds people's names in running text: longest first, whole words, with English and Korean suffixes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from string import ascii_letters, digits
from typing import Generic, TypeVar

from aotad_tui.invisible import visible, visible_with_places

from .people import People

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_LETTERS = {*ascii_letters, *digits, "_"}
_USUAL_NAME = re.compile(r"[\w \-']*")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Korean particles, which follow a name without a space. Several may follow each other (에게는, 만이).
_PARTICLES = re.compile(
    r"(?:이|가|은|는|을|를|의|에|에게|에게서|에서|한테|께|께서|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|마저|조차"
    r"|하고|만큼|밖에|커녕|대로|뿐|같이|며|이며|란|이란|로서|으로서|한테서|님|씨|군|양|아|야|여|이여|라|이라|라고|이라고"
    r"|이나|나|네|들|이다|다|였다|이었다){0,3}"
)
_CACHE_SIZE = 30_000
"""The characters of texts whose mentions are cached: about ten screens."""
# The characters allowed between the words of any name.
_SEPARATORS = frozenset((" ", "-", "'", "’", ". ", "\u2010", "\u2011"))


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A name in a text: the characters from `start` up to `end`, and its meaning."""

    start: int
    end: int
    meaning: T


class NameIndex(Generic[T]):
    """An index of names with the meanings of each. The time of a search grows with the text, not with the names."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._meanings: dict[tuple[str, ...], dict[T, None]] = {}
        self._separators: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        """Unusual separators between the words of names, such as "J.R." or "Kate, the elder"."""
        lengths: dict[str, set[int]] = {}
        for written, meaning in names:
            name = visible(written)
            words = tuple(_WORD.findall(name))
            if words and len(name) > 1:
                self._meanings.setdefault(words, {})[meaning] = None
                lengths.setdefault(words[0], set()).add(len(words))
                if len(words) > 1 and not _USUAL_NAME.fullmatch(name):
                    self._separators.setdefault(words, set()).add(_separators(name, list(_WORD.finditer(name))))
        self._lengths = {first: sorted(counts, reverse=True) for first, counts in lengths.items()}
        """By the first word of a name, the lengths in words of all names with that word, longest first."""
        unused = "".join(sorted(_LETTERS - {first[0] for first in lengths}))
        self._first_words = re.compile(rf"[^\W{unused}]\w*")
        """Matches words that may begin a name: most words of a text begin with a letter that no name begins with."""

    def find(self, text: str) -> Iterator[Mention[tuple[T, ...]]]:
        """The names in `text` in order, without overlaps. Invisible characters in the text do not hide a name."""
        shown, places = visible_with_places(text)
        mentions = self._find(shown)
        if len(shown) == len(text):
            return mentions
        return (Mention(places[mention.start], places[mention.end - 1] + 1, mention.meaning) for mention in mentions)

    def _find(self, text: str) -> Iterator[Mention[tuple[T, ...]]]:
        end = 0
        for match in self._first_words.finditer(text):
            first, start = match.group(), match.start()
            if start < end or (first.isascii() and first not in self._lengths) or _is_word_tail(text, start):
                continue
            words = list(islice(_WORD.finditer(text, start), self._lengths.get(first, (1,))[0]))
            name = self._longest_name(text, words)
            if name:
                last = words[len(name) - 1]
                end = last.end()
                yield Mention(start, last.start() + len(name[-1]), tuple(self._meanings[name]))

    def _longest_name(self, text: str, words: list[re.Match[str]]) -> tuple[str, ...] | None:
        """The longest name that these words begin with."""
        first = words[0].group()
        for length in self._lengths.get(first, ()):
            name = self._name_of(text, words[:length], length)
            if name:
                return name
        # a Korean particle follows a name without a space
        return self._without_particle((), first, shortest=2)

    def _name_of(self, text: str, words: list[re.Match[str]], length: int) -> tuple[str, ...] | None:
        """The name that consists of the first `length` words, or None."""
        if len(words) < length:
            return None
        name = tuple(word.group() for word in words)
        separators = _separators(text, words)
        if name in self._meanings and self._may_separate(separators, name) and not _continues(text, words[-1].end()):
            return name
        shorter = self._without_particle(name[:-1], name[-1], shortest=1) if length > 1 else None
        return shorter if shorter and self._may_separate(separators, shorter) else None

    def _may_separate(self, separators: tuple[str, ...], name: tuple[str, ...]) -> bool:
        """Whether these separators are allowed between the words of any name, or of this name."""
        return _SEPARATORS.issuperset(separators) or separators in self._separators.get(name, ())

    def _without_particle(self, before: tuple[str, ...], word: str, shortest: int) -> tuple[str, ...] | None:
        """The longest name that remains after removing a Korean particle from the last word."""
        if not _HANGUL.match(word):
            return None
        for length in range(len(word) - 1, shortest - 1, -1):
            name = (*before, word[:length])
            if name in self._meanings and _HANGUL.match(word[length - 1]) and _PARTICLES.fullmatch(word, length):
                return name
        return None


def _is_word_tail(text: str, start: int) -> bool:
    """Whether the text from `start` on is the tail of a longer word: "jo" in "On-jo"."""
    before = text[start - 1 : start]
    return before.isalnum() or before == "_" or (before in ("-", "'", "’") and text[start - 2 : start - 1].isalnum())


def _separators(text: str, words: list[re.Match[str]]) -> tuple[str, ...]:
    """The separators between words, with line breaks as spaces."""
    return tuple(text[word.end() : following.start()].replace("\n", " ") for word, following in pairwise(words))


def _continues(text: str, end: int) -> bool:
    """Whether a hyphen continues the word: the "Su" in "Su-hyeok" is not a name."""
    return text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalnum()


class Mentions:
    """Finds the people named in the texts of a story.

    Actors' names, and names that an author has switched off, are in the index too. They name no character, and shorter
    names inside them do not count ("Lee Min-jae" of the cast is not the "Min-jae" of the story).
    """

    def __init__(self, people: People) -> None:
        self._index = NameIndex(_names(people))
        self._cache: dict[str, tuple[Mention[tuple[str, ...]], ...]] = {}
        """The mentions in recently searched texts. A section is drawn more than once."""
        self._cached_characters = 0
        """The number of characters of these texts."""
        self._excluded: tuple[Collection[str], frozenset[tuple[str, ...]]] = ((), frozenset())
        """The spellings that name nobody in the section that was searched last, and their words."""

    def find(self, text: str, context: Collection[str] = (), unnamed: Collection[str] = ()) -> list[Mention[str]]:
        """The people named in `text`, by id.

        A name of several people means the one of them in `context`, or nobody. `unnamed`: spellings that name nobody
        here.
        """
        return resolve(self.candidates(text, unnamed), context)

    def candidates(self, text: str, unnamed: Collection[str] = ()) -> list[Mention[tuple[str, ...]]]:
        """The names in `text` with the ids of all people that each may mean."""
        mentions = self._cache.get(text)
        if mentions is None:
            mentions = tuple(self._search(text))
            self._store(text, mentions)
        if not unnamed:
            return list(mentions)
        excluded = self._excluded_words(unnamed)
        return [mention for mention in mentions if _words_of(text[mention.start : mention.end]) not in excluded]

    def _excluded_words(self, unnamed: Collection[str]) -> Collection[tuple[str, ...]]:
        """The words of spellings that name nobody, remembered while texts of the same section are searched."""
        known, words = self._excluded
        if known is not unnamed:
            words = frozenset(map(_words_of, unnamed))
            self._excluded = unnamed, words
        return words

    def _store(self, text: str, mentions: tuple[Mention[tuple[str, ...]], ...]) -> None:
        if self._cached_characters >= _CACHE_SIZE:
            self._cache.clear()
            self._cached_characters = 0
        self._cache[text] = mentions
        self._cached_characters += len(text)

    def _search(self, text: str) -> Iterator[Mention[tuple[str, ...]]]:
        for mention in self._index.find(text):
            ids = tuple(id for id in mention.meaning if id is not None)
            if ids:
                yield Mention(mention.start, mention.end, ids)

    def people_in(self, text: str, unnamed: Collection[str] = (), linked: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of all people named in `text`, each once, in order of appearance. `linked`: the ids linked there."""
        mentions = self.candidates(text, unnamed)
        certain = {*linked, *(mention.meaning for mention in resolve(mentions, ()))}
        return tuple(dict.fromkeys(mention.meaning for mention in resolve(mentions, certain)))


def resolve(mentions: Iterable[Mention[tuple[str, ...]]], context: Collection[str]) -> list[Mention[str]]:
    """The mentions of exactly one person: of a name that one person has, or that one person in `context` has."""
    resolved = []
    for mention in mentions:
        ids = mention.meaning if len(mention.meaning) == 1 else tuple(id for id in mention.meaning if id in context)
        if len(ids) == 1:
            resolved.append(Mention(mention.start, mention.end, ids[0]))
    return resolved


def _names(people: People) -> Iterator[tuple[str, str | None]]:
    """Every name with the id of its person, or None for a name of nobody in the story."""
    for person in people.everyone:
        owners: dict[str, str | None] = {}
        for stage in person.spelling_stages:
            owners[stage.text] = owners.get(stage.text, person.id) if stage.live else None
        yield from owners.items()
        if person.played_by:
            for name in (person.played_by.name, person.played_by.native, *person.played_by.aliases):
                yield name, None


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(visible(name)))
