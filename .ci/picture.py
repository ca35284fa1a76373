"""Make the pictures in README: a moving one on Jekyll and Hyde, which spoils nobody, and screenshots.

python .ci/picture.py [FOLDER]
"""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from aotad_tui.library.load import open_guide
from aotad_tui.progress.session import Session
from aotad_tui.resources import bundled_guide
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.screens.reading import ReadingScreen

DOCS = Path(__file__).parent.parent / "docs"
DEAD = bundled_guide()
JEKYLL = DEAD.parent / "jekyll-and-hyde"


@dataclass(frozen=True)
class Step:
    """Some keys, and how long their result is shown, in seconds."""

    keys: tuple[str, ...]
    seconds: float


@dataclass(frozen=True)
class Film:
    """A guide at a point, and what is done in it, in a window of columns and rows."""

    guide: Path
    seen: int
    section: str
    steps: tuple[Step, ...]
    size: tuple[int, int] = (120, 36)


FILMS = {
    "moving": Film(
        JEKYLL,
        3,
        "chapters/quite-at-ease",
        (
            Step((), 2),
            Step(("@",), 1),
            *(Step((letter,), 0.25) for letter in "hyd"),
            Step(("e",), 1.5),
            Step(("enter",), 4),
            Step(("+",), 2),
            Step(("enter",), 2.5),
            Step(("escape",), 5),
        ),
        (100, 30),
    ),
    "page": Film(DEAD, 1, "episodes/episode-1", (Step((), 0),)),
    "map": Film(JEKYLL, 6, "chapters/incident-of-dr-lanyon", (Step(("m",), 0),), (110, 24)),
    "path": Film(
        JEKYLL,
        6,
        "chapters/incident-of-dr-lanyon",
        (Step(("p", *"enfield", "enter", *"carew", "enter"), 0),),
        (110, 28),
    ),
}
_FONT = "Menlo, Consolas, DejaVu Sans Mono, monospace"


async def frames(film: Film) -> list[str]:
    """The screen as SVG after each step."""
    app = ReaderApp(ReadingScreen(Session.begin(open_guide(film.guide), film.seen, film.section)))
    drawn = []
    async with app.run_test(size=film.size) as pilot:
        await pilot.pause()
        for step in film.steps:
            await pilot.press(*step.keys)
            await pilot.pause()
            drawn.append(app.export_screenshot(title="aotad-tui"))
    return [clean(one, number) for number, one in enumerate(drawn)]


def clean(frame: str, number: int) -> str:
    """A frame without a font from the web, and with names that are the same each time and differ between frames."""
    frame = re.sub(r"\s*@font-face \{.*?\}", "", frame, flags=re.DOTALL)
    frame = frame.replace("Fira Code, monospace", _FONT)
    return re.sub(r"terminal-\d+", f"frame{number}", frame)


def moving(drawn: list[str], steps: tuple[Step, ...]) -> str:
    """One SVG that shows frames in turn and begins again; the last one where nothing moves.

    Each frame is an SVG in the SVG, which its style makes visible for its part of the time.
    """
    total, start, rules, bodies = sum(step.seconds for step in steps), 0.0, [], []
    for number, (frame, step) in enumerate(zip(drawn, steps, strict=True)):
        end = start + step.seconds
        first, last = 100 * start / total, 100 * end / total
        is_last = number == len(drawn) - 1
        before, after = ("visible" if shown else "hidden" for shown in (number == 0, is_last))
        rules.append(
            f"@keyframes show{number} {{ 0% {{ visibility: {before} }} "
            f"{first:.2f}% {{ visibility: visible }} {last:.2f}% {{ visibility: {after} }} }}\n"
            f"#show{number} {{ visibility: {after}; "
            f"animation: show{number} {total:g}s step-end infinite }}"
        )
        bodies.append(f'<g id="show{number}">{frame}</g>')
        start = end
    rules.append("@media (prefers-reduced-motion: reduce) { g[id^=show] { animation: none !important } }")
    box = re.search(r'viewBox="[^"]*"', drawn[0])
    style = "\n".join(rules)
    return f'<svg {box[0] if box else ""} xmlns="http://www.w3.org/2000/svg">\n<style>{style}</style>\n{"".join(bodies)}\n</svg>\n'


async def make(folder: Path) -> None:
    """Write all pictures into a folder."""
    for name, film in FILMS.items():
        drawn = await frames(film)
        picture = drawn[0] if len(drawn) == 1 else moving(drawn, film.steps)
        (folder / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS))
