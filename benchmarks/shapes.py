"""How the time to read a page grows with the number of its blocks, against markdown-it-py; see giants.py.

Each shape invites a reader to look too far ahead or back.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from functools import partial

from page import Texts

from aotad_tui.markdown import full_parser
from aotad_tui.page.page import Page
from aotad_tui.story.spoiler_removal import hide_spoilers
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Point, Timeline
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

COUNTS = (1_000, 2_000, 4_000, 8_000, 16_000)
"""The numbers of blocks."""
MARGIN = 0.1
"""How much greater our exponent may be than that of markdown-it-py, or than 1 if that is less."""

Shape = Callable[[int], str]
"""A text of that many blocks."""


def _lines(*block: str) -> Shape:
    """Blocks of these lines without blank lines between them; `%` stands for the number of the block."""
    return lambda count: "\n".join(line.replace("%", str(number)) for number in range(count) for line in block)


def _after(head: str, line: str) -> Shape:
    """One block of a head and many lines."""
    return lambda count: head + _lines(line)(count)


def _inside(prefix: str, shape: Shape) -> Shape:
    """A text inside a quote or an item."""
    return lambda count: "\n".join(prefix + line for line in shape(count).split("\n"))


SHAPES: dict[str, Shape] = {
    "scenes": _lines("## Scene %", "A line of text here."),
    "scenes apart": _lines("## Scene %", "", "A line of text here.", ""),
    "equal headings": _lines("# Scene"),
    "underlined": _lines("Scene %", "---"),
    "fences": _lines("```", "line %", "```"),
    "empty fences": _lines("```", "```"),
    "python fences": _lines("```python", "x = %", "```"),
    "open fence": _after("```\n", "line %"),
    "indented code": _lines("    line %"),
    "text and rules": _lines("text", "***"),
    "long texts and rules": _lines("word %" * 3, "more", "and more", "***"),
    "quotes and headings": _lines("> said %", "# Scene"),
    "quotes apart": _lines("> said %", ""),
    "quote": _lines("> said %"),
    "quote of scenes": _inside("> ", _lines("## Scene %", "A line of text here.")),
    "lists and headings": _lines("- item %", "# Scene"),
    "ordered lists and headings": _lines("1. item %", "2. more", "# Scene"),
    "two kinds of lists": _lines("- item %", "* other"),
    "list": _lines("- item %"),
    "loose list": _lines("1. item %", ""),
    "item of scenes": _inside("  ", _lines("## Scene %", "A line of text here.")),
    "list of quotes": _lines("- > said %"),
    "list of lists": _lines("- item %", "  - inner", "    - innermost"),
    "lazy list": _lines("- item %", "lazy line"),
    "tables and headings": _lines("| a | b |", "|---|---|", "| % | c |", "# Scene"),
    "table": _after("| a | b |\n|---|---|\n", "| % | c |"),
    "definitions": _lines("[d%]: there%.md"),
    "titled definitions": _lines("[d%]: there%.md 'title"),
    "definitions and references": _lines("[d%]: there%.md", "", "To [d%].", ""),
    "notes": _lines("[^n%]: note"),
    "notes and references": _lines("Named.[^n%]", "", "[^n%]: note", ""),
    "paragraph": _lines("A line of text here, %."),
    "images that never end": lambda count: "![" * count,
    "brackets": lambda count: "[" * count,
    "links that never end": lambda count: "[a](" * count,
    "stars": lambda count: "*a **b " * count,
    "backticks": lambda count: " ".join("`" * (number % 50 + 1) for number in range(count)),
    "line of code": lambda count: "```json\n" + ", ".join(map(str, range(count))) + "\n```",
    "long cell": lambda count: "| a | b |\n|---|---|\n| c | " + "word " * count + "|",
    "spoilers to come": _lines("> [!spoiler] later", "> It was %.", "", "A line.", ""),
    "list of spoilers to come": _lines("- line", "- > [!spoiler] later", "  > It was %."),
    "stray spoilers to come": _lines("[!spoiler] later It was %.", ""),
}


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _read(text: str) -> None:
    """Hide what comes later, read the page to its end and lay out its last screen, as the key `G` does."""
    timeline = Timeline("chapter", (Point("1"), Point("later")))
    section = Section(id="one", file="one", title="one", since=0)
    texts = Texts({"one": hide_spoilers(text, timeline, 0)})
    page = Page(VisibleStory(Story("A tale", timeline, 0, sections=(section,), texts=texts)), section)
    page.read_all()
    layout = page.layout(80, scrolls=True)
    last = len(page.leaves) - 1
    layout.lay_out_up(last, 40)
    layout.top(last)


def _exponent(seconds: list[float]) -> float:
    """The slope of the line through the logarithms of the times, by least squares."""
    xs = [math.log(count) for count in COUNTS]
    ys = [math.log(time) for time in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    products = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return products / sum((x - mean_x) ** 2 for x in xs)


def growth(rounds: int, shapes: list[str]) -> Iterator[str]:
    """A line about each shape: our seconds for the most blocks, our exponent and that of markdown-it-py."""
    _read("A text, so that all modules are imported.")
    full_parser().parse("A text.")
    for shape in shapes:
        ours: list[float] = []
        theirs: list[float] = []
        for count in COUNTS:
            text = SHAPES[shape](count)
            ours.append(min(_seconds(partial(_read, text)) for _ in range(rounds)))
            theirs.append(min(_seconds(partial(full_parser().parse, text)) for _ in range(rounds)))
        mine, other = _exponent(ours), _exponent(theirs)
        told = "ok" if mine <= max(other, 1) + MARGIN else "MISSED"
        yield (
            f"{shape:27} {COUNTS[-1]} blocks {ours[-1]:6.2f} s, markdown-it {theirs[-1]:6.2f} s"
            f"  exponent {mine:5.2f}, markdown-it {other:5.2f}  {told}"
        )
