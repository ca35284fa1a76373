"""What is drawn, in ASCII, cell for cell, for terminals and files that know nothing else.

What the program draws is put into other signs, and the signs of kinds and states into letters of their ids, capitals
for kinds (which have a sign that both use). Names stay in the script that they are written in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import ascii_letters

from aotad_tui.cells import width
from aotad_tui.story.values import Kind, State
from aotad_tui.story.visible import VisibleStory

# Corners are not like crossings, so that two lines that cross are not taken for two that turn away.
_CORNERS = {
    **{chr(corner): "+" for corner in range(0x2500, 0x2580)},
    **dict.fromkeys("┌┏╔╭┐┓╗╮", "."),
    **dict.fromkeys("└┗╚╰┘┛╝╯", "'"),
}
_DRAWN = dict(zip("─━═╌┄│┃║╎►◄▸◂▾▴·•◦▪›»▐▌", "-#=~.|#H:><><v^-*o+>>[]", strict=True))
# The edges of boxes and panes, and the ends of scroll bars, which are of colour alone.
_EDGES = {**dict.fromkeys("▉▊▋▍▎▏▕", "|"), **dict.fromkeys("▁▂▃▄▅▆▇", " ")}
_CERTAINTIES = {"✓": "v", "◌": "o"}
_WRITTEN = dict(zip("’‘“”–—‑…", "''\"\"---.", strict=True))


class Ascii:
    """Puts what is drawn of an edition into ASCII; without one, what the program itself draws."""

    def __init__(self, visible: VisibleStory | None = None) -> None:
        kinds, states = (visible.story.kinds, visible.story.states) if visible else ((), ())
        signs = _letters(states, str.lower) | _letters(kinds, str.upper)
        self.table: Mapping[int, str] = str.maketrans(_CORNERS | _WRITTEN | _CERTAINTIES | signs | _DRAWN | _EDGES)
        """What stands for what, for `str.translate`."""

    def text(self, drawn: str) -> str:
        """The same in as many cells."""
        return drawn.translate(self.table)


def _letters(signed: Sequence[Kind | State], case: Callable[[str], str]) -> dict[str, str]:
    """For each sign that is not ASCII the first letter of its id that no other one has."""
    taken = {one.sign for one in signed if one.sign.isascii()}
    found: dict[str, str] = {}
    for one in signed:
        if not one.sign.isascii() and one.sign not in found:
            letters = (case(letter) for letter in f"{one.id}{ascii_letters}" if letter.isascii() and letter.isalpha())
            letter = next((letter for letter in letters if letter not in taken), "?")
            taken.add(letter)
            found[one.sign] = letter.ljust(width(one.sign))
    return found
