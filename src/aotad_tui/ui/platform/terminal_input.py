"""Splits what a terminal sends into keys, pastes and reports, and trusts none of it.

A terminal may send bytes that are not UTF-8, mouse reports in a form that nobody asked for, half of a sequence, and
pastes with escape sequences in them. Times are in seconds, of any clock that only goes forward.
"""

from __future__ import annotations

import os
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass

from aotad_tui.cleaning import clean

from .eight_bit_controls import EightBitControls
from .terminal_background import BackgroundColor, color_of
from .terminal_replies import begins_reply, is_begun_reply, size_of_broken_reply, size_of_reply

_ESCAPE_DELAY = 0.3
"""How long an ESC is held, since it is the escape key or the first byte of an arrow key."""
_SEQUENCE_DELAY = 1.0
"""How long the rest of a sequence is waited for: a slow connection sends it in pieces."""
_PASTE_DELAY = 10.0
"""How long the rest of a paste or an answer is waited for: its end is lost if the terminal is replaced meanwhile."""
_LONGEST_SEQUENCE = 32
"""No terminal sends longer sequences, and Textual takes the characters of a longer one for keys."""
_MOST_HELD = 4096
"""How many bytes of a sequence are held."""

_ESC = b"\x1b"
_OSC = b"\x1b]"
_REPLIES = (_OSC, b"\x1bP", b"\x1b_")
"""How the replies of a terminal begin, and keys typed with alt."""
_PASTE_BEGIN, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_TEXT = re.compile(rb"[^\x1b]+")
_LEGACY_MOUSE = re.compile(rb"\x1b\[M.{3}", re.DOTALL)
_LEGACY_MOUSE_BEGIN = b"\x1b[M"
_MOUSE = rb"<[-0-9;]*"  # a coordinate outside the window is negative
_CSI = rb"\[(?:\[[A-E]|%s[Mm]|[0-?]*[ -/]*[@-Z\\-~])" % _MOUSE  # with function keys of the Linux console, ESC [ [ A
_SS3 = rb"O[0-9;]*[A-Za-z]"
_WITH_ALT = rb"[\x00-\x1a\x1c-NP-Z\\-\x7f]|[\x80-\xff]+"
_SEQUENCE = re.compile(rb"\x1b(?:%s|%s|%s)" % (_CSI, _SS3, _WITH_ALT))
_BEGIN_OF_SEQUENCE = re.compile(rb"\x1b(?:\[%s|\[\[?[0-?]*[ -/]*|O[0-9;]*)?" % _MOUSE)
_LATE_REST = re.compile(rb"\[%s[Mm]|\[[0-9;]*[ABCDEFHPQRSZ~]|O[0-9;]*[A-DFHP-S]" % _MOUSE)
_BEGIN_OF_LATE_REST = re.compile(rb"(?:\[%s|[\[O][0-9;]*)\Z" % _MOUSE)
_PASTED_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters and whole sequences, for a parser of keys. No text if only the beginning of a character has come."""

    text: str


@dataclass(frozen=True, slots=True)
class EscapeKey:
    """The escape key."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text without escape sequences and without control characters other than newlines and tabs."""

    text: str


@dataclass(frozen=True, slots=True)
class LegacyMouseReport:
    """A mouse report in the form of X10: the terminal has forgotten the modes that were set."""


Piece = Characters | EscapeKey | Pasted | LegacyMouseReport | BackgroundColor


def escape_delay() -> float:
    """How long an ESC is held: `ESCDELAY` in milliseconds, as for other programs, else 0.3 seconds."""
    given = os.environ.get("ESCDELAY", "")
    return int(given) / 1000 if re.fullmatch(r"[0-9]{1,4}", given) else _ESCAPE_DELAY


class TerminalInput:
    """Takes bytes as they arrive and returns pieces that are whole."""

    def __init__(self, delay: float = _ESCAPE_DELAY) -> None:
        """`delay`: how long an ESC is held."""
        self._delay = delay
        self._controls = EightBitControls()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._held = b""
        """Bytes that are not a whole piece yet."""
        self._paste: list[bytes] | None = None
        """The bytes of a paste that has begun and not ended."""
        self._deadline: float | None = None
        """When to stop waiting for the rest of what is held."""
        self._is_split = False
        """Whether what is held came in pieces, the first of which was ESC."""
        self._late_until = 0.0
        """Until when the rest of a sequence may arrive whose ESC was taken for the escape key."""

    def feed(self, data: bytes, now: float) -> Iterator[Piece]:
        """The pieces that are whole with these bytes."""
        if not data:
            return
        data = self._controls.rewrite(data)
        if self._held == _ESC and self._paste is None:
            self._is_split = data[:1] in (b"[", b"O") or _is_reply(_ESC + data)
            if not self._is_split:  # a key after the escape key: a terminal sends a key typed with alt at once
                self._held = b""
                yield EscapeKey()
        rest = self._held + data
        while rest:
            piece, size = self._first_piece(rest, now)
            if not size:
                break
            rest = rest[size:]
            self._is_split = False
            if piece:
                yield piece
        self._held = rest
        self._deadline = self._deadline_from(now)

    def tick(self, now: float) -> Iterator[Piece]:
        """What has waited long enough for its rest. Call it several times a second."""
        if self._deadline is None or now < self._deadline:
            return
        held, self._held, self._deadline = self._held, b"", None
        if self._paste is not None:
            yield self._end_of_paste(held)
        elif held == _ESC:
            self._late_until = now + _SEQUENCE_DELAY
            yield EscapeKey()
        elif is_begun_reply(held):
            return
        elif not held.startswith(_ESC):
            self._late_until = now
            if not is_begun_reply(_ESC + held):
                yield Characters(self._decode(held))
        elif self._is_split:
            yield EscapeKey()
            yield Characters(self._decode(held[1:]))
        elif held.startswith(_REPLIES):
            yield Characters(self._decode(held))
        # Half of a sequence that came at once is no key, and its characters are none either.

    def _deadline_from(self, now: float) -> float | None:
        if self._paste is not None:
            return now + _PASTE_DELAY
        if not self._held:
            return None
        if is_begun_reply(self._held):
            return now + _PASTE_DELAY
        return now + (self._delay if self._held == _ESC or self._held.startswith(_REPLIES) else _SEQUENCE_DELAY)

    def _first_piece(self, data: bytes, now: float) -> tuple[Piece | None, int]:
        """The first piece and its size in bytes; no piece for bytes that mean nothing, size 0 if it is not whole."""
        if self._paste is not None:
            return self._part_of_paste(data)
        if not data.startswith(_ESC):
            return self._text(data, now)
        self._late_until = now
        if data.startswith(_PASTE_BEGIN):
            self._paste = []
            return None, len(_PASTE_BEGIN)
        if data.startswith(_LEGACY_MOUSE_BEGIN):
            report = _LEGACY_MOUSE.match(data)
            return LegacyMouseReport(), report.end() if report else 0
        if data.startswith(_REPLIES) and _is_reply(data):
            size = size_of_reply(data)
            return color_of(data[:size]), size
        broken = size_of_broken_reply(data)
        if broken:
            return None, broken
        if data.startswith(_REPLIES) and self._is_split:
            return EscapeKey(), 1
        sequence = _SEQUENCE.match(data)
        if sequence:
            known = sequence.end() <= _LONGEST_SEQUENCE
            return Characters(self._decode(sequence[0])) if known else None, sequence.end()
        if data.startswith(_ESC + _ESC):
            return EscapeKey(), 1
        begin = _BEGIN_OF_SEQUENCE.match(data)
        size = begin.end() if begin else 1
        return None, 0 if size == len(data) <= _MOST_HELD else size

    def _text(self, data: bytes, now: float) -> tuple[Piece | None, int]:
        """Bytes up to the next ESC; or the rest of a sequence, as if its ESC had not been taken for the escape key."""
        if now < self._late_until:
            late = _LATE_REST.match(data)
            if late:
                self._late_until = now
                return Characters(self._decode(_ESC + late[0])), late.end()
            reply = _ESC + data
            # `P` and `_` alone are keys that are often pressed after the escape key: they are not held.
            if size_of_reply(reply) or is_begun_reply(reply) or (reply.startswith(_OSC) and begins_reply(reply)):
                size = size_of_reply(reply)
                self._late_until = now + _SEQUENCE_DELAY
                return color_of(reply[:size]), max(size - 1, 0)
            if _BEGIN_OF_LATE_REST.match(data):
                self._late_until = now + _SEQUENCE_DELAY
                return None, 0
        self._late_until = now
        text = _TEXT.match(data)
        assert text  # what does not begin with ESC begins with something else
        return Characters(self._decode(text[0])), text.end()

    def _part_of_paste(self, data: bytes) -> tuple[Piece | None, int]:
        assert self._paste is not None
        end = data.find(_PASTE_END)
        if end >= 0:
            return self._end_of_paste(data[:end]), end + len(_PASTE_END)
        # The marker of the end may be cut at the end of the data.
        cut = next((size for size in range(len(_PASTE_END) - 1, 0, -1) if data.endswith(_PASTE_END[:size])), 0)
        self._paste.append(data[: len(data) - cut])
        return None, len(data) - cut

    def _end_of_paste(self, data: bytes) -> Pasted:
        text = b"".join([*(self._paste or ()), data]).decode("utf-8", "replace")
        self._paste = None
        text = _CONTROL.sub("", _PASTED_SEQUENCE.sub("", text))
        return Pasted(clean(text).strip("\n"))


def _is_reply(data: bytes) -> bool:
    """Whether data begins with a reply of the terminal, or may do so once more of it has come."""
    return size_of_reply(data) > 0 or begins_reply(data)
