"""What opens up to a point is what opens in a copy of the guide from which everything later was deleted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from aotad_tui.authoring.changes import ChangeKind, all_changes, read_guide
from tests.cut import cut
from tests.library.guides import JEKYLL, write
from tests.library.random_guide import random_guide


def rows(guide: Path, seen: int, *without: ChangeKind) -> Counter[tuple[int, str, str]]:
    """The changes up to a point, without their places: a copy has other lines."""
    changes = (change for change in all_changes(guide, read_guide(guide)) if change.kind not in without)
    return Counter((change.since, str(change.kind), change.text) for change in changes if change.since <= seen)


@pytest.mark.parametrize("seen", [0, 1, 3, 8])
def test_the_changes_of_the_second_guide(tmp_path: Path, seen: int) -> None:
    assert rows(cut(JEKYLL, seen, tmp_path / "copy"), seen) == rows(JEKYLL, seen)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(25))
def test_the_changes_of_random_guides(tmp_path: Path, seed: int) -> None:
    """Without passages: there a comment may begin outside a passage and end in it, which `check` reports."""
    guide = write(tmp_path / "whole", random_guide(seed))
    for seen in (0, 2):
        copy = cut(guide, seen, tmp_path / f"cut-{seen}")
        assert rows(copy, seen, ChangeKind.PASSAGE) == rows(guide, seen, ChangeKind.PASSAGE)
