"""A drawing in characters that every terminal and every printer has."""

from __future__ import annotations

from collections.abc import Iterable

from aotad_tui.story.values import Kind

_CHARACTERS = {
    "─": "-",
    "│": "|",
    "═": "=",
    "║": "H",
    "╌": "~",
    "╎": ":",
    "━": "#",
    "┃": "#",
    # Corners are not like crossings, so that two lines that cross are not taken for two that turn away.
    **dict.fromkeys("┌┏╔╭┐┓╗╮", "."),
    **dict.fromkeys("└┗╚╰┘┛╝╯", "'"),
    **dict.fromkeys("├┝╞┤┥╡┬┴┼┿╂╪╫╬╋", "+"),
    "►": ">",
    "◄": "<",
    "▐": "[",
    "▌": "]",
}


def plain_table(kinds: Iterable[Kind]) -> dict[int, str]:
    """What to replace, for `str.translate`: lines, heads and corners, and the signs of kinds by letters of their own.

    Names are left as they are written.
    """
    table = {ord(character): plain for character, plain in _CHARACTERS.items()}
    taken: set[str] = set()
    for kind in kinds:
        if kind.sign.isascii() or len(kind.sign) > 1:
            taken.add(kind.sign)
    for kind in kinds:
        if not kind.sign.isascii() and len(kind.sign) == 1:
            letters = [letter.upper() for letter in kind.id if letter.isascii() and letter.isalpha()]
            letter = next((one for one in letters if one not in taken), "*")
            taken.add(letter)
            table[ord(kind.sign)] = letter
    return table
