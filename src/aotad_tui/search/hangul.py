"""Hangul as keystrokes, as first consonants, and in Latin letters.

Names are compared by keystrokes, not by syllables: while 남온조 is typed, a keyboard shows 남오 and 남온ㅈ. Both are
prefixes of the same keystrokes.
"""

from __future__ import annotations

import re

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# Letters that take two keystrokes.
_DOUBLE = str.maketrans(
    {
        "ㅘ": "ㅗㅏ",
        "ㅙ": "ㅗㅐ",
        "ㅚ": "ㅗㅣ",
        "ㅝ": "ㅜㅓ",
        "ㅞ": "ㅜㅔ",
        "ㅟ": "ㅜㅣ",
        "ㅢ": "ㅡㅣ",
        "ㄳ": "ㄱㅅ",
        "ㄵ": "ㄴㅈ",
        "ㄶ": "ㄴㅎ",
        "ㄺ": "ㄹㄱ",
        "ㄻ": "ㄹㅁ",
        "ㄼ": "ㄹㅂ",
        "ㄽ": "ㄹㅅ",
        "ㄾ": "ㄹㅌ",
        "ㄿ": "ㄹㅍ",
        "ㅀ": "ㄹㅎ",
        "ㅄ": "ㅂㅅ",
    }
)
_LATIN_FIRST = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_LATIN_VOWELS = (
    *("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu"),
    *("ui", "i"),
)
_LATIN_LAST = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng"),
    *("t", "t", "k", "t", "p", "t"),
)
# The letters of Unicode's decomposed syllables to the letters that a keyboard types.
_TYPED = str.maketrans(
    {
        **{0x1100 + number: letter for number, letter in enumerate(_FIRST)},
        **{0x1161 + number: letter for number, letter in enumerate(_VOWELS)},
        **{0x11A7 + number: letter for number, letter in enumerate(_LAST) if number},
    }
)
_SYLLABLE = re.compile("[가-힣]")
_LETTERS = re.compile("[ㄱ-ㅣ가-힣]")
_CONSONANTS = re.compile("[ㄱ-ㅎ]+")


def has_hangul(text: str) -> bool:
    """Whether a text contains a syllable or a letter of Hangul."""
    return not text.isascii() and _LETTERS.search(text) is not None


def letters_alone(text: str) -> str:
    """The text with each letter outside a syllable replaced by the one that a keyboard types."""
    return text.translate(_TYPED)


def only_consonants(text: str) -> bool:
    """Whether a text consists of consonants, as typed to search by initials: ㄴㅇㅈ."""
    return _CONSONANTS.fullmatch(text) is not None


def _parts(syllable: str) -> tuple[int, int, int]:
    number = ord(syllable) - ord("가")
    return number // 588, number // 28 % 21, number % 28


def strokes(text: str) -> str:
    """The text with each syllable as its keystrokes: 귀 is ㄱㅜㅣ."""
    if not has_hangul(text):
        return text

    def typed(match: re.Match[str]) -> str:
        first, vowel, last = _parts(match.group())
        return _FIRST[first] + _VOWELS[vowel] + _LAST[last].strip()

    return _SYLLABLE.sub(typed, text).translate(_DOUBLE)


def consonants(text: str) -> str:
    """The first consonants of the syllables of a text: 남온조 is ㄴㅇㅈ."""
    return "".join(_FIRST[_parts(syllable)[0]] for syllable in _SYLLABLE.findall(text))


def romanised(text: str) -> str:
    """The text with each syllable in Latin letters, by the Revised Romanisation."""
    if not has_hangul(text):
        return text

    def latin(match: re.Match[str]) -> str:
        first, vowel, last = _parts(match.group())
        return _LATIN_FIRST[first] + _LATIN_VOWELS[vowel] + _LATIN_LAST[last]

    return _SYLLABLE.sub(latin, text)
