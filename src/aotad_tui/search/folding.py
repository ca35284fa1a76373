"""Spellings folded, so that "Nam On-jo", "nam onjo" and "NAM ON JO" are one name."""

from __future__ import annotations

import re
import unicodedata

_JOINTS = re.compile(r"[-'’‐‑·]")
_GAPS = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """`text` without case, accents, hyphens, apostrophes and width, its words apart by one space; Hangul whole."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    joined = _JOINTS.sub("", unicodedata.normalize("NFC", bare))
    return _GAPS.sub(" ", joined).strip()


def parts(text: str) -> tuple[str, ...]:
    """The folded words of a text, those of hyphened names also apart: "Nam On-jo" is nam, onjo, on, jo."""
    whole = fold(text).split()
    apart = fold(_JOINTS.sub(" ", text)).split()
    return tuple(dict.fromkeys((*whole, *apart)))
