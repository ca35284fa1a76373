"""Our own looks can be read: in their own colours, in sixteen, and with none; and by those who see no red and green."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.values import Certainty
from aotad_tui.ui.theme import CONTRAST, OURS

PLAIN = ("foreground", "text-primary", "text-secondary", "text-accent", "text-success", "text-warning", "text-error")
GROUNDS = ("background", "surface")


def colours(theme: str) -> tuple[dict[str, Color], Color]:
    (chosen,) = (one for one in OURS if one.name == theme)
    told = chosen.to_color_system().generate()
    found = {name: told[name] for name in (*PLAIN, *GROUNDS, "panel", "accent", "primary", "secondary")}
    background = Color.parse(told["background"])
    return {name: readable(value, background) for name, value in found.items()}, background


def readable(value: str, background: Color) -> Color:
    if value.startswith("auto"):
        return background.get_contrast_text(0.87)
    return Color.parse(value)


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", PLAIN)
def test_every_ink_stands_out_from_every_ground(theme: str, ground: str, ink: str) -> None:
    told, background = colours(theme)
    least = 7 if theme == CONTRAST.name else 4.5
    assert contrast((background + told[ground]) + told[ink], background + told[ground]) >= least


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
@pytest.mark.parametrize("ink", PLAIN)
def test_in_sixteen_colours_no_ink_becomes_its_ground(theme: str, ink: str) -> None:
    told, background = colours(theme)

    def of_sixteen(colour: Color) -> RichColor:
        return RichColor.from_rgb(*colour.rgb).downgrade(ColorSystem.STANDARD)

    for ground in (background + told[name] for name in GROUNDS):
        assert of_sixteen(ground + told[ink]).number != of_sixteen(ground).number


# What those see who see no red, no green or no blue (Machado, Oliveira and Fernandes 2009), in linear light.
BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
# Inks that stand for different things in the same place: how sure a claim is, what became of somebody, kinds of tie.
MEANINGS = (
    ("text-success", "text-warning", "text-error"),
    ("foreground", "text-warning", "text-error"),
    ("text-warning", "text-error", "text-secondary"),
)
TOLD_APART = 10
"""A distance in CIE Lab that nobody overlooks; 2 is about the least that can be seen side by side."""


def lab(colour: Color, blindness: str) -> tuple[float, float, float]:
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in BLINDNESS[blindness]
    )

    def root(value: float) -> float:
        return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116

    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
def test_inks_that_mean_different_things_are_told_apart_by_those_who_see_fewer_colours(
    theme: str, blindness: str
) -> None:
    told, background = colours(theme)
    for inks in MEANINGS:
        for one, other in combinations(inks, 2):
            seen = (lab(background + told[ink], blindness) for ink in (one, other))
            assert dist(*seen) >= TOLD_APART, (one, other)


def test_what_an_ink_says_a_sign_and_a_word_say_too() -> None:
    """So nothing is lost where there are no colours at all."""
    signs = [certainty.sign for certainty in Certainty]
    assert len(set(signs)) == len(signs)
    for named in (KINDS, STATES):
        assert len({one.sign for one in named}) == len({one.label for one in named}) == len(named)


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
def test_what_is_marked_stands_out_from_what_is_not(theme: str) -> None:
    told, background = colours(theme)
    assert contrast(told["accent"], background) >= 4.5
