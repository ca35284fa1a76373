"""Letters as names and searches compare them: accents, and scripts without spaces between words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category, normalize

from .invisible import visible

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_THAI_AND_LAO = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf"
_KHMER_AND_MYANMAR = "\u1000-\u103f\u104c-\u109f\u1780-\u17d3\u17d7\u17dc\u17dd\ua9e0-\ua9ff\uaa60-\uaa7f"
UNSPACED = f"{_HAN}{_HIRAGANA}{_KATAKANA}{_THAI_AND_LAO}{_KHMER_AND_MYANMAR}"
"""The letters of scripts without spaces between words, as ranges of a regular expression."""
MARKED = (
    "\u0900-\u0963\u0971-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e"
    "\u0eb1-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
)
"""Ranges with the vowel signs of Indic scripts, which belong to words but are not letters to Python."""

_UNSPACED = re.compile(f"[{UNSPACED}]")
_IS_KATAKANA = re.compile(f"[{_KATAKANA}]")
BINDS_NEXT = frozenset("เแโใไເແໂໃໄ\u1039\u17d2")
"""The vowels that are written before their consonant, and the signs that put the next letter below the last."""

_UNDIVIDED = str.maketrans("ØøŁłĐđĦħı", "OoLlDdHhi") | {ord("ß"): "ss", ord("ẞ"): "SS"}
"""Letters with a stroke, one without its dot, and the sharp s, which Unicode does not take apart."""


class _BareLetters(dict[int, str | None]):
    """For `str.translate`: a Latin, Greek or Cyrillic letter without its accents, and nothing for an accent."""

    def __missing__(self, code: int) -> str | None:
        bare: str | None = chr(code)
        if 0x300 <= code < 0x370:
            bare = None
        elif 0xC0 <= code < 0x530 or 0x1E00 <= code < 0x2000:
            bare = normalize("NFD", chr(code))[0].translate(_UNDIVIDED)
        self[code] = bare
        return bare


_BARE = _BareLetters()
_MAY_HAVE_ACCENT = re.compile("[\u00c0-\u052f\u1e00-\u1fff]")
"""The letters and accents that `_BARE` changes."""
_ACCENTS = re.compile("[\u0300-\u036f]*")
_TWO_LETTERS = re.compile("[ßẞ]")


def plain(text: str) -> str:
    """A composed text without accents and invisible characters, and with "ss" for "ß"."""
    text = visible(text)
    return text.translate(_BARE) if _MAY_HAVE_ACCENT.search(text) else text


def plain_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The plain text, and for each of its characters, and its end, the place in `text`."""
    bare = plain(text)
    if len(bare) == len(text) and not _TWO_LETTERS.search(text):
        return bare, range(len(text) + 1)
    return bare, [*(place for place, letter in enumerate(text) for _ in plain(letter)), len(text)]


def end_of_letter(text: str, place: int) -> int:
    """The end of the letter at a place, with the accents after it."""
    accents = _ACCENTS.match(text, place + 1)
    return accents.end() if accents else place + 1


def has_unspaced(text: str) -> bool:
    """Whether a text contains a letter of a script without spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def is_unspaced(letter: str) -> bool:
    """Whether a letter, or the first one of a text, is of a script without spaces between words."""
    return _UNSPACED.match(letter) is not None


def triple_unspaced(text: str) -> str:
    """The text with each letter of such a script three times, so that an index of trigrams finds even one of them."""
    return _UNSPACED.sub(r"\g<0>\g<0>\g<0>", text) if has_unspaced(text) else text


def joins(before: str, after: str) -> bool:
    """Whether two neighbouring characters ("" at the edge of a text) are in one word, as far as their script tells."""
    if not before or not after:
        return False
    if before.isascii() and after.isascii():  # most neighbours in most texts
        return _is_word(before) and _is_word(after)
    if category(after)[0] == "M" or before in BINDS_NEXT:
        return True
    if _IS_KATAKANA.match(before) and _IS_KATAKANA.match(after):
        return True
    return all(_is_word(letter) and not _UNSPACED.match(letter) for letter in (before, after))


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
