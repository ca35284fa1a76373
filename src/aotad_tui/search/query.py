"""What is typed into the full text: words in any order, "phrases", `in:cast`, `who:on-jo`, `to:renewed`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r'(?P<key>in|who|to):(?P<value>"[^"]*"?|\S*)|"(?P<phrase>[^"]*)"?|(?P<word>\S+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextQuery:
    """Words and phrases to look for, in sections called so, which name these people and link to these sections."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.within or self.who or self.to)


def parse_query(typed: str) -> TextQuery:
    """Reads what was typed; a quotation mark that is not closed yet opens a phrase to the end."""
    found: dict[str, list[str]] = {"word": [], "phrase": [], "in": [], "who": [], "to": []}
    for match in _PIECE.finditer(typed):
        key = match["key"]
        kind, text = (key.lower(), match["value"].strip('"')) if key else ("phrase", match["phrase"])
        if match["word"]:
            kind, text = "word", match["word"]
        if text and text.strip():
            found[kind].append(text.strip())
    return TextQuery(*(tuple(found[kind]) for kind in ("word", "phrase", "in", "who", "to")))
