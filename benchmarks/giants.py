"""Pages that are one giant block: the time to open them, and the longest stall of the interface meanwhile.

    python benchmarks/giants.py [ROUNDS] [KILOBYTES ...] [-- KIND ...]
    python benchmarks/giants.py growth [ROUNDS] [-- SHAPE ...]

They run in Textual's headless driver on seeded texts, as in page.py. Printed are medians of alternating rounds, in
milliseconds of CPU time. `growth` measures instead how the time to read a page grows with the number of its blocks.
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable

from page import WORDS, CountingPage, Figures, StallWatch, measure, run_app, text, visible
from shapes import SHAPES, growth

STALL = {100: 16, 1000: 50, 5000: 50}
"""The goal for the longest stall, in milliseconds, by kilobytes."""
OPEN = 1000
"""The goal for opening any page, in milliseconds."""

chance = random.Random(7)


def words(count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def repeated(make: Callable[[int], str], kilobytes: int, head: str = "") -> str:
    """A head, and a line for each number, up to that size."""
    lines = [head] if head else []
    size = number = 0
    while size < kilobytes * 1000:
        lines.append(make(number))
        size += len(lines[-1]) + 1
        number += 1
    return "\n".join(lines)


def with_sign(sign: str, content: str, first: str = "") -> str:
    """A text in a container: a sign before each of its lines, another before the first."""
    lines = [f"{sign}{line}".rstrip() for line in content.split("\n")]
    lines[0] = first + lines[0][len(first) :] if first else lines[0]
    return "\n".join(lines)


def table(kilobytes: int) -> str:
    return repeated(
        lambda n: f"| {n} | {words(3)} | **{words(1)}** {words(9)} |", kilobytes, "| a | b | c |\n|---|---|--:|"
    )


def narrow_table(kilobytes: int) -> str:
    return repeated(lambda n: f"{n}|{words(1)}", kilobytes, "a|b\n-|-")


def deep_list(kilobytes: int) -> str:
    return "- all\n" + repeated(lambda _: f"  - {words(9)}", kilobytes)


KINDS: dict[str, Callable[[int], str]] = {
    "table": table,
    "narrow table": narrow_table,
    "quote of blocks": lambda size: with_sign("> ", text(size)),
    "quote of lines": lambda size: repeated(lambda _: f"> {words(12)}", size),
    "quotes in a quote": lambda size: with_sign("> > ", text(size)),
    "fence": lambda size: repeated(lambda n: f"{words(n % 9)}", size, "```\n") + "\n```",
    "python": lambda size: repeated(lambda n: f"x{n} = '{words(n % 9)}'", size, "```python\n") + "\n```",
    "indented code": lambda size: repeated(lambda _: f"    {words(9)}", size),
    "footnote": lambda size: "Named.[^n]\n\n" + with_sign("    ", text(size), "[^n]:"),
    "paragraph": lambda size: repeated(lambda _: words(12), size),
    "line": lambda size: words(size * 200),
    "list": lambda size: repeated(lambda _: f"- {words(9)}", size),
    "list in an item": deep_list,
    "item": lambda size: with_sign("  ", text(size), "- "),
    "table in a quote": lambda size: with_sign("> ", table(size)),
    "fence in an item": lambda size: with_sign("  ", KINDS["fence"](size), "- "),
    "definitions": lambda size: repeated(lambda n: f"[{n}]: there{n}.md", size),
    "line of code": lambda size: "```json\n" + ", ".join(map(str, range(size * 160))) + "\n```",
    "cell": lambda size: "| a | b |\n|---|---|\n| c | " + words(size * 200) + " |",
    "brackets": lambda size: "[" * size * 1000,
    "deep quote": lambda size: ">" * size * 1000,
}


async def measure_block(kind: str, kilobytes: int, figures: Figures) -> None:
    visible_story = visible({"one": KINDS[kind](kilobytes)})
    visible_story.mentions, visible_story.links  # noqa: B018  # made once for all sections
    async with run_app(lambda: CountingPage(id="page")) as (app, page):

        def note(name: str, seconds: float) -> None:
            figures.setdefault(f"{name} {kind} {kilobytes}", []).append(seconds)

        gc.collect()
        begun = time.process_time()
        async with StallWatch() as longest:
            note("open", await measure(app, lambda: page.open(visible_story, visible_story.story.sections[0])))
            await app.workers.wait_for_complete()
        note("read", time.process_time() - begun)
        note("stall", longest.stall)
        async with StallWatch() as longest:
            for _ in range(12):
                await measure(app, page.commands["screen_down"])
                await asyncio.sleep(0.001)  # lets the watch run
        note("scrolling", longest.stall)
        note("end", await measure(app, page.commands["bottom"]))
        assert page.status.fraction == 1


def main() -> None:
    if sys.argv[1:2] == ["growth"]:
        given = [int(word) for word in sys.argv[2:] if word.isdecimal()]
        for line in growth(given[0] if given else 1, [name for name in SHAPES if name in sys.argv] or list(SHAPES)):
            print(line, flush=True)
        return
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    rounds, sizes = (numbers or [3])[0], numbers[1:] or list(STALL)
    kinds = [kind for kind in KINDS if not sys.argv[1:] or kind in sys.argv] or list(KINDS)
    figures: Figures = {}
    for _ in range(rounds):
        for size in sizes:
            for kind in kinds:
                asyncio.run(measure_block(kind, size, figures))
    for size in sizes:
        for kind in kinds:
            opening, read, stall, scrolling, end = (
                1000 * statistics.median(figures[f"{name} {kind} {size}"])
                for name in ("open", "read", "stall", "scrolling", "end")
            )
            goal = STALL.get(size, 50)
            verdict = "ok" if max(stall, scrolling) <= goal and opening <= OPEN else "MISSED"
            print(
                f"{size:5} KB {kind:18} open {opening:7.1f} (goal {OPEN})  all read {read:8.1f}  stall {stall:7.1f}"
                f"  scrolling {scrolling:6.1f}  end {end:6.1f}  goal {goal}  {verdict}",
                flush=True,
            )


if __name__ == "__main__":
    main()
