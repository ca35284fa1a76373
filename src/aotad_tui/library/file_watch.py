"""Detects changes of a guide's files by polling their names, sizes and times.

Polling costs one call of `stat` a file and notices every way in which editors save. A listener for events of the
operating system would notice changes sooner, but would need a compiled dependency.
"""

from __future__ import annotations

import os
from pathlib import Path

from .folder import DEEPEST_FOLDER, MOST_FILES, PAGE_ENDINGS, YAML_ENDINGS

Signature = frozenset[tuple[str, int, int]]


def signature(folder: Path) -> Signature:
    """A value that differs whenever a file of a guide was changed, added or removed."""
    files: list[tuple[str, int, int]] = []
    _scan(str(folder), files, 0)
    return frozenset(files)


def _scan(folder: str, files: list[tuple[str, int, int]], depth: int) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # deleted during the scan: that is a change too
        return
    for entry in entries:
        if entry.name.startswith(".") or len(files) > MOST_FILES:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST_FOLDER:
                    _scan(entry.path, files, depth + 1)
            elif entry.name.lower().endswith((*PAGE_ENDINGS, *YAML_ENDINGS)):
                status = entry.stat()
                files.append((entry.path, status.st_mtime_ns, status.st_size))
        except OSError:
            continue
