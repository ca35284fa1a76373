"""What is kept between runs: small facts in one SQLite file, each written by itself.

A fact is a text under a viewer, a guide, a kind and a key. Since every change is an upsert of one fact, two readers
open at once lose nothing of each other. Nothing here raises: what cannot be written stays in memory, is tried again
where waiting may help, and one sentence in `trouble` says so.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

VERSION = 1
_OPENING_PATIENCE, _WRITING_PATIENCE = 2.0, 0.1
"""Seconds to wait for another program that is writing; little where keys are waiting for an answer."""
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
    """Where facts of one kind lie."""

    viewer: str
    guide: str
    kind: str


class _Unusable(Exception):
    """The file is there and is not ours to read; the text says what it is."""


class Store:
    """The facts in a file; with `path` None in memory only. The file is made when there is something to write."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[tuple[Namespace, str], tuple[str | None, int]] = {}
        self._last = 0
        self._unwritable: sqlite3.Error | OSError | None = None
        """Why the file can only be read. That is told when there is something to write."""
        self.trouble = ""
        """A sentence when something is not kept or was set aside; else empty."""
        if path is not None and _exists(path):
            self._open()

    def all(self, shelf: Namespace) -> dict[str, str]:
        """The facts on a shelf by their keys, those changed last at the end."""
        found = {key: (value, at) for key, value, at in self._rows(shelf)}
        found |= {key: fact for (on, key), fact in self._waiting.items() if on == shelf}
        ordered = sorted(found.items(), key=lambda item: item[1][1])
        return {key: value for key, (value, _) in ordered if value is not None}

    def _rows(self, shelf: Namespace) -> list[tuple[str, str | None, int]]:
        # A file may say anything: only what has the right types is taken.
        return [
            (key, value, at)
            for key, value, at in self._fetch(_ALL, (shelf.viewer, shelf.guide, shelf.kind))
            if isinstance(key, str) and isinstance(value, str | None) and isinstance(at, int)
        ]

    def _fetch(self, query: str, values: tuple[str, ...]) -> list[tuple[object, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._say(error)
            return []

    def get(self, shelf: Namespace, key: str) -> str | None:
        """One fact, or None."""
        waiting = self._waiting.get((shelf, key))
        if waiting is not None:
            return waiting[0]
        row = self._fetch(_ONE, (shelf.viewer, shelf.guide, shelf.kind, key))
        return row[0][0] if row and isinstance(row[0][0], str) else None

    def put(self, shelf: Namespace, key: str, value: str | None) -> None:
        """Keeps a fact; None takes it away. It is on disk when this returns, or as soon as that can be."""
        self._last = max(time.time_ns(), self._last + 1)
        self._waiting[shelf, key] = (value, self._last)
        self.flush()

    def flush(self) -> None:
        """Writes what waits."""
        if not self._waiting or self._path is None:
            return
        if self._connection is None and not self.trouble:
            self._open()
        if self._unwritable:
            self._say(self._unwritable)
        if self._connection is None or self._unwritable:
            return
        rows = [(on.viewer, on.guide, on.kind, key, value, at) for (on, key), (value, at) in self._waiting.items()]
        try:
            with self._connection:
                self._connection.executemany(_PUT, rows)
        except sqlite3.Error as error:
            if error.sqlite_errorname not in _BUSY:
                self._say(error)
        else:
            self._waiting.clear()

    def close(self) -> None:
        """Writes what waits and lets go of the file."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * _OPENING_PATIENCE)}")
        self.flush()
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _say(self, error: sqlite3.Error | OSError) -> None:
        self.trouble = self.trouble or f"Your progress cannot be saved: {error} ({self._path})."

    def _open(self) -> None:
        """Opens the file, or sets it aside and begins a new one, or does without."""
        assert self._path is not None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _patiently(self._path)
            except _Unusable as unusable:
                aside = _set_aside(self._path)
                self.trouble = (
                    f"Your saved progress {unusable}. It was moved to {aside.name}, and a new file was started."
                )
                self._connection = _connect(self._path)
        except (sqlite3.Error, OSError, _Unusable) as error:
            self.trouble = ""
            self._unwritable = error if isinstance(error, sqlite3.Error | OSError) else OSError(str(error))
            self._connection = _read_only(self._path)
            if self._connection is None:
                self._say(self._unwritable)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be looked into: opening will say so
        return True


def _patiently(path: Path) -> sqlite3.Connection:
    """As `_connect`, waiting for another program that is making the file: SQLite itself does not wait for that."""
    until = time.monotonic() + _OPENING_PATIENCE
    while True:
        try:
            return _connect(path)
        except sqlite3.Error as error:
            if error.sqlite_errorname not in _BUSY or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _connect(path: Path) -> sqlite3.Connection:
    """The file, ready to be written. Raises `_Unusable`, sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=_OPENING_PATIENCE)
    try:
        version = _checked(connection)
        if version == 0:
            # Write-ahead logging lets one read while another writes; a kill at any moment leaves the file sound.
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
            raise _Unusable("is damaged") from error
        raise
    except _Unusable:
        connection.close()
        raise
    return connection


def _checked(connection: sqlite3.Connection) -> int:
    """The version of a file's layout. Raises `_Unusable`, sqlite3.Error."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise _Unusable("is from a newer version of aotad-tui")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _Unusable("is damaged")
    return version


def _read_only(path: Path) -> sqlite3.Connection | None:
    """The file as it stands, where its folder cannot be written; None when even that cannot be read."""
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
        try:
            connection.execute(f"{_ALL} LIMIT 1", ("", "", "")).fetchall()
        except sqlite3.Error:
            connection.close()
        else:
            return connection
    return None


def _set_aside(path: Path) -> Path:
    """Renames a file and what SQLite keeps beside it. Raises OSError."""
    aside = path.with_name(f"{path.name}.{time.strftime('%Y%m%d-%H%M%S')}.aside")
    for ending in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside
