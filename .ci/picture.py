"""Make the picture in README: a screenshot of the reader on the bundled guide.

python .ci/picture.py [FILE]
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from aotad_tui.library.load import open_guide
from aotad_tui.progress.session import Session
from aotad_tui.resources import bundled_guide
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.screens.reading import ReadingScreen

PICTURE = Path(__file__).parent.parent / "docs" / "reader.svg"


async def draw(keys: list[str], size: tuple[int, int], seen: int, section: str) -> str:
    """The screen as SVG after those keys."""
    app = ReaderApp(ReadingScreen(Session.begin(open_guide(bundled_guide()), seen, section)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        # The same screen must give the same file.
        return re.sub(r"terminal-\d+", "terminal-aotad", app.export_screenshot(title="aotad-tui"))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    drawn = asyncio.run(draw(["tab", "tab", "enter"], (120, 36), 7, "episodes/episode-7"))
    target.write_text(drawn, encoding="utf-8")
