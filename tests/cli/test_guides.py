"""The guides that a reader can choose from, and that can be opened by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.known_guides import guide_named, known_guides
from aotad_tui.library.check import check
from aotad_tui.library.load import open_guide
from aotad_tui.progress.folders import state_file
from aotad_tui.progress.reader_state import ReaderState, RecentGuide
from aotad_tui.progress.store import Store
from aotad_tui.resources import bundled_guide, bundled_guides

from .conftest import Run


@pytest.mark.slow
def test_the_bundled_guides_have_no_problems() -> None:
    assert [folder.name for folder in bundled_guides()] == ["all-of-us-are-dead", "jekyll-and-hyde"]
    assert [problem for folder in bundled_guides() for problem in check(folder)] == []


def test_no_state_of_the_bundled_guides_has_the_sign_of_a_relationship() -> None:
    for folder in bundled_guides():
        whole = open_guide(folder)
        assert {kind.sign for kind in whole.kinds} & {state.sign for state in whole.states} == set()


def test_recent_guides_come_first_and_bundled_ones_are_named(tmp_path: Path) -> None:
    gone = RecentGuide("Gone", tmp_path / "gone")
    recent = (RecentGuide("Mine", tmp_path), gone, RecentGuide("Dead", bundled_guide()))
    assert [(one.title, one.place) for one in known_guides(recent)] == [
        ("Mine", str(tmp_path)),
        ("Dead", "bundled"),
        ("Strange Case of Dr Jekyll and Mr Hyde", "bundled"),
    ]


def test_a_name_that_two_guides_have_names_neither(tmp_path: Path) -> None:
    other = tmp_path / "Jekyll-and-Hyde"
    other.mkdir()
    assert guide_named("JEKYLL-AND-HYDE", known_guides(())) is not None
    assert guide_named("jekyll-and-hyde", known_guides((RecentGuide("Mine", other),))) is None
    assert guide_named("jekyll", known_guides(())) is None


@pytest.mark.usefixtures("own_folders")
def test_the_command_lists_guides_and_other_commands_take_their_names(run: Run, tmp_path: Path) -> None:
    assert [line.split("  ")[0].strip() for line in run("guides").lines] == ["all-of-us-are-dead", "jekyll-and-hyde"]
    jekyll = bundled_guide().parent / "jekyll-and-hyde"
    by_name = run("people", "--guide", "Jekyll-and-Hyde", "--seen", "end")
    assert by_name.out == run("people", "--guide", str(jekyll), "--seen", "end").out != ""
    assert [row["name"] for row in json.loads(run("guides", "--json").out)] == ["all-of-us-are-dead", "jekyll-and-hyde"]


@pytest.mark.usefixtures("own_folders")
def test_a_guide_that_was_read_is_opened_by_the_name_of_its_folder(run: Run, jekyll: Path) -> None:
    store = Store(state_file())
    ReaderState(store, open_guide(jekyll)).save_guide("Mine", jekyll)
    store.close()
    assert run("guides").lines[0].endswith(f"Mine                                   {jekyll}")
    assert (
        run("sections", "--guide", jekyll.name, "--seen", "0").out
        == run("sections", "--guide", str(jekyll), "--seen", "0").out
    )
