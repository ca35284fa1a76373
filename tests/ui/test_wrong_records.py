"""Stored values of the wrong shape, in every kind of record, neither stop the reader nor keep it from working.

The records are those that a session writes, so a new kind of record is tested without a change here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from tests.hostile import harmful

from .reader import Reader
from .test_saved_state import reader_with_state, save_progress

pytestmark = pytest.mark.slow

WRONG = {
    "not JSON": "\x1b[2J{",
    "deep": "[" * 100_000,
    "huge": "9" * 5_000,
    "not a number": "NaN",
    "a surrogate": r'"\ud800\u001b]0;x\u0007\u202e"',
    "null": "null",
    "a negative number": "-1",
    "a map": '{"x": [1], "here": {"past": 1}}',
}
MARK = "\N{BLACK SQUARE}"
LONGEST_ID = 40
"""Longer texts of records are quotes of pages."""


def whole(_record: str, wrong: str) -> str:
    return wrong


def numbers(record: str, wrong: str) -> str:
    """The record with the wrong value in place of each number in it. A quote of a page is not found on it."""
    return _changed(record, wrong, (int, float))


def texts(record: str, wrong: str) -> str:
    """The record with the wrong value in place of each text in it."""
    return _changed(record, wrong, (str,))


def _changed(record: str, wrong: str, types: tuple[type, ...]) -> str:
    def marked(value: object) -> object:
        if isinstance(value, dict):
            return {key: marked(inside) for key, inside in value.items()}
        if isinstance(value, list):
            return [marked(inside) for inside in value]
        if isinstance(value, types):
            return MARK
        return "gone" if isinstance(value, str) and len(value) > LONGEST_ID else value

    return json.dumps(marked(json.loads(record)), ensure_ascii=False).replace(f'"{MARK}"', wrong)


async def look(reader: Reader) -> None:
    """Open everything that shows stored values, and store each kind of record again."""
    for key in ("'", "m", "w", "r", "O", "e", "E", "]", "ctrl+o", "alt+right", "B", "x", ","):
        await reader.press(key)
        assert harmful(reader.text) == []
        await reader.back_to_the_page()
    await reader.press("m", "+", "l", "f", "space", "escape", "q", "@", *"hyde", "enter", "3", "j", "space", "2")
    await reader.back_to_the_page()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a session, empty until the first test has read."""
    return tmp_path_factory.mktemp("session")


async def state_after_a_session(folder: Path, story: Story) -> bytes:
    """The state file after a session that stored every kind of record."""
    file = folder / "reading.db"
    if not file.exists():
        save_progress(story, folder, 9)
        store = Store(file)
        ReaderState(store, story).save_guide("Another guide", folder)
        store.close()
        async with reader_with_state(story, folder) as reader:
            await look(reader)
    return file.read_bytes()


@pytest.mark.parametrize("change", [whole, numbers, texts])
@pytest.mark.parametrize("name", WRONG)
async def test_wrong_values_are_ignored_and_the_reader_works(
    session: Path, tmp_path: Path, jekyll_story: Story, name: str, change: Callable[[str, str], str]
) -> None:
    file = tmp_path / "reading.db"
    file.write_bytes(await state_after_a_session(session, jekyll_story))
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT kind, value FROM facts WHERE value IS NOT NULL").fetchall()
    assert len({kind for kind, _ in rows}) >= 8
    for value in {value for _, value in rows}:
        connection.execute("UPDATE facts SET value = ? WHERE value = ?", (change(value, WRONG[name]), value))
    connection.commit()
    connection.close()
    async with reader_with_state(jekyll_story, tmp_path) as reader:
        await reader.back_to_the_page()
        await look(reader)
        assert reader.app.is_running
