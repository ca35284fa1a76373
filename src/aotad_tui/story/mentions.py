"""People's names in running text: longest first, whole words, with what English and Korean hang on to a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from string import ascii_letters, digits
from typing import Generic, TypeVar

from .people import People

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_LETTERS = {*ascii_letters, *digits, "_"}
_PLAIN = re.compile(r"[\w \-']*")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# What Korean puts behind a name without a space; several may follow each other (에게는, 만이).
_PARTICLES = re.compile(
    r"(?:이|가|은|는|을|를|의|에|에게|에게서|에서|한테|께|께서|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|마저|조차"
    r"|하고|만큼|밖에|커녕|대로|뿐|같이|며|이며|란|이란|로서|으로서|한테서|님|씨|군|양|아|야|여|이여|라|이라|라고|이라고"
    r"|이나|나|네|들|이다|다|였다|이었다){0,3}"
)
_MOST_KEPT = 30_000
"""How many characters of texts are kept with the names in them: about ten screens."""
# What may stand between the words of one name.
_JOINTS = frozenset((" ", "-", "'", "’", ". ", "\u2010", "\u2011"))


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A name in a text: the characters from `start` up to `end`, and whom it may mean."""

    start: int
    end: int
    who: T


class NameIndex(Generic[T]):
    """Names and what each may mean. Finding takes time by the length of the text, not by the number of names."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._meanings: dict[tuple[str, ...], dict[T, None]] = {}
        self._joints: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        """What stands between the words of names in which it is nothing usual: "J.R.", "Kate, the elder"."""
        lengths: dict[str, set[int]] = {}
        for name, meaning in names:
            words = tuple(_WORD.findall(name))
            if words and len(name) > 1:
                self._meanings.setdefault(words, {})[meaning] = None
                lengths.setdefault(words[0], set()).add(len(words))
                if len(words) > 1 and not _PLAIN.fullmatch(name):
                    self._joints.setdefault(words, set()).add(_joints(name, list(_WORD.finditer(name))))
        self._lengths = {first: sorted(counts, reverse=True) for first, counts in lengths.items()}
        """How many words the names have that begin with a word, the most first."""
        others = "".join(sorted(_LETTERS - {first[0] for first in lengths}))
        self._beginnings = re.compile(rf"[^\W{others}]\w*")
        """What a name may begin with: most words of a text begin with no letter of one."""

    def find(self, text: str) -> Iterator[Mention[tuple[T, ...]]]:
        """The names in `text` in order, none inside another."""
        past = 0
        for match in self._beginnings.finditer(text):
            first, start = match.group(), match.start()
            if start < past or (first.isascii() and first not in self._lengths) or _is_tail(text, start):
                continue
            words = list(islice(_WORD.finditer(text, start), self._lengths.get(first, (1,))[0]))
            name = self._at(text, words)
            if name:
                last = words[len(name) - 1]
                past = last.end()
                yield Mention(start, last.start() + len(name[-1]), tuple(self._meanings[name]))

    def _at(self, text: str, words: list[re.Match[str]]) -> tuple[str, ...] | None:
        """The longest name with which these words begin."""
        first = words[0].group()
        for length in self._lengths.get(first, ()):
            name = self._standing(text, words[:length], length)
            if name:
                return name
        # a Korean name runs straight on into its particle
        return self._with_particle((), first, shortest=2)

    def _standing(self, text: str, words: list[re.Match[str]], length: int) -> tuple[str, ...] | None:
        """The name of that many words that these are, or None."""
        if len(words) < length:
            return None
        name = tuple(word.group() for word in words)
        joints = _joints(text, words)
        if name in self._meanings and self._may_join(joints, name) and not _runs_on(text, words[-1].end()):
            return name
        before = self._with_particle(name[:-1], name[-1], shortest=1) if length > 1 else None
        return before if before and self._may_join(joints, before) else None

    def _may_join(self, joints: tuple[str, ...], name: tuple[str, ...]) -> bool:
        """Whether these may stand between the words of a name, or of this one."""
        return _JOINTS.issuperset(joints) or joints in self._joints.get(name, ())

    def _with_particle(self, before: tuple[str, ...], word: str, shortest: int) -> tuple[str, ...] | None:
        """The name that is left when a Korean particle is taken off its last word, the longest such."""
        if not _HANGUL.match(word):
            return None
        for length in range(len(word) - 1, shortest - 1, -1):
            name = (*before, word[:length])
            if name in self._meanings and _HANGUL.match(word[length - 1]) and _PARTICLES.fullmatch(word, length):
                return name
        return None


def _is_tail(text: str, start: int) -> bool:
    """Whether what begins there is only the end of a longer word: "jo" in "On-jo"."""
    before = text[start - 1 : start]
    return before.isalnum() or before == "_" or (before in ("-", "'", "’") and text[start - 2 : start - 1].isalnum())


def _joints(text: str, words: list[re.Match[str]]) -> tuple[str, ...]:
    """What stands between words, the end of a line like a space."""
    return tuple(text[one.end() : after.start()].replace("\n", " ") for one, after in pairwise(words))


def _runs_on(text: str, end: int) -> bool:
    """Whether a hyphen carries the word on: "Su" in "Su-hyeok" is nobody's name."""
    return text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalnum()


class Mentions:
    """Who is named in the texts of a story.

    Actors' names are known too, and so are those that an author has switched off: they name nobody, and no shorter name
    inside them is looked for ("Lee Min-jae" of the cast is not the "Min-jae" of the story).
    """

    def __init__(self, people: People) -> None:
        self._index = NameIndex(_names(people))
        self._found: dict[str, tuple[Mention[tuple[str, ...]], ...]] = {}
        """The names in texts that were looked through lately: a section is drawn more than once."""
        self._kept = 0
        """How many characters of texts these are."""

    def find(self, text: str, near: Collection[str] = (), unnamed: Collection[str] = ()) -> list[Mention[str]]:
        """The people named in `text`, by id. A name that several bear means the one among `near`, or nobody.

        `unnamed`: spellings that name nobody here.
        """
        return resolved(self.possible(text, unnamed), near)

    def possible(self, text: str, unnamed: Collection[str] = ()) -> list[Mention[tuple[str, ...]]]:
        """The names in `text` and all whom each may mean, by id."""
        found = self._found.get(text)
        if found is None:
            found = tuple(self._look(text))
            self._keep(text, found)
        off = {_spelt(name) for name in unnamed}
        return [one for one in found if _spelt(text[one.start : one.end]) not in off] if off else list(found)

    def _keep(self, text: str, found: tuple[Mention[tuple[str, ...]], ...]) -> None:
        if self._kept >= _MOST_KEPT:
            self._found.clear()
            self._kept = 0
        self._found[text] = found
        self._kept += len(text)

    def _look(self, text: str) -> Iterator[Mention[tuple[str, ...]]]:
        for mention in self._index.find(text):
            whom = tuple(id for id in mention.who if id is not None)
            if whom:
                yield Mention(mention.start, mention.end, whom)

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


def _names(people: People) -> Iterator[tuple[str, str | None]]:
    """Every name and whose it is; None for a name that is nobody's in the story."""
    for person in people.everyone:
        named: dict[str, str | None] = {}
        for stage in person.spelling_stages:
            named[stage.text] = named.get(stage.text, person.id) if stage.live else None
        yield from named.items()
        if person.played_by:
            for name in (person.played_by.name, person.played_by.native, *person.played_by.aliases):
                yield name, None


def _spelt(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name))
