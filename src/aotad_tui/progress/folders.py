"""Where a reader's own files are: in the folders that the system keeps for such things."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "aotad-tui"


def state_file() -> Path:
    """The file of what was seen, read and marked."""
    return platformdirs.user_state_path(_NAME, appauthor=False) / "reading.db"


def settings_file() -> Path:
    """The file of settings, which a reader may write by hand."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.toml"
