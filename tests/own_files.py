"""The reader's own files in tests, which always have a home folder."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.progress import folders


def state_file() -> Path:
    """The file of what is stored."""
    file = folders.state_file()
    assert file
    return file


def settings_file() -> Path:
    """The settings file."""
    file = folders.settings_file()
    assert file
    return file
