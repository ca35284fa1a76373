"""Text from a guide made harmless, once, where it is read.

What could move the cursor, write the clipboard, rename the window or turn the reading direction becomes U+FFFD; a
character that is a letter and an accent becomes one (NFC), since terminals draw decomposed Hangul wrongly.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 but tab and newline, DEL, C1; bidirectional marks, overrides and isolates; line and paragraph separators, which
# some programs take for line ends; lone surrogates; tags and interlinear marks that nothing shows.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u206f\ufeff\ud800-\udfff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def harmless(text: str) -> str:
    """`text` with line ends as newlines and every harmful character replaced, one for one."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").isprintable():  # nothing harmful is: in a long text this is known five times as fast
        return text
    return _HARMFUL.sub(REPLACEMENT, text)


def clean(text: str) -> str:
    """`harmless` and composed (NFC): nothing in it but what can be printed, newline and tab."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", harmless(text))


def clean_line(text: str) -> str:
    """`clean`, for what is shown on one line: runs of white space become one space."""
    return " ".join(clean(text).split())
