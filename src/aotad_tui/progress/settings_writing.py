"""Changes one setting in the settings file and keeps everything else in it, comments included."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from aotad_tui.cleaning import single_line

from .folders import create_private


class SettingsUnwritable(Exception):
    """The file could not be changed; the text says why."""


def write_setting(path: Path, name: str, value: str | int | bool | list[str]) -> None:  # noqa: FBT001  # a flag is a value here
    """Set `name` at the top level of the file, which is created if needed. Raises `SettingsUnwritable`."""
    target = Path(os.path.realpath(path))  # the settings may be a symbolic link, which must stay
    try:
        document = tomlkit.parse(target.read_text(encoding="utf-8")) if target.exists() else tomlkit.document()
        document[name] = value
        create_private(target.parent)
        _replace(target, tomlkit.dumps(document))
    except (TOMLKitError, ValueError, RecursionError) as error:  # not UTF-8, or beyond a limit of the parser
        raise SettingsUnwritable(single_line(f"{path}: invalid TOML; fix it first: {error}")) from error
    except OSError as error:
        raise SettingsUnwritable(single_line(f"{path}: cannot be written: {error}")) from error


def _replace(target: Path, text: str) -> None:
    """Write a temporary file and move it into place, so that the file is never half written."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        if target.exists():
            Path(temporary).chmod(target.stat().st_mode)
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
