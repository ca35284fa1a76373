"""The memory of the page, against Textual's own Markdown.

    python benchmarks/page_memory.py [KILOBYTES ...]

Each runs in its own process, traced by tracemalloc: an empty page; a text that is opened, parsed and paged through for
at most sixty screens; the empty page again; then a second and a third text of that size. The first text includes what
is made once (styles, imports, caches); the others show the memory of a text itself. Textual's Markdown is left out
above 100 KB, where it takes minutes. The goal is at most ten times the text.
"""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Awaitable, Callable

from page import CountingPage, measure, run_app, text, visible, wait_until_idle
from textual.widgets import Markdown

TEXTS = 3
SCREENS = 60
GOAL = 10


def traced_bytes() -> int:
    """The bytes that are allocated."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


async def measure_growth(show: Callable[[int], Awaitable[None]], empty: Callable[[], Awaitable[None]]) -> list[int]:
    """The bytes by which an empty page grows with each text."""
    growth = []
    await empty()
    tracemalloc.start()
    before = traced_bytes()
    for number in range(TEXTS):
        await show(number)
        growth.append(traced_bytes() - before)
        await empty()
        before = traced_bytes()
    return growth


async def measure_page(kilobytes: int) -> list[int]:
    """Measure the page."""
    visible_story = visible({f"text-{number}": text(kilobytes, number) for number in range(TEXTS)})
    visible_story.mentions, visible_story.links  # noqa: B018  # made once for all sections
    async with run_app(lambda: CountingPage(id="page")) as (app, page):

        async def show(number: int) -> None:
            page.open(visible_story, visible_story.story.sections[number])
            await app.workers.wait_for_complete()
            await wait_until_idle()
            for _ in range(SCREENS):
                if page.status.fraction >= 1:
                    break
                await measure(app, page.commands["screen_down"])
            await wait_until_idle()

        async def empty() -> None:
            page.open(visible_story, None)
            await app.workers.wait_for_complete()
            await wait_until_idle()

        return await measure_growth(show, empty)


async def measure_textual(kilobytes: int) -> list[int]:
    """Measure Textual's Markdown."""
    async with run_app(lambda: Markdown("")) as (_, view):

        async def show(number: int) -> None:
            await view.update(text(kilobytes, number))
            await wait_until_idle()

        async def empty() -> None:
            await view.update("")
            await wait_until_idle()

        return await measure_growth(show, empty)


def run_in_subprocess(subject: str, kilobytes: int) -> list[int]:
    """Measure in a new process."""
    command = [sys.executable, __file__, subject, str(kilobytes)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [int(one) for one in output.split()]


def report(subject: str, kilobytes: int, goal: int | None) -> list[int]:
    """Print and return the memory of the first text and of each further one."""
    first, *others = run_in_subprocess(subject, kilobytes)
    for which, taken in (("first text", first), *(("one more", one) for one in others)):
        ratio = taken / (kilobytes * 1000)
        met = "" if goal is None else f"  goal {goal}  {'ok' if ratio <= goal else 'MISSED'}"
        print(f"{subject:8} {kilobytes:5} KB  {which:10} {taken / 1e6:7.2f} MB  {ratio:6.1f} x the text{met}")
    return [first, *others]


def main() -> None:
    """Print the tables."""
    if sys.argv[1:2] in (["ours"], ["textual"]):
        measure_subject = measure_page if sys.argv[1] == "ours" else measure_textual
        print(*asyncio.run(measure_subject(int(sys.argv[2]))))
        return
    for size in [int(one) for one in sys.argv[1:]] or [10, 100, 1000]:
        mine = report("ours", size, GOAL)
        if size <= 100:
            theirs = report("textual", size, None)
            some = [mine[0] / theirs[0], sum(mine[1:]) / sum(theirs[1:])]
            print(f"{'ratio':8} {size:5} KB  first text {some[0]:.3f}, one more {some[1]:.3f}")


if __name__ == "__main__":
    main()
