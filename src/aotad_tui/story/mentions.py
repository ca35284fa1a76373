"""People's names in running text: longest first, whole words, with what English and Korean hang on to a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from .people import People

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# What Korean puts behind a name without a space; several may follow each other (에게는, 만이).
_PARTICLES = re.compile(
    r"(?:이|가|은|는|을|를|의|에|에게|에게서|에서|한테|께|께서|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|마저|조차"
    r"|하고|만큼|밖에|커녕|대로|뿐|같이|며|이며|란|이란|로서|으로서|한테서|님|씨|군|양|아|야|여|이여|라|이라|라고|이라고"
    r"|이나|나|네|들|이다|다|였다|이었다){0,3}"
)
# What may stand between the words of one name.
_JOINTS = frozenset((" ", "-", "'", "’", "\n", ". ", "\u2010", "\u2011"))


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A name in a text: the characters from `start` up to `end`, and whom it may mean."""

    start: int
    end: int
    who: T


class NameIndex(Generic[T]):
    """Names and what each may mean. Finding takes time by the length of the text, not by the number of names."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        meanings: dict[tuple[str, ...], dict[T, None]] = {}
        for name, meaning in names:
            words = tuple(_WORD.findall(name))
            if words and len(name) > 1:
                meanings.setdefault(words, {})[meaning] = None
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
        for words, whom in meanings.items():
            self._by_first.setdefault(words[0], []).append((words, tuple(whom)))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> Iterator[Mention[tuple[T, ...]]]:
        """The names in `text` in order, none inside another."""
        words = list(_WORD.finditer(text))
        number = 0
        while number < len(words):
            found = self._at(text, words, number)
            if found is None:
                number += 1
                continue
            count, mention = found
            yield mention
            number += count

    def _at(self, text: str, words: list[re.Match[str]], number: int) -> tuple[int, Mention[tuple[T, ...]]] | None:
        """The longest name that begins with the word of that number, and how many words it has."""
        start = words[number].start()
        if start and text[start - 1] in "-'’" and start > 1 and text[start - 2].isalnum():
            return None  # the tail of a longer word: "jo" in "On-jo"
        for names, whom in self._candidates(words[number].group()):
            end = _end_of(text, words, number, names)
            if end is not None:
                return len(names), Mention(start, end, whom)
        return None

    def _candidates(self, word: str) -> Iterator[tuple[tuple[str, ...], tuple[T, ...]]]:
        yield from self._by_first.get(word, ())
        if _HANGUL.match(word):  # a Korean name runs straight on into its particle
            for length in range(len(word) - 1, 1, -1):
                yield from (name for name in self._by_first.get(word[:length], ()) if len(name[0]) == 1)


def _end_of(text: str, words: list[re.Match[str]], number: int, name: tuple[str, ...]) -> int | None:
    """Where a name that begins at the word of that number ends in `text`, or None when it does not stand there."""
    if number + len(name) > len(words):
        return None
    for offset, wanted in enumerate(name):
        word = words[number + offset]
        if offset and text[words[number + offset - 1].end() : word.start()] not in _JOINTS:
            return None
        last = offset == len(name) - 1
        if word.group() == wanted:
            if last and _runs_on(text, word.end()):
                return None
        elif not (last and _with_particle(word.group(), wanted)):
            return None
    last_word = words[number + len(name) - 1]
    return last_word.start() + len(name[-1])


def _runs_on(text: str, end: int) -> bool:
    """Whether a hyphen carries the word on: "Su" in "Su-hyeok" is nobody's name."""
    return text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalnum()


def _with_particle(word: str, name: str) -> bool:
    return bool(_HANGUL.match(name[-1]) and word.startswith(name) and _PARTICLES.fullmatch(word, len(name)))


class Mentions:
    """Who is named in the texts of a story.

    Actors' names are known too, and so are those that an author has switched off: they name nobody, and no shorter name
    inside them is looked for ("Lee Min-jae" of the cast is not the "Min-jae" of the story).
    """

    def __init__(self, people: People) -> None:
        self._index = NameIndex(_names(people))

    def find(self, text: str, near: Collection[str] = (), unnamed: Collection[str] = ()) -> list[Mention[str]]:
        """The people named in `text`, by id. A name that several bear means the one among `near`, or nobody.

        `unnamed`: spellings that name nobody here.
        """
        return resolved(self.possible(text, unnamed), near)

    def possible(self, text: str, unnamed: Collection[str] = ()) -> list[Mention[tuple[str, ...]]]:
        """The names in `text` and all whom each may mean, by id."""
        found = []
        for mention in self._index.find(text):
            whom = tuple(id for id in mention.who if id is not None)
            if whom and not (unnamed and _spelt(text[mention.start : mention.end]) in map(_spelt, unnamed)):
                found.append(Mention(mention.start, mention.end, whom))
        return found

    def people_in(self, text: str, unnamed: Collection[str] = (), linked: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of all who are named in `text`, each once, in order of appearance; `linked`: who is linked there."""
        possible = self.possible(text, unnamed)
        certain = {*linked, *(mention.who for mention in resolved(possible, ()))}
        return tuple(dict.fromkeys(mention.who for mention in resolved(possible, certain)))


def resolved(possible: Iterable[Mention[tuple[str, ...]]], near: Collection[str]) -> list[Mention[str]]:
    """The names that mean one person: those that one person bears, or only one of those who are `near`."""
    found = []
    for mention in possible:
        whom = mention.who if len(mention.who) == 1 else tuple(id for id in mention.who if id in near)
        if len(whom) == 1:
            found.append(Mention(mention.start, mention.end, whom[0]))
    return found


class SectionNames:
    """Who is named in one section. A text of it is looked through once; the section's own people only when needed.

    `people`: gives the ids of all who are named in the section as a whole.
    """

    def __init__(self, mentions: Mentions, unnamed: Collection[str], people: Callable[[], Collection[str]]) -> None:
        self._mentions = mentions
        self._unnamed = unnamed
        self._people = people
        self._found: dict[str, list[Mention[str]]] = {}

    @cached_property
    def _near(self) -> frozenset[str]:
        return frozenset(self._people())

    def find(self, text: str) -> list[Mention[str]]:
        """The people named in a text of the section, by id."""
        found = self._found.get(text)
        if found is None:
            possible = self._mentions.possible(text, self._unnamed)
            clear = all(len(mention.who) == 1 for mention in possible)
            found = self._found[text] = resolved(possible, () if clear else self._near)
        return found


def _names(people: People) -> Iterator[tuple[str, str | None]]:
    """Every name and whose it is; None for a name that is nobody's in the story."""
    for person in people.everyone:
        off = {stage.text for stage in person.spelling_stages if not stage.live}
        for name in person.spellings:
            yield name, None if name in off else person.id
        if person.played_by:
            yield person.played_by.name, None
            yield person.played_by.native, None


def _spelt(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name))
