"""The places of a reader's own files, in the system's folders for state and settings, and the rights to them."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Callable
from pathlib import Path

import platformdirs

_NAME = "aotad-tui"
_FOR_OTHERS = 0o077


def state_folder() -> Path | None:
    """The folder of what the program stores; None where the system knows no home folder."""
    return _in_home(platformdirs.user_state_path)


def state_file() -> Path | None:
    """The file of progress, read marks and bookmarks; None where the system knows no home folder."""
    folder = state_folder()
    return folder / "reading.db" if folder else None


def settings_file() -> Path | None:
    """The settings file, which a reader may edit; None where the system knows no home folder."""
    folder = _in_home(platformdirs.user_config_path)
    return folder / "settings.toml" if folder else None


def _in_home(place: Callable[..., Path]) -> Path | None:
    try:
        folder = place(_NAME, appauthor=False)
    except RuntimeError:  # a user that the system does not know, and no HOME
        return None
    return folder if folder.is_absolute() else None  # earlier releases of platformdirs leave "~" there


def create_private(folder: Path) -> None:
    """Create a folder, and those above it that are missing, for nobody but their owner. Raises OSError."""
    for path in reversed([folder, *folder.parents]):
        if not path.exists():
            path.mkdir(mode=0o700, exist_ok=True)


def make_private(folder: Path) -> None:
    """Create a folder of the program's own if it is missing, and let nobody but its owner enter. Raises OSError."""
    create_private(folder)
    deny_others(folder)


def deny_others(path: Path) -> None:
    """Take all rights to a file or folder, if there is one, from everybody but its owner, if that is the reader."""
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _FOR_OTHERS:
            path.chmod(mode & ~_FOR_OTHERS)
