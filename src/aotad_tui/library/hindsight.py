"""Finds words of hindsight: they tell that something changes later, though nobody may know it yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .hindsight_words import LANGUAGES, HindsightWords


class HindsightFinder:
    """Finds words of hindsight in texts of one language. `more`: the words that a guide adds."""

    def __init__(self, language: str, more: Iterable[str]) -> None:
        listed = LANGUAGES.get(language[:2].casefold() or "en", HindsightWords(""))
        added = "\n".join(re.escape(words).replace(r"\ ", " ").replace("\\…", "…") for words in more)
        self._words = _whole_words(f"{listed.words}\n{added}")
        self._beginnings = _whole_words(listed.beginnings)
        self._changes = _whole_words(listed.changes)

    def find(self, paragraph: str) -> Iterator[tuple[int, str]]:
        """The words of hindsight in a paragraph, as written, each after the position at which it begins."""
        for match in self._words.finditer(paragraph):
            yield match.start(), match.group()
        for match in self._beginnings.finditer(paragraph):
            if not self._changes.search(paragraph, match.end()):
                yield match.start(), match.group()


_NOTHING = "(?!)"


def _whole_words(lines: str) -> re.Pattern[str]:
    """A pattern of whole words in any case. Each line has alternatives, with `…` for one to three words."""
    alternatives = "|".join(line for line in lines.splitlines() if line) or _NOTHING
    spelled = alternatives.replace(" … ", r"(?: [\w'’]+){1,3} ").replace("Name", r"(?-i:[A-Z])\w+")
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)
