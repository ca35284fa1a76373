"""The places of a reader's own files, in the system's folders for state and settings."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "aotad-tui"


def state_file() -> Path:
    """The file of progress, read marks and bookmarks."""
    return platformdirs.user_state_path(_NAME, appauthor=False) / "reading.db"


def settings_file() -> Path:
    """The settings file, which a reader may edit."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.toml"
