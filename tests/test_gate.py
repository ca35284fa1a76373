"""Random guides and the bundled one show at a point what a copy cut there shows. Every point: `poe attack`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from tests.copies import Copies
from tests.cut import cut
from tests.library.guide_maker import LENGTH
from tests.library.guides import BUNDLED, write
from tests.library.random_guide import random_guide

from .gate import drawn_differences, opened_once, printed_differences

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _opened_once() -> Iterator[None]:
    with opened_once():
        yield


@pytest.mark.parametrize("seed", range(6))
def test_of_a_random_guide_the_same_is_printed(tmp_path: Path, seed: int) -> None:
    guide = write(tmp_path / "whole", random_guide(seed))
    seen = seed % (LENGTH + 1)
    assert printed_differences(guide, seen, cut(guide, seen, tmp_path / "copy"), every=3) == []


def test_of_the_bundled_guide_the_same_is_printed(copies: Copies) -> None:
    assert printed_differences(BUNDLED, 5, copies.cut_folder("bundled", 5), every=40) == []


@pytest.mark.parametrize("seed", [1, 2])
async def test_of_a_random_guide_the_same_is_drawn(tmp_path: Path, seed: int) -> None:
    guide = write(tmp_path / "whole", random_guide(seed))
    seen = 1 + seed % LENGTH
    copy = open_guide(cut(guide, seen, tmp_path / "copy"))
    assert await drawn_differences(open_guide(guide), seen, copy, every=4) == []
