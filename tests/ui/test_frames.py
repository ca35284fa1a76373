"""The reader's screens as text at three widths. `tests/frames.py` says how to renew the frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aotad_tui.library.load import GuideUnreadable
from aotad_tui.story.story import Story

from . import guides
from .frames import FOLDER, assert_frame, frame_file
from .reader import MEDIUM, NARROW, WIDE, reading

SIZES = (NARROW, MEDIUM, WIDE)
FAST = {"half-way", "a-person", "table-and-footnote", "palette-hits", "progress", "help", "problems", "empty"}
"""The scenes that are drawn after every change, at 80 columns."""


@dataclass(frozen=True)
class Scene:
    """A guide, the reader's progress, the section to open, and the keys to press before the screen is compared."""

    keys: tuple[str, ...] = ()
    seen: int = 0
    open: str | None = None
    guide: Callable[[Path], Story | GuideUnreadable] | None = None


HALF, DOOR = 5, "the-street/the-door"
HYDE = ("@", *"hyde", "enter")

SCENES = {
    "nothing-seen": Scene(),
    "half-way": Scene(seen=HALF, open=DOOR),
    "the-end": Scene(seen=10, open="the-cabinet/one-man"),
    "sections-in-focus": Scene(("1", "j"), HALF, DOOR),
    "a-person": Scene(HYDE, HALF, DOOR),
    "a-person-in-focus": Scene((*HYDE, "3", "G"), HALF, DOOR),
    "a-name-selected": Scene(("tab", "tab"), HALF, DOOR),
    "table-and-footnote": Scene((), 10, "the-street/the-will"),
    "palette-near": Scene((":",), HALF, DOOR),
    "palette-hits": Scene((":", *"mr"), HALF, DOOR),
    "palette-none": Scene((":", *"guest?"), 4, DOOR),
    "palette-people": Scene(("@",), HALF, DOOR),
    "progress": Scene(("e",), HALF, DOOR),
    "help": Scene(("?",), HALF, DOOR),
    "hangul": Scene(("@", *"narae", "enter"), 1, guide=guides.korean),
    "unreadable": Scene(guide=guides.unreadable),
    "nobody-known": Scene(("3",), guide=guides.nobody_yet),
    "nobody-known-palette": Scene(("@",), guide=guides.nobody_yet),
    "without-sections": Scene(("1",), 9, guide=guides.without_sections),
    "without-people": Scene(("3",), 9, guide=guides.without_people),
    "without-timeline": Scene(("e",), guide=guides.without_timeline),
    "empty": Scene(("@",), guide=guides.empty),
}


@pytest.mark.parametrize(
    ("name", "size"),
    [
        pytest.param(
            name, size, marks=() if size == MEDIUM and name in FAST else pytest.mark.slow, id=f"{name}-{size[0]}"
        )
        for name in SCENES
        for size in SIZES
    ],
)
async def test_the_screen_equals_its_frame(
    name: str, size: tuple[int, int], jekyll_story: Story, tmp_path: Path
) -> None:
    scene = SCENES[name]
    opened = scene.guide(tmp_path) if scene.guide else jekyll_story
    async with reading(opened, scene.seen, size, scene.open) as reader:
        await reader.press(*scene.keys)
        assert_frame(reader, name)


def test_every_frame_belongs_to_a_scene() -> None:
    assert set(FOLDER.iterdir()) == {frame_file(name, columns) for name in SCENES for columns, _ in SIZES}
