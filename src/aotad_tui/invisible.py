"""Characters that draw nothing themselves: most are dropped where text is read, and matching ignores the others.

Kept are those that a terminal needs to draw the letters around them: joiners between letters of Arabic and Indic
scripts, Mongolian variants, the tags of a flag. Dropped are all others, such as soft hyphens, zero-width spaces and
direction marks, and what makes one sign of several emoji: terminals disagree about the width of such a sign (tmux 3.3
draws 👍🏽 in four cells and ❤️ in one), so a row with one would shift. A family is drawn as its members.
"""

from __future__ import annotations

import re
from collections.abc import Callable

BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a word may be broken. It is kept in long words of running text, and never drawn."""

_JOINED = "\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aff\u1b00-\u1bff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
"""Letters of scripts in which a joiner changes the form of a letter: Arabic, Syriac, Indic, Khmer, Mongolian, …"""
_JOINERS = "\u200c\u200d\u180b-\u180f"
_TAGS = "\U000e0020-\U000e007e"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SKIN_TONES = "\U0001f3fb-\U0001f3ff"
_PRINTABLE = f"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0{_SELECTORS}{_SKIN_TONES}"
"""Those that Python counts as printable. The fillers of Hangul are blanks of two cells on some terminals."""
_NOT_PRINTABLE = "\xad\u061c\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb\U0001bca0-\U0001bca3"
_OTHER = "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"

_IN_WORD = r"[^\s!-/:-@\[-`{-~]"
_BREAK_IN_LONG_WORD = re.compile(
    rf"(?<={_IN_WORD}){BREAK}(?={_IN_WORD}{{12}})|(?<={_IN_WORD}{{12}}){BREAK}(?={_IN_WORD})"
)
"""Only a long word needs it. In a short one, such as a keyword, it would hide what the word is."""

_SOME_PRINTABLE = re.compile(f"[{_PRINTABLE}\u180b-\u180d\u180f]")
_DROPPED = re.compile(
    f"(\U0001f3f4[{_TAGS}]+\U000e007f)|(?<![{_JOINED}])[{_JOINERS}]|[{_PRINTABLE}{_NOT_PRINTABLE}{_OTHER}]"
)
_FORMAT = re.compile(f"(\U0001f3f4[{_TAGS}]+\U000e007f)|[{_NOT_PRINTABLE}{_OTHER}]")
_INVISIBLE = re.compile(f"[{_JOINERS}{_PRINTABLE}{_NOT_PRINTABLE}{_OTHER}]")


def drop_invisible(text: str) -> str:
    """The text without invisible characters that a terminal does not need. Line and paragraph separators are spaces."""
    if text.isascii() or (text.replace("\n", "").isprintable() and not _SOME_PRINTABLE.search(text)):
        return text
    return _DROPPED.sub(r"\1", text.replace("\u2028", " ").replace("\u2029", " "))


def pieces_of_words(text: str) -> list[str]:
    """The text split at the zero-width spaces at which a long word may be broken."""
    return _BREAK_IN_LONG_WORD.split(text) if BREAK in text else [text]


def replace_invisible(text: str, replace: Callable[[str], str]) -> str:
    """The text with each invisible character replaced that is neither in a flag nor has an effect on its neighbours."""
    return _FORMAT.sub(lambda match: match[1] or replace(match[0]), text)


def visible(text: str) -> str:
    """The text without any invisible character, for matching."""
    return text if text.isascii() else _INVISIBLE.sub("", text)
