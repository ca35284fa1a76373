"""Whether a guide's files have changed: names, sizes and times, looked at now and then.

Looking costs a call of `stat` a file, and sees every way in which editors save; a listener of the system's events would
be quicker to tell, and a compiled dependency.
"""

from __future__ import annotations

import os
from pathlib import Path

from .folder import DEEPEST_FOLDER, MOST_FILES

Signature = frozenset[tuple[str, int, int]]


def signature(folder: Path) -> Signature:
    """What the files of a guide look like from outside; another value when one was changed, added or removed."""
    found: list[tuple[str, int, int]] = []
    _look(str(folder), found, 0)
    return frozenset(found)


def _look(folder: str, found: list[tuple[str, int, int]], depth: int) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # taken away while we look: that is a change too
        return
    for entry in entries:
        if entry.name.startswith(".") or len(found) > MOST_FILES:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST_FOLDER:
                    _look(entry.path, found, depth + 1)
            elif entry.name.endswith((".md", ".yaml")):
                status = entry.stat()
                found.append((entry.path, status.st_mtime_ns, status.st_size))
        except OSError:
            continue
