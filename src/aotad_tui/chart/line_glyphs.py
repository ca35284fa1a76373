"""The characters that lines of relationships are drawn with: one set per line style, distinguishable without colour."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.story.values import LineStyle


@dataclass(frozen=True, slots=True)
class LineGlyphs:
    """The characters of a line style.

    `tee` leaves a trunk to the right. `leaving` is in the lower edge of a card that a line leaves, `entering` in the
    upper edge of a card that a line enters.
    """

    horizontal: str
    vertical: str
    tee: str
    leaving: str
    entering: str


LINE_GLYPHS = {
    LineStyle.LIGHT: LineGlyphs("─", "│", "├", "┬", "┴"),
    LineStyle.HEAVY: LineGlyphs("━", "┃", "┝", "┰", "┸"),
    LineStyle.DOUBLE: LineGlyphs("═", "║", "╞", "╥", "╨"),
    LineStyle.DASHED: LineGlyphs("╌", "╎", "├", "┬", "┴"),
}
TRUNK = "│"
CORNER = "└"
FAINT = "┄"
# Arrowheads. Not ▶ and →, which some terminals draw two cells wide.
ARROW_RIGHT = "►"
ARROW_LEFT = "◄"
ARROW_DOWN = "▾"
ARROW_UP = "▴"
COLLAPSED_SIGN = "▸"
