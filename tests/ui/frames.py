"""Screens stored as text in `frames/`, one file per scene and width. `tests/frames.py` says how to renew them."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.cells import width
from tests.frames import assert_equals_frame

from .reader import Reader

FOLDER = Path(__file__).parent / "frames"


def frame_file(scene: str, columns: int) -> Path:
    """The file of a scene's frame."""
    return FOLDER / f"{scene}-{columns}.txt"


def assert_frame(reader: Reader, scene: str) -> None:
    """Check that the screen equals its stored frame, and that no row is wider than the window."""
    columns = reader.app.size.width
    assert [row for row in reader.rows if width(row) > columns] == []
    assert_equals_frame(frame_file(scene, columns), reader.rows)
