"""The promise of the program: at a point it knows what it would know had everything later been deleted."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from aotad_tui.library.load import load, open_guide
from aotad_tui.story.story import Story
from tests.copies import GUIDES, POINTS, Copies
from tests.cut import cut

from .any_guide import LENGTH, guides
from .guides import JEKYLL, write


def texts(story: Story) -> dict[str, list[str]]:
    """The lines of every page, blank ones aside."""
    return {one.id: [line for line in story.text(one).split("\n") if line.strip("> ")] for one in story.sections}


def same(whole: Story, seen: int, copy: Path) -> None:
    """Tells apart what the gate lets through at a point and what the cutter left; they must be one."""
    loaded = load(copy)
    assert loaded.story is not None, [str(problem) for problem in loaded.problems]
    left, gated = loaded.story.as_of(len(loaded.story.timeline)), whole.as_of(seen)
    for part in ("timeline", "groups", "kinds", "states", "characters", "relationships", "sections", "sources"):
        assert getattr(gated, part) == getattr(left, part), part
    assert gated == left
    assert texts(gated) == texts(left)


@pytest.mark.parametrize(("name", "seen"), POINTS)
def test_at_every_point_a_guide_is_what_its_cut_copy_is(copies: Copies, name: str, seen: int) -> None:
    same(copies.whole(name), seen, copies.cut_folder(name, seen))


@given(guides())
def test_at_every_point_any_guide_is_what_its_cut_copy_is(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        guide = write(Path(folder, "whole"), files)
        whole = open_guide(guide)
        for seen in range(LENGTH + 1):
            same(whole, seen, cut(guide, seen, Path(folder, str(seen))))


@pytest.mark.parametrize("name", GUIDES)
def test_cut_at_the_end_a_guide_is_whole(copies: Copies, name: str) -> None:
    whole = copies.whole(name)
    copy = copies.cut(name, len(whole.timeline))
    assert copy == whole
    assert texts(copy) == texts(whole)


def test_the_cutter_leaves_no_word_of_later_in_any_file(tmp_path: Path) -> None:
    """So that the comparison is with something: these words stand in the second guide under later stamps only."""
    later = {"Juggernaut": 1, "Poole": 2, "cronies": 3, "Newcomen": 4, "Guest": 5, "Hastie": 9, "powder": 10}
    for seen in range(11):
        copy = cut(JEKYLL, seen, tmp_path / str(seen))
        left = "".join(file.read_text(encoding="utf-8") for file in sorted(copy.rglob("*")) if file.is_file())
        assert {word for word in later if word in left} == {word for word, since in later.items() if since <= seen}
