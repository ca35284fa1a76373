"""Frames: whole screens kept as text in `frames/`, one file a scene and width. How to renew them: `tests/frames.py`."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.cells import width
from tests.frames import assert_kept

from .reader import Reader

FOLDER = Path(__file__).parent / "frames"


def file_of(scene: str, columns: int) -> Path:
    """Where the frame of a scene is kept."""
    return FOLDER / f"{scene}-{columns}.txt"


def assert_frame(reader: Reader, scene: str) -> None:
    """The screen is the one that is kept under that name, row by row; no row is wider than the window."""
    columns = reader.app.size.width
    assert [row for row in reader.rows if width(row) > columns] == []
    assert_kept(file_of(scene, columns), reader.rows)
