"""Reads the files of a guide's folder safely: no symbolic links out of it, no huge files, only text."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from aotad_tui.cleaning import clean, clean_line, has_harmful

from .encodings import decode, encoding_advice
from .problems import Mark, Problems

YAML_ENDINGS = (".yaml", ".yml")
PAGE_ENDINGS = (".md", ".markdown")
MEDIA_ENDINGS = (
    *(".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".pdf", ".canvas"),
    *(".flac", ".m4a", ".mp3", ".ogg", ".wav", ".mkv", ".mov", ".mp4", ".webm"),
)
LARGEST_FILE = 32 * 1024 * 1024
MOST_FILES = 50_000
DEEPEST_FOLDER = 16
_LINK = "symbolic links to folders or out of the guide are not followed; copy the target instead"


class Folder:
    """The files of one guide. Paths are relative to it, with `/` as the separator."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real = os.path.realpath(root)

    def exists(self, path: str) -> bool:
        """Whether a file or folder with that path exists."""
        return os.path.lexists(self.root / path)

    def why_closed(self) -> str:
        """Why the folder cannot be looked into, though it may exist; empty if it can, or does not exist."""
        try:
            os.stat(os.path.join(self.root, "."))  # noqa: PTH116  # Path drops the dot, which asks for the right to enter
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except (OSError, ValueError) as error:  # no right to enter, a name that is too long, a null character
            return getattr(error, "strerror", None) or str(error)
        return ""

    def is_folder(self, path: str) -> bool:
        """Whether a folder with that path exists."""
        return (self.root / path).is_dir()

    def names_at_top(self) -> list[str]:
        """The names of files and folders at the top, in order. Ignores hidden ones and those that cannot be listed."""
        try:
            return sorted(name for name in os.listdir(self.root) if not name.startswith("."))
        except OSError:
            return []

    def files(
        self, folder: str, endings: tuple[str, ...], problems: Problems, *, also: tuple[str, ...] = ()
    ) -> Iterator[str]:
        """The paths of all files below `folder` with those endings in any case, in order.

        `also`: further endings, which advice does not name. Ignores hidden files. Reports other files, except pictures
        and the like.
        """
        if (self.root / folder).is_symlink():
            problems.report(Mark(folder), "OUTSIDE", _LINK)
            return
        count = 0
        for path in self._walk(folder, problems, 0):
            if not path.lower().endswith((*endings, *also)):
                if not path.lower().endswith(MEDIA_ENDINGS):
                    what = f"this file is not read; only {' and '.join(endings)} files are"
                    problems.report(Mark(clean_line(path)), "UNREAD", what)
            else:
                count += 1
                if count > MOST_FILES:
                    problems.report(Mark(folder), "TOO-LARGE", f"more than {MOST_FILES:,} files; use fewer files")
                    return
                yield path

    def _walk(self, folder: str, problems: Problems, depth: int) -> Iterator[str]:
        if depth > DEEPEST_FOLDER:
            problems.report(
                Mark(folder), "TOO-DEEP", f"folders nested more than {DEEPEST_FOLDER} levels deep; use fewer levels"
            )
            return
        try:
            entries = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
        except OSError as error:
            problems.report(Mark(folder), "UNREADABLE", f"cannot list this folder: {error.strerror}")
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() and (entry.is_dir() or not self._is_inside(path)):
                problems.report(Mark(clean_line(path)), "OUTSIDE", _LINK)
            elif has_harmful(path) or "\n" in path or "\t" in path:
                problems.report(
                    Mark(clean_line(path)), "NAME", "control character in this name; rename the file or folder"
                )
            elif entry.is_dir():
                yield from self._walk(path, problems, depth + 1)
            else:
                yield path

    def _is_inside(self, path: str) -> bool:
        real = os.path.realpath(self.root / path)
        return real == self._real or real.startswith(self._real + os.sep)

    def read(self, path: str, problems: Problems) -> str | None:
        """The text of a file, not yet cleaned, or None after reporting a problem if it cannot be read."""
        try:
            return self.open_text(path)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            problems.report(Mark(clean(path), line), "ENCODING", encoding_advice(error.object))
        except OSError as error:
            problems.report(Mark(clean(path)), "UNREADABLE", f"cannot read this file: {error.strerror or error}")
        return None

    def open_text(self, path: str) -> str:
        """The text of a file.

        Raises OSError (also for a file outside the folder or a file that is too large) or UnicodeDecodeError.
        """
        if not self._is_inside(path):
            raise OSError("symbolic link out of the guide; copy the target instead")
        status = (self.root / path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise OSError("not a regular file")  # opening a pipe would block for ever
        if status.st_size > LARGEST_FILE:
            raise OSError(f"larger than {LARGEST_FILE // 1024 // 1024} MB")
        return decode((self.root / path).read_bytes())
