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


class _Spellings:
    """Spellings, of which a text may have another case.

    They are looked up by what the case may be: thousands of names that differ only in case must not be compared each
    with each.
    """

    def __init__(self) -> None:
        self._by_lower: dict[str, dict[str, None]] = {}
        self._by_capitalised: dict[str, dict[str, None]] = {}
        self._capitals_by_lower: dict[str, dict[str, None]] = {}

    def add(self, lower: str, spelling: str) -> None:
        """Add a spelling. `lower`: the same in lower case."""
        self._by_lower.setdefault(lower, {})[spelling] = None
        self._by_capitalised.setdefault(spelling[:1].upper() + spelling[1:], {})[spelling] = None
        if spelling.isupper():
            self._capitals_by_lower.setdefault(lower, {})[spelling] = None

    def meant_by(self, lower: str, spelling: str) -> Iterator[str]:
        """The spellings that a text may mean by one, itself first.

        A text may have them in capitals, with a capital at the beginning, or in the ordinary spelling of capitals. An
        article may have either case.
        """
        same = self._by_lower.get(lower, {})
        if spelling in same:
            yield spelling
        if lower in ARTICLES:
            yield from same
            return
        yield from self._by_capitalised.get(spelling, ())
        if spelling.isupper():
            yield from (other for other in same if not other.isupper())
        if spelling.istitle():
            yield from (other for other in self._capitals_by_lower.get(lower, ()) if len(other) > 1)


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
        self._words = _Spellings()
        self._stems = _Spellings()
        """The words, and the words without an ending."""
        self._words_by_stem: dict[str, dict[str, None]] = {}
        self._cache: dict[str, tuple[str, ...]] = {}

    def add(self, word: str) -> None:
        """Add a word of a name."""
        if word in self._added:
            return
        self._added.add(word)
        lower = word.casefold()
        self._words.add(lower, word)
        if self.have_endings:
            for stem in (lower, *self._stems_of(lower)):
                self._stems.add(stem, word[: len(stem)])
                self._words_by_stem.setdefault(word[: len(stem)], {})[word] = None

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
        meant = dict.fromkeys(self._words.meant_by(lower, word))
        for stem in self._stems_of(lower):
            for spelling in self._stems.meant_by(stem, word[: len(stem)]):
                meant.update(self._words_by_stem[spelling])
        return meant

    def _stems_of(self, lower: str) -> Iterator[str]:
        for length in range(1, min(self._longest, len(lower) - _SHORTEST_STEM) + 1):
            if lower[-length:] in self._endings:
                yield lower[:-length]
