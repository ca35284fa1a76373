"""A phonetic key for names, the same for all ways to write a Korean name in Latin letters.

Su-hyeok, Soo-hyuk and 수혁 have one key; so have Cheong-san and Chungsan, Gwi-nam and Kwinam. The key is coarser than
the language (청 and 충 share one too), so it is used only where no spelling matches.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .hangul import romanised

# Family names whose spellings no rule covers.
_FAMILIES = {
    **dict.fromkeys(("lee", "yi", "rhee", "ri", "rhie", "li", "ee", "leigh"), "i"),
    **dict.fromkeys(("park", "pak", "bak", "bark", "pahk"), "bag"),
    **dict.fromkeys(("choi", "choe", "chwe", "choy"), "coi"),
    **dict.fromkeys(("noh", "roh", "no", "ro"), "no"),
    **dict.fromkeys(("yoo", "yu", "ryu", "you", "ryoo"), "yu"),
    **dict.fromkeys(("jung", "jeong", "chung", "joung", "jeoung"), "jung"),
    **dict.fromkeys(("jang", "chang"), "jang"),
    **dict.fromkeys(("jeon", "chun", "jun", "chon"), "jun"),
    **dict.fromkeys(("jin", "chin"), "jin"),
    **dict.fromkeys(("isaac", "isaak", "izak"), "isag"),
}
# In order: longer spellings first, each to a letter that stands for one sound.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(.)\1+(?<![oe])", r"\1"),  # doubled letters are one, but oo and ee are sounds of their own
        (r"ck|q", "k"),
        (r"ch", "c"),
        (r"sh", "s"),
        (r"ph", "p"),
        (r"(?<=[aeou])h(?![aeiouwy])", ""),  # Ohn, Hahn, Suh, Joh
        (r"yeou|yeo|you(?=n)|yoo(?=n)|yuh", "yu"),
        (r"eou|eo", "u"),
        (r"woo|wu|oo|ou|eu", "u"),
        (r"gwee|gui|kui", "gwi"),
        (r"ui|wee|wi", "wi"),
        (r"ee|ey(?![aeiou])", "i"),
        (r"y(?=i)", ""),
        (r"ae|ai|ay(?![aeiou])", "e"),
        (r"oe\b", "o"),
        (r"oe|wae|we", "oi"),
        (r"[kg]+", "g"),
        (r"[td]+", "d"),
        (r"[pb]+", "b"),
        (r"[lr]+", "r"),
        (r"[zs]+", "s"),
        (r"v", "b"),
        (r"f", "p"),
        (r"yo", "yu"),
        (r"o", "u"),  # spellings without a system mix up 오, 우 and 어
        (r"(?<=[^aeiou])wi", "i"),
        (r"uu+", "u"),
    )
)


# A family name needs a given name after it: the "Chung" of "Chung San" is the beginning of Cheong-san.
_GIVEN = re.compile(r"[aeiouwy]+[^aeiouwy]+[aeiouwy]+")


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> str:
    for pattern, heard in _RULES:
        word = pattern.sub(heard, word)
    return word


def sound(folded: str) -> str:
    """The phonetic key of a folded name, its words joined; other scripts stay as they are."""
    words = romanised(folded).split()
    family = _FAMILIES.get(words[0]) if words else None
    if family and (len(words) == 1 or _GIVEN.search("".join(words[1:]))):
        words[0] = family
    return "".join(_of_word(word) for word in words)
