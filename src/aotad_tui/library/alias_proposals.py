"""Finds short names that texts use and that are no names yet, so that their author may list them as aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aotad_tui.story.people import People
from aotad_tui.story.short_names import parts_of, short_names
from aotad_tui.story.story import Story

from .name_parts import owners_of_words

_FEWEST = 3
"""How often a word is used at least."""
_USED = re.compile(r"(?<=[a-z,][ \n])[^\W\d_a-z][\w\-]*(?![\w\-]| [A-Z])")
"""A capitalised word in the middle of a sentence, which no other one follows."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that may be an alias of the character with this id: a part of `name`, used `count` times."""

    character: str
    word: str
    name: str
    count: int


def proposed_aliases(story: Story, texts: Iterable[str]) -> Iterator[Proposal]:
    """The first and last names in a whole story that its texts use and that pages do not link.

    They are common words, or short names are switched off. A word that several people have is not proposed, nor is one
    that is listed, even with `live: false`.
    """
    linked = short_names(story, People(story))
    owners = owners_of_words(story)
    counts = Counter(word for text in texts for word in _USED.findall(text))
    for character in story.characters:
        for name in (stage.text for stage in character.name_stages if stage.is_searched):
            for word in parts_of(name):
                if counts[word] >= _FEWEST and word not in linked and owners.get(word) == {character.id}:
                    yield Proposal(character.id, word, name, counts[word])
