"""At every point each command says what it would say had everything later been deleted from the guide's files.

Blank rows aside, and those that hold nothing but the bar of a quote: how many are left where something was taken out
is not for the cutter to say.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.cut import cut, last_point
from tests.library.guides import JEKYLL

from .conftest import Run
from .running import Ran

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("guides_opened_once")]

PEOPLE = ("utterson", "enfield", "hyde", "jekyll", "lanyon", "poole", "carew", "newcomen", "guest")
NAMES = ("mr", "dr", "h", "gabriel", "hastie", "the masked figure", "henry jekyll", "nobody")
SECTIONS = (
    "before-you-read",
    "the-street/the-door",
    "the-street/the-will",
    "the-street/an-easy-answer",
    "the-cabinet/the-murder",
    "the-cabinet/two-hands",
    "the-cabinet/three-papers",
    "the-cabinet/one-man",
)
TITLES = ("the", "a", "murder", "the answer", "black mail house")
COMMANDS = (
    ("show",),
    ("show", "--width", "30"),
    ("sections",),
    ("sections", "--json"),
    ("people",),
    ("people", "--json"),
    *(("who", name) for name in (*PEOPLE, *NAMES)),
    *(("who", name, "--json") for name in PEOPLE),
    *(("ties", name) for name in PEOPLE),
    *(("ties", name, "--json") for name in PEOPLE),
    *(("path", one, other) for one, other in pairwise(PEOPLE)),
    ("path", "enfield", "carew", "--json"),
    *(("map", view, *more) for view in ("everyone", "groups", "poster") for more in ((), ("--ascii",))),
    *(("map", name) for name in PEOPLE),
    ("map", "--json"),
    *(("show", name) for name in (*SECTIONS, *TITLES)),
)


def without_blanks(ran: Ran) -> Ran:
    return replace(ran, out="\n".join(row for row in ran.lines if row.strip(" │")))


points = pytest.mark.parametrize("seen", range(last_point(JEKYLL) + 1))


@points
def test_each_command_says_of_a_guide_what_it_says_of_all_of_its_cut_copy(run: Run, tmp_path: Path, seen: int) -> None:
    copy = cut(JEKYLL, seen, tmp_path / "copy")

    def said(guide: Path, point: str) -> dict[tuple[str, ...], Ran]:
        return {words: without_blanks(run(*words, "--guide", str(guide), "--seen", point)) for words in COMMANDS}

    assert said(JEKYLL, str(seen)) == said(copy, "end")


@points
def test_the_markdown_of_pages_is_that_of_the_cut_copy(run: Run, tmp_path: Path, seen: int) -> None:
    copy = cut(JEKYLL, seen, tmp_path / "copy")

    def pages(guide: Path, point: str) -> list[Any]:
        found = run("show", "--json", "--guide", str(guide), "--seen", point).json
        return [one | {"text": [line for line in one["text"].split("\n") if line.strip("> ")]} for one in found]

    assert pages(JEKYLL, str(seen)) == pages(copy, "end")
