"""Frames: whole screens kept as text in `frames/`, one file a scene and width.

When a screen is meant to look different, `RENEW_FRAMES=1 python -m pytest tests/ui/test_frames.py` writes them all
anew and fails nothing; `git diff tests/ui/frames` then shows what changed, to be read before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

from aotad_tui.cells import width

from .reader import Reader

FOLDER = Path(__file__).parent / "frames"


def file_of(scene: str, columns: int) -> Path:
    """Where the frame of a scene is kept."""
    return FOLDER / f"{scene}-{columns}.txt"


def assert_frame(reader: Reader, scene: str) -> None:
    """The screen is the one that is kept under that name, row by row; no row is wider than the window."""
    rows, columns = reader.rows, reader.app.size.width
    assert [row for row in rows if width(row) > columns] == []
    kept = file_of(scene, columns)
    if os.environ.get("RENEW_FRAMES"):
        kept.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert rows == kept.read_text(encoding="utf-8").removesuffix("\n").split("\n")
