"""Reports an exception that nothing has handled: one sentence on stderr, and the rest in a file.

The report has no text of a guide, so that it spoils nothing and can be sent to others. Messages of exceptions are left
out for that reason, since they often quote the value that was wrong, and so are the values of variables.
"""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from aotad_tui import __version__
from aotad_tui.progress.folders import make_private, state_folder

from .exit_codes import Exit, fail

_PACKAGES = ("textual", "rich", "markdown-it-py", "mdit-py-plugins", "pygments", "pyyaml", "rapidfuzz", "tomlkit")


def report_crash(error: Exception) -> Exit:
    """Write a report, say where it is, and return the exit code."""
    try:
        path = _write(report(error))
    except OSError as reason:
        why = reason.strerror or str(reason)
        return fail(f"an internal error ended the program; no report could be written: {why}", Exit.CRASHED)
    return fail(f"an internal error ended the program; the report is in {path}", Exit.CRASHED)


def report(error: BaseException) -> str:
    """Versions, the system, and where in the program the exception and those that led to it were raised."""
    lines = [
        f"aotad-tui {__version__}",
        f"Python {platform.python_version()} ({sys.implementation.name}) on {platform.platform()}",
        *(f"{package} {_version(package)}" for package in _PACKAGES),
        f"TERM={os.environ.get('TERM', '')!a}",
    ]
    for number, raised in enumerate(_chain(error)):
        lines += ["", "Raised before it:" if number else "Traceback (most recent call last):"]
        lines += "".join(traceback.format_tb(raised.__traceback__)).splitlines()
        lines.append(f"{type(raised).__module__}.{type(raised).__qualname__}")
    return "\n".join(lines) + "\n"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _write(text: str) -> Path:
    """Write a report that only its owner can read. Raises OSError."""
    folder = state_folder()
    if folder is None:
        raise OSError("there is no home folder")
    make_private(folder)
    path = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    path.touch(0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path
