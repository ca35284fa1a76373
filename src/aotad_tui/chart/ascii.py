"""Replace drawn characters by ASCII ones of the same width, for terminals and files that support nothing else.

Line drawing characters and marks have fixed replacements. The signs of kinds and states become letters of their ids,
capitals for kinds, so that a kind and a state never share a letter. Names keep their script.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import ascii_letters

from aotad_tui.cells import width
from aotad_tui.story.values import Kind, State
from aotad_tui.story.visible import VisibleStory

# Corners differ from crossings, so that two lines that cross do not look like two lines that turn.
_CORNERS = {
    **{chr(corner): "+" for corner in range(0x2500, 0x2580)},
    **dict.fromkeys("┌┏╔╭┐┓╗╮", "."),
    **dict.fromkeys("└┗╚╰┘┛╝╯", "'"),
}
_LINES_AND_MARKS = dict(zip("─━═╌┄│┃║╎►◄▸◂▾▴→·•◦▪›»▐▌", "-#=~.|#H:><><v^>-*o+>>[]", strict=True))
# Borders of boxes and panes, and the ends of scroll bars. Lower blocks only add colour, so they become spaces.
_EDGES = {**dict.fromkeys("▉▊▋▍▎▏▕", "|"), **dict.fromkeys("▁▂▃▄▅▆▇", " ")}
_CERTAINTIES = {"✓": "v", "◌": "o"}
_PUNCTUATION = dict(zip("’‘“”–—‑…", "''\"\"---.", strict=True))


class Ascii:
    """Translates what the program draws of a visible story into ASCII.

    Without a visible story it translates only the characters that the program itself draws.
    """

    def __init__(self, visible: VisibleStory | None = None) -> None:
        kinds, states = (visible.story.kinds, visible.story.states) if visible else ((), ())
        signs = _letters(states, str.lower) | _letters(kinds, str.upper)
        self.table: Mapping[int, str] = str.maketrans(
            _CORNERS | _PUNCTUATION | _CERTAINTIES | signs | _LINES_AND_MARKS | _EDGES
        )
        """Replacement texts by code point, for `str.translate`."""

    def text(self, text: str) -> str:
        """Return the text in ASCII, in the same number of cells."""
        return text.translate(self.table)


def _letters(items: Sequence[Kind | State], case: Callable[[str], str]) -> dict[str, str]:
    """Return a letter for each sign that is not ASCII: the first letter of the item's id that is not used yet."""
    taken = {item.sign for item in items if item.sign.isascii()}
    letters_by_sign: dict[str, str] = {}
    for item in items:
        if not item.sign.isascii() and item.sign not in letters_by_sign:
            letters = (case(letter) for letter in f"{item.id}{ascii_letters}" if letter.isascii() and letter.isalpha())
            letter = next((letter for letter in letters if letter not in taken), "?")
            taken.add(letter)
            letters_by_sign[item.sign] = letter.ljust(width(item.sign))
    return letters_by_sign
