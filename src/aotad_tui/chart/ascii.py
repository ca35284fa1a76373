"""Drawn lines in ASCII, cell for cell, for terminals and files that know nothing else.

What the program draws is put into other signs, and the signs of a guide's own kinds and states too. Names stay in the
script that they are written in.
"""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.cells import width
from aotad_tui.story.edition import Edition

# Corners are not like crossings, so that two lines that cross are not taken for two that turn away.
_CORNERS = {
    **{chr(corner): "+" for corner in range(0x2500, 0x2580)},
    **dict.fromkeys("┌┏╔╭┐┓╗╮", "."),
    **dict.fromkeys("└┗╚╰┘┛╝╯", "'"),
}
_DRAWN = dict(zip("─━═╌┄│┃║╎►◄▸▾▴·•›▐▌", "-#=~.|#H:><>v^-*>[]", strict=True))
_SIGNS = dict(zip("♥◊×†¶▫✓◌", "%^xdtwvo", strict=True))
_WRITTEN = dict(zip("’‘“”–—‑…", "''\"\"---.", strict=True))
_SPARE = "@$*&abcdefghijklmnopqrstuvwxyz"


class Ascii:
    """Puts what is drawn of an edition into ASCII."""

    def __init__(self, edition: Edition) -> None:
        signs = [kind.sign for kind in edition.story.kinds] + [state.sign for state in edition.story.states]
        self._table = str.maketrans(_CORNERS | _DRAWN | _SIGNS | _WRITTEN | _substitutes(signs))

    def text(self, drawn: str) -> str:
        """The same in as many cells."""
        return drawn.translate(self._table)


def _substitutes(signs: Iterable[str]) -> dict[str, str]:
    """For each sign of a guide that is not ASCII and has no set substitute, one that no other sign has."""
    taken = {sign for sign in signs if sign.isascii()} | set(_SIGNS.values())
    found: dict[str, str] = {}
    for sign in signs:
        if not sign.isascii() and sign not in found and sign not in _SIGNS and sign not in _DRAWN:
            free = next((spare for spare in _SPARE if spare not in taken), "?")
            taken.add(free)
            found[sign] = free.ljust(width(sign))
    return found
