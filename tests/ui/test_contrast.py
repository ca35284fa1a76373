"""All text on the screen has enough contrast: in our themes, without colours, and in sixteen colours.

Contrast is the ratio of WCAG, measured on the screen: at least 4.5 for text, 7 in the high-contrast theme. Terminals
define their own sixteen colours; two common sets are tested, with a ratio of 3, since they have no better pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from textual.color import Color
from textual.filter import Monochrome

from aotad_tui.library.load import open_guide
from aotad_tui.story.story import Story
from aotad_tui.ui.theme import CONTRAST, OURS
from tests.library.guides import edited

from .reader import Reader, reading

pytestmark = pytest.mark.slow

Rgb = tuple[int, int, int]
XTERM: tuple[Rgb, ...] = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
    *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
    *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
CONSOLE: tuple[Rgb, ...] = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)),
    *((85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
)
KEYS = ("e", "r", "w", "'", "t", ",", "T", "E", "p", "?", "+")
"""Each opens a dialog."""


def contrast(one: Rgb, other: Rgb) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Rgb) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_segments(reader: Reader) -> Iterator[Segment]:
    """The segments that have letters, without those below a dialog, which are dimmed on purpose."""
    dialogs = reader.app.screen.query(".box")
    region = dialogs.first().region if dialogs else reader.app.screen.region
    for y, row in enumerate(reader._drawn()):
        x = 0
        for piece in row:
            if region.contains(x, y) and any(map(str.isalnum, piece.text)):
                yield piece
            x += piece.cell_length


def contrast_problems(piece: Segment, least: float) -> Iterator[str]:
    """Describe each way of drawing in which a segment has too little contrast."""
    for mode, drawn in (("in colours", piece), ("without colours", Monochrome().apply([piece], Color(0, 0, 0))[0])):
        assert drawn.style and drawn.style.color and drawn.style.bgcolor
        ratio = contrast(drawn.style.color.get_truecolor(), drawn.style.bgcolor.get_truecolor())
        if ratio < least:
            yield f"{mode} {ratio:.1f}: {piece.text!r} {drawn.style}"
    assert piece.style and piece.style.color and piece.style.bgcolor
    ink, ground = (one.downgrade(ColorSystem.STANDARD).number for one in (piece.style.color, piece.style.bgcolor))
    for palette in (XTERM, CONSOLE):
        ratio = contrast(palette[ink or 0], palette[ground or 0])
        if ratio < 3:
            yield f"in sixteen {ratio:.1f}: {piece.text!r} {piece.style}"


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_all_text_on_the_screen_has_enough_contrast(tmp_path: Path, theme: str) -> None:
    markdown = (Path(__file__).parents[1] / "page" / "every-construct.md").read_text(encoding="utf-8")
    guide = edited(tmp_path, [])
    (guide / "sections" / "00-before-you-read.md").write_text(f"---\nsince: start\n---\n{markdown}", encoding="utf-8")
    found: set[str] = set()

    async def check() -> None:
        for piece in text_segments(reader):
            found.update(contrast_problems(piece, 7 if theme == CONTRAST.name else 4.5))

    async with reading(open_guide(guide), 9, (120, 40)) as reader:
        reader.app.theme = theme
        await reader.press("@", *"hyde", "enter")
        for _ in range(6):
            await check()
            await reader.press("space")
        for key in ("g", "space", "space"):  # with highlights
            await reader.press(key, "j", "H")
            reader.app.clear_notifications()
            await check()
        await reader.press("g", "tab")
        await check()
        await reader.press("K")
        await check()
        await reader.press("escape")
        await reader.drag((40, 4), (60, 9))
        await check()
        await reader.press("escape", "/", *"the")
        await check()
        await reader.press("enter")
        await check()
        await reader.press("escape", "B", "3", "j")
        reader.app.clear_notifications()
        await check()
        for key in KEYS:
            await reader.press(key)
            await check()
            if key != "t":  # there it previews another theme
                await reader.press("j")
                await check()
            await reader.back_to_the_page()
        for typed in (":", ":th", "@", "@hyd", "#", ">", "f", "/door"):
            await reader.press(*typed)
            await check()
            await reader.back_to_the_page()
        await reader.press("escape", "escape", "m")
        titles = set()
        for key in ("i", "-", "j", "+", "+", "j", "enter", "f"):
            await check()
            titles.add(reader.rows[0].split("  ")[0].strip())
            await reader.press(key)
        await check()
        assert {"Groups", "Everyone", "Full map"} <= titles
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("theme", [theme.name for theme in OURS if theme is not CONTRAST])
async def test_secondary_text_is_weaker_than_names(jekyll_story: Story, theme: str) -> None:
    async with reading(jekyll_story, 5, (120, 40)) as reader:
        reader.app.theme = theme
        await reader.press("@")
        ratios: dict[str, set[float]] = {}
        for piece in text_segments(reader):
            assert piece.style and piece.style.color and piece.style.bgcolor
            ratio = contrast(piece.style.color.get_truecolor(), piece.style.bgcolor.get_truecolor())
            ratios.setdefault(piece.text.strip(), set()).add(ratio)
        assert max(ratios["The doctor's household · • alive"]) < min(ratios["Poole"]) - 2
