"""How the time to check a guide, and to read and search it, grows with what may be written without end.

    python benchmarks/growth.py [SIZE] [KIND ...]

Every kind of guide is made at SIZE (default 1,000 things) and at four times that, and both are checked in one run: four
times as much may take about four times as long. CPU seconds of this process; the ratio is what counts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from aotad_tui.library.check import check
from aotad_tui.library.load import load
from aotad_tui.page.page import Page
from aotad_tui.search.passages import passages
from aotad_tui.story.visible import VisibleStory

TIMES = 4
MOST = 6.0
"""The highest ratio that is meant to be: sorting adds a little, and noise adds more."""
NOTICED = 0.05
"""Seconds below which a ratio says nothing."""

Files = dict[str, str]
PAGE = "---\nsince: start\n---\n"


def _cast(entries: Iterable[str]) -> Files:
    return {"characters.yaml": "".join(f"{entry}\n" for entry in entries)}


def _person(id: str, more: str = "") -> str:
    return f"{id}: {{name: Person {id}, since: start{more}}}"


def _people(size: int) -> Files:
    return _cast(_person(f"p{number}") for number in range(size))


def _ties(size: int, tie: Callable[[int], str]) -> Files:
    return _people(size) | {"relationships.yaml": "".join(f"- {{{tie(number)}}}\n" for number in range(size))}


def _page(size: int, part: Callable[[int], str], between: str = "\n\n") -> Files:
    return {"sections/a.md": PAGE + between.join(map(part, range(size))) + "\n"}


def _line(size: int, part: Callable[[int], str]) -> Files:
    """One paragraph of one line."""
    return _page(20 * size, part, "")


def _becomes(size: int, target: Callable[[int], int]) -> Files:
    order = range(size)
    return _cast(_person(f"p{n}", f", becomes: {{character: p{target(n)}, since: start}}") for n in order)


KINDS: dict[str, Callable[[int], Files]] = {
    "people": _people,
    "wrong people": lambda size: _ties(size, lambda n: f"from: q{n}, to: p{n}, kind: friend, since: start"),
    "wrong kinds": lambda size: _ties(size, lambda n: f"from: p{n}, to: p{n // 2}, kind: k{n}, since: start"),
    "wrong points": lambda size: _ties(size, lambda n: f"from: p{n}, to: p{n // 2}, kind: friend, since: s{n}"),
    "wrong groups": lambda size: _cast(_person(f"p{n}", f", group: g{n}") for n in range(size)),
    "wrong keys": lambda size: _cast(_person(f"p{n}", f", k{n}: x") for n in range(size)),
    "wrong keys of one": lambda size: _cast([_person("p", "".join(f", k{n}: x" for n in range(size)))]),
    "long wrong ids": lambda size: _cast(_person(f"{'p' * size}{n}", f", group: {'g' * size}{n}") for n in range(30)),
    "a chain of becomes": lambda size: _becomes(size, lambda n: min(n + 1, size - 1)),
    "a chain backwards": lambda size: _becomes(size, lambda n: max(n - 1, 0)),
    "a cycle of becomes": lambda size: _becomes(size, lambda n: (n + 1) % size),
    "a cycle backwards": lambda size: _becomes(size, lambda n: (n - 1) % size),
    "all become one": lambda size: _becomes(size, lambda _: size - 1),
    "the same id": lambda size: _cast(_person("p") for _ in range(size)),
    "ids in two cases": lambda size: _cast(_person(id) for n in range(size) for id in (f"p{n}", f"P{n}")),
    "ids in many cases": lambda size: _cast(
        _person("".join("aA"[n >> bit & 1] for bit in range(16))) for n in range(size)
    ),
    "the same id in files": lambda size: {f"characters/{n}.yaml": _person("p") for n in range(size)},
    "one name for all": lambda size: _cast(f"p{n}: {{name: Ann Bell, since: start}}" for n in range(size)),
    "names of one": lambda size: _cast([_person("p", f", aliases: [{', '.join(f'Ann {n}' for n in range(size))}]")]),
    "stages of one": lambda size: _cast(
        [f"p: {{since: start, name: [{', '.join(f'{{text: N{n}, since: start}}' for n in range(size))}]}}"]
    ),
    "facts of one": lambda size: _cast(
        [_person("p", f", facts: [{', '.join(f'{{text: Ann {n}, since: start}}' for n in range(size))}]")]
    ),
    "ties of one": lambda size: _ties(size, lambda n: f"from: p0, to: p{n}, kind: friend, since: start"),
    "ties of two": lambda size: _ties(size, lambda _: "from: p0, to: p1, kind: friend, since: start"),
    "secrets": lambda size: _ties(
        size, lambda n: f"from: p0, to: p1, kind: friend, since: start, secret_from: [p{n}, q{n}]"
    ),
    "points": lambda size: {"guide.yaml": f"format: 1\ntitle: T\ntimeline: {{points: [{_points(size)}]}}\n"},
    "groups": lambda size: {"guide.yaml": f"format: 1\ntitle: T\ngroups: {{{_map(size, 'name')}}}\n"},
    "sources": lambda size: {"sources.yaml": "".join(f"s{n}: {{title: T, url: wrong}}\n" for n in range(size))},
    "sections": lambda size: {f"sections/s{n}.md": PAGE for n in range(size)},
    "one section id": lambda size: {f"sections/{n}-a.md": PAGE for n in range(size)},
    "names in a text": lambda size: _people(size) | _page(size, lambda n: f"Person p{n} meets Person p{n // 2}."),
    "names on a line": lambda size: _people(size) | _page(size, lambda n: f"Person p{n}", " "),
    "no such link": lambda size: _page(size, lambda n: f"[x](q{n}.md) [[q{n}]]"),
    "no such heading": lambda size: _page(size, lambda n: f"[x](#q{n})"),
    "one heading": lambda size: _page(size, lambda _: "## A heading"),
    "headings": lambda size: _page(size, lambda n: f"## A heading {n % 2 or ''}"),
    "spoilers": lambda size: _page(size, lambda n: f"> [!spoiler] q{n}\n> x"),
    "brackets": lambda size: _line(size, lambda _: "["),
    "open links": lambda size: _line(size, lambda _: "[["),
    "stars": lambda size: _line(size, lambda _: "*a **b"),
    "ticks": lambda size: _line(size, lambda n: "`" * (n % 50 + 1) + "a"),
    "notes": lambda size: _page(size, lambda n: f"x[^{n}]\n\n[^{n}]: y"),
    "definitions": lambda size: _page(size, lambda n: f"[x{n}]\n\n[x{n}]: #a"),
    "quotes": lambda size: _page(size, lambda n: ">" * (n % 90) + " x", "\n"),
    "tags": lambda size: _line(size, lambda _: "<a"),
    "entities": lambda size: _line(size, lambda _: "&#x202e;"),
    "unnamed": lambda size: {"sections/a.md": f"---\nsince: start\nunnamed: [{_words(size)}]\n---\n" + "x\n\n" * size},
}


def _points(size: int) -> str:
    return ", ".join(f"{{id: p{number}, title: A point}}" for number in range(size))


def _map(size: int, key: str) -> str:
    return ", ".join(f"p{number}: {{{key}: A word}}" for number in range(size))


def _words(size: int) -> str:
    return ", ".join(f"Word {number}" for number in range(size))


def seconds(files: Files) -> dict[str, float]:
    """The CPU seconds of each thing that is done with a guide."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in ({"guide.yaml": "format: 1\ntitle: T\ntimeline: {count: 9}\n"} | files).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        taken = {"check": _timed(lambda: check(folder))}
        story = load(folder).story
        if story is not None:
            visible = VisibleStory(story.as_of(story.seen))
            taken["people"] = _timed(lambda: [visible.people.relationships_of(p.id) for p in visible.people.everyone])
            taken["pages"] = _timed(lambda: [list(Page(visible, section).lines(80)) for section in story.sections])
            taken["search"] = _timed(lambda: [list(passages(visible, section)) for section in story.sections])
        return taken


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> int:
    """Prints a row for each kind and what is done; 1 where something grows faster than it may."""
    size, kinds = 1_000, sys.argv[1:]
    if kinds and kinds[0].isdecimal():
        size, *kinds = int(kinds[0]), *kinds[1:]
    missed = 0
    seconds(KINDS["people"](10))  # imports
    for kind in kinds or KINDS:
        small, large = seconds(KINDS[kind](size)), seconds(KINDS[kind](TIMES * size))
        for what, taken in large.items():
            if taken < NOTICED or what not in small:
                continue
            ratio = taken / max(small[what], 0.001)
            ok = ratio <= MOST
            missed += not ok
            print(f"{kind:22} {what:7} {small[what]:7.3f} s {taken:7.3f} s  × {ratio:5.1f} {'ok' if ok else 'MISSED'}")
    print(f"{TIMES} times as much takes more than {MOST:g} times as long in {missed} cases (goal 0)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
