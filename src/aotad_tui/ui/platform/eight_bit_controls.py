"""Rewrites the 8-bit form of control sequences, which a terminal may send, in the 7-bit form that begins with ESC.

In UTF-8 the same bytes are parts of characters, and in an old mouse report they are coordinates. They are controls
(ECMA-35) only where neither is going on.
"""

from __future__ import annotations

import re

_CHARACTER = rb"[\xc2-\xdf][\x80-\xbf]?|[\xe0-\xef][\x80-\xbf]{0,2}|[\xf0-\xf4][\x80-\xbf]{0,3}"  # or its beginning
_MOUSE_REPORT = rb"\x1b\[M.{0,3}"
_CONTROL = rb"[\x8f\x90\x9b-\x9d\x9f]"  # SS3, DCS, CSI, ST, OSC, APC
_KNOWN = re.compile(rb"%s|%s|(%s)" % (_CHARACTER, _MOUSE_REPORT, _CONTROL), re.DOTALL)
_BEGUN = re.compile(
    rb"(?:\x1b(?:\[(?:M.{0,2})?)?|[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z", re.DOTALL
)


class EightBitControls:
    """Rewrites bytes as they arrive, in pieces of any size."""

    def __init__(self) -> None:
        self._begun = b""
        """The last bytes that came, if they begin a character or a mouse report."""

    def rewrite(self, data: bytes) -> bytes:
        """The same bytes, with ESC and a letter in place of each control."""
        pending = self._begun + data
        rewritten = _KNOWN.sub(_in_seven_bits, pending)[len(self._begun) :]
        begun = _BEGUN.search(pending)
        self._begun = begun[0] if begun else b""
        return rewritten


def _in_seven_bits(known: re.Match[bytes]) -> bytes:
    control = known[1]
    return bytes((0x1B, control[0] - 0x40)) if control else known[0]
