"""Folding of spellings, so that "Nam On-jo", "nam onjo" and "NAM ON JO" are equal."""

from __future__ import annotations

import re
import unicodedata

from aotad_tui.letters import MARKED, plain

from .hangul import consonants, letters_alone

JOINTS = "-'’‐‑·"
"""Characters that join the parts of a name and that many people do not type."""

_JOINTS = re.compile(f"[{JOINTS}]")
_GAPS = re.compile(rf"[^\w{MARKED}]+")
_KOREAN_NAME = re.compile("[가-힣](?P<given>[가-힣]{2})")


def fold(text: str) -> str:
    """The text without case, accents, hyphens, apostrophes, width and invisible characters, with composed Hangul.

    One space is between words.
    """
    if text.isascii():
        return _GAPS.sub(" ", _JOINTS.sub("", text.lower())).strip()
    apart = unicodedata.normalize("NFKD", plain(text).casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    joined = _JOINTS.sub("", letters_alone(unicodedata.normalize("NFC", bare)))
    return _GAPS.sub(" ", joined).strip()


def parts(text: str) -> tuple[str, ...]:
    """The folded words of a text, and the parts of hyphenated names: "Nam On-jo" gives nam, onjo, on, jo.

    A Korean name in Hangul, written without a space, also gives its given name.
    """
    whole = fold(text).split()
    apart = fold(_JOINTS.sub(" ", text)).split()
    given = [match["given"] for word in whole if (match := _KOREAN_NAME.fullmatch(word))]
    return tuple(dict.fromkeys((*whole, *apart, *given)))


def without_family(folded: str) -> str:
    """A folded name without its first word, the family name in Korean; "" for a name of one word."""
    korean = _KOREAN_NAME.fullmatch(folded)
    return korean["given"] if korean else folded.partition(" ")[2]


def initials(text: str) -> tuple[str, ...]:
    """The initials that find a name, with and without the family name: noj and oj, ㄴㅇㅈ and ㅇㅈ."""
    letters = consonants(text) or "".join(word[0] for word in fold(_JOINTS.sub(" ", text)).split())
    return (letters, letters[1:]) if len(letters) > 2 else (letters,) if len(letters) == 2 else ()
