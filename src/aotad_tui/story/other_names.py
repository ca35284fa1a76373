"""The other names of a person that are worth showing.

Parts and spelling variants of names that are shown already are not.
"""

from __future__ import annotations

import re

from aotad_tui.letters import plain

from .values import Character

_GAPS = re.compile(r"[\W_]+")
_VOWELS = re.compile("[aeiouywh]+")
_ALIKE = str.maketrans("gdbjzcr", "ktpcskl")
"""Consonants that transcriptions of one name confuse, such as Gyeong-su and Kyung-soo."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
"""Titles that make no other name: Mr Hyde is Edward Hyde."""
_SHORTEST = 2
"""The consonants with which two spellings are compared at least: Lou is not Leia."""


def other_names(person: Character) -> tuple[str, ...]:
    """All other names that are known, earlier ones first, without mere parts and variants of those shown before."""
    shown = [name for name in (person.name, person.native) if name]
    known = {form for name in shown for form in _forms(name)}
    others = []
    for stage in person.spelling_stages:
        forms = _forms(stage.text)
        if stage.is_shown and stage.text not in shown and not known.intersection(forms[:1]):
            others.append(stage.text)
            known.update(forms)
    return tuple(others)


def _forms(name: str) -> list[str]:
    """A name and its parts, as they are compared: the name, its endings, and its words."""
    words = [word for word in _GAPS.split(plain(name).casefold()) if word]
    if len(words) > 1 and words[0] in _TITLES:
        del words[0]
    parts = [words[start:] for start in range(len(words))] + [[word] for word in words]
    texts = dict.fromkeys("".join(part) for part in parts)
    endings = [text[start:] for text in list(texts) if not text.isascii() for start in range(1, len(text) - 1)]
    return [_form(text) for text in (*texts, *endings)]


def _form(text: str) -> str:
    """A text without vowels except at its beginning, where all are alike; a text with few consonants as it is."""
    consonants = _VOWELS.sub("", text).translate(_ALIKE)
    if not text.isascii() or len(consonants) < _SHORTEST:
        return text
    return f"*{consonants}" if _VOWELS.match(text) else consonants
