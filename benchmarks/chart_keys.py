"""The time from a key to its painted frame in the panel, on the map, in the palette and in the path dialog.

    python benchmarks/chart_keys.py [ROUNDS] [bundled|crowd ...]

The reader runs in Textual's headless driver, and the compositor renders each frame. The stories are the bundled guide
at its end, and 13,000 people with 17,000 relationships. Each round starts a new reader, so "first" is the first time
in a session. Rounds alternate with two baselines: a key in a bare app whose screen is a list of strips, and a key that
opens a bare dialog with an input and a list over it, the baseline of dialogs and of the map.

Printed are the median and the 95th percentile in milliseconds, the ratio of the medians, and the goal. Time is CPU
time of the process, since others use the machine too; it includes threads, such as that of the index after the first
@.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from crowd import crowd
from page import Floor
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.keys import _character_to_key
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widgets import Input, OptionList

from aotad_tui.library.load import open_guide
from aotad_tui.progress.session import Session
from aotad_tui.resources import bundled_guide
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from rich.console import RenderableType

SIZE = (120, 40)
GOAL = 50.0
OPENED = 200.0
"""The goal in milliseconds for opening the map or a dialog."""
LIST, DIALOG = "a bare list, one key", "a bare dialog over it"
OPENINGS = ("@", "p", "m", "the groups", "one person's relationships")
SECTIONS = {"bundled": "episodes/episode-2", "crowd": "one"}
Figures = dict[str, list[float]]


class RenderingApp(App[Any]):
    """Renders what a terminal would get, which the headless driver leaves out, and records the time."""

    painted = 0.0

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        update: object = renderable
        if isinstance(update, CompositorUpdate):
            update.render_segments(self.console)
            self.painted = time.process_time()


class RenderingReader(RenderingApp, ReaderApp):
    pass


class BareList(RenderingApp):
    """The baseline: ready-made strips, scrolled by a key."""

    def compose(self) -> ComposeResult:
        plain, bold = Style(color="white", bgcolor="black"), Style(color="cyan", bgcolor="black", bold=True)
        words = [Segment("w" * 45, plain), Segment("n" * 8, bold), Segment("w" * 65, plain)]
        yield Floor([Strip(words, 118) for _ in range(2000)])

    def key_o(self) -> None:
        self.push_screen(BareDialog())


class BareDialog(ModalScreen[None]):
    """Textual's own input and list over another screen."""

    CSS = "BareDialog { align: center middle } BareDialog Vertical { width: 76; height: 90%; background: $surface }"

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input()
            yield OptionList(*(f"Somebody, number {number}" for number in range(50)))


class Keys:
    """Presses keys in a running app."""

    def __init__(self, app: RenderingApp) -> None:
        self.app = app

    async def press(self, key: str, done: Callable[[], bool] = lambda: True) -> float:
        """Press a key and return the milliseconds to its last frame; `done` returns whether its result is shown."""
        app, character = self.app, key if len(key) == 1 else None
        app.painted = 0.0
        begun = time.process_time()
        app.post_message(events.Key(_character_to_key(key) if character else key, character))
        for _ in range(200_000):
            await wait_until_idle()
            if self._undrawn():
                app.screen._on_timer_update()
            elif app.painted and done():
                return 1000 * (app.painted - begun)
            else:
                await asyncio.sleep(0.001)  # lets threads work
        raise RuntimeError(f"{key}: nothing was painted")

    async def type(self, *keys: str) -> None:
        for key in keys:
            await self.press(key)

    async def rest(self) -> None:
        """Wait until no worker and no screen has work left."""
        finite = [worker for worker in self.app.workers if worker.group == "finding"]
        await self.app.workers.wait_for_complete(finite)
        while self._undrawn():
            self.app.screen._on_timer_update()
            await wait_until_idle()

    def _undrawn(self) -> bool:
        screen = self.app.screen
        waiting = (screen._layout_required, screen._scroll_required, screen._repaint_required)
        return any(waiting) or bool(screen._dirty_widgets or screen._callbacks)


async def wait_until_idle() -> None:
    """Wait until the loop has no callback to run at once."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # no public attribute has it
    await asyncio.sleep(0)
    while ready:  # noqa: ASYNC110
        await asyncio.sleep(0)


@asynccontextmanager
async def run_app(app: RenderingApp) -> AsyncIterator[Keys]:
    async with app.run_test(size=SIZE):
        keys = Keys(app)
        await wait_until_idle()
        await keys.rest()
        yield keys


async def baseline(figures: Figures) -> None:
    async with run_app(BareList()) as keys:
        keys.app.screen.children[0].focus()
        await keys.press("pagedown")
        figures.setdefault(LIST, []).extend([await keys.press("pagedown") for _ in range(5)])
        figures.setdefault(DIALOG, []).append(await keys.press("o"))


async def reader(name: str, whole: Story, people: tuple[str, ...], figures: Figures) -> None:
    """One session; `people` are queries for people with several relationships."""
    async with run_app(
        RenderingReader(ReadingScreen(Session.begin(whole, len(whole.timeline), SECTIONS[name])))
    ) as keys:
        (screen,) = (one for one in keys.app.screen_stack if isinstance(one, ReadingScreen))

        def note(what: str, milliseconds: float) -> None:
            figures.setdefault(f"{name}: {what}", []).append(milliseconds)

        def person() -> str | None:
            return screen.model.session.place.person

        def another() -> Callable[[], bool]:
            before = person()
            return lambda: person() != before

        # a name on the page
        page = screen.query_one(PagePane)
        while page.links.current is None or not page.links.current.link.is_character:
            await keys.press("tab")
        note("the first panel, from the page", await keys.press("enter", another()))
        # a relationship in the panel
        await keys.type("3")
        panel = screen.query_one(PeoplePane)
        for _ in range(4):
            note("the next row of the panel", await keys.press("j"))
            while panel.current is None or not panel.current.link.is_character:
                await keys.press("j")
            note("a relationship, by enter", await keys.press("enter", another()))
        # the palette
        note("@, the first time", await keys.press("@"))
        await keys.rest()
        await keys.type("escape")
        for one in people:
            note("@", await keys.press("@"))
            for letter in one:
                note("a letter in the palette", await keys.press(letter))
            note("a person in the palette, by enter", await keys.press("enter", another()))
        # a path
        note("p", await keys.press("p"))
        for letter in people[0]:
            note("a letter after p", await keys.press(letter))
        note("the path, by enter", await keys.press("enter"))
        await keys.type("escape")
        # the map
        note("m, the first time", await keys.press("m"))
        await keys.type("escape")
        note("m", await keys.press("m"))
        for key in ("down", "right", "down", "left", "up"):
            note("an arrow on the map as it opens", await keys.press(key))
        if len(screen.model.session.visible.people.everyone) < 400:
            note("the groups, by -", await keys.press("-"))
            for key in ("right", "left", "right", "left"):
                note("an arrow on the groups", await keys.press(key))
            await keys.type("+")
        note("one person's relationships, by enter", await keys.press("enter"))


async def cold_path(name: str, whole: Story, one: str, figures: Figures) -> None:
    """A session whose first key opens the path dialog."""
    async with run_app(
        RenderingReader(ReadingScreen(Session.begin(whole, len(whole.timeline), SECTIONS[name])))
    ) as keys:
        figures.setdefault(f"{name}: p as the first key", []).append(await keys.press("p"))
        await keys.rest()
        await keys.type(*one)
        await keys.press("enter")
        await keys.type(*"person")
        figures.setdefault(f"{name}: the first path, by enter", []).append(await keys.press("enter"))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    names = sys.argv[2:] or ["bundled", "crowd"]
    figures: Figures = {}
    stories = {"bundled": open_guide(bundled_guide()), "crowd": crowd().story}
    people = {"bundled": ("on-jo", "gwi-nam", "nam-ra"), "crowd": ("number 77", "number 4711", "number 8")}
    for _ in range(rounds):
        asyncio.run(baseline(figures))
        for name in names:
            asyncio.run(reader(name, stories[name], people[name], figures))
            asyncio.run(cold_path(name, stories[name], people[name][0], figures))
    taken = {what: statistics.median(times) for what, times in figures.items()}
    print(f"{'key to painted frame':<52} {'median':>8} {'95 %':>8} {'ratio':>7} {'goal':>6}")
    for what, times in figures.items():
        opens = what == DIALOG or what.partition(": ")[2].startswith(OPENINGS)
        base, goal = (DIALOG, OPENED) if opens else (LIST, GOAL)
        late = sorted(times)[round(0.95 * (len(times) - 1))]
        verdict = (
            "" if what in (LIST, DIALOG) else "ok" if late <= goal else "LATE" if taken[what] <= goal else "MISSED"
        )
        print(f"{what:<52} {taken[what]:8.1f} {late:8.1f} {taken[what] / taken[base]:6.1f}x {goal:6.0f}  {verdict}")


if __name__ == "__main__":
    main()
