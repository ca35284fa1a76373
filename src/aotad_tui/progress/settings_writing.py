"""Changing one setting in the file, with everything else in it (comments too) left as it is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError


class SettingsUnwritable(Exception):
    """The file could not be changed; the text says why."""


def write_setting(path: Path, name: str, value: str | int | bool | list[str]) -> None:  # noqa: FBT001  # a flag is a value here
    """Sets `name` at the top of the file, which is made where there is none. Raises `SettingsUnwritable`."""
    target = Path(os.path.realpath(path))  # settings are often a link into a folder of such files: the link stays
    try:
        document = tomlkit.parse(target.read_text(encoding="utf-8")) if target.exists() else tomlkit.document()
        document[name] = value
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, tomlkit.dumps(document))
    except (TOMLKitError, ValueError, RecursionError) as error:  # not UTF-8, or beyond a limit of the parser
        raise SettingsUnwritable(f"{path} is not TOML, mend it first: {error}") from error
    except OSError as error:
        raise SettingsUnwritable(f"{path} cannot be written: {error}") from error


def _replace(target: Path, text: str) -> None:
    """Writes beside the file and then takes its place, so that it is never half written."""
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        if target.exists():
            Path(beside).chmod(target.stat().st_mode)
        Path(beside).replace(target)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
