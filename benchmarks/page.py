"""The page against Textual's own Markdown and against a ScrollView over ready-made strips, the lower bound.

    python benchmarks/page.py [ROUNDS] [KILOBYTES ...]

All run in one process on seeded texts, in Textual's headless driver with the compositor rendering each frame. Printed
are medians of alternating rounds, their ratios and the goals. Textual's Markdown is left out above 100 KB, where it
takes minutes. page_memory.py measures memory.
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
from aotad_tui.story.named import Stage
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline
from aotad_tui.story.values import Character, Section
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.panes.page import PagePane

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rich.console import RenderableType

SIZE = (120, 40)
_SHORT_TEXTS = 5
"""How many short texts are opened in a round, since one time of a few milliseconds is inaccurate."""
NAMES = ("Nam On-jo", "Lee Cheong-san", "Choi Nam-ra", "Lee Su-hyeok", "Yoon Gwi-nam", "이청산", "남온조")
WORDS = "school roof door night the of and to a in they run hide wait listen room students never".split()  # noqa: SIM905


def text(kilobytes: int, seed: int = 7) -> str:
    """Markdown of about that size, with every construct that guides use."""
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


class CountingPage(PagePane):
    """The page, which counts its drawings, since a frame may change only its scroll bar."""

    drawn = 0
    changed = 0
    _strips_before: list[Strip] = []  # noqa: RUF012  # never changed in place

    def render_lines(self, crop: Region) -> list[Strip]:
        sized = self.scroller.cells == self.scrollable_content_region.width  # not as before a resize
        self.drawn += (
            sized and self.page is not None and self.page.section == self.loader.section
        )  # nor an earlier page
        strips = super().render_lines(crop)
        self.changed += strips != self._strips_before
        self._strips_before = strips
        return strips


class Floor(ScrollView, can_focus=True):
    """Ready-made strips, the lower bound for drawing any page."""

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
        gc.set_threshold(5_000)  # both as in the reader
        gc.freeze()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Render what a terminal would get, which the headless driver leaves out."""
        super()._display(screen, renderable)
        self.frames += 1
        update: object = renderable
        if isinstance(update, CompositorUpdate):
            update.render_segments(self.console)


@asynccontextmanager
async def run_app(make: Callable[[], Widget]) -> AsyncIterator[tuple[Bench, Any]]:
    gc.collect()
    app = Bench(make)
    async with app.run_test(size=SIZE):
        await wait_until_idle()
        app.screen._on_timer_update()  # the first frame, which no measurement includes
        await wait_until_idle()
        yield app, app.screen.children[0]


async def wait_until_idle() -> None:
    """Wait until the loop has no callback to run at once."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:  # noqa: ASYNC110
        await asyncio.sleep(0)


async def measure(app: Bench, action: Callable[[], Awaitable[None] | None]) -> float:
    """Measure from an action to its painted frame, in seconds of CPU time, and wait until the loop is idle.

    CPU time is used instead of the clock, since others use the machine too.
    """
    app.frames = 0
    drawn: int | None = getattr(view := app.screen.children[0], "drawn", None)
    begun = time.process_time()
    waiting = action()
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
    await wait_until_idle()
    return taken


class StallWatch:
    """Measures the longest stall: the longest time in which the loop did nothing else."""

    def __init__(self) -> None:
        self.stall = 0.0
        self._task: asyncio.Task[None] | None = None

    async def _watch(self) -> None:
        while True:
            before = time.process_time()
            await asyncio.sleep(0.0005)
            self.stall = max(self.stall, time.process_time() - before)

    async def __aenter__(self) -> StallWatch:
        self._task = asyncio.create_task(self._watch())
        await asyncio.sleep(0.01)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task
        self._task.cancel()


Figures = dict[str, list[float]]


async def measure_page(kilobytes: int, figures: Figures) -> None:
    names = ("one", "two", "three", "four", "five", "six", "seven")[: 7 if kilobytes <= 100 else 3]
    visible_story = visible({name: text(kilobytes, seed) for seed, name in enumerate(names)})
    one, two, three, *others = visible_story.story.sections
    visible_story.mentions, visible_story.links  # noqa: B018  # made once for all sections
    async with run_app(lambda: CountingPage(id="page")) as (app, page):

        def note(name: str, seconds: float) -> None:
            figures.setdefault(f"{name} {kilobytes}", []).append(seconds)

        page.open(visible_story, one)
        await app.workers.wait_for_complete()
        for section in (*others, two):
            page.loader.expect(visible_story, section)  # as the reader does after it has read a section
            await app.workers.wait_for_complete()
            note("next", await measure(app, partial(page.open, visible_story, section)))
            await app.workers.wait_for_complete()
        note(
            "jump", await measure(app, lambda: page.open(visible_story, three))
        )  # to a section that was not loaded ahead

        def six() -> None:
            for section in (one, two, three) * 2:
                page.open(visible_story, section)

        note("six", await measure(app, six))
        await app.workers.wait_for_complete()
        await wait_until_idle()
        changed = page.changed
        async with StallWatch() as longest:
            for _ in range(3):
                note("new page", await measure(app, page.commands["screen_down"]))
        await wait_until_idle()
        app.screen._on_timer_update()
        note("frames", (page.changed - changed) / 3 / 1000)
        for _ in range(3):
            await measure(app, page.commands["screen_up"])
        for _ in range(3):
            note("seen page", await measure(app, page.commands["screen_down"]))
        async with StallWatch() as through:
            for _ in range(40):
                if page.status.is_at_end:  # where no frame follows
                    break
                await measure(app, page.commands["screen_down"])
                await asyncio.sleep(0.001)  # lets the watch run
        note("scrolling", max(longest.stall, through.stall))

        def make_narrower() -> None:
            app.screen.styles.padding = (0, 24)

        note("resize", await measure(app, make_narrower))
    async with run_app(lambda: CountingPage(id="page")) as (
        app,
        page,
    ):  # the watch takes time too, so it does not run while opening is measured
        gc.collect()
        async with StallWatch() as longest:
            await measure(app, lambda: page.open(visible_story, one))
            await app.workers.wait_for_complete()
        note("stall", longest.stall)


async def measure_opening(kilobytes: int, seed: int, figures: Figures) -> None:
    """Open a page in an empty pane."""
    visible_story = visible({"one": text(kilobytes, seed)})
    visible_story.mentions, visible_story.links  # noqa: B018
    async with run_app(lambda: CountingPage(id="page")) as (app, page):
        seconds = await measure(app, lambda: page.open(visible_story, visible_story.story.sections[0]))
        figures.setdefault(f"open {kilobytes}", []).append(seconds)
        await app.workers.wait_for_complete()


async def measure_floor(figures: Figures) -> None:
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
    async with run_app(lambda: Floor(strips)) as (app, view):
        for _ in range(6):

            def down() -> None:
                view.scroll_relative(y=38, animate=False)

            figures.setdefault("floor", []).append(await measure(app, down))


async def measure_textual(kilobytes: int, seed: int, figures: Figures) -> None:
    async with run_app(lambda: Markdown("")) as (app, view):
        for what, some in (("open", text(kilobytes, seed)), ("next", text(kilobytes, seed + 1))):

            async def show(some: str = some) -> None:
                await view.update(some)

            figures.setdefault(f"textual {what} {kilobytes}", []).append(await measure(app, show))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    sizes = [int(size) for size in sys.argv[2:]] or [10, 100, 1000, 5000]
    figures: Figures = {}
    for number in range(rounds):
        asyncio.run(measure_floor(figures))
        for size in sizes:
            asyncio.run(measure_page(size, figures))
            for seed in range(_SHORT_TEXTS if size == 10 else 1):
                asyncio.run(measure_opening(size, seed, figures))
                if size == 10 or (size == 100 and number == 0):
                    asyncio.run(measure_textual(size, seed, figures))
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
                verdict = "ok" if ratio <= goal else "MISSED"
                print(f"{what:10} {size:5} KB against {against:18} {ratio:7.3f}  goal {goal:.3f}  {verdict}")
        for what, goal in (("stall", 16 if size <= 100 else 50), ("scrolling", 16 if size <= 100 else 50)):
            verdict = "ok" if taken[f"{what} {size}"] <= goal else "MISSED"
            print(
                f"{what:10} {size:5} KB longest stall         {taken[f'{what} {size}']:7.1f} ms  goal {goal}  {verdict}"
            )
        frames = taken[f"frames {size}"]
        verdict = "ok" if frames == 1 else "MISSED"
        print(f"{'page down':10} {size:5} KB frames in which it moves {frames:4.1f}  goal 1  {verdict}")


if __name__ == "__main__":
    main()
