"""Random input neither crashes the reader nor leaves it where no key leads back. Longer: `poe monkey`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.monkey import originals, play

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]


@pytest.mark.parametrize("seed", [1, 2, 3])  # one for each guide
async def test_the_reader_answers_to_whatever_is_typed_and_clicked(tmp_path: Path, seed: int) -> None:
    played = await play(seed, 100, tmp_path / "guides", originals(tmp_path / "hostile"))
    assert played.finding == ""
    assert played.steps >= 100
