"""The reader as a test uses it: input is keys and clicks, output is the screen as plain rows.

Textual's own `pilot.press` waits for the processor to look idle, which is a guess about time. Here nothing depends on
time. The clock stands still, so no timer fires unless a test lets time pass. A test goes on when the event loop has
nothing left to do, no thread works for the program, and the screen has nothing left to draw.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, chdir, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.color import Color
from textual.geometry import Offset, Region, Size
from textual.worker import WorkerCancelled

from aotad_tui.cells import width
from aotad_tui.commands.panes import PANES
from aotad_tui.library.load import GuideUnreadable
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.session import Location, Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.controllers import reloading
from aotad_tui.ui.dialogs.problems import UnreadableScreen
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.screens.reading import ReadingScreen
from aotad_tui.ui.viewport.section_loader import AHEAD, OPENING
from tests import textual_internals

WIDE, MEDIUM, NARROW = (120, 30), (80, 24), (60, 24)
_MOST_FRAMES = 200
"""How many frames the screen may need until nothing is left to draw."""


class StillClock:
    """A clock that moves only by the seconds that a test adds."""

    def __init__(self) -> None:
        self.now = 1.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


class Reader:
    """A running reader. Every method leaves the screen settled."""

    def __init__(
        self, app: App[Any], clock: StillClock, threads: set[asyncio.Future[Any]], *, threads_wait: bool
    ) -> None:
        self.app = app
        self._clock = clock
        self._threads = threads
        self.threads_wait = threads_wait
        """Whether threads wait for the test, so that the reader is settled while they work."""

    @property
    def awaits_a_text(self) -> bool:
        """Whether a long text is still being opened."""
        return any(worker.group == OPENING and not worker.is_finished for worker in self.app.workers)

    @property
    def rows(self) -> list[str]:
        """The rows of the screen without trailing spaces; a wide character is one character of its row."""
        return ["".join(segment.text for segment in row).rstrip() for row in self._drawn()]

    @property
    def text(self) -> str:
        """The rows, and what a terminal's title may show."""
        return "\n".join([*self.rows, f"{self.app.title} | {self.app.screen.sub_title}"])

    @property
    def marked(self) -> str:
        """The text of the selected link, drawn reversed in the accent colour; its rows are joined by spaces."""
        accent = Color.parse(self.app.theme_variables["text-accent"]).rich_color
        lit = (
            "".join(piece.text for piece in row if piece.style and piece.style.reverse and piece.style.color == accent)
            for row in self._drawn()
        )
        return " ".join(filter(None, lit))

    @property
    def styles(self) -> list[Style]:
        """The styles of the pieces that are drawn."""
        return [piece.style for row in self._drawn() for piece in row if piece.style]

    @property
    def metas(self) -> list[dict[str, Any]]:
        """What Textual keeps with the pieces that are drawn: what happens when they are clicked, for one."""
        return [style.meta for style in self.styles]

    def _drawn(self) -> Iterator[list[Segment]]:
        return textual_internals.drawn(self.app)

    @property
    def session(self) -> Session:
        """The reader's journey, as the program knows it."""
        (screen,) = (screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen))
        return screen.model.session

    @property
    def place(self) -> Location:
        """Where the reader is."""
        return self.session.place

    @property
    def focus(self) -> str | None:
        """The id of what has the focus."""
        return self.app.focused.id if self.app.focused else None

    @property
    def shown(self) -> list[str]:
        """The ids of the panes that are on the screen, from left to right."""
        return [pane.id for pane in PANES if self.app.screen.query_one(f"#{pane.id}").region.width]

    def pane(self, id: str) -> str:
        """The text of a pane, without its frame and scroll bar."""
        region = self._inside(id)
        return "\n".join(_cells(row, region.x, region.right).rstrip() for row in self.rows[region.y : region.bottom])

    def place_of(self, words: str, pane: str | None = None) -> tuple[int, int]:
        """The column and row of the first occurrence of words on the screen, or in a pane."""
        region = self._inside(pane) if pane else self.app.screen.region
        for y, row in enumerate(self.rows[region.y : region.bottom], region.y):
            before, found, _ = _cells(row, region.x, region.right).partition(words)
            if found:
                return region.x + width(before), y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def _inside(self, pane: str) -> Region:
        return self.app.screen.query_one(f"#{pane}").scrollable_content_region

    async def press(self, *keys: str) -> None:
        """Press keys, each after the program has handled the one before. The screen is drawn after the last.

        Between the keys nobody looks, and drawing takes most of the time.
        """
        for number, key in enumerate(keys, 1):
            self._send(key)
            await self.settle(draw=number == len(keys))

    async def press_and_draw(self, *keys: str) -> None:
        """Press keys, and draw the screen after each."""
        for key in keys:
            await self.press(key)

    async def burst(self, *keys: str, frames: int = 0) -> None:
        """Press keys before the program has handled those before them: each after that many more frames."""
        for key in keys:
            self._send(key)
            await self._settle_for(frames)
        await self.settle()

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else None
        self.app.post_message(events.Key(textual_internals.key_of(key) if character else key, character))

    async def click(self, words: str, pane: str | None = None) -> None:
        """Click the first cell of words on the screen, or in a pane."""
        await self.click_at(*self.place_of(words, pane))

    async def click_at(self, x: int, y: int) -> None:
        """Click a cell of the screen."""
        for kind in (events.MouseDown, events.MouseUp, events.Click):
            await self._point(kind, x, y, button=1)

    async def double_click_at(self, x: int, y: int) -> None:
        """Click a cell of the screen twice, so quickly that the program takes it for a double click."""
        await self.click_at(x, y)
        for kind in (events.MouseDown, events.MouseUp):
            await self._point(kind, x, y, button=1)
        self.app.mouse_position = Offset(x, y)
        click = events.Click(None, x, y, 0, 0, 1, False, False, False, x, y, chain=2)
        textual_internals.forward(self.app.screen, click)
        await self.settle()

    async def hover_at(self, x: int, y: int) -> None:
        """Move the pointer to a cell of the screen, without a button."""
        await self._point(events.MouseMove, x, y, button=0)

    async def wheel_at(self, x: int, y: int) -> None:
        """Turn the wheel down once over a cell of the screen."""
        await self._point(events.MouseScrollDown, x, y, button=0)

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Move the pointer from one cell of the screen to another with the button down."""
        await self._point(events.MouseDown, *start, button=1)
        await self._point(events.MouseMove, *end, button=1)
        await self._point(events.MouseUp, *end, button=1)

    async def turn_wheel_at(self, kind: type[events.MouseEvent], x: int, y: int, *, shift: bool = False) -> None:
        """Turn the wheel once, in the direction of an event, over a cell of the screen."""
        await self._point(kind, x, y, button=0, shift=shift)

    async def _point(self, kind: type[events.MouseEvent], x: int, y: int, *, button: int, shift: bool = False) -> None:
        """Do what `pilot.click` does, without its waiting."""
        self.app.mouse_position = Offset(x, y)
        textual_internals.forward(self.app.screen, kind(None, x, y, 0, 0, button, shift, False, False, x, y))
        await self.settle()

    async def back_to_the_page(self) -> None:
        """Close all dialogs and notifications."""
        for _ in range(10):
            if isinstance(self.app.screen, ReadingScreen):
                break
            await self.press("escape")
        assert isinstance(self.app.screen, ReadingScreen)
        self.app.clear_notifications()
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        size = Size(columns, rows)
        textual_internals.set_terminal_size(self.app, size)
        self.app.post_message(events.Resize(size, size))
        await self.settle()
        await self.let_pass(1)  # Textual waits some milliseconds for the next size

    async def let_pass(self, seconds: float) -> None:
        """Let time pass, and wait until all timers that are due have run."""
        self._clock.now += seconds
        await self.settle()

    async def settle(self, *, draw: bool = True) -> None:
        """Wait until the program has handled everything and, with `draw`, drawn it."""
        assert await self._settle_for(_MOST_FRAMES, draw=draw), "the screen never comes to rest"

    async def _settle_for(self, frames: int, *, draw: bool = True) -> bool:
        """Wait until the screen was refreshed that often, or nothing is left to draw. Return whether nothing is left.

        Refreshes in a row are drawn once, after the last: the others nobody sees, and drawing takes most of the time.
        """
        drawn = 0
        while drawn < frames:
            await _quiet()
            if not self.threads_wait and await self._threads_finished():
                continue
            if not self.app.is_running:
                return True
            undrawn = [screen for screen in self.app.screen_stack if textual_internals.is_undrawn(screen)]
            if not undrawn and not (draw and textual_internals.draw_due(self.app)):
                return True
            for screen in undrawn:
                textual_internals.refresh_now(screen)
            drawn += 1
        if drawn:
            textual_internals.draw_due(self.app)
        return False

    async def _threads_finished(self) -> bool:
        """Wait for all threads that work for the program. Return whether there were any."""
        texts = [one for one in self.app.workers if one.group in (OPENING, AHEAD) and not one.is_finished]
        for worker in texts:
            with suppress(WorkerCancelled):
                await worker.wait()
        self._threads.difference_update({future for future in self._threads if future.done()})
        working = set(self._threads)
        if working:
            await asyncio.wait(working)
        return bool(texts or working)


@contextmanager
def _away_from_the_checkout() -> Iterator[None]:
    """Work in a folder of its own, where a map is saved, unless the test has chosen one."""
    with TemporaryDirectory() as folder, chdir(folder if Path("pyproject.toml").exists() else "."):
        yield


@asynccontextmanager
async def running(
    app: App[Any], size: tuple[int, int] = WIDE, *, threads_wait: bool = False, tooltips: bool = False
) -> AsyncIterator[Reader]:
    """Run an application in a window of that size; check that nothing of it still runs after it has closed."""
    clock, others = StillClock(), textual_internals.running_pumps()
    with (
        _away_from_the_checkout(),
        textual_internals.time_of(clock),
        textual_internals.frames_held_back(),
        _threads() as threads,
    ):
        async with app.run_test(size=size, notifications=True, tooltips=tooltips):
            reader = Reader(app, clock, threads, threads_wait=threads_wait)
            await reader.settle()
            yield reader
    assert {pump.get_name() for pump in textual_internals.running_pumps() - others} == set()


@asynccontextmanager
async def reading(
    opened: Story | GuideUnreadable,
    seen: int = 0,
    size: tuple[int, int] = WIDE,
    open: str | None = None,
    *,
    threads_wait: bool = False,
) -> AsyncIterator[Reader]:
    """Run a reader of a story as of a point, or of the problems of a guide, in a window of that size."""
    if isinstance(opened, GuideUnreadable):
        app = ReaderApp(UnreadableScreen(opened))
    else:
        app = ReaderApp(ReadingScreen(Session.begin(opened, seen, open)))
    async with running(app, size, threads_wait=threads_wait) as reader:
        yield reader


@asynccontextmanager
async def reading_from(
    folder: Path, whole: Story, seen: int = 0, size: tuple[int, int] = WIDE, open: str | None = None
) -> AsyncIterator[Reader]:
    """Run a reader of a story whose files are in a folder, which is not watched."""
    context = ReaderContext(ReaderState.in_memory(whole), folder=folder)
    app = ReaderApp(ReadingScreen(Session.begin(whole, seen, open), "", context))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reloading, "watch", _watch_nothing)
        async with running(app, size) as reader:
            yield reader


async def _watch_nothing(_folder: Path, _changed: object) -> None:
    """Return at once."""


@contextmanager
def _threads() -> Iterator[set[asyncio.Future[Any]]]:
    """The futures of all work that the running event loop gave to threads."""
    loop = asyncio.get_running_loop()
    in_thread, results = loop.run_in_executor, set[asyncio.Future[Any]]()

    def run_in_executor(*call: Any) -> asyncio.Future[Any]:
        result = in_thread(*call)
        results.add(result)
        return result

    with patch.object(loop, "run_in_executor", run_in_executor):
        yield results


async def _quiet() -> None:
    """Wait until every task of the loop waits for a thread, a timer or input."""
    while True:
        await asyncio.sleep(0)  # lets every ready task run
        if not textual_internals.has_ready_callbacks():
            return


def _cells(row: str, start: int, end: int) -> str:
    """The characters of a row that begin in the cells from `start` to `end`."""
    found, at = "", 0
    for character in row:
        if start <= at < end:
            found += character
        at += width(character)
    return found
