"""Our own looks can be read: in their own colours, in sixteen, and with none; and by those who see no red and green."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

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


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
def test_what_is_marked_stands_out_from_what_is_not(theme: str) -> None:
    told, background = colours(theme)
    assert contrast(told["accent"], background) >= 4.5
