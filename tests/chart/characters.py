"""The characters and frames of drawings, written out here and not taken from the code that draws."""

from __future__ import annotations

from dataclasses import dataclass

U, R, D, L = range(4)
STEP = {U: (0, -1), R: (1, 0), D: (0, 1), L: (-1, 0)}
BACK = {U: D, R: L, D: U, L: R}

# The sides to which each character reaches.
_REACH = {
    "─━═╌": (L, R),
    "│┃║╎": (U, D),
    "┌┏╔╭": (R, D),
    "┐┓╗╮": (L, D),
    "└┗╚╰": (U, R),
    "┘┛╝╯": (U, L),
    "├┝╞": (U, R, D),
    "┤┥╡": (U, D, L),
    "┴┸┷┻╨╧╩": (U, R, L),
    "┬┰┯┳╥╤╦": (R, D, L),
    "┼┿╂╪╫╬╋": (U, R, D, L),
}
REACH = {character: frozenset(sides) for characters, sides in _REACH.items() for character in characters}
LINE_STYLES = {
    "─": "light",
    "│": "light",
    "━": "heavy",
    "┃": "heavy",
    "═": "double",
    "║": "double",
    "╌": "dashed",
    "╎": "dashed",
}
HEADS = {"►": R, "◄": L, "▾": D, "▴": U}

# The vertical and the horizontal line style of each crossing.
CROSSINGS = {
    "┼": ("light", "light"),
    "┿": ("light", "heavy"),
    "╂": ("heavy", "light"),
    "╋": ("heavy", "heavy"),
    "╪": ("light", "double"),
    "╫": ("double", "light"),
    "╬": ("double", "double"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    left: int
    top: int
    right: int
    bottom: int

    @property
    def sides(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return (self.left, L), (self.right, R)

    def inside(self, x: int, y: int) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom

    def on_edge(self, x: int, y: int) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom and not self.inside(x, y)

    def contains(self, other: Frame) -> bool:
        return self.inside(other.left, other.top) and self.inside(other.right, other.bottom)

    def apart(self, other: Frame) -> bool:
        return self.right < other.left or other.right < self.left or self.bottom < other.top or other.bottom < self.top
