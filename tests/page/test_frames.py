"""A page of everything, as a person sees it. After a change that is meant: `AOTAD_FRAMES=write pytest tests/page`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aotad_tui.cells import line_width, plain
from aotad_tui.story.values import Certainty, Grounds
from tests.story.stories import person, stages

from .pages import page

FRAMES = Path(__file__).parent / "frames"
PEOPLE = (person("ann", name_stages=stages((0, "Ann Archer"))), person("on-jo", name_stages=stages((0, "온조"))))


@pytest.mark.parametrize("cells", [40, 80, 120])
def test_a_page_of_everything_reads_well(cells: int) -> None:
    text = (FRAMES / "every-construct.md").read_text(encoding="utf-8").replace("\\u0301", "\u0301")
    some = page(text, *PEOPLE, grounds=Grounds(Certainty.REPORTED, "2026-02-23"))
    lines = list(some.lines(cells))
    assert max(line_width(line) for line in lines) <= cells
    frame = "\n".join(plain(line).rstrip() for line in lines) + "\n"
    kept = FRAMES / f"every-construct-{cells}.txt"
    if os.environ.get("AOTAD_FRAMES") == "write":
        kept.write_text(frame, encoding="utf-8")
    assert frame == kept.read_text(encoding="utf-8")
