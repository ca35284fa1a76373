"""Reading takes linear time: twice the blocks take twice the steps, however the blocks follow each other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from aotad_tui.page.incremental.block_stream import BlockStream
from aotad_tui.story.spoiler_removal import hide_spoilers
from aotad_tui.story.timeline import Point, Timeline

SHAPES = {
    "scenes": "## Scene\nA line of text here.\n",
    "fences": "```\n```\n",
    "rules": "text\n***\n",
    "underlines": "text\n---\n",
    "quotes": "> text\n# Scene\n",
    "lists": "- item\n# Scene\n",
    "tables": "| a |\n|---|\n| b |\n# Scene\n",
    "definitions": "[a]: b\n",
    "notes": "[^a]: b\n",
}


def steps(act: Callable[[], None]) -> int:
    """How many lines of Python are run, which unlike the time is the same on every machine."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count


def read(block: str, count: int) -> None:
    """Read many equal blocks, and after them as many paragraphs, so that not all lines are known meanwhile."""
    stream = BlockStream(block * count + "\n\nA paragraph." * count, window=500, long=30)
    while not stream.done:
        stream.next()


@pytest.mark.slow
@pytest.mark.parametrize("block", SHAPES.values(), ids=SHAPES)
def test_four_times_the_blocks_take_four_times_the_steps(block: str) -> None:
    read(block, 1)
    assert steps(lambda: read(block, 400)) < 4.5 * steps(lambda: read(block, 100))


def test_four_times_the_stray_spoilers_take_four_times_the_steps() -> None:
    block, timeline = "[!spoiler] later It was the butler.\n\n", Timeline("chapter", (Point("1"), Point("later")))
    _hide(block, timeline)
    few = steps(lambda: _hide(block * 100, timeline))
    assert steps(lambda: _hide(block * 400, timeline)) < 4.5 * few


def _hide(text: str, timeline: Timeline) -> None:
    assert not hide_spoilers(text, timeline, 0).strip()
