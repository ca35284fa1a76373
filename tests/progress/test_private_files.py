"""Who may read what is stored, and where nothing can be stored."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from pathlib import Path

import pytest

from aotad_tui.progress import folders
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.settings import read_settings
from aotad_tui.progress.settings_writing import write_setting
from aotad_tui.progress.store import VERSION, Namespace, Store
from aotad_tui.story.story import Story
from tests.systems import posix

NAMESPACE = Namespace("", "tale", "read")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def stored(file: Path) -> Store:
    store = Store(file)
    store.put(NAMESPACE, "door", "1")
    return store


@posix
def test_files_and_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "local" / "state" / "reading.db"
    store = stored(file)
    assert [mode(path) for path in file.parent.iterdir()] == [0o600] * 3
    assert [mode(file.parent), mode(file.parent.parent)] == [0o700] * 2
    store.close()
    settings = tmp_path / "config" / "ours" / "settings.toml"
    write_setting(settings, "measure", 72)
    assert [mode(settings), mode(settings.parent), mode(settings.parent.parent)] == [0o600, 0o700, 0o700]


@posix
def test_rights_that_others_had_before_are_taken_from_them(tmp_path: Path) -> None:
    file = tmp_path / "state" / "reading.db"
    stored(file).close()
    file.chmod(0o644)
    file.parent.chmod(0o755)
    Store(file).close()
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


@posix
def test_the_rights_to_settings_that_exist_are_left_as_they_are(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("")
    settings.chmod(0o644)
    tmp_path.chmod(0o755)
    write_setting(settings, "measure", 72)
    assert (mode(settings), mode(tmp_path)) == (0o644, 0o755)


def test_without_a_home_folder_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    def unknown(*_: object, **__: object) -> Path:
        return Path("~/.local/state/aotad-tui")  # of earlier releases of platformdirs

    for place in (nowhere, unknown):
        monkeypatch.setattr("platformdirs.user_state_path", place)
        monkeypatch.setattr("platformdirs.user_config_path", place)
        assert (folders.state_file(), folders.settings_file()) == (None, None)
    assert read_settings(None) == read_settings(Path("no such file"))


# A newer version, and a lock that is never released


def test_the_file_of_a_newer_version_is_neither_read_nor_changed(tmp_path: Path) -> None:
    file = tmp_path / "reading.db"
    stored(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = file.read_bytes()
    store = stored(file)
    said = store.trouble
    assert "newer version" in said
    store.put(NAMESPACE, "will", "2")
    assert store.all(NAMESPACE) == {"door": "1", "will": "2"}  # for as long as the program runs
    store.close()
    assert store.trouble == said
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_lock_that_is_held_to_the_end_is_said_when_the_store_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aotad_tui.progress.store._OPENING_PATIENCE", 0.0)
    file = tmp_path / "reading.db"
    stored(file).close()
    store = Store(file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put(NAMESPACE, "will", "2")
    assert store.trouble == ""  # it may still be released
    store.close()
    assert store.trouble == f"Your progress cannot be saved: database is locked ({file})."
    other.close()


# Values of the wrong shape

WRONG = ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400, "-1", '"x"', "null", "true", "[]", "{}"]


@pytest.mark.parametrize("value", WRONG)
def test_a_number_of_the_wrong_kind_in_a_location_is_harmless(jekyll_story: Story, value: str) -> None:
    store = Store(None)
    reader_state = ReaderState(store, jekyll_story)
    reader_state.save("spot", "door", {"heading": "", "quote": "", "fraction": 0.5, "blank": 0})
    namespace = next(namespace for namespace, _ in store._waiting)
    for field in ("fraction", "blank"):
        record = {"heading": "", "quote": "", "fraction": 0.5, "blank": 0} | {field: "WRONG"}
        store.put(namespace, "door", json.dumps(record).replace('"WRONG"', value))
        anchor = reader_state.text_anchor("door")
        assert anchor is None or 0.0 <= anchor.fraction <= 1.0


@posix
def test_the_name_of_a_folder_that_is_not_utf_8_can_be_stored(tmp_path: Path, jekyll_story: Story) -> None:
    folder = tmp_path / os.fsdecode(b"bad\xff")
    store = Store(tmp_path / "reading.db")
    ReaderState(store, jekyll_story).save_guide("A title", folder)
    assert store.trouble == ""
    store.close()
    other = ReaderState(Store(tmp_path / "reading.db"), jekyll_story)
    other._guide = "another one"
    assert [guide.folder for guide in other.recent_guides()] == [folder]
    other.store.close()
