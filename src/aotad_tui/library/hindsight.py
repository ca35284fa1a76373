"""Finds words of hindsight: they tell that something changes later, though nobody may know it yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .hindsight_words import LANGUAGES, HindsightWords


class HindsightFinder:
    """Finds words of hindsight in texts of one language. `more`: the words that a guide adds."""

    def __init__(self, language: str, more: Iterable[str]) -> None:
        listed = LANGUAGES.get(language[:2].casefold() or "en", HindsightWords(""))
        added = "\n".join(re.escape(words.lower()).replace(r"\ ", " ").replace("\\…", "…") for words in more)
        self._words = _whole_words(f"{listed.words}\n{added}")
        self._beginnings = _whole_words(listed.beginnings)
        self._changes = _whole_words(listed.changes)

    def find(self, paragraph: str) -> Iterator[tuple[int, str]]:
        """The words of hindsight in a paragraph, as written, each after the position at which it begins."""
        lower = paragraph.lower()
        if len(lower) != len(paragraph):  # of a letter such as İ
            lower = paragraph
        start = 0
        while match := self._words.search(lower, start):
            names = (place for place, _ in match.regs[1:] if place >= 0)
            is_found = all(paragraph[place].isupper() for place in names)
            if is_found:
                yield match.start(), paragraph[match.start() : match.end()]
            start = match.end() if is_found else match.start() + 1
        for match in self._beginnings.finditer(lower):
            if not self._changes.search(lower, match.end()):
                yield match.start(), paragraph[match.start() : match.end()]


_NOTHING = "(?!)"


def _whole_words(lines: str) -> re.Pattern[str]:
    """A pattern of whole words in lower case, which takes half the time of one for any case. Its groups are names.

    Each line has alternatives, with `…` for one to three words and `Name` for a name.
    """
    alternatives = "|".join(line for line in lines.splitlines() if line) or _NOTHING
    spelled = r"(\w+)".join(words.lower() for words in alternatives.split("Name"))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)".replace(" … ", r"(?: [\w'’]+){1,3} "))
