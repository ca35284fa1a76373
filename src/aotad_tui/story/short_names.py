"""Short names: the first or last name of one person of a story, which is found in texts without being listed.

Everything here is a function of a gated story, so a person who becomes known later changes nothing before. A word is no
short name if it is a word of another name or of a group, a common word, or in lower case in a text about people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from aotad_tui.letters import has_unspaced, plain

from .common_words import common_words, describes
from .longer_names import SENTENCE_STARTS, TITLES
from .people import People
from .story import Story
from .values import Character
from .word_forms import ARTICLES

_OF_PLACES = frozenset(("lord", "count", "countess", "duke", "duchess", "earl", "baron", "baroness", "king", "queen"))
"""Titles before what may be a place: Lord Burlesdon lives at Burlesdon."""
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v", "vi", "vii", "esq", "esq."))
_PARTICLES = frozenset(re.findall(r"\w+", "of the de von van der den du la le al bin ibn da di del dos zu y"))
_NAME = re.compile(r"[^\W\d_][\w\-\u2010\u2011]*(?:['’][^\W\d_]\w+)?")
_KOREAN = re.compile("[가-힣](?P<given>[가-힣]{2})")
_AROUND = ".,;:!?\"“”()'’"
_SIGNS = re.compile(f"[{_AROUND}]")
_POSSESSIVE = re.compile("['’]s$")
_SHORTEST = 3


def short_names(story: Story, people: People) -> Mapping[str, str]:
    """The short names of a gated story, with the id of the person whom each means."""
    if not story.short_names:
        return {}
    own_words: dict[str, set[str]] = {}
    for word, id in _owners(story, people).items():
        own_words.setdefault(id, set()).add(word)
    common = common_words(story.language)
    owning = (person for person in people.everyone if person.short_names and person.id in own_words)
    candidates = {
        part: person.id
        for person in owning
        for part in _parts_among(person, own_words[person.id])
        if plain(part).casefold() not in common
    }
    if not candidates:
        return {}
    lower = _lower_case_words(story)
    return {part: id for part, id in candidates.items() if part.casefold() not in lower}


def _parts_among(person: Character, words: AbstractSet[str]) -> Iterator[str]:
    """The parts of a person's names that are among these words in lower case, and that are not listed.

    Aliases have no parts: "Detective Seoul University" is no Seoul.
    """
    listed = set(person.spellings)
    for stage in (*person.name_stages, *person.native_stages):
        may_have = " " not in stage.text or not words.isdisjoint(stage.text.casefold().split())
        if may_have and stage.is_searched:
            yield from (part for part in parts_of(stage.text) if part not in listed and part.casefold() in words)


def parts_of(name: str) -> tuple[str, ...]:
    """The first and the last name in a name; none in a description: "Albus" and "Dumbledore".

    A Korean name has only its given name: "Cheong-san" of "Lee Cheong-san", 청산 of 이청산.
    """
    korean = _KOREAN.fullmatch(name)
    if korean:
        return (korean["given"],)
    if " " not in name:
        return ()
    words = name.split()
    if has_unspaced(name) or not words or words[0].casefold() in ARTICLES:
        return ()
    count = len(words)
    while words and words[0].casefold().rstrip(".") in TITLES:
        if words[0].casefold() in _OF_PLACES:
            return ()
        del words[0]
    while words and words[-1].casefold().rstrip(",") in _SUFFIXES:
        del words[-1]
    if count < 2 or not words or not all(_is_part(word) for word in words) or any(map(describes, words)):
        return ()
    if len(words) == 2 and "-" in words[1]:
        return (words[1],)
    ends = words[:1] if any(word in _PARTICLES for word in words) else (words[0], words[-1])
    return tuple(
        dict.fromkeys(
            word
            for word in ends
            if len(word) >= _SHORTEST and not word.islower() and word.casefold() not in SENTENCE_STARTS
        )
    )


def _is_part(word: str) -> bool:
    return word in _PARTICLES or (word[:1].isupper() and _NAME.fullmatch(word) is not None)


def _owners(story: Story, people: People) -> Mapping[str, str]:
    """For each word of a name or of a group, in lower case, the id of the only person who has it, or ""."""
    owners: dict[str, str] = {}
    for person in people.everyone:
        for word in set(_words(" ".join([stage.text for stage in person.spelling_stages]))):
            owners[word] = person.id if word not in owners else ""
        for spelling in person.native_stages:
            for part in parts_of(spelling.text):
                owners[part] = person.id if owners.get(part, person.id) == person.id else ""
    owners |= {word: "" for group in story.groups for word in _words(group.name)}
    return owners


def _words(text: str) -> Iterable[str]:
    """The words of names in lower case, without signs around them and possessives."""
    words = text.casefold().split()
    if _SIGNS.search(text) is None:
        return words
    return (_POSSESSIVE.sub("", word).strip(_AROUND) for word in words)


def _lower_case_words(story: Story) -> frozenset[str]:
    """All words that are in lower case in the texts about people and their relationships."""
    texts = [stage.text for person in story.characters for stage in person.about_stages]
    texts += [fact.text for person in story.characters for fact in person.facts]
    texts += [stage.text for item in story.relationships for stage in (*item.label_stages, *item.back_stages)]
    words = {word.strip(_AROUND) for word in set(" ".join(texts).split())}
    return frozenset(word for word in words if word.islower())
