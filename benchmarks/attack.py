"""Everything that attacks the program in CI with a sample: the whole hostile corpus, and every point of many guides.

    PYTHONPATH=. python benchmarks/attack.py [PART ...]

The parts, in this order without any: print (each of 597 texts in every field, name and argument, the bytes of every
printing command), screen (the same texts, the bytes of every command of the reader), gate (the bundled guide, the test
guide and 100 random ones at every point, printed), looks (the same guides, drawn, at one point each).
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests import textual_internals
from tests.attack import attack_in_print, attack_on_screen
from tests.cut import cut, last_point
from tests.gate import drawn_differences, opened_once, printed_differences
from tests.hostile import CORPUS
from tests.library.guides import BUNDLED, JEKYLL, write
from tests.library.random_guide import random_guide

from aotad_tui.library.load import open_guide

TOGETHER = 12
"""Texts in one guide of the screen part."""
SEEDS = range(100)
WORD_STEP = {BUNDLED: 8}
"""The looks type only one of so many words where there are many."""

Part = Callable[[Path], Iterator[str]]
"""A part yields what it found; `folder` is empty."""


def attack_prints(folder: Path) -> Iterator[str]:
    """Print everything with every text of the corpus."""
    size = runs = 0
    for number, text in enumerate(CORPUS.values()):
        outcome, _ = attack_in_print([text], folder / str(number))
        size, runs = size + outcome.size, runs + outcome.runs
        yield from outcome.unexpected
    print(f"{len(CORPUS)} texts, {runs} runs, {size / 1e6:.1f} MB")


def attack_screens(folder: Path) -> Iterator[str]:
    """Show everything with every text of the corpus."""
    texts, size = list(CORPUS.values()), 0
    for begin in range(0, len(texts), TOGETHER):
        outcome, _ = asyncio.run(attack_on_screen(texts[begin : begin + TOGETHER], folder / str(begin)))
        size += outcome.size
        yield from outcome.unexpected
    print(f"{len(texts)} texts, {size / 1e6:.1f} MB")


def guides(folder: Path) -> Iterator[Path]:
    """The guides that are compared."""
    yield JEKYLL
    for seed in SEEDS:
        yield write(folder / f"random {seed}", random_guide(seed))
    yield BUNDLED


def compare_prints(folder: Path) -> Iterator[str]:
    """Compare what is printed of every guide at every point."""
    points = 0
    with opened_once():
        for guide in guides(folder):
            for seen in range(last_point(guide) + 1):
                points += 1
                copy = cut(guide, seen, folder / f"{guide.name} cut at {seen}")
                yield from (f"{guide.name} at {seen}: {words}" for words in printed_differences(guide, seen, copy))
    print(f"{points} points")


def compare_looks(folder: Path) -> Iterator[str]:
    """Compare what is drawn of every guide at a point."""
    with opened_once():
        for number, guide in enumerate(guides(folder)):
            seen = 1 + number % last_point(guide)
            copy = open_guide(cut(guide, seen, folder / f"{guide.name} cut at {seen}"))
            different = asyncio.run(drawn_differences(open_guide(guide), seen, copy, WORD_STEP.get(guide, 1)))
            yield from (f"{guide.name} at {seen}:\n{screen}" for screen in different)


PARTS: dict[str, Part] = {
    "print": attack_prints,
    "screen": attack_screens,
    "gate": compare_prints,
    "looks": compare_looks,
}


def main() -> int:
    """Print each finding of each part; return 1 if there is one."""
    findings = 0
    for name in sys.argv[1:] or PARTS:
        begun, before = time.process_time(), findings
        with tempfile.TemporaryDirectory() as home, textual_internals.styles_parsed_once():
            os.environ.update(HOME=home, XDG_STATE_HOME=f"{home}/state", XDG_CONFIG_HOME=f"{home}/config")
            for finding in PARTS[name](Path(home) / "guides"):
                findings += 1
                print(finding, flush=True)
        print(f"{name}: {findings - before} findings in {time.process_time() - begun:.0f} s of CPU", flush=True)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
