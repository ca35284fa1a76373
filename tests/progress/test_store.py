"""The state file: two writers lose nothing of each other, and no damage to the file stops the reader."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from aotad_tui.progress.store import Namespace, Store

NAMESPACE = Namespace("", "tale", "read")

WRITER = """
import sys
from pathlib import Path
from aotad_tui.progress.store import Namespace, Store
store = Store(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    store.put(Namespace("", "tale", "read"), f"{sys.argv[2]} {number}", str(number))
    print(number, flush=True)
store.close()
sys.exit(bool(store.trouble))
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "reading.db"


def stored(file: Path, namespace: Namespace = NAMESPACE) -> dict[str, str]:
    store = Store(file)
    found = store.all(namespace)
    store.close()
    return found


def store_all(file: Path, **facts: str) -> None:
    store = Store(file)
    for key, value in facts.items():
        store.put(NAMESPACE, key, value)
    store.close()
    assert store.trouble == ""


def test_values_are_stored_with_the_latest_at_the_end(file: Path) -> None:
    store_all(file, door="1", will="2", lair="3")
    store_all(file, door="4")
    assert list(stored(file).items()) == [("will", "2"), ("lair", "3"), ("door", "4")]


def test_none_removes_a_value(file: Path) -> None:
    store_all(file, door="1", will="2")
    store = Store(file)
    store.put(NAMESPACE, "door", None)
    assert store.get(NAMESPACE, "door") is None
    assert store.all(NAMESPACE) == {"will": "2"}
    store.close()
    assert stored(file) == {"will": "2"}


def test_viewers_guides_and_kinds_are_separate(file: Path) -> None:
    store_all(file, door="1")
    assert [
        stored(file, Namespace(*namespace))
        for namespace in (("mina", "tale", "read"), ("", "other", "read"), ("", "tale", "x"))
    ] == [
        {},
        {},
        {},
    ]


def test_reading_creates_no_file(file: Path) -> None:
    assert stored(file) == {}
    assert not file.parent.exists()


def test_a_store_without_a_file_keeps_values_in_memory() -> None:
    store = Store(None)
    store.put(NAMESPACE, "door", "1")
    assert store.all(NAMESPACE) == {"door": "1"}
    assert store.trouble == ""


def test_two_open_stores_see_the_values_of_each_other(file: Path) -> None:
    store_all(file, door="1")
    one, two = Store(file), Store(file)
    one.put(NAMESPACE, "will", "one")
    two.put(NAMESPACE, "lair", "two")
    one.put(NAMESPACE, "door", None)
    assert one.all(NAMESPACE) == two.all(NAMESPACE) == {"will": "one", "lair": "two"}
    two.put(NAMESPACE, "will", "two")
    assert one.get(NAMESPACE, "will") == "two"
    assert one.all(NAMESPACE) == {"will": "two", "lair": "two"}
    one.close()
    two.close()


def test_a_value_blocked_by_another_writer_is_written_later(file: Path) -> None:
    store_all(file, door="1")
    store = Store(file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put(NAMESPACE, "will", "2")
    assert store.get(NAMESPACE, "will") == "2"
    other.execute("COMMIT")
    other.close()
    assert stored(file) == {"door": "1"}
    store.flush()
    assert stored(file) == {"door": "1", "will": "2"}
    assert store.trouble == ""
    store.close()


def test_two_programs_writing_at_once_lose_nothing_of_each_other(file: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, file, name, "150"], stdout=subprocess.DEVNULL) for name in "abc"
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert set(stored(file)) == {f"{name} {number}" for name in "abc" for number in range(150)}


@pytest.mark.slow
def test_values_stored_before_a_kill_are_in_the_file_and_the_file_is_valid(file: Path) -> None:
    for turn in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, file, f"round {turn}", "100000"], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            reported = [int(writer.stdout.readline()) for _ in range(1 + 37 * turn % 90)]
            writer.kill()
        found = stored(file)
        assert [number for number in reported if f"round {turn} {number}" not in found] == []
        with sqlite3.connect(file) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()


def overwritten(file: Path) -> None:
    file.write_bytes(b"what is this" * 1000)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def partly_overwritten(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    file.write_bytes(bytes(content))


def other_tables(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE facts")
        connection.execute("CREATE TABLE facts (something)")
    connection.close()


@pytest.mark.parametrize("damage", [overwritten, truncated, partly_overwritten, other_tables])
def test_a_damaged_file_is_set_aside_with_one_message_and_a_new_one_is_started(
    file: Path, damage: Callable[[Path], None]
) -> None:
    store_all(file, **{f"section {number}": "x" * 200 for number in range(100)})
    damage(file)
    before = file.read_bytes()
    store = Store(file)
    assert store.trouble.count("\n") == 0
    assert "a new file was started" in store.trouble
    store.put(NAMESPACE, "door", "1")
    store.close()
    assert stored(file) == {"door": "1"}
    (aside,) = (path for path in file.parent.iterdir() if path.name.endswith(".aside"))
    assert aside.read_bytes() == before


def test_an_empty_file_is_a_new_file(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    store_all(file, door="1")
    assert stored(file) == {"door": "1"}


def test_values_that_are_no_texts_are_ignored(file: Path) -> None:
    store_all(file, door="1")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE facts SET value = x'ff00'")
    connection.close()
    assert stored(file) == {}


def test_if_the_folder_cannot_be_created_one_message_is_given_and_values_stay_in_memory(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    store = Store(tmp_path / "state" / "reading.db")
    store.put(NAMESPACE, "door", "1")
    trouble = store.trouble
    assert trouble.startswith("Your progress cannot be saved: ")
    assert "[Errno" not in trouble
    store.put(NAMESPACE, "will", "2")
    assert (store.trouble, store.all(NAMESPACE)) == (trouble, {"door": "1", "will": "2"})
    store.close()


READ_AND_PUT = """
import os, sys
from pathlib import Path
from aotad_tui.progress.store import Namespace, Store
STORE
store = Store(Path(sys.argv[1]))
shelf = Namespace("", "tale", "read")
store.put(shelf, "will", "2")
print(store.all(shelf))
print(store.trouble)
store.close()
"""
WITHOUT_ROOT = """
import urllib.parse  # Python 3.13 imports it late, when somebody else than root may not read it any more
if os.geteuid() == 0: os.setuid(65534)  # root may write everywhere
"""


def run(code: str, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not read-only there")
def test_in_a_read_only_folder_values_are_read_and_one_message_is_given() -> None:
    with tempfile.TemporaryDirectory() as name:  # a folder that other users may enter, unlike pytest's
        file = Path(name) / "reading.db"
        Path(name).chmod(0o755)
        store_all(file, door="1")
        file.chmod(0o444)
        Path(name).chmod(0o555)
        completed = run(READ_AND_PUT.replace("STORE", WITHOUT_ROOT), file)
        Path(name).chmod(0o755)
    reported, trouble = completed.stdout.splitlines()
    assert reported == "{'door': '1', 'will': '2'}"
    assert trouble.startswith("Your progress cannot be saved: ")
    assert completed.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_on_a_full_disk_one_message_is_given_and_values_are_readable(file: Path) -> None:
    store_all(file, **{f"section {number}": "x" * 200 for number in range(100)})
    size = file.stat().st_size
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n" + READ_AND_PUT.replace(
        '"2"', '"2" * 500_000'
    ).replace("STORE", "").replace("print(store.all(shelf))", "print(len(store.all(shelf)))")
    completed = run(code, file)
    count, trouble = completed.stdout.splitlines()
    assert (count, completed.stderr, completed.returncode) == ("101", "", 0)
    assert trouble.startswith("Your progress cannot be saved: ")
    assert len(stored(file)) == 100
