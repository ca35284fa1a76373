"""Damage to the state file, by kind: nothing raises, one sentence says what is lost, and what was there is kept."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from aotad_tui.progress import store as store_module
from aotad_tui.progress.store import Namespace, Store
from tests.systems import posix

NAMESPACE = Namespace("", "tale", "read")
BEFORE = {f"section {number}": "x" * 200 for number in range(100)}

Damage = Callable[[Path], object]


def content(change: Callable[[bytes], bytes]) -> Damage:
    return lambda file: file.write_bytes(change(file.read_bytes()))


def bits(seed: int) -> Damage:
    """A few flipped bits anywhere in the file."""

    def flip(before: bytes) -> bytes:
        chance, after = Random(seed), bytearray(before)
        for _ in range(chance.choice((1, 8, 64))):
            after[chance.randrange(len(after))] ^= 1 << chance.randrange(8)
        return bytes(after)

    return content(flip)


def cut_to(length: int) -> Damage:
    return content(lambda before: before[:length])


def statements(*given: str) -> Damage:
    def run(file: Path) -> None:
        connection = sqlite3.connect(file)
        for statement in given:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return run


def beside(ending: str, garbage: bytes) -> Damage:
    """A file next to it, as SQLite keeps one while it writes."""
    return lambda file: file.with_name(file.name + ending).write_bytes(garbage)


def replaced(make: Callable[[Path], object]) -> Damage:
    def replace(file: Path) -> None:
        file.unlink()
        make(file)

    return replace


LENGTHS = (15, 16, 99, 100, 4095, 4096, 4097, 8192, 20_000)
UNUSABLE: dict[str, Damage] = {
    **{f"cut to {length} bytes": cut_to(length) for length in LENGTHS},
    "zeros": content(lambda before: bytes(len(before))),
    "zeros at the beginning": content(lambda before: bytes(100) + before[100:]),
    "zeros in the second page": content(lambda before: before[:4096] + bytes(4096) + before[8192:]),
    "garbage": replaced(lambda file: file.write_bytes(b"what is this" * 1000)),
    "garbage at the end": content(lambda before: before[:-4096] + b"\xff" * 4096),
    "text": replaced(lambda file: file.write_text("seen: 7\n")),
    "another database": replaced(statements("CREATE TABLE other (name TEXT)", "PRAGMA user_version = 1")),
    "no table": statements("DROP TABLE facts"),
    "wrong columns": statements("DROP TABLE facts", "CREATE TABLE facts (something)"),
}
"""After these a new file is started, and the old one is kept under another name."""

HARMLESS: dict[str, Damage] = {
    "garbage at the beginning of the log": beside("-wal", b"\xff" * 5000),
    "an empty log": beside("-wal", b""),
    "zeros as the log": beside("-wal", bytes(40_000)),
    "garbage as the index of the log": beside("-shm", b"\xff" * 32_768),
    "garbage as a journal": beside("-journal", b"\xff" * 5000),
    "more columns": statements("ALTER TABLE facts ADD COLUMN more TEXT"),
    "more tables": statements("CREATE TABLE more (name TEXT)"),
    "garbage after the end": content(lambda before: before + b"\xff" * 999),
}
"""After these everything is read, and new values are stored in the same file."""

ODD: dict[str, Damage] = {
    **{f"flipped bits {seed}": bits(seed) for seed in range(24)},
    "cut to a byte": content(lambda before: before[:1]),
    "a view": statements(
        "ALTER TABLE facts RENAME TO old", "CREATE VIEW facts AS SELECT viewer, guide, kind, key, value, at FROM old"
    ),
    "a trigger that refuses": statements(
        "CREATE TRIGGER no BEFORE INSERT ON facts BEGIN SELECT RAISE(ABORT, 'no\x1b[2J\nno'); END"
    ),
    "no key": statements(
        "CREATE TABLE other AS SELECT * FROM facts", "DROP TABLE facts", "ALTER TABLE other RENAME TO facts"
    ),
    "blobs": statements("UPDATE facts SET value = x'ff00', at = x'00'"),
    "bytes that are not UTF-8": statements("UPDATE facts SET value = CAST(x'ff80fe' AS TEXT)"),
    "keys that are not UTF-8": statements("UPDATE facts SET key = CAST(x'ff80' || key AS TEXT)"),
    "numbers": statements("UPDATE facts SET value = 1e999, at = -1"),
    "no times": statements(
        "CREATE TABLE other (viewer, guide, kind, key, value, at, PRIMARY KEY (viewer, guide, kind, key))",
        "INSERT INTO other SELECT viewer, guide, kind, key, value, NULL FROM facts",
        "DROP TABLE facts",
        "ALTER TABLE other RENAME TO facts",
    ),
    "a version below zero": statements("PRAGMA user_version = -1"),
    "UTF-16": replaced(statements("PRAGMA encoding = 'UTF-16'", "CREATE TABLE facts (something)")),
}
"""Nobody meant these files. They may be used or not."""

NO_FILE: dict[str, Damage] = {
    "a folder": replaced(Path.mkdir),
    "a folder with a file": replaced(lambda file: (file / "x").mkdir(parents=True)),
    "a link to itself": replaced(lambda file: file.symlink_to(file)),
    "a link to nothing": replaced(lambda file: file.symlink_to(file.parent / "none" / "none")),
    "a named pipe": replaced(lambda file: os.mkfifo(file)),
    "/dev/null": replaced(lambda file: file.symlink_to(os.devnull)),
}
"""What cannot be a database at all."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "state" / "reading.db"
    store = Store(file)
    for key, value in BEFORE.items():
        store.put(NAMESPACE, key, value)
    store.close()
    assert store.trouble == ""
    return file


def used(file: Path) -> tuple[dict[str, str], str]:
    """Use a store as a session does: read, write, read again, close. Return what was there, and what was told."""
    store = Store(file)
    before = store.all(NAMESPACE)
    store.put(NAMESPACE, "door", "1")
    assert (store.get(NAMESPACE, "door"), store.all(NAMESPACE)["door"]) == ("1", "1")
    store.put(NAMESPACE, "will", None)
    store.close()
    assert store.trouble.replace(" ", "x").isprintable()
    return before, store.trouble


def is_stored(file: Path) -> bool:
    store = Store(file)
    found = store.get(NAMESPACE, "door")
    store.close()
    return found == "1"


@pytest.mark.parametrize("name", UNUSABLE)
def test_an_unusable_file_is_kept_under_another_name_and_a_new_one_is_started(file: Path, name: str) -> None:
    UNUSABLE[name](file)
    damaged = file.read_bytes()
    before, trouble = used(file)
    assert before == {}
    assert "It was moved to" in trouble
    (aside,) = (path for path in file.parent.iterdir() if path.name.endswith(".aside"))
    assert aside.read_bytes() == damaged
    assert used(file) == ({"door": "1"}, "")


@pytest.mark.parametrize("name", HARMLESS)
def test_nothing_is_lost_by_harmless_damage(file: Path, name: str) -> None:
    HARMLESS[name](file)
    assert used(file) == (BEFORE, "")
    assert used(file) == ({**BEFORE, "door": "1"}, "")


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_nothing_is_lost_without_a_word(file: Path, name: str) -> None:
    ODD[name](file)
    _, trouble = used(file)
    assert is_stored(file) or "cannot be saved" in trouble or "newer version" in trouble


@pytest.mark.parametrize("column", ["key", "value"])
def test_a_record_that_is_not_utf_8_hides_no_other(file: Path, column: str) -> None:
    statements(f"UPDATE facts SET {column} = CAST(x'ff80' AS TEXT) WHERE key = 'section 7'")(file)
    others = {key: value for key, value in BEFORE.items() if key != "section 7"}
    assert used(file) == (others, "")
    assert used(file) == ({**others, "door": "1"}, "")


@posix
@pytest.mark.parametrize("name", NO_FILE)
def test_what_is_no_file_is_told_or_moved_away(file: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_OPENING_PATIENCE", 0.0)
    NO_FILE[name](file)
    _, trouble = used(file)
    assert trouble
    assert is_stored(file) or "cannot be saved" in trouble
