"""Reads the files of a source: no huge ones, cleaned as the files of a guide are."""

from __future__ import annotations

import stat
from pathlib import Path

from aotad_tui.cleaning import clean_line, clean_text
from aotad_tui.library.encodings import decode, encoding_advice

from .draft import NotImportable

LARGEST = 32 * 1024 * 1024


def read_source(path: Path) -> str:
    """The clean text of a file. Raises `NotImportable`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotImportable(f"{path} is not a regular file; give a file, or the folder of a vault")
        if status.st_size > LARGEST:
            raise NotImportable(f"{path} is larger than {LARGEST // 1024 // 1024} MB; split it")
        return clean_text(decode(path.read_bytes()))
    except UnicodeDecodeError as error:
        raise NotImportable(f"{path} is {encoding_advice(error.object)}") from error
    except OSError as error:
        raise NotImportable(f"cannot read {path}: {error.strerror or error}") from error


def words_of(value: object) -> str:
    """A value of a cell, an attribute or JSON as text on one line; "" for none and for what is no single value."""
    if value is None or isinstance(value, (dict, list, tuple, set)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean_line(str(value))
