"""The file of what is kept: nothing is lost between two who write, and nothing that happens to it stops the reader."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from aotad_tui.progress.store import Namespace, Store

SHELF = Namespace("", "tale", "read")

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


def kept(file: Path, shelf: Namespace = SHELF) -> dict[str, str]:
    store = Store(file)
    found = store.all(shelf)
    store.close()
    return found


def keep(file: Path, **facts: str) -> None:
    store = Store(file)
    for key, value in facts.items():
        store.put(SHELF, key, value)
    store.close()
    assert store.trouble == ""


def test_what_was_put_is_there_the_next_time_the_latest_at_the_end(file: Path) -> None:
    keep(file, door="1", will="2", lair="3")
    keep(file, door="4")
    assert list(kept(file).items()) == [("will", "2"), ("lair", "3"), ("door", "4")]


def test_what_is_put_as_none_is_taken_away(file: Path) -> None:
    keep(file, door="1", will="2")
    store = Store(file)
    store.put(SHELF, "door", None)
    assert store.get(SHELF, "door") is None
    assert store.all(SHELF) == {"will": "2"}
    store.close()
    assert kept(file) == {"will": "2"}


def test_viewers_guides_and_kinds_lie_apart(file: Path) -> None:
    keep(file, door="1")
    assert [
        kept(file, Namespace(*shelf)) for shelf in (("mina", "tale", "read"), ("", "other", "read"), ("", "tale", "x"))
    ] == [
        {},
        {},
        {},
    ]


def test_looking_makes_no_file(file: Path) -> None:
    assert kept(file) == {}
    assert not file.parent.exists()


def test_a_store_without_a_file_keeps_for_as_long_as_it_lives() -> None:
    store = Store(None)
    store.put(SHELF, "door", "1")
    assert store.all(SHELF) == {"door": "1"}
    assert store.trouble == ""


def test_two_stores_open_at_once_see_what_the_other_keeps(file: Path) -> None:
    keep(file, door="1")
    one, two = Store(file), Store(file)
    one.put(SHELF, "will", "one")
    two.put(SHELF, "lair", "two")
    one.put(SHELF, "door", None)
    assert one.all(SHELF) == two.all(SHELF) == {"will": "one", "lair": "two"}
    two.put(SHELF, "will", "two")
    assert one.get(SHELF, "will") == "two"
    assert one.all(SHELF) == {"will": "two", "lair": "two"}
    one.close()
    two.close()


def test_what_cannot_be_written_because_another_writes_is_written_later(file: Path) -> None:
    keep(file, door="1")
    store = Store(file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put(SHELF, "will", "2")
    assert store.get(SHELF, "will") == "2"
    other.execute("COMMIT")
    other.close()
    assert kept(file) == {"door": "1"}
    store.flush()
    assert kept(file) == {"door": "1", "will": "2"}
    assert store.trouble == ""
    store.close()


def test_two_programs_writing_at_once_lose_nothing_of_each_other(file: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, file, name, "150"], stdout=subprocess.DEVNULL) for name in "abc"
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert set(kept(file)) == {f"{name} {number}" for name in "abc" for number in range(150)}


@pytest.mark.slow
def test_what_was_kept_before_a_kill_is_there_and_the_file_is_sound(file: Path) -> None:
    for turn in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, file, f"round {turn}", "100000"], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            told = [int(writer.stdout.readline()) for _ in range(1 + 37 * turn % 90)]
            writer.kill()
        found = kept(file)
        assert [number for number in told if f"round {turn} {number}" not in found] == []
        with sqlite3.connect(file) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()


def overwritten(file: Path) -> None:
    file.write_bytes(b"what is this" * 1000)


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def scribbled(file: Path) -> None:
    held = bytearray(file.read_bytes())
    held[4096:8192] = b"\xff" * 4096
    file.write_bytes(bytes(held))


def other_tables(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE facts")
        connection.execute("CREATE TABLE facts (something)")
    connection.close()


@pytest.mark.parametrize("damage", [overwritten, torn, scribbled, other_tables])
def test_a_damaged_file_is_set_aside_with_one_line_and_a_new_one_begun(
    file: Path, damage: Callable[[Path], None]
) -> None:
    keep(file, **{f"section {number}": "x" * 200 for number in range(100)})
    damage(file)
    was = file.read_bytes()
    store = Store(file)
    assert store.trouble.count("\n") == 0
    assert "a new file was started" in store.trouble
    store.put(SHELF, "door", "1")
    store.close()
    assert kept(file) == {"door": "1"}
    (aside,) = (path for path in file.parent.iterdir() if path.name.endswith(".aside"))
    assert aside.read_bytes() == was


def test_an_empty_file_is_a_new_one(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    keep(file, door="1")
    assert kept(file) == {"door": "1"}


def test_values_that_are_no_texts_are_passed_over(file: Path) -> None:
    keep(file, door="1")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE facts SET value = x'ff00'")
    connection.close()
    assert kept(file) == {}


def test_where_no_folder_can_be_made_it_is_said_once_and_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    store = Store(tmp_path / "state" / "reading.db")
    store.put(SHELF, "door", "1")
    trouble = store.trouble
    assert trouble.startswith("Your progress cannot be saved: ")
    store.put(SHELF, "will", "2")
    assert (store.trouble, store.all(SHELF)) == (trouble, {"door": "1", "will": "2"})
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
AS_SOMEBODY = """
import urllib.parse  # Python 3.13 imports it late, when somebody else than root may not read it any more
if os.geteuid() == 0: os.setuid(65534)  # root may write everywhere
"""


def run(code: str, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not read-only there")
def test_in_a_read_only_folder_what_was_kept_is_read_and_one_line_said() -> None:
    with tempfile.TemporaryDirectory() as name:  # one that others may enter, unlike those of pytest
        file = Path(name) / "reading.db"
        Path(name).chmod(0o755)
        keep(file, door="1")
        file.chmod(0o444)
        Path(name).chmod(0o555)
        done = run(READ_AND_PUT.replace("STORE", AS_SOMEBODY), file)
        Path(name).chmod(0o755)
    told, trouble = done.stdout.splitlines()
    assert told == "{'door': '1', 'will': '2'}"
    assert trouble.startswith("Your progress cannot be saved: ")
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_on_a_full_disk_one_line_is_said_and_reading_goes_on(file: Path) -> None:
    keep(file, **{f"section {number}": "x" * 200 for number in range(100)})
    size = file.stat().st_size
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n" + READ_AND_PUT.replace(
        '"2"', '"2" * 500_000'
    ).replace("STORE", "").replace("print(store.all(shelf))", "print(len(store.all(shelf)))")
    done = run(code, file)
    count, trouble = done.stdout.splitlines()
    assert (count, done.stderr, done.returncode) == ("101", "", 0)
    assert trouble.startswith("Your progress cannot be saved: ")
    assert len(kept(file)) == 100
