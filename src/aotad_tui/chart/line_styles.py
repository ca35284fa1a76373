"""The lines that relationships are drawn with: one look for each, told apart without colour."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.story.values import LineStyle


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line across and a line down, and its tees: `tee` off a trunk on the left, `leaving` and `entering` a card."""

    across: str
    down: str
    tee: str
    leaving: str
    entering: str


STROKES = {
    LineStyle.LIGHT: Stroke("─", "│", "├", "┬", "┴"),
    LineStyle.HEAVY: Stroke("━", "┃", "┝", "┰", "┸"),
    LineStyle.DOUBLE: Stroke("═", "║", "╞", "╥", "╨"),
    LineStyle.DASHED: Stroke("╌", "╎", "├", "┬", "┴"),
}
TRUNK = "│"
CORNER = "└"
FAINT = "┄"
# Not ▶ and →, which some terminals draw two cells wide.
HEAD_OUT = "►"
HEAD_IN = "◄"
HEAD_DOWN = "▾"
HEAD_UP = "▴"
FOLDED = "▸"
