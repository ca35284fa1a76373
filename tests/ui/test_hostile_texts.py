"""Hostile texts on the screen: the first wall shows � for a harmful character, the second alone would show nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.library.load import GuideUnreadable, load
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.progress.settings import SettingsRead
from aotad_tui.progress.store import Namespace, Store
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen
from tests.library.guides import PAGE, opened, write

from .reader import reading, running

pytestmark = pytest.mark.slow

CLIPBOARD = "%1b%5d52;c;ZXZpbA==%1b%5c"
SHOWN = "\ufffd]52;c;ZXZpbA==\ufffd\\"


async def test_the_heading_that_a_link_names_in_vain(tmp_path: Path) -> None:
    texts = {"sections/a.md": f"{PAGE}A page.\n\n[more](b.md#{CLIPBOARD})\n", "sections/b.md": f"{PAGE}Another page.\n"}
    story = opened(tmp_path, texts)
    async with reading(story) as reader:
        await reader.press("tab", "enter")
        assert "No heading “52czxzpba”" in reader.text, "the fragment is what a heading's would be"


async def test_a_passage_that_is_found(tmp_path: Path) -> None:
    page = f"{PAGE}## See <https://e.example/{CLIPBOARD}>\n\nfind me <https://e.example/{CLIPBOARD}> end &#x202e;x\n"
    async with reading(opened(tmp_path, {"sections/a.md": page})) as reader:
        for keys in (("f", *"end"), ("#", *"see")):
            await reader.press(*keys)
            assert SHOWN in "\n".join(reader.rows[2:])
            await reader.press("escape")


async def test_the_folder_of_a_guide_that_cannot_be_opened(tmp_path: Path) -> None:
    folder = write(tmp_path / "x\x1b[2Jno", {}, "title: x\n")
    async with reading(GuideUnreadable(folder, load(folder).problems)) as reader:
        assert "x\ufffd[2Jno" in "".join(reader.rows)


async def test_the_title_and_the_folder_of_another_guide(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/a.md": PAGE})
    state = ReaderState(Store(None), story)
    (other := tmp_path / "folder \x1b[2J").mkdir()
    record = json.dumps({"title": "Title \x1b]0;x", "folder": str(other)})
    state.store.put(Namespace("", "", "guide"), "other", record)
    context = ReaderContext(state, SettingsRead(), None, tmp_path)
    async with running(ReaderApp(ReadingScreen(Session.begin(story, 0), "", context))) as reader:
        await reader.press("O")
        assert "Title \ufffd]0;x" in reader.text
        assert "/folder \ufffd[2J" in "".join(row.strip(" │") for row in reader.rows)
