"""Tasks done in the running program, with progress and settings stored as a reader has them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from textual import events

from aotad_tui.cells import width
from aotad_tui.cli.arguments import Arguments
from aotad_tui.cli.reader import _Guides
from aotad_tui.library.load import open_guide
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.settings import read_settings
from aotad_tui.progress.store import Store
from aotad_tui.resources import bundled_guides
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from tests.own_files import settings_file, state_file
from tests.ui.reader import Reader, running

from .steps import Click, Drag, Guide, Hover, Step, Task, Type, Wheel

WINDOW = (120, 36)
_MOST_TURNS = 60
"""How often the wheel may be turned until the words are in view."""


class _GuidesReadOnce(_Guides):
    """Reads each guide once for all tasks: a story is a frozen value."""

    def load(self, folder: Path) -> Story:
        """The whole story of a guide."""
        return _whole(folder)


@cache
def _whole(folder: Path) -> Story:
    return open_guide(folder)


def _folder(guide: Guide) -> Path:
    return next(folder for folder in bundled_guides() if folder.name == guide)


@asynccontextmanager
async def _reader_of(task: Task) -> AsyncIterator[Reader]:
    """Run the program as it opens for the reader of a task, who has seen the tour. The home folder is empty before."""
    folder = _folder(task.guide)
    whole = _whole(folder)
    store = Store(state_file())
    state = ReaderState(store, whole)
    state.save_toured()
    if task.seen is not None:
        state.save_seen(whole.timeline, task.seen)
    store.close()
    guides = _GuidesReadOnce(Arguments(guide=str(folder)))
    app = ReaderApp(folder, read_settings(settings_file()), guides)
    try:
        async with running(app, WINDOW, tooltips=True) as reader:
            yield reader
    finally:
        guides.close()


async def do(task: Task, steps: Iterable[Step]) -> None:
    """Do a task by some steps. Raises `AssertionError`, with the screen, if they do not lead to what it wants."""
    async with _reader_of(task) as reader:
        for step in task.given:
            await _do_step(reader, step)
        assert not _is_reached(task, reader), f"{task.name!r} is reached before its first step:\n{reader.text}"
        for step in steps:
            await _do_step(reader, step)
        assert _is_reached(task, reader), f"{task.name!r} is not reached:\n{reader.text}"


def _is_reached(task: Task, reader: Reader) -> bool:
    return all(words in reader.text for words in task.shown) and task.holds(reader)


async def _do_step(reader: Reader, step: Step) -> None:
    match step:
        case str():
            await reader.press(step)
        case Type(text):
            await reader.press(*text)
        case Click(words, pane):
            await reader.click(words, pane)
        case Hover(words, pane):
            await reader.hover_at(*reader.place_of(words, pane))
            await reader.let_pass(reader.app.TOOLTIP_DELAY + 0.1)
        case Wheel(over, until):
            await _turn_wheel(reader, over, until)
        case Drag(start, end, pane):
            x, y = reader.place_of(start, pane)
            if isinstance(end, int):
                await reader.drag((x, y), (x + end, y))
            else:
                to_x, to_y = reader.place_of(end, pane)
                await reader.drag((x, y), (to_x + width(end) - 1, to_y))


async def _turn_wheel(reader: Reader, over: str, until: str) -> None:
    x, y = reader.place_of(over)
    for _ in range(_MOST_TURNS):
        if until in reader.text:
            return
        await reader.turn_wheel_at(events.MouseScrollDown, x, y)
    raise AssertionError(f"the wheel never shows {until!r}:\n{reader.text}")
