"""The reading screen as text at the sizes that it is made for. `tests/frames.py` says how to renew the frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import width
from aotad_tui.story.story import Story
from tests.frames import assert_equals_frame

from .reader import reading

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "sized_frames"
SIZES = ((60, 20), (80, 24), (100, 30), (120, 40), (200, 50))
DOOR, HALF = "the-street/the-door", 5

SCENES: dict[str, tuple[int, str | None, tuple[str, ...]]] = {
    "page": (HALF, DOOR, ()),
    "page-without-names": (HALF, "before-you-read", ()),
    "page-at-its-end": (HALF, DOOR, ("G",)),
    "page-alone": (HALF, DOOR, ("z",)),
    "card": (HALF, DOOR, ("@", *"hyde", "enter")),
    "sections": (HALF, DOOR, ("1",)),
    "matches": (HALF, DOOR, ("/", *"the", "enter")),
    "help-in-the-sections": (HALF, DOOR, ("1", "?")),
}
"""The progress, the section and the keys of each scene."""


def frame_file(scene: str, size: tuple[int, int]) -> Path:
    return FOLDER / f"{scene}-{size[0]}x{size[1]}.txt"


@pytest.mark.parametrize("size", SIZES, ids=[f"{columns}x{rows}" for columns, rows in SIZES])
@pytest.mark.parametrize("scene", SCENES)
async def test_the_reading_screen_equals_its_frame(jekyll_story: Story, scene: str, size: tuple[int, int]) -> None:
    seen, section, keys = SCENES[scene]
    async with reading(jekyll_story, seen, size, section) as reader:
        await reader.press(*keys)
        assert [row for row in reader.rows if width(row) > size[0]] == []
        assert_equals_frame(frame_file(scene, size), reader.rows)


def test_every_frame_belongs_to_a_scene() -> None:
    assert set(FOLDER.iterdir()) == {frame_file(scene, size) for scene in SCENES for size in SIZES}
