"""Finds surnames that reveal a character: the last word of a name, where it means nobody and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

_WORD = re.compile(r"[^\W\d_][\w'’\-\u2010\u2011]*")
_TARGET = re.compile(r"\]\([^)\n]*\)|\[\[[^\]|\n]*|https?://\S+")
"""The target of a link: ids and addresses are in lower case."""
_SHORTEST = 4
"""Shorter words have too many other meanings."""
_ARTICLES = frozenset({"The", "A", "An"})


def revealing_parts(story: Story, texts: Iterable[str]) -> dict[str, tuple[str, Position]]:
    """The revealing parts of the names in a whole story: the name that each belongs to, and the position of that name.

    Only names such as "Hastie Lanyon" have one, in which every word is capitalised. Words of other names, and words
    that `texts` also contain in lower case, are left out, so that no other use of a word counts as a name.
    """
    parts: dict[str, tuple[str, Position]] = {}
    owners = _owners(story)
    for character in story.characters:
        for stage in character.name_stages:
            words = stage.text.split()
            part = words[-1]
            if len(words) > 1 and _is_revealing(words) and owners.get(part) == {character.id}:
                since = max(stage.since, character.since)
                if part not in parts or since < parts[part][1]:
                    parts[part] = (stage.text, since)
    if not parts:
        return parts
    lower_case = {word for text in texts for word in _WORD.findall(_TARGET.sub("", text)) if not word[0].isupper()}
    return {part: name for part, name in parts.items() if part.lower() not in lower_case}


def _is_revealing(words: list[str]) -> bool:
    plain_capitalised = all(
        word[0].isupper() and _WORD.fullmatch(word) and "'" not in word and "’" not in word for word in words
    )
    return plain_capitalised and words[0] not in _ARTICLES and len(words[-1]) >= _SHORTEST


def _owners(story: Story) -> dict[str, set[str]]:
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
        if character.played_by:
            yield character.played_by.name, ""
    for text in (story.title, *(group.name for group in story.groups), *(kind.label for kind in story.kinds)):
        yield text, ""
