"""Cleaning of text: where it is read or decoded, and once more where it leaves the program.

Characters that could move the cursor, write the clipboard, rename the window or change the reading direction become
U+FFFD. Other invisible characters are dropped where no terminal needs them (`invisible`). Letters with separate
accents are composed (NFC), since terminals draw decomposed Hangul wrongly.
docs/decisions/035-two-walls-for-text.md says which function is for which place.
"""

from __future__ import annotations

import re
import unicodedata

from .invisible import BREAK, drop_invisible, pieces_of_words

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 except tab and newline, DEL, C1; line and paragraph separators, which some programs treat as line ends; overrides
# and isolates of the reading direction; lone surrogates; two non-characters, for which a YAML parser refuses the whole
# file.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def harmless(text: str) -> str:
    """The text with newlines as line ends, and printable."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return printable(text)


def printable(text: str) -> str:
    """The text with every harmful character replaced and other invisible ones dropped.

    Carriage returns are harmful here, newlines and tabs are not.
    """
    text = drop_invisible(text)
    if text.replace("\n", "").isprintable():  # no harmful character is printable; this check is five times as fast
        return text
    return _HARMFUL.sub(REPLACEMENT, text)


def has_harmful(text: str) -> bool:
    """Whether a text has a harmful character, or a carriage return."""
    return not text.isprintable() and _HARMFUL.search(text) is not None


def clean(text: str) -> str:
    """The text made harmless and composed (NFC): printable characters, newlines and tabs only."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", harmless(text))


def clean_text(text: str) -> str:
    """The clean text with the zero-width spaces at which long words may be broken."""
    return BREAK.join(map(clean, pieces_of_words(text)))


def clean_line(text: str) -> str:
    """The clean text on one line: runs of white space become one space."""
    return " ".join(clean(text).split())


def single_line(text: str) -> str:
    """The harmless text on one line, otherwise as it is: for paths, messages, and what an entity was decoded to."""
    if text.isascii() and text.isprintable():
        return text
    return harmless(text).replace("\t", " ").replace("\n", " ")


def breakable_line(text: str) -> str:
    """The text as `single_line` makes it, with the zero-width spaces at which long words may be broken."""
    return BREAK.join(map(single_line, pieces_of_words(text)))
