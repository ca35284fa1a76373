"""`notes` prints what is stored of bookmarks, highlights and notes, under the gate."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.annotations.test_notes_markdown import DOOR, highlight
from tests.copies import Copies
from tests.library.guides import JEKYLL
from tests.own_files import state_file
from tests.ui.test_saved_state_as_if_cut import write_full_state

from .conftest import Run
from .running import run_in_process

pytestmark = pytest.mark.usefixtures("own_folders")


def save(whole: Story, seen: int, note: str, viewer: str = "") -> None:
    """Save a highlight that was made at a point."""
    store = Store(state_file())
    state = ReaderState(store, whole, viewer)
    state.save_seen(whole.timeline, seen)
    state.save_bookmark(highlight(VisibleStory(whole.as_of(seen)), DOOR, "cheerful by-street", note, f"at-{seen}"))
    store.close()


def test_notes_are_printed_as_markdown_and_as_json(run_jekyll: Run, jekyll_story: Story) -> None:
    save(jekyll_story, 3, "Which street?")
    printed = run_jekyll("notes")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == (
        "# Notes on Strange Case of Dr Jekyll and Mr Hyde\n\n"
        "## The door\n\n> cheerful by-street\n\nWhich street?\n\n*Note, chapter 3*\n"
    )
    assert run_jekyll("notes", "--json").json == [
        {
            "kind": "note",
            "section": DOOR,
            "person": None,
            "title": "The door",
            "text": "cheerful by-street",
            "note": "Which street?",
            "made_at": "3",
        }
    ]


def test_notes_of_a_later_point_and_of_another_reader_are_not_printed(run_jekyll: Run, jekyll_story: Story) -> None:
    save(jekyll_story, 5, "LATER")
    save(jekyll_story, 2, "OTHER", "ann")
    printed = run_jekyll("notes", "--seen", "4")
    assert (printed.code, printed.out) == (1, "")
    assert printed.err.strip().endswith("no bookmarks, highlights or notes up to Chapter 4")
    assert run_jekyll("notes", "--seen", "4", "--json").json == []
    assert "OTHER" in run_jekyll("notes", "--as", "ann").out
    assert "LATER" in run_jekyll("notes", "--seen", "5").out


@pytest.mark.slow
@pytest.mark.parametrize("option", [(), ("--json",)], ids=["Markdown", "JSON"])
@pytest.mark.parametrize("seen", range(11))
def test_saved_notes_reveal_nothing_later(
    copies: Copies, tmp_path: Path, capsys: pytest.CaptureFixture[str], seen: int, option: tuple[str, ...]
) -> None:
    whole, copy = copies.whole("jekyll"), copies.cut("jekyll", seen)
    printed = []
    for remaining in (None, VisibleStory(copy.as_of(seen))):
        written = tmp_path / ("cut" if remaining else "whole")
        written.mkdir()
        state_file().parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(write_full_state(whole, written, remaining), state_file())
        guide = copies.cut_folder("jekyll", seen) if remaining else JEKYLL
        call = ("notes", *option, "--guide", str(guide), "--seen", "end" if remaining else str(seen))
        printed.append(run_in_process(capsys, call).out)
    assert printed[0] == printed[1]
    assert ("LATER" in printed[0]) is (seen == 10)
    for words in ("noted at", "noted on text at", "noted on somebody at"):
        assert [point for point in range(11) if f"{words} {point}." in printed[0]] == list(range(seen + 1))
