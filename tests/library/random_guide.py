"""Guides that follow from a seed: every text may name or link somebody who is not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from .any_guide import SNIPPETS
from .guide_maker import IDS, ORDER, PART_FILE, SECTIONS, GuideMaker

T = TypeVar("T")

NAMES = ("Ann Archer", "Archer", "Ann", "Anne", "Bo", "Bob", "the boss", "남온조", "온조", "Red", "red", "No", "012")
"""Few, so that people, groups and sections have the same names or nearly the same."""
WORDS = [name for name in NAMES if " " not in name]
"""Those that can be the label of a note."""
LINKING = (
    "## {0} and {1}",
    "{0} meets {1}, as in [the other page](20-part/10-b.md#{1}) and [[10-a|{0}]].",
    "See [{0}](character:ann) and [[bob]], [](character:cat), [{1}](../10-a.md).",
    "| {0} | [[dan]] |\n|---|---|\n| {1} | {0} |",
    "> [!note] {0}\n> {1} waits.",
    "> [!spoiler] {2}\n> ## {0} is {1}\n>\n> [{0}](character:ann) was [[dan]].[^n]\n>\n> [^n]: Said {0}.",
    "> [!spoilr] {2}\n> {0} is {1}.",
    "1. > [!spoiler] {2}\n   > {0}\n2. > [!spoiler] {3}\n   > {1}\n3. {0}",
    "[{0}][def] of {1}.\n\n> [!spoiler] {2}\n> [def]: character:ann",
)


class RandomGuide(GuideMaker):
    """A guide that follows from a seed."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        super().__init__([id for id in IDS["characters"] if self._chance.random() < 0.9])

    def text(self, _path: str, /) -> str:
        return " ".join(self._chance.sample(NAMES, self._chance.choice((1, 1, 2))))

    def stamp(self, path: str, /) -> str | None:
        return self._chance.choice((*ORDER, *ORDER, None, *(["later"] if path == "characters/met" else [])))

    def pick(self, _path: str, options: Sequence[T], /) -> T:
        return self._chance.choice(options)

    def number(self, least: int, most: int) -> int:
        return self._chance.randint(least, min(most, least + 9))

    def count(self) -> int:
        return self._chance.randrange(5)

    def has(self, path: str, /) -> bool:
        return path.endswith("/since") or self._chance.random() < 0.6

    def is_short(self) -> bool:
        return self._chance.random() < 0.4

    def body(self) -> str:
        snippets = self._chance.choices((*SNIPPETS, *LINKING), k=self._chance.randrange(7))
        points = ["start", *ORDER, "99"]
        return "\n\n".join(
            snippet.format(*self._chance.sample(NAMES, 2), *self._chance.choices(points, k=2))
            if snippet in LINKING
            else snippet.format(self._chance.choice(WORDS), *self._chance.choices(points, k=2))
            for snippet in snippets
        )


def random_guide(seed: int) -> dict[str, str | bytes]:
    """The files of a guide with a few more sections than its maker writes, so that there are folders to order."""
    files: dict[str, str | bytes] = {}
    for number in range(3):
        made = RandomGuide(1000 * seed + number).files()
        files |= (
            made
            if number == 0
            else {f"sections/{number}{path}": made[f"sections/{path}"] for path in (*SECTIONS, PART_FILE)}
        )
    return files
