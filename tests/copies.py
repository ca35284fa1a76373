"""Guides and their cut copies: each opened once, and cut once at each point, for all tests of a process.

Stories are frozen values, and no test writes to a folder that it gets here.
"""

from __future__ import annotations

from pathlib import Path

from aotad_tui.library.load import open_guide
from aotad_tui.story.story import Story

from .cut import cut, last_point
from .library.guides import BUNDLED, JEKYLL

GUIDES = {"jekyll": JEKYLL, "bundled": BUNDLED}
POINTS = [(name, seen) for name, guide in GUIDES.items() for seen in range(last_point(guide) + 1)]
"""Every point of every guide, the start included: the guide's name and how many points are finished."""


class Copies:
    """The guides and their cut copies, made on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stories: dict[Path, Story] = {}

    def whole(self, name: str) -> Story:
        """The whole story of a guide."""
        return self._opened(GUIDES[name])

    def cut_folder(self, name: str, seen: int) -> Path:
        """The folder of a copy of a guide that is cut at a point."""
        copy = self._folder / name / str(seen)
        return copy if copy.exists() else cut(GUIDES[name], seen, copy)

    def cut(self, name: str, seen: int) -> Story:
        """The story of a copy of a guide that is cut at a point."""
        return self._opened(self.cut_folder(name, seen))

    def _opened(self, guide: Path) -> Story:
        if guide not in self._stories:
            self._stories[guide] = open_guide(guide)
        return self._stories[guide]
