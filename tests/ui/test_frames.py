"""What the reader looks like, as text, at three widths. How to renew the frames: `tests/frames.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aotad_tui.library.load import GuideUnreadable
from aotad_tui.story.story import Story

from . import guides
from .frames import FOLDER, assert_frame, file_of
from .reader import MEDIUM, NARROW, WIDE, reading

SIZES = (NARROW, MEDIUM, WIDE)


@dataclass(frozen=True)
class Scene:
    """What to open, how much of it is seen, and the keys after which the screen is compared."""

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
    "a-name-marked": Scene(("tab", "tab"), HALF, DOOR),
    "table-and-footnote": Scene((), 10, "the-street/the-will"),
    "palette-near": Scene((":",), HALF, DOOR),
    "palette-hits": Scene((":", *"mr"), HALF, DOOR),
    "palette-none": Scene((":", *"guest?"), 4, DOOR),
    "palette-people": Scene(("@",), HALF, DOOR),
    "progress": Scene(("e",), HALF, DOOR),
    "help": Scene(("?",), HALF, DOOR),
    "hangul": Scene(("@", *"narae", "enter"), 1, guide=guides.korean),
    "unreadable": Scene(guide=guides.unreadable),
    "nobody-met": Scene(("3",), guide=guides.nobody_yet),
    "nobody-met-palette": Scene(("@",), guide=guides.nobody_yet),
    "without-sections": Scene(("1",), 9, guide=guides.without_sections),
    "without-people": Scene(("3",), 9, guide=guides.without_people),
    "without-timeline": Scene(("e",), guide=guides.without_timeline),
    "empty": Scene(("@",), guide=guides.empty),
}


@pytest.mark.parametrize("size", SIZES, ids=["60", "80", "120"])
@pytest.mark.parametrize("name", SCENES)
async def test_the_screen_is_the_one_that_is_kept(
    name: str, size: tuple[int, int], jekyll_story: Story, tmp_path: Path
) -> None:
    scene = SCENES[name]
    opened = scene.guide(tmp_path) if scene.guide else jekyll_story
    async with reading(opened, scene.seen, size, scene.open) as reader:
        await reader.press(*scene.keys)
        assert_frame(reader, name)


def test_every_frame_that_is_kept_belongs_to_a_scene() -> None:
    assert set(FOLDER.iterdir()) == {file_of(name, columns) for name in SCENES for columns, _ in SIZES}
