"""The reader as a test holds it: keys and clicks in, the screen as plain rows out.

Textual's own `pilot.press` waits for the processor to look idle, which is a guess about time. Here a test goes on when
the event loop has nothing left to do and the screen nothing left to draw, however slow or fast the machine is.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen

from aotad_tui.cells import width
from aotad_tui.library.load import GuideUnreadable
from aotad_tui.reading.session import Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.reading import ReadingScreen

WIDE, MEDIUM, NARROW = (120, 30), (80, 24), (60, 24)


class Reader:
    """A running reader. Every method leaves the screen settled."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.app = pilot.app

    @property
    def session(self) -> Session:
        """Where the reader is, as far as the program knows."""
        (screen,) = (screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen))
        return screen._session

    @property
    def rows(self) -> list[str]:
        """The screen as text, a row each, without spaces at the ends; a wide character is one, as it is typed."""
        screen = self.app.screen
        update = screen._compositor.render_update(full=True, screen_stack=self.app._background_screens)
        assert update is not None
        return ["".join(strip.text for strip in row).rstrip() for row in update.strips]  # type: ignore[union-attr]

    @property
    def text(self) -> str:
        """The rows, and what a terminal's title may show."""
        return "\n".join([*self.rows, f"{self.app.title} | {self.app.screen.sub_title}"])

    @property
    def focus(self) -> str | None:
        """The id of the pane that has the focus."""
        return self.app.focused.id if self.app.focused else None

    @property
    def shown(self) -> list[str]:
        """The ids of the panes that are on the screen, from left to right."""
        return [pane for pane in ("sections", "page", "people") if self.app.screen.query_one(f"#{pane}").display]

    def pane(self, id: str) -> str:
        """What stands in one pane."""
        region = self.app.screen.query_one(f"#{id}").region
        return "\n".join(_cells(row, region.x, region.right).rstrip() for row in self.rows[region.y : region.bottom])

    def place_of(self, words: str, pane: str | None = None, nth: int = 0) -> tuple[int, int]:
        """The cell at which words stand on the screen (in a pane): column and row."""
        left, right = 0, self.app.size.width
        if pane:
            region = self.app.screen.query_one(f"#{pane}").region
            left, right = region.x, region.right
        for y, row in enumerate(self.rows):
            part = _cells(row, left, right)
            if words in part:
                if nth:
                    nth -= 1
                    continue
                return left + width(part[: part.index(words)]), y
        raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(self.rows))

    async def press(self, *keys: str) -> None:
        """Presses keys, each once the one before has been answered."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def type(self, *keys: str) -> None:
        """Presses keys faster than any of them can be answered."""
        for key in keys:
            self._send(key)
        await self.settle()

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else None
        self.app.post_message(events.Key(_character_to_key(key) if character else key, character))

    async def click(self, words: str, pane: str | None = None, nth: int = 0) -> None:
        """Clicks the first cell of words on the screen."""
        await self.click_at(*self.place_of(words, pane, nth))

    async def click_at(self, x: int, y: int) -> None:
        """Clicks a cell of the screen."""
        await self._pilot.click(offset=(x, y))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Gives the window another size."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def settle(self) -> None:
        """Waits until all that was asked for is done and drawn."""
        for _ in range(200):
            await _quiet()
            if self.app._exit or not _undrawn(self.app.screen):
                return
            self.app.screen._on_timer_update()
        raise AssertionError("the screen never comes to rest")


@asynccontextmanager
async def reading(
    opened: Story | GuideUnreadable, seen: int = 0, size: tuple[int, int] = WIDE, open: str | None = None
) -> AsyncIterator[Reader]:
    """A reader of a story as of a point, or of what is wrong with a guide, in a window of that size."""
    app = ReaderApp(opened if isinstance(opened, GuideUnreadable) else Session.begin(opened, seen, open))
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(pilot)
        await reader.settle()
        yield reader


async def _quiet() -> None:
    """Waits until every task of the loop waits for something that only time or a person can bring."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


def _undrawn(screen: Screen[Any]) -> bool:
    """Whether a screen has something left to do at its next refresh."""
    waiting = (screen._layout_required, screen._scroll_required, screen._repaint_required, screen._recompose_required)
    return any(waiting) or bool(screen._dirty_widgets or screen._callbacks)


def _cells(row: str, start: int, end: int) -> str:
    """The characters of a row that begin in the cells from `start` to `end`."""
    found, at = "", 0
    for character in row:
        if start <= at < end:
            found += character
        at += width(character)
    return found
