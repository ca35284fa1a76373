"""The forms of the words of names: in capitals, with an article in either case, with the endings of a guide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aotad_tui.letters import plain

ARTICLES = frozenset(
    re.findall(
        r"\w+",
        "the a an der die das ein eine le la les l un une el los las una il lo i gli uno o os as um uma de het een",
    )
)
"""The articles of English, German, French, Spanish, Italian, Portuguese and Dutch."""

_SHORTEST_STEM = 2
_CACHED_WORDS = 20_000


class WordForms:
    """The words of all names of an index, and the forms in which a text may have them.

    An ending of the guide replaces another one at the end of a word, or follows the word: with `а` and `и`, "Наташи" is
    a form of "Наташа" and "Ивана" one of "Иван".
    """

    def __init__(self, endings: Iterable[str] = ()) -> None:
        self._endings = frozenset(plain(ending).casefold() for ending in endings)
        self.have_endings = bool(self._endings)
        """Whether words may have endings."""
        self._longest = max(map(len, self._endings), default=0)
        self._added: set[str] = set()
        self._words: dict[str, dict[str, None]] = {}
        """The words by their spelling in lower case."""
        self._stems: dict[str, dict[str, None]] = {}
        """The words by each of their stems in lower case: the word, and the word without an ending."""
        self._cache: dict[str, tuple[str, ...]] = {}

    def add(self, word: str) -> None:
        """Add a word of a name."""
        if word in self._added:
            return
        self._added.add(word)
        lower = word.casefold()
        self._words.setdefault(lower, {})[word] = None
        if self.have_endings:
            for stem in (lower, *self._stems_of(lower)):
                self._stems.setdefault(stem, {})[word] = None

    def meant_by(self, word: str) -> tuple[str, ...]:
        """The words of names that a word of a text may be a form of, the same word first."""
        meant = self._cache.get(word)
        if meant is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            meant = self._cache[word] = tuple(self._find(word))
        return meant

    def _find(self, word: str) -> dict[str, None]:
        lower = word.casefold()
        meant = {word: None} if word in self._words.get(lower, ()) else {}
        for other in self._words.get(lower, ()):
            if _has_other_case(word, other):
                meant[other] = None
        for stem in self._stems_of(lower):
            for other in self._stems.get(stem, ()):
                start = word[: len(stem)]
                if other.startswith(start) or _has_other_case(start, other[: len(stem)]):
                    meant[other] = None
        return meant

    def _stems_of(self, lower: str) -> Iterator[str]:
        for length in range(1, min(self._longest, len(lower) - _SHORTEST_STEM) + 1):
            if lower[-length:] in self._endings:
                yield lower[:-length]


def _has_other_case(word: str, other: str) -> bool:
    """Whether `word` is `other` in capitals, with a capital at its beginning, or in the ordinary spelling of capitals.

    An article may have either case.
    """
    return (
        word == other[:1].upper() + other[1:]
        or (word.isupper() and not other.isupper())
        or (other.isupper() and word.istitle() and len(other) > 1)
        or word.casefold() in ARTICLES
    )
