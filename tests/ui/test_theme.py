"""Our themes are readable in full colour, in sixteen colours, without colours, and with colour blindness."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

from aotad_tui.story.grounds import Certainty
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.ui.theme import CONTRAST, OURS

TEXT_COLOURS = (
    "foreground",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-success",
    "text-warning",
    "text-error",
)
BACKGROUNDS = ("background", "surface")


def colours(theme: str) -> tuple[dict[str, Color], Color]:
    (chosen,) = (one for one in OURS if one.name == theme)
    values = chosen.to_color_system().generate()
    found = {name: values[name] for name in (*TEXT_COLOURS, *BACKGROUNDS, "panel", "accent", "primary", "secondary")}
    background = Color.parse(values["background"])
    return {name: resolve(value, background) for name, value in found.items()}, background


def resolve(value: str, background: Color) -> Color:
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
@pytest.mark.parametrize("surface", BACKGROUNDS)
@pytest.mark.parametrize("foreground", TEXT_COLOURS)
def test_every_text_colour_has_enough_contrast_on_every_background(theme: str, surface: str, foreground: str) -> None:
    values, background = colours(theme)
    least = 7 if theme == CONTRAST.name else 4.5
    assert contrast((background + values[surface]) + values[foreground], background + values[surface]) >= least


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
@pytest.mark.parametrize("foreground", TEXT_COLOURS)
def test_in_sixteen_colours_text_differs_from_its_background(theme: str, foreground: str) -> None:
    values, background = colours(theme)

    def of_sixteen(colour: Color) -> RichColor:
        return RichColor.from_rgb(*colour.rgb).downgrade(ColorSystem.STANDARD)

    for surface in (background + values[name] for name in BACKGROUNDS):
        assert of_sixteen(surface + values[foreground]).number != of_sixteen(surface).number


# Simulated colour blindness, for linear RGB (Machado, Oliveira and Fernandes 2009).
COLOUR_BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
# Colours of different meanings in the same place: certainty of a claim, state of a person, kind of relationship.
MEANINGS = (
    ("text-success", "text-warning", "text-error"),
    ("foreground", "text-warning", "text-error"),
    ("text-warning", "text-error", "text-secondary"),
)
LEAST_DISTANCE = 10
"""A distance in CIE Lab that is easy to see; 2 is about the least that can be seen side by side."""


def lab(colour: Color, blindness: str) -> tuple[float, float, float]:
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in COLOUR_BLINDNESS[blindness]
    )

    def root(value: float) -> float:
        return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116

    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("blindness", COLOUR_BLINDNESS)
@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
def test_colours_of_different_meanings_differ_with_colour_blindness(theme: str, blindness: str) -> None:
    values, background = colours(theme)
    for foregrounds in MEANINGS:
        for one, other in combinations(foregrounds, 2):
            seen = (lab(background + values[foreground], blindness) for foreground in (one, other))
            assert dist(*seen) >= LEAST_DISTANCE, (one, other)


def test_every_meaning_of_a_colour_also_has_a_sign_and_a_word() -> None:
    """No meaning is lost without colours."""
    signs = [certainty.sign for certainty in Certainty]
    assert len(set(signs)) == len(signs)
    for named in (KINDS, STATES):
        assert len({one.sign for one in named}) == len({one.label for one in named}) == len(named)


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
def test_the_selection_has_enough_contrast(theme: str) -> None:
    values, background = colours(theme)
    assert contrast(values["accent"], background) >= 4.5
