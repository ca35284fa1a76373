"""The promise of the program: at a point it shows what it would show if everything later had been deleted."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from aotad_tui.library.load import load, open_guide
from aotad_tui.story.story import Story
from tests.copies import GUIDES, POINTS, Copies
from tests.cut import cut

from .any_guide import guides
from .guide_maker import FORMS, LENGTH, ORDER, FullGuide
from .guides import JEKYLL, write


def texts(story: Story) -> dict[str, str]:
    """The text of every page."""
    return {page.id: story.text(page) for page in story.sections}


def assert_equals_cut_copy(whole: Story, seen: int, copy: Path) -> None:
    """Assert that the gated guide equals its cut copy."""
    loaded = load(copy)
    assert loaded.story is not None, [str(problem) for problem in loaded.problems]
    left, gated = loaded.story.as_of(len(loaded.story.timeline)), whole.as_of(seen)
    for part in ("timeline", "groups", "kinds", "states", "characters", "relationships", "sections", "sources"):
        assert getattr(gated, part) == getattr(left, part), part
    assert gated == left
    assert texts(gated) == texts(left)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "seen"), POINTS)
def test_at_every_point_a_guide_equals_its_cut_copy(copies: Copies, name: str, seen: int) -> None:
    assert_equals_cut_copy(copies.whole(name), seen, copies.cut_folder(name, seen))


@given(guides())
def test_at_every_point_any_guide_equals_its_cut_copy(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        guide = write(Path(folder, "whole"), files)
        whole = open_guide(guide)
        for seen in range(LENGTH + 1):
            assert_equals_cut_copy(whole, seen, cut(guide, seen, Path(folder, str(seen))))


@FORMS
def test_at_every_point_a_guide_with_every_field_equals_its_cut_copy(
    tmp_path: Path, short: bool, timeline: str
) -> None:
    """Each text names its field and is unique, so that no text can pass for another."""
    numbers = count()
    maker = FullGuide(lambda path: f"{path} {next(numbers)}", ORDER[:-1], short=short, timeline=timeline)
    guide = write(tmp_path / "whole", dict(maker.files()))
    whole = open_guide(guide)
    for seen in range(LENGTH + 1):
        assert_equals_cut_copy(whole, seen, cut(guide, seen, tmp_path / str(seen)))


@pytest.mark.parametrize("name", GUIDES)
def test_a_copy_cut_at_the_end_is_complete(copies: Copies, name: str) -> None:
    whole = copies.whole(name)
    copy = copies.cut(name, len(whole.timeline))
    assert copy == whole
    assert texts(copy) == texts(whole)


def test_the_cutter_deletes_later_words_from_all_files(tmp_path: Path) -> None:
    """Proves that the comparison is not empty: the Jekyll guide has these words only under later stamps."""
    later = {"Juggernaut": 1, "Poole": 2, "cronies": 3, "Newcomen": 4, "Guest": 5, "Hastie": 9, "powder": 10}
    for seen in range(11):
        copy = cut(JEKYLL, seen, tmp_path / str(seen))
        left = "".join(file.read_text(encoding="utf-8") for file in sorted(copy.rglob("*")) if file.is_file())
        assert {word for word in later if word in left} == {word for word, since in later.items() if since <= seen}
