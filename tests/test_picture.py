"""README's pictures: `.ci/picture.py` can make them from the bundled guides as they are."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from aotad_tui.library.load import open_guide

ROOT = Path(__file__).parents[1]
KEYFRAME = re.compile(r"([\d.]+)% \{ visibility: (\w+) \}")


def picture() -> ModuleType:
    """`.ci/picture.py` as a module; its folder is no package."""
    spec = spec_from_file_location("readme_picture", ROOT / ".ci" / "picture.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look for their module there
    spec.loader.exec_module(module)
    return module


PICTURE = picture()


def visible_at(style: str, percent: float) -> list[int]:
    """The numbers of the frames that are visible at a time: a keyframe holds until the next one."""
    shown = []
    for number, rule in re.findall(r"@keyframes show(\d+) \{(.*)\}\n", style):
        now = [value for at, value in KEYFRAME.findall(rule) if float(at) <= percent]
        if now[-1] == "visible":
            shown.append(int(number))
    return shown


def test_a_moving_picture_shows_its_frames_in_turn() -> None:
    steps = tuple(PICTURE.Step((), seconds) for seconds in (1, 2, 1))
    drawn = [f'<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><text>{name}</text></svg>' for name in "abc"]
    moving = PICTURE.moving(drawn, steps)
    root = ElementTree.fromstring(moving)
    assert root.get("viewBox") == "0 0 9 9"
    assert [visible_at(moving, percent) for percent in (0, 24, 26, 74, 76, 99)] == [[0], [0], [1], [1], [2], [2]]


@pytest.mark.parametrize("name", PICTURE.FILMS)
def test_a_picture_begins_on_a_page_that_is_there(name: str) -> None:
    film = PICTURE.FILMS[name]
    assert film.section in open_guide(film.guide).as_of(film.seen).section_by_id
    assert (ROOT / "docs" / f"{name}.svg").exists()


def test_a_frame_loads_nothing_from_the_web() -> None:
    frame = '<svg><style>\n    @font-face {\n src: url("https://fonts.example/a");\n }\n.terminal-1-r1 {}</style></svg>'
    assert PICTURE.clean(frame, 3) == "<svg><style>\n.frame3-r1 {}</style></svg>"
