"""The encodings of a guide's files: UTF-8, and UTF-16 with a byte order mark. Others are guessed for a message."""

from __future__ import annotations

import codecs
import re

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_GUESSES = (
    ("CP949", "CP949 (Korean)", re.compile(r"[\uac00-\ud7a3]")),
    ("SHIFT_JIS", "Shift-JIS (Japanese)", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")),
)
"""Encodings in the order in which they are tried: the name for iconv, the name for people, and a usual letter."""
_ENOUGH = 0.5
"""The ratio of letters beyond ASCII that must be usual ones."""


def decode(data: bytes) -> str:
    """The text of a file. Raises UnicodeDecodeError."""
    return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")


def encoding_advice(data: bytes) -> str:
    """What is wrong with the encoding of a file that `decode` does not read, and what to do."""
    iconv, name = _guess(data)
    return f"not UTF-8, probably {name}; convert it, for example with `iconv -f {iconv} -t UTF-8`"


def _guess(data: bytes) -> tuple[str, str]:
    if data.startswith(_UTF_16) or data.count(0) > len(data) // 8:
        return "UTF-16", "UTF-16"
    for iconv, name, usual in _GUESSES:
        try:
            letters = [letter for letter in data.decode(iconv) if not letter.isascii()]
        except UnicodeDecodeError:
            continue
        if len(usual.findall("".join(letters))) > _ENOUGH * len(letters):
            return iconv, name
    return "LATIN1", "Latin-1"
