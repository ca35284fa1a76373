"""Parses what a program writes to a terminal, and says which control sequences in it nobody meant.

The states are those of the ECMA-48 parser of VT500 terminals (Paul Williams, vt100.net/emu/dec_ansi_parser): ground,
escape, control sequence (CSI), and the strings OSC, DCS, SOS, PM and APC. Nothing here knows the program.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .hostile import harmful

ESC, BEL, ST = "\x1b", "\x07", "\x9c"
_STRINGS = {"]": "OSC", "P": "DCS", "X": "SOS", "^": "PM", "_": "APC"}
"""The strings by the character after ESC. In 8 bits that is 0x40 more, without ESC."""
_FINAL = re.compile(r"[@-~]")
_INTERMEDIATE = re.compile(r"[ -/]")
_CANCEL = "\x18\x1a"


@dataclass(frozen=True)
class Piece:
    """A piece of output. `kind`: text, control, ESC, CSI, a string such as OSC, or unfinished.

    Those that begin with an 8-bit control are another kind, such as "8-bit CSI". `text`: the characters of a text, else
    those after the introducer, without the end of a string.
    """

    kind: str
    text: str


def pieces(written: bytes) -> Iterator[Piece]:
    """The pieces of what was written. A byte that is not UTF-8 becomes a lone surrogate, an 8-bit control if it is one.

    Terminals differ in whether they obey 8-bit controls, in UTF-8 or alone; here they are obeyed.
    """
    text = _with_single_controls(written.decode("utf-8", "surrogateescape"))
    at = 0
    while at < len(text):
        at, piece = _next(text, at)
        yield piece


def _with_single_controls(text: str) -> str:
    return re.sub("[\udc80-\udc9f]", lambda byte: chr(ord(byte[0]) - 0xDC00), text)


def _next(text: str, at: int) -> tuple[int, Piece]:
    """The piece that begins at a position, and where it ends."""
    first = text[at]
    if "\x80" <= first <= "\x9f":
        end, piece = _after_introducer(text, chr(ord(first) - 0x40), at + 1)
        return end, Piece(f"8-bit {piece.kind}", piece.text)
    if first == ESC and "@" <= text[at + 1 : at + 2] <= "_":
        return _after_introducer(text, text[at + 1], at + 2)
    if first == ESC:
        return _escape(text, at + 1)
    if _is_control(first):
        return at + 1, Piece("control", first)
    end = next((place for place in range(at, len(text)) if _is_control(text[place])), len(text))
    return end, Piece("text", text[at:end])


def _after_introducer(text: str, introducer: str, begin: int) -> tuple[int, Piece]:
    if introducer == "[":
        return _control_sequence(text, begin)
    if introducer in _STRINGS:
        return _string(text, begin, _STRINGS[introducer])
    return begin, Piece("ESC", introducer)


def _is_control(character: str) -> bool:
    return character < " " or "\x7f" <= character <= "\x9f"


def _escape(text: str, begin: int) -> tuple[int, Piece]:
    end = begin
    while end < len(text) and _INTERMEDIATE.match(text[end]):
        end += 1
    if end < len(text) and not _is_control(text[end]):
        return end + 1, Piece("ESC", text[begin : end + 1])
    return end, Piece("unfinished", f"ESC {text[begin:end]}")


def _control_sequence(text: str, begin: int) -> tuple[int, Piece]:
    end = begin
    while end < len(text) and " " <= text[end] <= "?":
        end += 1
    if end < len(text) and _FINAL.match(text[end]):
        return end + 1, Piece("CSI", text[begin : end + 1])
    return end, Piece("unfinished", f"CSI {text[begin:end]}")


def _string(text: str, begin: int, kind: str) -> tuple[int, Piece]:
    for end in range(begin, len(text)):
        if text[end] == ST or (text[end] == BEL and kind == "OSC"):
            return end + 1, Piece(kind, text[begin:end])
        if text[end] == ESC:
            is_end = text[end + 1 : end + 2] == "\\"
            return (end + 2, Piece(kind, text[begin:end])) if is_end else (end, Piece("unfinished", f"{kind} string"))
        if text[end] in _CANCEL:
            break
    return len(text), Piece("unfinished", f"{kind} string")


MEANT = {
    "CSI": re.compile(
        r"""
        (?:\d+;\d+)?H                                             # cursor to a cell
        | (?:\d+(?:;\d+)*)?m                                      # colours and styles
        | \?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]  # modes that are set and reset
        | \?(?:2026|2048)\$p                                      # questions whether the terminal has a mode
        | >\d+u | <u                                              # keyboard protocol, pushed and popped
        """,
        re.VERBOSE,
    ),
    "OSC": re.compile(r"22;(?:default|pointer|text|[a-z-]+)"),  # shape of the mouse pointer
}
"""The sequences that a driver of Textual writes, by kind. A terminal adds a carriage return to each newline.

A guide that wrote one of these would go unnoticed, but no gap lets these through and stops all others.
"""


def unexpected(written: bytes, *, copied: Collection[str] = ()) -> list[Piece]:
    """The pieces that are neither plain text nor meant, in what the reader writes to a terminal.

    `copied`: the texts that were copied, each of which may be written to the clipboard.
    """
    clipboard = {f"52;c;{b64encode(text.encode()).decode()}" for text in copied}
    return [piece for piece in pieces(written) if not _is_meant(piece, clipboard)]


def unexpected_in_print(written: bytes) -> list[Piece]:
    """The pieces that are not plain text in what a printing command writes."""
    return [piece for piece in pieces(written) if not _is_plain(piece, "\n\t")]


def _is_meant(piece: Piece, clipboard: Collection[str]) -> bool:
    if piece.kind == "OSC" and piece.text in clipboard:
        return True
    meant = MEANT.get(piece.kind)
    return bool(meant and meant.fullmatch(piece.text)) or _is_plain(piece, "\r\n")


def _is_plain(piece: Piece, controls: str) -> bool:
    return piece.text in controls if piece.kind == "control" else piece.kind == "text" and not harmful(piece.text)
