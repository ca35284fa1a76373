"""Which character joins which strokes, read off Unicode's own names of the box drawing characters."""

from __future__ import annotations

import unicodedata
from functools import cache

from aotad_tui.story.values import LineStyle

Arms = tuple[LineStyle | None, LineStyle | None, LineStyle | None, LineStyle | None]
"""What leaves a cell upward, to the right, downward and to the left."""

UP, RIGHT, DOWN, LEFT = range(4)

_WEIGHTS = {"LIGHT": LineStyle.LIGHT, "SINGLE": LineStyle.LIGHT, "HEAVY": LineStyle.HEAVY, "DOUBLE": LineStyle.DOUBLE}
_SIDES = {
    "UP": (UP,),
    "RIGHT": (RIGHT,),
    "DOWN": (DOWN,),
    "LEFT": (LEFT,),
    "VERTICAL": (UP, DOWN),
    "HORIZONTAL": (LEFT, RIGHT),
}


def _arms_named(words: list[str]) -> Arms:
    """The arms that a name such as "RIGHT HEAVY AND LEFT VERTICAL LIGHT" or "LIGHT DOWN AND RIGHT" speaks of."""
    arms: list[LineStyle | None] = [None, None, None, None]
    weight = _WEIGHTS.get(words[0])
    waiting: list[int] = []
    for word in words:
        if word in _SIDES:
            waiting.extend(_SIDES[word])
        elif word in _WEIGHTS and waiting and words[0] not in _WEIGHTS:
            for side in waiting:
                arms[side] = _WEIGHTS[word]
            waiting.clear()
    for side in waiting:
        arms[side] = weight
    return (arms[UP], arms[RIGHT], arms[DOWN], arms[LEFT])


@cache
def _characters() -> dict[Arms, str]:
    """A character for each set of arms that has one."""
    found: dict[Arms, str] = {}
    for number in range(0x2500, 0x2580):
        words = unicodedata.name(chr(number)).removeprefix("BOX DRAWINGS ").replace(" AND ", " ").split()
        two_weights = words[0] in _WEIGHTS and len(_WEIGHTS.keys() & words) > 1
        if not two_weights and not {"DASH", "ARC", "DIAGONAL"} & set(words):
            found[_arms_named(words)] = chr(number)
    return found


@cache
def character(arms: Arms) -> str:
    """The character with these arms.

    A dashed stroke bends and crosses as a light one does, and so does a heavy one that meets a double one: Unicode has
    no characters for those.
    """
    if arms == (LineStyle.DASHED, None, LineStyle.DASHED, None):
        return "╎"
    if arms == (None, LineStyle.DASHED, None, LineStyle.DASHED):
        return "╌"
    if LineStyle.DASHED in arms:
        return character(_lightened(arms, LineStyle.DASHED))
    known = _characters().get(arms)
    if known is None and LineStyle.HEAVY in arms:
        return character(_lightened(arms, LineStyle.HEAVY))
    if known is None and LineStyle.DOUBLE in arms:
        return character(_lightened(arms, LineStyle.DOUBLE))
    return known or " "


def _lightened(arms: Arms, which: LineStyle) -> Arms:
    up, right, down, left = (LineStyle.LIGHT if arm is which else arm for arm in arms)
    return (up, right, down, left)
