"""All that is drawn can be read: in our own looks, where colours are left out, and on terminals that know sixteen.

Measured on the screen, by the ratio of WCAG: 4.5 for text, 7 in the look for those who need contrast. Of sixteen
colours every terminal has its own; two usual sets are tried, and 3 is asked for, since their makers choose no better.
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
"""Each opens a box."""


def contrast(one: Rgb, other: Rgb) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Rgb) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def texts(reader: Reader) -> Iterator[Segment]:
    """The words that are drawn; of what lies under a box, which is faint on purpose, none."""
    boxes = reader.app.screen.query(".box")
    region = boxes.first().region if boxes else reader.app.screen.region
    for y, row in enumerate(reader._drawn()):
        x = 0
        for piece in row:
            if region.contains(x, y) and any(map(str.isalnum, piece.text)):
                yield piece
            x += piece.cell_length


def faint(piece: Segment, least: float) -> Iterator[str]:
    """How a piece of text cannot be read, if there are such ways."""
    for way, drawn in (("in colours", piece), ("without colours", Monochrome().apply([piece], Color(0, 0, 0))[0])):
        assert drawn.style and drawn.style.color and drawn.style.bgcolor
        ratio = contrast(drawn.style.color.get_truecolor(), drawn.style.bgcolor.get_truecolor())
        if ratio < least:
            yield f"{way} {ratio:.1f}: {piece.text!r} {drawn.style}"
    assert piece.style and piece.style.color and piece.style.bgcolor
    ink, ground = (one.downgrade(ColorSystem.STANDARD).number for one in (piece.style.color, piece.style.bgcolor))
    for palette in (XTERM, CONSOLE):
        ratio = contrast(palette[ink or 0], palette[ground or 0])
        if ratio < 3:
            yield f"in sixteen {ratio:.1f}: {piece.text!r} {piece.style}"


@pytest.mark.parametrize("theme", [theme.name for theme in OURS])
async def test_every_word_on_the_screen_stands_out_from_its_ground(tmp_path: Path, theme: str) -> None:
    every = (Path(__file__).parents[1] / "page" / "every-construct.md").read_text(encoding="utf-8")
    guide = edited(tmp_path, [])
    (guide / "sections" / "00-before-you-read.md").write_text(f"---\nsince: start\n---\n{every}", encoding="utf-8")
    found: set[str] = set()

    async def look() -> None:
        for piece in texts(reader):
            found.update(faint(piece, 7 if theme == CONTRAST.name else 4.5))

    async with reading(open_guide(guide), 9, (120, 40)) as reader:
        reader.app.theme = theme
        await reader.press("@", *"hyde", "enter")
        for _ in range(6):
            await look()
            await reader.press("space")
        await reader.press("g", "tab")
        await look()
        await reader.press("K")
        await look()
        await reader.press("escape", "/", *"the")
        await look()
        await reader.press("enter")
        await look()
        await reader.press("escape", "B", "3", "j")
        reader.app.clear_notifications()
        await look()
        for key in KEYS:
            await reader.press(key)
            await look()
            if key != "t":  # there it tries on another look
                await reader.press("j")
                await look()
            await reader.back_to_the_page()
        for typed in (":", ":th", "@", "@hyd", "#", ">", "f", "/door"):
            await reader.press(*typed)
            await look()
            await reader.back_to_the_page()
        await reader.press("m")
        await look()
        for key in ("i", "+", "enter", "f"):
            await reader.press(key)
            await look()
    assert sorted(found) == []
