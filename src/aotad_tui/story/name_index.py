"""An index that finds names in running text: longest first, as whole words, in every form that a name may have.

Names of Latin, Cyrillic, Korean and similar scripts are whole words, with accents or without, in capitals, with an
article in either case, with English and Korean suffixes and with the endings that a guide lists. Names with letters of
a script without spaces between words are found anywhere (see `unspaced_names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, product
from string import ascii_letters, digits
from typing import Generic, TypeVar

from aotad_tui.invisible import visible
from aotad_tui.letters import UNSPACED, end_of_letter, has_unspaced, joins, plain, plain_with_places

from .unspaced_names import UnspacedNames
from .word_forms import ARTICLES, WordForms

T = TypeVar("T")
Words = tuple[str, ...]
"""The words of a name."""

WORD = re.compile(f"[^\\W{UNSPACED}]+")
_SPACED_WORD = re.compile(r"\w+")
"""The same and faster, for a text without letters of such scripts."""
_LETTERS = {*ascii_letters, *digits, "_"}
_USUAL_NAME = re.compile(r"[\w \-']*")
_SHORTEST_IN_OTHER_CASE = 3
"""The letters of the shortest name that is found in capitals too: "US" is not the "Us" of a story."""
_REMEMBERED_WORDS = 20_000
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Korean particles, which follow a name without a space. Several may follow each other (에게는, 만이).
_PARTICLES = re.compile(
    r"(?:이|가|은|는|을|를|의|에|에게|에게서|에서|한테|께|께서|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|마저|조차"
    r"|하고|만큼|밖에|커녕|대로|뿐|같이|며|이며|란|이란|로서|으로서|한테서|님|씨|군|양|아|야|여|이여|라|이라|라고|이라고"
    r"|이나|나|네|들|이다|다|였다|이었다){0,3}"
)
# The characters allowed between the words of any name.
_SEPARATORS = frozenset((" ", "-", "'", "’", ". ", "\u2010", "\u2011"))


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A name in a text: the characters from `start` up to `end`, and its meaning."""

    start: int
    end: int
    meaning: T


class NameIndex(Generic[T]):
    """An index of names with the meanings of each. The time of a search grows with the text, not with the names.

    `endings`: the endings of inflected words in the language of the names.
    """

    def __init__(self, names: Iterable[tuple[str, T]], endings: Iterable[str] = ()) -> None:
        self._meanings: dict[Words, dict[T, str]] = {}
        """By the words of a plain name, its meanings, with the name as it is written for each."""
        self._separators: dict[Words, set[Words]] = {}
        """Unusual separators between the words of names, such as "J.R." or "Kate, the elder"."""
        self._forms = WordForms(endings)
        self._unspaced = UnspacedNames()
        lengths: dict[str, set[int]] = {}
        for written, meaning in names:
            name = plain(written)
            if has_unspaced(name):
                self._unspaced.add(name)
                words: Words = (name,)
            else:
                words = tuple(_SPACED_WORD.findall(name))
                self._add_words(name, words, lengths)
            if words:
                self._meanings.setdefault(words, {}).setdefault(meaning, written)
        self._unspaced.close()
        self._lengths = {first: sorted(counts, reverse=True) for first, counts in lengths.items()}
        """By the first word of a name, the lengths in words of all names with that word, longest first."""
        self._lengths_of_forms: dict[str, list[int]] = {}
        """The same by the first words of texts, which may be other forms of those of names."""
        self._first_words, self._spaced_first_words = _first_words(lengths)

    def _add_words(self, name: str, words: Words, lengths: dict[str, set[int]]) -> None:
        for word in words:
            self._forms.add(word)
        if words:
            lengths.setdefault(words[0], set()).add(len(words))
        if len(words) > 1 and not _USUAL_NAME.fullmatch(name):
            self._separators.setdefault(words, set()).add(_separators(name, list(_SPACED_WORD.finditer(name))))

    def knows(self, word: str) -> bool:
        """Whether a plain word is a word of any name, or a form of one."""
        return bool(self._forms.meant_by(word))

    def find(self, text: str) -> Iterator[Mention[tuple[T, ...]]]:
        """The names in `text` in order, without overlaps. Invisible characters in the text do not hide a name."""
        shown, places = plain_with_places(text)
        is_unspaced = has_unspaced(shown)
        found = self._find_words(shown, is_unspaced=is_unspaced)
        if is_unspaced:
            found = _without_overlap(
                sorted([*found, *self._find_unspaced(shown)], key=lambda name: (name[0], -name[1]))
            )
        if shown is text:
            for start, end, names in found:
                yield Mention(start, end, self._meant(names, text[start:end]))
            return
        for first, past, names in found:
            start = places[first]
            end = end_of_letter(text, places[past - 1])
            yield Mention(start, end, self._meant(names, text[start:end]))

    def _meant(self, names: tuple[Words, ...], written: str) -> tuple[T, ...]:
        """The meanings of names, of each name only those that are written with the same accents if there are any."""
        if len(names) > 1:
            return tuple(dict.fromkeys(meaning for name in names for meaning in self._meant((name,), written)))
        meanings = self._meanings[names[0]]
        if len(meanings) == 1:
            return tuple(meanings)
        return tuple(one for one, own in meanings.items() if visible(own) == visible(written)) or tuple(meanings)

    def _find_unspaced(self, text: str) -> Iterator[tuple[int, int, tuple[Words, ...]]]:
        return ((start, end, ((name,),)) for start, end, name in self._unspaced.find(text))

    def _find_words(self, text: str, *, is_unspaced: bool) -> Iterator[tuple[int, int, tuple[Words, ...]]]:
        end = 0
        first_words = self._first_words if is_unspaced else self._spaced_first_words
        any_word = WORD if is_unspaced else _SPACED_WORD
        for match in first_words.finditer(text):
            first, start = match.group(), match.start()
            if start < end:
                continue
            lengths = self._lengths_of_forms.get(first)
            if lengths is None:
                lengths = self._lengths_after(first)
            if not (lengths or (not first.isascii() and _HANGUL.match(first))) or _is_word_tail(text, start):
                continue
            words = list(islice(any_word.finditer(text, start), lengths[0] if lengths else 1))
            names = self._longest_names(text, words, lengths)
            if names:
                last = words[len(names[0]) - 1]
                is_whole = names[0][-1] in self._forms.meant_by(last.group())
                end = last.end() if is_whole else last.start() + len(names[0][-1])
                yield start, end, names

    def _lengths_after(self, first: str) -> list[int]:
        """The lengths of the names that this word may begin, longest first. Remembered, since words come again."""
        if len(self._lengths_of_forms) >= _REMEMBERED_WORDS:
            self._lengths_of_forms.clear()
        meant = self._forms.meant_by(first)
        lengths = sorted({length for word in meant for length in self._lengths.get(word, ())}, reverse=True)
        self._lengths_of_forms[first] = lengths
        return lengths

    def _longest_names(self, text: str, words: list[re.Match[str]], lengths: list[int]) -> tuple[Words, ...]:
        """The longest names that these words begin with; several if their last words have equal forms."""
        for length in lengths:
            if length <= len(words):
                names = self._names_of(text, words[:length])
                if names:
                    return names
        # a Korean particle follows a name without a space
        name = self._without_particle((), words[0].group(), shortest=2)
        return (name,) if name else ()

    def _names_of(self, text: str, matches: list[re.Match[str]]) -> tuple[Words, ...]:
        """The names that consist of these words."""
        words = tuple(match.group() for match in matches)
        separators = _separators(text, matches)
        if not _continues(text, matches[-1].end(), words):
            if words in self._meanings and not self._forms.have_endings and self._may_separate(separators, words):
                return (words,)
            names = tuple(
                name
                for name in product(*map(self._forms.meant_by, words))
                if name in self._meanings and _may_be_written(words, name) and self._may_separate(separators, name)
            )
            if names:
                return names
        shorter = self._without_particle(words[:-1], words[-1], shortest=1) if len(words) > 1 else None
        return (shorter,) if shorter and self._may_separate(separators, shorter) else ()

    def _may_separate(self, separators: Words, name: Words) -> bool:
        """Whether these separators are allowed between the words of any name, or of this name."""
        return _SEPARATORS.issuperset(separators) or separators in self._separators.get(name, ())

    def _without_particle(self, before: Words, word: str, shortest: int) -> Words | None:
        """The longest name that remains after removing a Korean particle from the last word."""
        if not _HANGUL.match(word):
            return None
        for length in range(len(word) - 1, shortest - 1, -1):
            name = (*before, word[:length])
            if name in self._meanings and _HANGUL.match(word[length - 1]) and _PARTICLES.fullmatch(word, length):
                return name
        return None


def _first_words(names: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of words that may begin a name: most words of a text begin with a letter that no name begins with.

    The second pattern is a faster one, for texts without letters of scripts without spaces.
    """
    used = {letter for first in names for letter in (first[0], first[0].upper())}
    used |= {first[0].lower() for first in names if first.casefold() in ARTICLES}
    unused = "".join(sorted(_LETTERS - used))
    return (
        re.compile(rf"[^\W{unused}{UNSPACED}](?<![^\W{UNSPACED}].)[^\W{UNSPACED}]*", re.DOTALL),
        re.compile(rf"[^\W{unused}](?<!\w.)\w*", re.DOTALL),
    )


def _without_overlap(
    found: Iterable[tuple[int, int, tuple[Words, ...]]],
) -> Iterator[tuple[int, int, tuple[Words, ...]]]:
    end = 0
    for start, past, names in found:
        if start >= end:
            yield start, past, names
            end = past


def _may_be_written(words: Words, name: Words) -> bool:
    """Whether a name may be written with these forms of its words: a short one, or an article, only as it is."""
    is_article = len(name) == 1 and name[0].casefold() in ARTICLES
    return words == name or (len("".join(name)) >= _SHORTEST_IN_OTHER_CASE and not is_article)


def _is_word_tail(text: str, start: int) -> bool:
    """Whether the text from `start` on is the tail of a longer word: "jo" in "On-jo"."""
    before = text[start - 1 : start]
    if before in (" ", "\n", ""):
        return False
    return joins(before, text[start]) or (before in ("-", "'", "’") and text[start - 2 : start - 1].isalnum())


def _separators(text: str, words: list[re.Match[str]]) -> Words:
    """The separators between words, with line breaks as spaces."""
    return tuple(text[word.end() : following.start()].replace("\n", " ") for word, following in pairwise(words))


def _continues(text: str, end: int, words: Words) -> bool:
    """Whether the word goes on: the "Su" in "Su-hyeok" is not a name, nor is the letter in "L'Étranger"."""
    if text[end : end + 1] in ("'", "’") and len("".join(words)) == 1:
        after = WORD.match(text, end + 1)
        return after is not None and after.group() != "s"
    return text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalnum()
