"""Fragments: the part of a link after `#`, which names a place in a section."""

from __future__ import annotations

import unicodedata


def heading_slug(text: str) -> str:
    """The fragment for a heading, as on GitHub: lower case, hyphens for spaces, no punctuation; Hangul stays."""
    characters = (
        character
        for character in text.strip().lower()
        if character in "-_" or character.isspace() or unicodedata.category(character)[0] in "LNM"
    )
    return "".join("-" if character.isspace() else character for character in characters)


def unique_slug(text: str, taken: dict[str, int]) -> str:
    """The slug of the next heading of a page, numbered where an earlier heading has it (`taken`), as on GitHub."""
    slug = first = heading_slug(text)
    while slug in taken:
        taken[first] += 1
        slug = f"{first}-{taken[first]}"
    taken[slug] = 0
    return slug


def fragment_of(name: str) -> str:
    """The fragment for a name that an author gives to a place: a heading, its slug, an anchor, or `^id` for a block."""
    return f"^{heading_slug(name)}" if is_block_id(name) else heading_slug(name)


def is_block_id(name: str) -> bool:
    """Whether a name is that of a block, as Obsidian writes it."""
    return name.startswith("^")
