"""Says what is wrong with invalid YAML in words for authors, where the parser's words are for those who know YAML."""

from __future__ import annotations

import re

_COLON = "a colon followed by a space ends a key; put a text that has one in quotes, or correct the indentation"
_BEGINNINGS = {"\t": "a tab where YAML needs spaces; indent with spaces"}
_MESSAGES = (
    ("tab character", _BEGINNINGS["\t"]),
    ("mapping values are not allowed", _COLON),
    ("expected node content", "a value is missing, or a brace or bracket is not closed; add it, or quote the text"),
    ("scanning a quoted scalar", "a quotation mark opens a text that no other one closes; add it"),
    ("scanning an alias", "a text that begins with `*` needs quotes"),
    ("scanning an anchor", "a text that begins with `&` needs quotes"),
    ("parsing a flow mapping", "an opening brace without a closing one, or no comma between two keys; add it"),
    ("parsing a flow sequence", "an opening bracket without a closing one, or no comma between two items; add it"),
    ("could not find expected ':'", "no key on this line or the one before it; write a colon and a space after a key"),
    ("parsing a block mapping", "the indentation is not that of the keys above, or text follows a closing quote"),
    ("parsing a block collection", "the indentation is not that of the items above; correct it"),
)
"""Parts of the parser's words, and ours. Both of PyYAML's parsers use these words."""


def describe(text: str, index: int, context: str, problem: str) -> str:
    """What is wrong and what to do. `index`: the position in the text; `context`, `problem`: the parser's words."""
    character = text[index : index + 1]
    words = f"{context} {problem}".strip()
    if "cannot start any token" in words:
        otherwise = f"a text that begins with `{character}` needs quotes"
        return _BEGINNINGS.get(character, otherwise)
    if "mapping values are not allowed" in words and re.search(r"^\t|\n\t", _line_and_before(text, index)):
        return _BEGINNINGS["\t"]
    return next((ours for theirs, ours in _MESSAGES if theirs in words), words)


def _line_and_before(text: str, index: int) -> str:
    """The text from the beginning of the line above up to a position."""
    start = text.rfind("\n", 0, index)
    return text[max(text.rfind("\n", 0, max(start, 0)), 0) : index]
