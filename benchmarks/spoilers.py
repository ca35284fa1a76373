"""Opening a long section with many spoilers: the longest stall of the interface, and the time until the text is shown.

    python benchmarks/spoilers.py [ROUNDS] [KILOBYTES ...]

Each text has a spoiler every few paragraphs, all after the reader's point. The baseline is gating the text in the
thread of the interface. Printed are medians of alternating rounds, in wall time, since two threads share one
interpreter.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time

from page import CountingPage, Figures, Texts, run_app, text

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Point, Timeline
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

SEEN, POINTS = 3, 9
STALL = {1000: 16, 5000: 50}
"""The goal for the longest stall, in milliseconds, by kilobytes."""


def visible(kilobytes: int, seed: int) -> VisibleStory:
    """A guide of one section, with a spoiler before every fifth block of it."""
    chance = random.Random(seed)
    parts = text(kilobytes, seed).split("\n\n")
    hidden = [
        f"> [!spoiler] {chance.randint(SEEN + 1, POINTS)}\n> It was somebody else.\n\n{part}" for part in parts[::5]
    ]
    parts[::5] = hidden
    points = tuple(Point(str(number + 1), "") for number in range(POINTS))
    section = Section(id="one", file="one", title="one", since=0)
    whole = Story(
        "A tale", Timeline("chapter", points), POINTS, sections=(section,), texts=Texts({"one": "\n\n".join(parts)})
    )
    return VisibleStory(whole.as_of(SEEN))


async def measure_opening(kilobytes: int, seed: int, figures: Figures) -> None:
    visible_story = visible(kilobytes, seed)
    (section,) = visible_story.story.sections
    visible_story.mentions, visible_story.links  # noqa: B018  # made once for all sections
    begun = time.perf_counter()
    visible_story.story.text(section)
    figures.setdefault(f"gate {kilobytes}", []).append(time.perf_counter() - begun)
    async with run_app(lambda: CountingPage(id="page")) as (_, page):
        longest = last = time.perf_counter()
        longest, begun = 0.0, last
        page.open(visible_story, section)
        while not page.page:
            await asyncio.sleep(0.0005)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        figures.setdefault(f"stall {kilobytes}", []).append(longest)
        figures.setdefault(f"there {kilobytes}", []).append(time.perf_counter() - begun)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    sizes = [int(size) for size in sys.argv[2:]] or list(STALL)
    figures: Figures = {}
    for number in range(rounds):
        for size in sizes:
            asyncio.run(measure_opening(size, number, figures))
    taken = {name: 1000 * statistics.median(times) for name, times in figures.items()}
    for size in sizes:
        gate, stall, shown = (taken[f"{name} {size}"] for name in ("gate", "stall", "there"))
        goal = STALL.get(size)
        verdict = "" if goal is None else f", goal {goal} ms {'ok' if stall <= goal else 'MISSED'}"
        print(f"{size:5} KB  gate alone {gate:7.1f} ms  there after {shown:7.1f} ms  stall {stall:6.1f} ms{verdict}")


if __name__ == "__main__":
    main()
