"""What is typed into the full text: words in any order, "phrases", `in:cast`, `who:on-jo`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r'(?P<key>in|who):(?P<value>"[^"]*"?|\S*)|"(?P<phrase>[^"]*)"?|(?P<word>\S+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: words and phrases as typed, names of sections to look in, names of people to be named there."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    who: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.within or self.who)


def asked(typed: str) -> Asked:
    """Reads what was typed; a quotation mark that is not closed yet opens a phrase to the end."""
    found: dict[str, list[str]] = {"word": [], "phrase": [], "in": [], "who": []}
    for match in _PIECE.finditer(typed):
        key = match["key"]
        kind, text = (key.lower(), match["value"].strip('"')) if key else ("phrase", match["phrase"])
        if match["word"]:
            kind, text = "word", match["word"]
        if text and text.strip():
            found[kind].append(text.strip())
    return Asked(tuple(found["word"]), tuple(found["phrase"]), tuple(found["in"]), tuple(found["who"]))
