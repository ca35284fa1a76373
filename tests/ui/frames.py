"""Screens stored as text in `frames/`, one file per scene and size. `tests/frames.py` says how to renew them."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.cells import width
from tests.frames import assert_equals_frame

from .reader import Reader

Size = tuple[int, int]
"""Columns and rows."""

FOLDER = Path(__file__).parent / "frames"
SIZES: tuple[Size, ...] = ((60, 20), (80, 24), (100, 30), (120, 40), (200, 50))
"""The sizes that screens are made for."""


def frame_file(scene: str, size: Size) -> Path:
    """The file of a scene's frame."""
    return FOLDER / f"{scene}-{size[0]}x{size[1]}.txt"


def assert_frame(reader: Reader, scene: str) -> None:
    """Check that the screen equals its stored frame, and that no row is wider than the window."""
    size = reader.app.size
    assert [row for row in reader.rows if width(row) > size.width] == []
    assert_equals_frame(frame_file(scene, (size.width, size.height)), reader.rows)
