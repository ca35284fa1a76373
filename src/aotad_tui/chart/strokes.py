"""The lines that relationships are drawn with: one look for each, told apart without colour."""

from __future__ import annotations

from dataclasses import dataclass

from aotad_tui.story.values import Line


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line, and the tee by which it leaves a trunk that runs down on its left."""

    across: str
    tee: str


STROKES = {
    Line.LIGHT: Stroke("─", "├"),
    Line.HEAVY: Stroke("━", "┝"),
    Line.DOUBLE: Stroke("═", "╞"),
    Line.DASHED: Stroke("╌", "├"),
}
TRUNK = "│"
CORNER = "└"
FAINT = "┄"
# Not ▶ and →, which some terminals draw two cells wide.
HEAD_OUT = "►"
HEAD_IN = "◄"
FOLDED = "▸"
UNFOLDED = "▾"
