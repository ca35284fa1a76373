"""What the page takes of memory, against Textual's own Markdown.

    python benchmarks/page_memory.py [KILOBYTES ...]

Each in a process of its own, traced by tracemalloc: an empty page, then a text that is opened, read and paged through,
at most sixty screens of it; the page empty again; another text of that size, and a third. The first one pays for what
is made once for all (styles, imports, caches that fill), the others tell what a text itself takes. Textual's Markdown
is left out above 100 KB, where it takes minutes. The goal of the design is at most ten times the text.
"""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Awaitable, Callable

from page import Counted, quiet, running, text, timed, visible
from textual.widgets import Markdown

TEXTS = 3
SCREENS = 60
GOAL = 10


def held() -> int:
    """How many bytes are held."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


async def grown(show: Callable[[int], Awaitable[None]], empty: Callable[[], Awaitable[None]]) -> list[int]:
    """By how many bytes an empty page grows with each text."""
    found = []
    await empty()
    tracemalloc.start()
    before = held()
    for number in range(TEXTS):
        await show(number)
        found.append(held() - before)
        await empty()
        before = held()
    return found


async def ours(kilobytes: int) -> list[int]:
    """Of the page."""
    known = visible({f"text-{number}": text(kilobytes, number) for number in range(TEXTS)})
    known.mentions, known.links  # noqa: B018  # made once for all sections
    async with running(lambda: Counted(id="page")) as (app, page):

        async def show(number: int) -> None:
            page.open(known, known.story.sections[number])
            await app.workers.wait_for_complete()
            await quiet()
            for _ in range(SCREENS):
                if page.status.fraction >= 1:
                    break
                await timed(app, page.commands["screen_down"])
            await quiet()

        async def empty() -> None:
            page.open(known, None)
            await app.workers.wait_for_complete()
            await quiet()

        return await grown(show, empty)


async def textual(kilobytes: int) -> list[int]:
    """Of Textual's."""
    async with running(lambda: Markdown("")) as (_, view):

        async def show(number: int) -> None:
            await view.update(text(kilobytes, number))
            await quiet()

        async def empty() -> None:
            await view.update("")
            await quiet()

        return await grown(show, empty)


def measured(whose: str, kilobytes: int) -> list[int]:
    """The same in a new process."""
    command = [sys.executable, __file__, whose, str(kilobytes)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [int(one) for one in told.split()]


def tell(whose: str, kilobytes: int, goal: int | None) -> list[int]:
    """Prints what a first text takes and what each further one does, which is returned."""
    first, *others = measured(whose, kilobytes)
    for which, taken in (("first text", first), *(("one more", one) for one in others)):
        ratio = taken / (kilobytes * 1000)
        met = "" if goal is None else f"  goal {goal}  {'ok' if ratio <= goal else 'MISSED'}"
        print(f"{whose:8} {kilobytes:5} KB  {which:10} {taken / 1e6:7.2f} MB  {ratio:6.1f} x the text{met}")
    return [first, *others]


def main() -> None:
    """Prints the tables."""
    if sys.argv[1:2] in (["ours"], ["textual"]):
        act = ours if sys.argv[1] == "ours" else textual
        print(*asyncio.run(act(int(sys.argv[2]))))
        return
    for size in [int(one) for one in sys.argv[1:]] or [10, 100, 1000]:
        mine = tell("ours", size, GOAL)
        if size <= 100:
            theirs = tell("textual", size, None)
            some = [mine[0] / theirs[0], sum(mine[1:]) / sum(theirs[1:])]
            print(f"{'ratio':8} {size:5} KB  first text {some[0]:.3f}, one more {some[1]:.3f}")


if __name__ == "__main__":
    main()
