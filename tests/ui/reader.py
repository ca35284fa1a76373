"""The reader as a test holds it: keys and clicks in, the screen as plain rows out.

Textual's own `pilot.press` waits for the processor to look idle, which is a guess about time. Here a test goes on when
the event loop has nothing left to do and the screen nothing left to draw, however slow or fast the machine is.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

from rich.segment import Segment
from textual import events
from textual._compositor import LayoutUpdate
from textual.color import Color
from textual.geometry import Offset, Region
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen

from aotad_tui.cells import width
from aotad_tui.commands.panes import PANES
from aotad_tui.library.load import GuideUnreadable
from aotad_tui.progress.session import Location, Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.dialogs.problems import ProblemsScreen
from aotad_tui.ui.screens.reading import ReadingScreen
from aotad_tui.ui.viewport.section_loader import OPENING

WIDE, MEDIUM, NARROW = (120, 30), (80, 24), (60, 24)


class Reader:
    """A running reader. Every method leaves the screen settled."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.app = pilot.app
        self.patient = False
        """Whether it is settled too while a long text is still being opened in its thread."""

    @property
    def awaits_a_text(self) -> bool:
        """Whether a long text is still being opened."""
        return any(one.group == OPENING and not one.is_finished for one in self.app.workers)

    @property
    def rows(self) -> list[str]:
        """The screen as text, a row each, without spaces at the ends; a wide character is one, as it is typed."""
        return ["".join(segment.text for segment in row).rstrip() for row in self._drawn()]

    @property
    def text(self) -> str:
        """The rows, and what a terminal's title may show."""
        return "\n".join([*self.rows, f"{self.app.title} | {self.app.screen.sub_title}"])

    @property
    def marked(self) -> str:
        """What is drawn reversed in the accent, as a marked link is; pieces on several rows joined by a space."""
        accent = Color.parse(self.app.theme_variables["text-accent"]).rich_color
        lit = (
            "".join(piece.text for piece in row if piece.style and piece.style.reverse and piece.style.color == accent)
            for row in self._drawn()
        )
        return " ".join(filter(None, lit))

    @property
    def metas(self) -> list[dict[str, Any]]:
        """What Textual keeps with the pieces that are drawn: what happens when they are clicked, for one."""
        return [piece.style.meta for row in self._drawn() for piece in row if piece.style]

    def _drawn(self) -> Iterator[list[Segment]]:
        update = self.app.screen._compositor.render_update(full=True, screen_stack=self.app._background_screens)
        assert isinstance(update, LayoutUpdate)
        for strips in update.strips:
            yield [segment for strip in strips for segment in strip]

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
        """What stands in one pane, without its frame and scroll bar."""
        region = self._inside(id)
        return "\n".join(_cells(row, region.x, region.right).rstrip() for row in self.rows[region.y : region.bottom])

    def place_of(self, words: str, pane: str | None = None) -> tuple[int, int]:
        """The cell at which words first stand on the screen, or in a pane: column and row."""
        region = self._inside(pane) if pane else self.app.screen.region
        for y, row in enumerate(self.rows[region.y : region.bottom], region.y):
            before, found, _ = _cells(row, region.x, region.right).partition(words)
            if found:
                return region.x + width(before), y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def _inside(self, pane: str) -> Region:
        return self.app.screen.query_one(f"#{pane}").scrollable_content_region

    async def press(self, *keys: str) -> None:
        """Presses keys, each once the one before has been answered."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def burst(self, *keys: str) -> None:
        """Presses keys faster than any of them can be answered."""
        for key in keys:
            self._send(key)
        await self.settle()

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else None
        self.app.post_message(events.Key(_character_to_key(key) if character else key, character))

    async def click(self, words: str, pane: str | None = None) -> None:
        """Clicks the first cell of words on the screen, or in a pane."""
        await self.click_at(*self.place_of(words, pane))

    async def click_at(self, x: int, y: int) -> None:
        """Clicks a cell of the screen."""
        for kind in (events.MouseDown, events.MouseUp, events.Click):
            await self._point(kind, x, y, button=1)

    async def wheel_at(self, x: int, y: int) -> None:
        """Turns the wheel once, downwards, over a cell of the screen."""
        await self._point(events.MouseScrollDown, x, y, button=0)

    async def _point(self, kind: type[events.MouseEvent], x: int, y: int, button: int) -> None:
        """What `pilot.click` does, without its waiting."""
        self.app.mouse_position = Offset(x, y)
        self.app.screen._forward_event(kind(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.settle()

    async def back_to_the_page(self) -> None:
        """Closes whatever lies over the page, and notifications, which would go by the clock."""
        for _ in range(10):
            if isinstance(self.app.screen, ReadingScreen):
                break
            await self.press("escape")
        assert isinstance(self.app.screen, ReadingScreen)
        self.app.clear_notifications()
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Gives the window another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    async def settle(self) -> None:
        """Waits until all that was asked for is done and drawn."""
        for _ in range(200):
            await _quiet()
            if self.awaits_a_text and not self.patient:
                await self.app.workers.wait_for_complete([one for one in self.app.workers if one.group == OPENING])
                continue
            if self.app._exit or not _undrawn(self.app.screen):
                return
            self.app.screen._on_timer_update()
        raise AssertionError("the screen never comes to rest")


@asynccontextmanager
async def reading(
    opened: Story | GuideUnreadable,
    seen: int = 0,
    size: tuple[int, int] = WIDE,
    open: str | None = None,
) -> AsyncIterator[Reader]:
    """A reader of a story as of a point, or of what is wrong with a guide, in a window of that size."""
    if isinstance(opened, GuideUnreadable):
        app = ReaderApp(ProblemsScreen(opened.folder, opened.problems))
    else:
        app = ReaderApp(ReadingScreen(Session.begin(opened, seen, open)))
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(pilot)
        await reader.settle()
        yield reader


async def _quiet() -> None:
    """Waits until every task of the loop waits for something that only time or a person can bring."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    while True:
        await asyncio.sleep(0)  # lets every task that can go on do so
        if not ready:
            return


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
