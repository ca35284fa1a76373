"""Finds the people and terms that running text names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from .longer_names import LongerNames, may_be_other_name
from .name_index import Mention, NameIndex
from .named import Named, Term
from .people import People

_CACHE_SIZE = 30_000
"""The characters of texts whose mentions are cached: about ten screens."""


class _Meaning(NamedTuple):
    """What a name means: the id of its person, or None for nobody. `is_short`: whether it is a short name."""

    id: str | None
    is_short: bool = False


_NOBODY = _Meaning(None)
_NO_SHORT_NAMES: Mapping[str, str] = {}


class Mentions:
    """Finds the people and terms named in the texts of a story. A name of both is the person's.

    Actors' names, and names that an author has switched off, are in the index too. They name no character, and shorter
    names inside them do not count ("Lee Min-jae" of the cast is not the "Min-jae" of the story).
    """

    def __init__(
        self,
        people: People,
        endings: Iterable[str] = (),
        short_names: Mapping[str, str] = _NO_SHORT_NAMES,
        terms: Collection[Term] = (),
    ) -> None:
        """`endings`: the endings of inflected words in the language of the story.

        `short_names`: names that nobody listed, with the id of the person whom each means. `terms`: those whose ids no
        person has.
        """
        self._endings = tuple(endings)
        self._terms = frozenset(term.id for term in terms)
        self._index = NameIndex((*_names(people, terms), *_short(short_names)), self._endings)
        self._longer_names = LongerNames(people, self._index)
        self._cache: dict[str, tuple[Mention[tuple[str, ...]], ...]] = {}
        """The mentions in recently searched texts. A section is drawn more than once."""
        self._cached_characters = 0
        """The number of characters of these texts."""
        self._excluded: tuple[Collection[str], NameIndex[str]] = ((), NameIndex(()))
        """The spellings that name nobody in the section that was searched last, and their index."""

    def find(self, text: str, context: Collection[str] = (), unnamed: Collection[str] = ()) -> list[Mention[str]]:
        """The people and terms named in `text`, by id.

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
        excluded = self._index_of_excluded(unnamed)
        return [mention for mention in mentions if not _is_whole_name(text[mention.start : mention.end], excluded)]

    def _index_of_excluded(self, unnamed: Collection[str]) -> NameIndex[str]:
        """The index of spellings that name nobody, remembered while texts of the same section are searched."""
        known, index = self._excluded
        if known is not unnamed:
            index = NameIndex(((name, name) for name in unnamed), self._endings)
            self._excluded = unnamed, index
        return index

    def _store(self, text: str, mentions: tuple[Mention[tuple[str, ...]], ...]) -> None:
        if self._cached_characters >= _CACHE_SIZE:
            self._cache.clear()
            self._cached_characters = 0
        self._cache[text] = mentions
        self._cached_characters += len(text)

    def _search(self, text: str) -> Iterator[Mention[tuple[str, ...]]]:
        for mention in self._index.find(text):
            named = tuple(meaning.id for meaning in mention.meaning if meaning.id is not None)
            ids = tuple(id for id in named if id not in self._terms) or named
            if not ids or self._longer_names.have(text, mention.start, mention.end, ids):
                continue
            is_short = any(meaning.is_short for meaning in mention.meaning)
            if not (is_short and may_be_other_name(text, mention.start, mention.end)):
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


def _short(names: Mapping[str, str]) -> Iterator[tuple[str, _Meaning]]:
    return ((name, _Meaning(id, is_short=True)) for name, id in names.items())


def _names(people: People, terms: Iterable[Term]) -> Iterator[tuple[str, _Meaning]]:
    """Every listed name with its meaning."""
    for term in terms:
        yield from _own_names(term)
    for person in people.everyone:
        yield from _own_names(person)
        if person.played_by:
            for name in (person.played_by.name, person.played_by.native, *person.played_by.aliases):
                yield name, _NOBODY


def _own_names(named: Named) -> Iterable[tuple[str, _Meaning]]:
    own = _Meaning(named.id)
    owners: dict[str, _Meaning] = {}
    for stage in named.spelling_stages:
        owners[stage.text] = owners.get(stage.text, own) if stage.is_searched else _NOBODY
    return owners.items()


def _is_whole_name(text: str, names: NameIndex[str]) -> bool:
    """Whether a text is one of the names, and nothing else."""
    return any(mention.start == 0 and mention.end == len(text) for mention in names.find(text))
