"""The page against Textual's own Markdown and against a ScrollView over ready-made strips, which is the floor.

    python benchmarks/page.py [ROUNDS] [KILOBYTES ...]

All in one process and one run, on seeded texts, in Textual's headless driver with the compositor rendering each frame.
Rounds turn about; medians and ratios are printed, beside the goals of the design. Textual's Markdown is left out
above 100 KB, where it takes minutes. What is held of memory is measured by page_memory.py.
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Markdown

from aotad_tui.resources import styles
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline
from aotad_tui.story.values import Character, Section, Stage
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.panes.page import PagePane

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rich.console import RenderableType

SIZE = (120, 40)
_OPENED = 5
"""How many short texts are opened in a round: some milliseconds tell little once."""
NAMES = ("Nam On-jo", "Lee Cheong-san", "Choi Nam-ra", "Lee Su-hyeok", "Yoon Gwi-nam", "이청산", "남온조")
WORDS = "school roof door night the of and to a in they run hide wait listen room students never".split()  # noqa: SIM905


def text(kilobytes: int, seed: int = 7) -> str:
    """Markdown of about that size, with everything a guide has in it."""
    chance = random.Random(seed)

    def words(count: int) -> str:
        found = [chance.choice(NAMES) if chance.random() < 0.04 else chance.choice(WORDS) for _ in range(count)]
        if count > 8:
            found[3], found[5] = f"**{found[3]}**", f"*{found[5]}*"
            found[7] = f"[{found[7]}](other.md)"
        return " ".join(found)

    parts: list[str] = []
    size = 0
    while size < kilobytes * 1000:
        kind = chance.random()
        if kind < 0.08:
            part = f"## {words(4)}"
        elif kind < 0.18:
            part = "\n".join(f"- {words(9)}" for _ in range(5))
        elif kind < 0.24:
            part = "\n".join(f"> {words(12)}" for _ in range(3))
        elif kind < 0.27:
            part = "| a | b |\n|---|---|\n" + "\n".join(f"| {words(2)} | {words(5)} |" for _ in range(5))
        elif kind < 0.29:
            part = "```\n" + "\n".join(words(6) for _ in range(6)) + "\n```"
        else:
            part = words(chance.randint(30, 110))
        parts.append(part)
        size += len(part) + 2
    return "\n\n".join(parts)


class Texts:
    def __init__(self, pages: dict[str, str]) -> None:
        self._pages = pages

    def read(self, file: str) -> str:
        return self._pages[file]


def visible(pages: dict[str, str]) -> VisibleStory:
    people = tuple(Character(f"person-{number}", 0, name_stages=(Stage(0, name),)) for number, name in enumerate(NAMES))
    sections = tuple(Section(id=name, file=name, title=name, since=0) for name in pages)
    return VisibleStory(
        Story("A tale", Timeline("chapter", ()), 0, characters=people, sections=sections, texts=Texts(pages))
    )


class Counted(PagePane):
    """The page, which tells when it was drawn: a frame may be that of its scroll bar only."""

    drawn = 0
    changed = 0
    _strips_before: list[Strip] = []  # noqa: RUF012  # never changed in place

    def render_lines(self, crop: Region) -> list[Strip]:
        sized = self.scroller.cells == self.scrollable_content_region.width  # and not as it was before a resize
        self.drawn += sized and self.page is not None and self.page.section == self.loader.section  # nor a page before
        strips = super().render_lines(crop)
        self.changed += strips != self._strips_before
        self._strips_before = strips
        return strips


class Floor(ScrollView, can_focus=True):
    """Strips that are there already: no page can be drawn in less."""

    def __init__(self, strips: list[Strip]) -> None:
        super().__init__()
        self._strips = strips

    def on_mount(self) -> None:
        self.virtual_size = Size(SIZE[0], len(self._strips))

    def render_line(self, y: int) -> Strip:
        return self._strips[y + int(self.scroll_y)]


class Bench(App[None]):
    CSS_PATH = str(styles())

    def __init__(self, shown: Callable[[], Widget]) -> None:
        super().__init__()
        self.animation_level = "none"
        self._shown = shown
        self.frames = 0

    def compose(self) -> ComposeResult:
        yield self._shown()

    def on_mount(self) -> None:
        gc.set_threshold(5_000)  # this and the next as the reader does
        gc.freeze()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Makes what a terminal would be told, which the headless driver leaves out."""
        super()._display(screen, renderable)
        self.frames += 1
        update: object = renderable
        if isinstance(update, CompositorUpdate):
            update.render_segments(self.console)


@asynccontextmanager
async def running(make: Callable[[], Widget]) -> AsyncIterator[tuple[Bench, Any]]:
    gc.collect()
    app = Bench(make)
    async with app.run_test(size=SIZE):
        await quiet()
        app.screen._on_timer_update()  # the frame of the start, which no act is to pay for
        await quiet()
        yield app, app.screen.children[0]


async def quiet() -> None:
    """Until the loop has nothing left to do."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:  # noqa: ASYNC110
        await asyncio.sleep(0)


async def timed(app: Bench, act: Callable[[], Awaitable[None] | None]) -> float:
    """From an act to its painted frame, in seconds of this process; what is left to do is done afterwards.

    Seconds of the process and not of the clock, since others use the machine too.
    """
    app.frames = 0
    drawn: int | None = getattr(view := app.screen.children[0], "drawn", None)
    begun = time.process_time()
    waiting = act()
    if waiting is not None:
        await waiting
    for _ in range(100_000):
        await asyncio.sleep(0)
        app.screen._on_timer_update()
        if app.frames and (drawn is None or getattr(view, "drawn", 0) > drawn):
            break
    else:
        raise RuntimeError("nothing was painted")
    taken = time.process_time() - begun
    await quiet()
    return taken


class Longest:
    """The longest time in which the loop could do nothing else."""

    def __init__(self) -> None:
        self.stall = 0.0
        self._task: asyncio.Task[None] | None = None

    async def _watch(self) -> None:
        while True:
            before = time.process_time()
            await asyncio.sleep(0.0005)
            self.stall = max(self.stall, time.process_time() - before)

    async def __aenter__(self) -> Longest:
        self._task = asyncio.create_task(self._watch())
        await asyncio.sleep(0.01)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task
        self._task.cancel()


Figures = dict[str, list[float]]


async def ours(kilobytes: int, figures: Figures) -> None:
    names = ("one", "two", "three", "four", "five", "six", "seven")[: 7 if kilobytes <= 100 else 3]
    known = visible({name: text(kilobytes, seed) for seed, name in enumerate(names)})
    one, two, three, *others = known.story.sections
    known.mentions, known.links  # noqa: B018  # made once for all sections
    async with running(lambda: Counted(id="page")) as (app, page):

        def note(name: str, seconds: float) -> None:
            figures.setdefault(f"{name} {kilobytes}", []).append(seconds)

        page.open(known, one)
        await app.workers.wait_for_complete()
        for section in (*others, two):
            page.loader.expect(known, section)  # as the reader does once a section is read
            await app.workers.wait_for_complete()
            note("next", await timed(app, partial(page.open, known, section)))
            await app.workers.wait_for_complete()
        note("jump", await timed(app, lambda: page.open(known, three)))  # to a section that nobody expected

        def six() -> None:
            for section in (one, two, three) * 2:
                page.open(known, section)

        note("six", await timed(app, six))
        await app.workers.wait_for_complete()
        await quiet()
        changed = page.changed
        async with Longest() as longest:
            for _ in range(3):
                note("new page", await timed(app, page.commands["screen_down"]))
        await quiet()
        app.screen._on_timer_update()
        note("frames", (page.changed - changed) / 3 / 1000)
        for _ in range(3):
            await timed(app, page.commands["screen_up"])
        for _ in range(3):
            note("seen page", await timed(app, page.commands["screen_down"]))
        async with Longest() as through:
            for _ in range(40):
                await timed(app, page.commands["screen_down"])
                await asyncio.sleep(0.001)  # for the watch
        note("scrolling", max(longest.stall, through.stall))

        def narrower() -> None:
            app.screen.styles.padding = (0, 24)

        note("resize", await timed(app, narrower))
    async with running(lambda: Counted(id="page")) as (app, page):  # a watch takes time too: not while opening is timed
        gc.collect()
        async with Longest() as longest:
            await timed(app, lambda: page.open(known, one))
            await app.workers.wait_for_complete()
        note("stall", longest.stall)


async def opened(kilobytes: int, seed: int, figures: Figures) -> None:
    """A page opened where none was yet."""
    known = visible({"one": text(kilobytes, seed)})
    known.mentions, known.links  # noqa: B018
    async with running(lambda: Counted(id="page")) as (app, page):
        seconds = await timed(app, lambda: page.open(known, known.story.sections[0]))
        figures.setdefault(f"open {kilobytes}", []).append(seconds)
        await app.workers.wait_for_complete()


async def ready_made(figures: Figures) -> None:
    from rich.style import Style

    plain, bold = Style(color="white", bgcolor="black"), Style(color="cyan", bgcolor="black", bold=True)
    strips = []
    for _ in range(2000):
        segments = [
            Segment(" " * 20, plain),
            Segment("w" * 25, plain),
            Segment("n" * 8, bold),
            Segment("w" * 65, plain),
        ]
        strips.append(Strip(segments, 118))
    async with running(lambda: Floor(strips)) as (app, view):
        for _ in range(6):

            def down() -> None:
                view.scroll_relative(y=38, animate=False)

            figures.setdefault("floor", []).append(await timed(app, down))


async def textual(kilobytes: int, seed: int, figures: Figures) -> None:
    async with running(lambda: Markdown("")) as (app, view):
        for what, some in (("open", text(kilobytes, seed)), ("next", text(kilobytes, seed + 1))):

            async def show(some: str = some) -> None:
                await view.update(some)

            figures.setdefault(f"textual {what} {kilobytes}", []).append(await timed(app, show))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    sizes = [int(size) for size in sys.argv[2:]] or [10, 100, 1000, 5000]
    figures: Figures = {}
    for number in range(rounds):
        asyncio.run(ready_made(figures))
        for size in sizes:
            asyncio.run(ours(size, figures))
            for seed in range(_OPENED if size == 10 else 1):
                asyncio.run(opened(size, seed, figures))
                if size == 10 or (size == 100 and number == 0):
                    asyncio.run(textual(size, seed, figures))
    taken = {name: 1000 * statistics.median(times) for name, times in figures.items()}
    for name, milliseconds in taken.items():
        print(f"{name:20} {milliseconds:9.1f} ms")
    print()
    for size in sizes:
        for what, against, goal in (
            ("open", f"textual open {size}", 1 / 20 if size == 10 else 1 / 50),
            ("next", f"textual next {size}", 1 / 30 if size == 10 else 1 / 50),
            ("jump", f"textual next {size}", 1 / 30 if size == 10 else 1 / 50),
            ("open", "open 10", 1.5 if size <= 1000 else 2),
            ("seen page", "floor", 1.1),
            ("new page", "floor", 1.5),
            ("resize", "resize 10", 2),
        ):
            mine = taken[f"{what} {size}"]
            if against in taken and not (against.endswith(" 10") and size == 10 and "textual" not in against):
                ratio = mine / taken[against]
                told = "ok" if ratio <= goal else "MISSED"
                print(f"{what:10} {size:5} KB against {against:18} {ratio:7.3f}  goal {goal:.3f}  {told}")
        for what, goal in (("stall", 16 if size <= 100 else 50), ("scrolling", 16 if size <= 100 else 50)):
            told = "ok" if taken[f"{what} {size}"] <= goal else "MISSED"
            print(f"{what:10} {size:5} KB longest stall         {taken[f'{what} {size}']:7.1f} ms  goal {goal}  {told}")
        frames = taken[f"frames {size}"]
        told = "ok" if frames == 1 else "MISSED"
        print(f"{'page down':10} {size:5} KB frames in which it moves {frames:4.1f}  goal 1  {told}")


if __name__ == "__main__":
    main()
