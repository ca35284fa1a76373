"""What to look up in the index of trigrams for a phrase or a word that was typed."""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.letters import is_unspaced

from .hangul import has_hangul
from .marking import index_form

SHORTEST = 3
"""Characters in a trigram; shorter texts cannot be looked up."""


def whole_words(phrase: str) -> str:
    """The text to look up for a phrase: whole words, as far as the script has spaces between words."""
    before = "" if is_unspaced(phrase) else " "
    after = "" if is_unspaced(phrase[-1:]) else " "
    return f"{before}{index_form(phrase)}{after}"


def prefix_of(word: str) -> str:
    """The text to look up for a word: at the beginning of a word; anywhere in Hangul and scripts that join words."""
    typed = index_form(word)
    joins_words = is_unspaced(word) or (has_hangul(word) and len(typed) >= SHORTEST)
    return typed if joins_words else f" {typed}"


def searchable(parts: Iterable[str]) -> list[str]:
    """The parts of a query that the index can find, each once."""
    return [part for part in dict.fromkeys(parts) if len(part) >= SHORTEST]
