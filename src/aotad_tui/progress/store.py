"""The store between runs: small records in one SQLite file, each written separately.

A record is a text under a reader profile, a guide, a kind and a key. Every change is an upsert of one record, so two
programs at once lose none of each other's changes. Nothing here raises: what cannot be written stays in memory, is
written again later if that may help, and one sentence in `trouble` reports it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from aotad_tui.cleaning import single_line

from .folders import deny_others, make_private

VERSION = 1
_OPENING_PATIENCE, _WRITING_PATIENCE = 2.0, 0.1
"""Seconds to wait while another program writes; short while the reader waits for a key to take effect."""
_TABLE = """
CREATE TABLE IF NOT EXISTS facts (
    viewer TEXT NOT NULL, guide TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
    value TEXT, at INTEGER NOT NULL,
    PRIMARY KEY (viewer, guide, kind, key)
) WITHOUT ROWID
"""
_PUT = """
INSERT INTO facts (viewer, guide, kind, key, value, at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at
"""
_ALL = "SELECT key, value, at FROM facts WHERE viewer = ? AND guide = ? AND kind = ?"
_ONE = "SELECT value FROM facts WHERE viewer = ? AND guide = ? AND kind = ? AND key = ?"
_DAMAGED = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})
_BUSY = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})


@dataclass(frozen=True, slots=True)
class Namespace:
    """The common key of the records of one kind: reader profile, guide and kind."""

    viewer: str
    guide: str
    kind: str


class _Damaged(Exception):
    """The file exists and cannot be used."""


class _Newer(Exception):
    """The file is from a newer version of the program."""


class Store:
    """The records in a file; with `path` None in memory only. The file is created at the first write."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[tuple[Namespace, str], tuple[str | None, int]] = {}
        self._last = 0
        self._unwritable: sqlite3.Error | OSError | None = None
        """The error that makes the file read-only. It is reported at the first write."""
        self._busy: sqlite3.Error | None = None
        """The error of the last attempt to write, if waiting may help."""
        self.trouble = ""
        """A sentence if something could not be stored, or a file was moved away; else empty."""
        if path is not None and _exists(path):
            self._open()

    def all(self, namespace: Namespace) -> dict[str, str]:
        """The records of a namespace by key, the last changed at the end."""
        records = {key: (value, at) for key, value, at in self._rows(namespace)}
        records |= {key: fact for (on, key), fact in self._waiting.items() if on == namespace}
        ordered = sorted(records.items(), key=lambda item: item[1][1])
        return {key: value for key, (value, _) in ordered if value is not None}

    def _rows(self, namespace: Namespace) -> list[tuple[str, str | None, int]]:
        # The file may contain anything: only values of the right types are used.
        return [
            (key, value, at)
            for key, value, at in self._fetch(_ALL, (namespace.viewer, namespace.guide, namespace.kind))
            if isinstance(key, str) and isinstance(value, str | None) and isinstance(at, int)
        ]

    def _fetch(self, query: str, values: tuple[str, ...]) -> list[tuple[object, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._report(error)
            return []

    def get(self, namespace: Namespace, key: str) -> str | None:
        """One record, or None."""
        waiting = self._waiting.get((namespace, key))
        if waiting is not None:
            return waiting[0]
        row = self._fetch(_ONE, (namespace.viewer, namespace.guide, namespace.kind, key))
        return row[0][0] if row and isinstance(row[0][0], str) else None

    def put(self, namespace: Namespace, key: str, value: str | None) -> None:
        """Store a record; None removes it. It is on disk when this returns, or as soon as that is possible."""
        self._last = max(time.time_ns(), self._last + 1)
        self._waiting[namespace, key] = (value, self._last)
        self.flush()

    def flush(self) -> None:
        """Write all pending records."""
        if not self._waiting or self._path is None:
            return
        if self._connection is None and not self.trouble:
            self._open()
        if self._unwritable:
            self._report(self._unwritable)
        if self._connection is None or self._unwritable:
            return
        rows = [(on.viewer, on.guide, on.kind, key, value, at) for (on, key), (value, at) in self._waiting.items()]
        try:
            with self._connection:
                self._connection.executemany(_PUT, rows)
        except sqlite3.Error as error:
            self._busy = error if error.sqlite_errorname in _BUSY else None
            if self._busy is None:
                self._report(error)
        else:
            self._waiting.clear()

    def close(self) -> None:
        """Write all pending records and close the file. `trouble` says if another program prevented it to the end."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * _OPENING_PATIENCE)}")
        self.flush()
        if self._waiting and self._busy:
            self._report(self._busy)
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _report(self, error: sqlite3.Error | OSError) -> None:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        self.trouble = self.trouble or single_line(f"Your progress cannot be saved: {reason} ({self._path}).")

    def _open(self) -> None:
        """Open the file; or move it away and start a new one; or work without a file."""
        assert self._path is not None
        try:
            _create_private(self._path)
            try:
                self._connection = _connect_patiently(self._path)
            except _Damaged:
                moved = _move_away(self._path)
                self.trouble = (
                    f"Your saved progress is damaged. It was moved to {moved.name}, and a new file was started."
                )
                _create_private(self._path)
                self._connection = _connect(self._path)
        except _Newer:
            self._connection = None
            self.trouble = (
                f"Your saved progress is from a newer version of aotad-tui and was left as it is. "
                f"Nothing is saved in this session ({self._path})."
            )
        except (sqlite3.Error, OSError, _Damaged) as error:
            self.trouble = ""
            self._unwritable = error if isinstance(error, sqlite3.Error | OSError) else OSError("the file is damaged")
            self._connection = _read_only(self._path)
            if self._connection is None:
                self._report(self._unwritable)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be read: opening the file reports it
        return True


def _create_private(path: Path) -> None:
    """Create the file and its folder if they are missing, and let nobody but their owner read them. Raises OSError.

    What was created before is denied to others too, if it is ours. SQLite gives its other files the same rights.
    """
    make_private(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for ending in ("", "-wal", "-shm"):
        deny_others(path.with_name(path.name + ending))


def _connect_patiently(path: Path) -> sqlite3.Connection:
    """Connect, and wait for another program that is creating the file, which SQLite itself does not do."""
    until = time.monotonic() + _OPENING_PATIENCE
    while True:
        try:
            return _connect(path)
        except sqlite3.Error as error:
            if error.sqlite_errorname not in _BUSY or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _connect(path: Path) -> sqlite3.Connection:
    """A connection to the file, ready to be written. Raises `_Damaged`, `_Newer` and sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=_OPENING_PATIENCE)
    connection.text_factory = _text
    try:
        version = _checked(connection)
        if version == 0:
            # Write-ahead logging: others can read while one writes, and a kill at any time leaves the file intact.
            connection.execute("PRAGMA journal_mode = WAL")
            with connection:
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"{_ALL} LIMIT 1", ("", "", "")).fetchall()
        connection.execute(f"PRAGMA busy_timeout = {round(1000 * _WRITING_PATIENCE)}")
    except sqlite3.Error as error:
        connection.close()
        missing = error.sqlite_errorname == "SQLITE_ERROR"  # no such table, no such column
        if missing or error.sqlite_errorname in _DAMAGED:
            raise _Damaged from error
        raise
    except (_Damaged, _Newer):
        connection.close()
        raise
    return connection


def _text(stored: bytes) -> str | bytes:
    """A text of the file. Bytes stay bytes if they are not UTF-8: one damaged record must not hide all others."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def _checked(connection: sqlite3.Connection) -> int:
    """The version of the file's schema. Raises `_Damaged`, `_Newer` and sqlite3.Error."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise _Newer
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _Damaged
    return version


def _read_only(path: Path) -> sqlite3.Connection | None:
    """A connection to a file in a folder that cannot be written; None when the file cannot be read either."""
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
        connection.text_factory = _text
        try:
            usable = connection.execute("PRAGMA user_version").fetchone()[0] <= VERSION
            connection.execute(f"{_ALL} LIMIT 1", ("", "", "")).fetchall()
        except sqlite3.Error:
            usable = False
        if usable:
            return connection
        connection.close()
    return None


def _move_away(path: Path) -> Path:
    """Rename a file and the files that SQLite keeps next to it. Raises OSError."""
    moved = path.with_name(f"{path.name}.{time.strftime('%Y%m%d-%H%M%S')}.aside")
    for ending in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(moved.with_name(moved.name + ending))
    return moved
