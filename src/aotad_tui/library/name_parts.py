"""Finds parts of names that reveal a character: the first or last name, where it means nobody and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from aotad_tui.story.common_words import common_words
from aotad_tui.story.named import Stage
from aotad_tui.story.short_names import parts_of
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

_WORD = re.compile(r"[^\W\d_][\w'’\-\u2010\u2011]*")
_TARGET = re.compile(r"\]\([^)\n]*\)|\[\[[^\]|\n]*|https?://\S+")
"""The target of a link: ids and addresses are in lower case."""
_SHORTEST = 4
"""Shorter last words that are no short names have too many other meanings."""
_ARTICLES = frozenset({"The", "A", "An"})


def lower_case_words(texts: Iterable[str]) -> set[str]:
    """The words that these texts have in lower case, which are no proof of a name."""
    return {word for text in texts for word in _WORD.findall(_TARGET.sub("", text)) if not word[0].isupper()}


def revealing_parts(story: Story, lower_case: Collection[str]) -> dict[str, tuple[str, Position]]:
    """The revealing parts of the names in a whole story: the name that each belongs to, and the position of that name.

    Only names such as "Hastie Lanyon" have one, in which every word is capitalised. Words of other names, and words
    in `lower_case`, are left out, so that no other use of a word counts as a name.
    """
    parts: dict[str, tuple[str, Position]] = {}
    owners = owners_of_words(story)
    common = common_words(story.language)
    for character in story.characters:
        for stage in (*character.name_stages, *character.native_stages):
            for part in _parts(stage, has_short_names=story.short_names and character.short_names):
                if owners.get(part) == {character.id} and part.casefold() not in common:
                    since = max(stage.since, character.since)
                    if part not in parts or since < parts[part][1]:
                        parts[part] = (stage.text, since)
    return {part: name for part, name in parts.items() if part.lower() not in lower_case}


def _parts(stage: Stage, *, has_short_names: bool) -> Iterable[str]:
    """The parts of a name that may reveal it: the last word, and its short names where pages have them."""
    words = stage.text.split()
    last = words[-1:] if len(words) > 1 and _is_revealing(words) else []
    short = parts_of(stage.text) if has_short_names and stage.is_searched else ()
    return dict.fromkeys((*last, *short))


def _is_revealing(words: list[str]) -> bool:
    plain_capitalised = all(
        word[0].isupper() and _WORD.fullmatch(word) and "'" not in word and "’" not in word for word in words
    )
    return plain_capitalised and words[0] not in _ARTICLES and len(words[-1]) >= _SHORTEST


def owners_of_words(story: Story) -> dict[str, set[str]]:
    """For every word of a name, the ids of the characters who own it; "" for a word of something else."""
    owners: dict[str, set[str]] = {}
    for text, owner in _names(story):
        for word in _WORD.findall(text):
            for piece in {word, *re.split("['’]", word)}:
                owners.setdefault(piece, set()).add(owner)
    return owners


def _names(story: Story) -> Iterator[tuple[str, str]]:
    for character in story.characters:
        for stage in character.spelling_stages:
            # A spelling of one word is searched as it is; one that is switched off is not searched.
            yield stage.text, character.id if " " in stage.text else ""
            if " " not in stage.text:
                yield from ((part, character.id) for part in parts_of(stage.text))
        if character.played_by:
            yield character.played_by.name, ""
    for text in (story.title, *(group.name for group in story.groups), *(kind.label for kind in story.kinds)):
        yield text, ""
