"""What tells of somebody beside their names: the last word of a name, where nobody and nothing else is called so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

_WORD = re.compile(r"[^\W\d_][\w'’\-\u2010\u2011]*")
_TARGET = re.compile(r"\]\([^)\n]*\)|\[\[[^\]|\n]*|https?://\S+")
"""Where a link leads: ids and addresses are written small."""
_SHORTEST = 4
"""Letters below which a word means too much else."""
_ARTICLES = frozenset({"The", "A", "An"})


def telling_parts(story: Story, texts: Iterable[str]) -> dict[str, tuple[str, Position]]:
    """The telling parts of the names in a whole story: of which name each is, and from when that is known.

    Only of names such as "Hastie Lanyon", every word of which is written large; never a word that another name has, or
    that stands in one of the `texts` written small too, so that no other use of a word is taken for somebody's name.
    """
    found: dict[str, tuple[str, Position]] = {}
    owners = _owners(story)
    for character in story.characters:
        for stage in character.name_stages:
            words = stage.text.split()
            part = words[-1]
            if len(words) > 1 and _telling(words) and owners.get(part) == {character.id}:
                since = max(stage.since, character.since)
                if part not in found or since < found[part][1]:
                    found[part] = (stage.text, since)
    if not found:
        return found
    small = {word for text in texts for word in _WORD.findall(_TARGET.sub("", text)) if not word[0].isupper()}
    return {part: name for part, name in found.items() if part.lower() not in small}


def _telling(words: list[str]) -> bool:
    named = all(word[0].isupper() and _WORD.fullmatch(word) and "'" not in word and "’" not in word for word in words)
    return named and words[0] not in _ARTICLES and len(words[-1]) >= _SHORTEST


def _owners(story: Story) -> dict[str, set[str]]:
    """For every word of a name whose it is: ids of characters, empty for what is nobody's in the story."""
    owners: dict[str, set[str]] = {}
    for text, owner in _names(story):
        for word in _WORD.findall(text):
            for piece in {word, *re.split("['’]", word)}:
                owners.setdefault(piece, set()).add(owner)
    return owners


def _names(story: Story) -> Iterator[tuple[str, str]]:
    for character in story.characters:
        for stage in character.spelling_stages:
            # A spelling by itself is looked for as it is; one that is switched off is not looked for.
            yield stage.text, character.id if " " in stage.text else ""
        if character.played_by:
            yield character.played_by.name, ""
    for text in (story.title, *(group.name for group in story.groups), *(kind.label for kind in story.kinds)):
        yield text, ""
