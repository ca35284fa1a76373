"""The query language of the full-text search: words, "phrases", `in:cast`, `who:on-jo`, `to:renewed`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aotad_tui.story.values import Section

from .marking import searched

_PIECE = re.compile(r'(?P<key>in|who|to):(?P<value>"[^"]*"?|\S*)|"(?P<phrase>[^"]*)"?|(?P<word>\S+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A parsed query.

    `words` may be in any order. `within` limits the search to sections or parts of that name, `who` to sections that
    mention a person, `to` to sections that link to a section.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.within or self.who or self.to)


def parse_query(typed: str) -> TextQuery:
    """Parse typed text. An unclosed quotation mark opens a phrase that ends with the text."""
    terms: dict[str, list[str]] = {"word": [], "phrase": [], "in": [], "who": [], "to": []}
    for match in _PIECE.finditer(typed):
        key = match["key"]
        kind, text = (key.lower(), match["value"].strip('"')) if key else ("phrase", match["phrase"])
        if match["word"]:
            kind, text = "word", match["word"]
        if text and text.strip():
            terms[kind].append(text.strip())
    return TextQuery(*(tuple(terms[kind]) for kind in ("word", "phrase", "in", "who", "to")))


def is_within(section: Section, name: str) -> bool:
    """Whether a section or its part has this name, or words that begin with it."""
    wanted = _split_words(name).rstrip()
    return any(wanted in _split_words(text) for text in (section.id, section.title, *section.parts, *section.aliases))


def _split_words(name: str) -> str:
    """A name or an id in the form that is searched, with hyphenated words split."""
    return searched(name.replace("/", " ").replace("-", " "))
