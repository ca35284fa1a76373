"""Find the box drawing character that joins given lines. The table is read from Unicode's character names."""

from __future__ import annotations

import unicodedata
from functools import cache

from aotad_tui.story.values import LineStyle

Arms = tuple[LineStyle | None, LineStyle | None, LineStyle | None, LineStyle | None]
"""The line styles that leave a cell upward, to the right, downward and to the left."""

UP, RIGHT, DOWN, LEFT = range(4)

_LINE_STYLES = {
    "LIGHT": LineStyle.LIGHT,
    "SINGLE": LineStyle.LIGHT,
    "HEAVY": LineStyle.HEAVY,
    "DOUBLE": LineStyle.DOUBLE,
}
_SIDES = {
    "UP": (UP,),
    "RIGHT": (RIGHT,),
    "DOWN": (DOWN,),
    "LEFT": (LEFT,),
    "VERTICAL": (UP, DOWN),
    "HORIZONTAL": (LEFT, RIGHT),
}


def _arms_named(words: list[str]) -> Arms:
    """Return the arms in a name such as "RIGHT HEAVY AND LEFT VERTICAL LIGHT" or "LIGHT DOWN AND RIGHT"."""
    arms: list[LineStyle | None] = [None, None, None, None]
    line_style = _LINE_STYLES.get(words[0])
    sides: list[int] = []
    for word in words:
        if word in _SIDES:
            sides.extend(_SIDES[word])
        elif word in _LINE_STYLES and sides and words[0] not in _LINE_STYLES:
            for side in sides:
                arms[side] = _LINE_STYLES[word]
            sides.clear()
    for side in sides:
        arms[side] = line_style
    return (arms[UP], arms[RIGHT], arms[DOWN], arms[LEFT])


@cache
def _characters() -> dict[Arms, str]:
    """Return the character for each set of arms that has one."""
    characters: dict[Arms, str] = {}
    for code in range(0x2500, 0x2580):
        words = unicodedata.name(chr(code)).removeprefix("BOX DRAWINGS ").replace(" AND ", " ").split()
        two_styles = words[0] in _LINE_STYLES and len(_LINE_STYLES.keys() & words) > 1
        if not two_styles and not {"DASH", "ARC", "DIAGONAL"} & set(words):
            characters[_arms_named(words)] = chr(code)
    return characters


@cache
def box_character(arms: Arms) -> str:
    """Return the character with these arms.

    Unicode has no corners and crossings for dashed lines, nor for heavy lines that meet double ones. There these lines
    are drawn light.
    """
    if arms == (LineStyle.DASHED, None, LineStyle.DASHED, None):
        return "╎"
    if arms == (None, LineStyle.DASHED, None, LineStyle.DASHED):
        return "╌"
    if LineStyle.DASHED in arms:
        return box_character(_lightened(arms, LineStyle.DASHED))
    result = _characters().get(arms)
    if result is None and LineStyle.HEAVY in arms:
        return box_character(_lightened(arms, LineStyle.HEAVY))
    if result is None and LineStyle.DOUBLE in arms:
        return box_character(_lightened(arms, LineStyle.DOUBLE))
    return result or " "


def _lightened(arms: Arms, replaced: LineStyle) -> Arms:
    up, right, down, left = (LineStyle.LIGHT if arm is replaced else arm for arm in arms)
    return (up, right, down, left)
