"""The reader's screens as text at five sizes. `tests/frames.py` says how to renew the frames.

Dialogs are in `test_dialogs.py`, views of the map in `test_map_views.py`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.screen import Screen

from aotad_tui import ui
from aotad_tui.library.load import GuideUnreadable
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.dialogs.problems import ProblemsScreen, UnreadableScreen
from aotad_tui.ui.dialogs.progress import ProgressScreen
from aotad_tui.ui.map.screen import MapScreen
from aotad_tui.ui.palette.screen import PaletteScreen
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.opening import OpeningScreen
from aotad_tui.ui.screens.reading import ReadingScreen

from . import guides
from .frames import FOLDER, SIZES, Size, assert_frame, frame_file
from .reader import Reader, reading, reading_from, running
from .test_dialogs import DIALOGS

Guide = Callable[[Path], Story | GuideUnreadable]

MEDIUM = (80, 24)
FAST = {"half-way", "a-person", "table-and-footnote", "palette-hits", "problems", "empty"}
"""The scenes that are drawn after every change, at 80 columns."""


@dataclass(frozen=True)
class Scene:
    """A guide, the reader's progress, the section to open, and the keys to press before the screen is compared.

    `screen`: the class of the screen that they show. `app`: makes the application, if it is not the usual one.
    """

    keys: tuple[str, ...] = ()
    seen: int = 0
    open: str | None = None
    guide: Guide | None = None
    screen: type = ReadingScreen
    app: Callable[[Story], ReaderApp] | None = None


def first_start(story: Story) -> ReaderApp:
    return ReaderApp(ReadingScreen(Session.begin(story, 0), "", ReaderContext(ReaderState.in_memory(story), asks=True)))


def still_loading(_story: Story) -> ReaderApp:
    return ReaderApp(Path("a guide"))


HALF, DOOR, WILL = 5, "the-street/the-door", "the-street/the-will"
HYDE = ("@", *"hyde", "enter")

SCENES = {
    "opening": Scene(app=still_loading, screen=OpeningScreen),
    "first-question": Scene(app=first_start, screen=ProgressScreen),
    "first-question-later": Scene(("escape", "escape"), app=first_start),
    "nothing-seen": Scene(),
    "half-way": Scene(seen=HALF, open=DOOR),
    "the-end": Scene(seen=10, open="the-cabinet/one-man"),
    "peeking": Scene(("E", "7", "enter"), HALF, DOOR),
    "page-without-names": Scene((), HALF, "before-you-read"),
    "page-at-its-end": Scene(("G",), HALF, DOOR),
    "page-alone": Scene(("z",), HALF, DOOR),
    "table-and-footnote": Scene((), 10, WILL),
    "people-page": Scene(("P",), HALF, DOOR),
    "sections-in-focus": Scene(("1", "j"), HALF, DOOR),
    "people-in-focus": Scene(("3",), HALF, DOOR),
    "people-so-far": Scene(("3",), HALF, "before-you-read"),
    "a-person": Scene(HYDE, HALF, DOOR),
    "a-person-in-focus": Scene((*HYDE, "3", "G"), HALF, DOOR),
    "a-term": Scene((":", *"holograph", "enter"), HALF, WILL),
    "a-name-selected": Scene(("tab", "tab"), HALF, DOOR),
    "a-highlight-and-a-note": Scene(("j", "j", "j", "j", "H", "j", "j", "a", *"Which street?", "enter"), HALF, DOOR),
    "find-typing": Scene(("/", *"the"), HALF, DOOR),
    "find-matches": Scene(("/", *"the", "enter"), HALF, DOOR),
    "find-none": Scene(("/", *"zzz"), HALF, DOOR),
    "notice": Scene(("y",), HALF, DOOR),
    "palette-near": Scene((":",), HALF, DOOR, screen=PaletteScreen),
    "palette-hits": Scene((":", *"mr"), HALF, DOOR, screen=PaletteScreen),
    "palette-none": Scene((":", *"guest?"), 4, DOOR, screen=PaletteScreen),
    "hangul": Scene(("@", *"narae", "enter"), 1, guide=guides.korean),
    "volumes": Scene(seen=12, guide=guides.volumes),
    "progress-volumes": Scene(("e",), 12, guide=guides.volumes, screen=ProgressScreen),
    "progress-volume-typed": Scene(("e", *"s3"), 12, guide=guides.volumes, screen=ProgressScreen),
    "reloaded": Scene(("f5",), guide=guides.with_problems),
    "guide-problems": Scene(("!",), guide=guides.with_problems, screen=ProblemsScreen),
    "unreadable": Scene(guide=guides.unreadable, screen=UnreadableScreen),
    "nobody-known": Scene(("3",), guide=guides.nobody_yet),
    "nobody-known-palette": Scene(("@",), guide=guides.nobody_yet, screen=PaletteScreen),
    "nobody-known-map": Scene(("m",), guide=guides.nobody_yet, screen=MapScreen),
    "announced-cast": Scene((), guide=guides.announced),
    "without-sections": Scene(("1",), 9, guide=guides.without_sections),
    "without-people": Scene(("3",), 9, guide=guides.without_people),
    "without-timeline": Scene(("e",), guide=guides.without_timeline),
    "empty": Scene(("@",), guide=guides.empty, screen=PaletteScreen),
    "map-of-communities": Scene(("m", "-"), guide=guides.two_circles, screen=MapScreen),
    "map-within-two-steps": Scene(("m", "+", "+"), HALF, DOOR, screen=MapScreen),
}


@asynccontextmanager
async def opened(scene: Scene, story: Story, folder: Path, size: Size) -> AsyncIterator[Reader]:
    """A running reader that shows a scene."""
    guide = scene.guide(folder) if scene.guide else story
    if scene.app:
        started = running(scene.app(story), size)
    elif scene.guide and isinstance(guide, Story):
        started = reading_from(folder, guide, scene.seen, size, scene.open)
    else:
        started = reading(guide, scene.seen, size, scene.open)
    async with started as reader:
        await reader.press(*scene.keys)
        yield reader


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
    name: str, size: Size, jekyll_story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(SCENES[name], jekyll_story, Path("a guide of mine"), size) as reader:
        assert type(reader.app.screen) is SCENES[name].screen
        assert_frame(reader, name)


def test_every_frame_belongs_to_a_scene() -> None:
    assert set(FOLDER.iterdir()) == {frame_file(name, size) for name in SCENES for size in SIZES}


def test_every_kind_of_screen_has_a_frame() -> None:
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    framed = {scene.screen for scene in SCENES.values()} | set(DIALOGS)
    assert {one for one in subclasses(Screen) if one.__module__.startswith(ui.__name__)} - framed == set()


def subclasses(base: type) -> set[type]:
    """The classes below a class that are not the base of others."""
    below: list[type] = base.__subclasses__()
    return {leaf for one in below for leaf in subclasses(one) or {one}}
