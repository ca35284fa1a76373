"""The CPU seconds and the memory of `check` for a guide of 13,000 people and 4,900 sections, and for 1,000 wrong ids.

python benchmarks/large_check.py

Each guide is checked by a process of its own. The seconds and the highest resident set size are those of that process.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from aotad_tui.library.check import check

PEOPLE, RELATIONSHIPS, SECTIONS, POINTS = 13_000, 15_000, 4_900, 98
WRONG = 1_000
SECONDS = {"large": 15.0, "wrong": 1.0}
MEGABYTES = 300
"""The goals."""
HEAD = "format: 1\ntitle: A crowd\ntimeline: {count: 98}\n"
WORDS = (
    "rain",
    "falls",
    "over",
    "the",
    "road",
    "where",
    "nobody",
    "waits",
    "and",
    "all",
    "have",
    "gone",
    "to",
    "sleep",
)
KINDS = ("friend", "enemy", "family", "rival", "teacher")


def large_guide(folder: Path) -> None:
    """Write a guide whose sections name their people when these are known."""
    chance = random.Random(5)
    names = [f"Person{number % 977} Family{number}" for number in range(PEOPLE)]
    since = [1 + number * POINTS // PEOPLE for number in range(PEOPLE)]
    people = "".join(
        f"p{number}:\n  name: {names[number]}\n  since: {point}\n  about: One of many.\n"
        f"  facts:\n    - {{since: {point}, text: Comes by the road in the rain.}}\n"
        for number, point in enumerate(since)
    )
    ends = [(chance.randrange(PEOPLE), chance.randrange(PEOPLE)) for _ in range(RELATIONSHIPS)]
    relationships = "".join(
        f"- {{from: p{one}, to: p{other}, kind: {chance.choice(KINDS)}, since: {max(since[one], since[other])}}}\n"
        for one, other in ends
        if one != other
    )
    _write(folder, {"guide.yaml": HEAD, "characters.yaml": people, "relationships.yaml": relationships})
    for number in range(SECTIONS):
        point = 1 + number * POINTS // SECTIONS
        known = [chance.randrange(point * PEOPLE // POINTS - 132, point * PEOPLE // POINTS - 1) for _ in range(5)]
        paragraphs = (f"{names[person]} waits. {' '.join(chance.choices(WORDS, k=60))}." for person in known)
        text = "\n\n".join(paragraphs)
        path = f"sections/{point:02}-part/{number:04}-page-{number}.md"
        _write(folder, {path: f"---\ntitle: Page {number}\nsince: {point}\n---\n{text}\n"})


def guide_of_wrong_ids(folder: Path) -> None:
    """Write a guide of 2,000 people with 1,000 relationships to people who do not exist."""
    people = "".join(f"p{number}: {{name: Person {number}, since: 1}}\n" for number in range(2 * WRONG))
    ties = "".join(f"- {{from: p{number}, to: q{number}, kind: friend, since: 1}}\n" for number in range(WRONG))
    _write(folder, {"guide.yaml": HEAD, "characters.yaml": people, "relationships.yaml": ties})


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def main() -> None:
    """Print the figures."""
    for name, make in {"large": large_guide, "wrong": guide_of_wrong_ids}.items():
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder))
            done = subprocess.run([sys.executable, __file__, folder], capture_output=True, text=True, check=True)
        seconds, megabytes, problems = done.stdout.split()
        goal = f"goals: {SECONDS[name]} s, {MEGABYTES} MB"
        print(f"{name:6} {float(seconds):5.1f} s of CPU, {megabytes} MB, {problems} problems ({goal})")


def measure(folder: Path) -> None:
    """Check a guide, and print the CPU seconds and the highest resident set size in MB of this process."""
    problems = check(folder)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss // 1024} {len(problems)}")


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
