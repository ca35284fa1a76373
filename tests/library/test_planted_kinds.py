"""How many of the faults that authors make are reported, by kind, and that sound text is not reported."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from aotad_tui.library.check import check
from aotad_tui.library.codes import severity_of
from aotad_tui.library.problem_code import Severity
from aotad_tui.resources import bundled_guide

from . import planted, planted_in_jekyll
from .guides import BUNDLED, JEKYLL, write
from .planted import Recall, problems_of, recall_by_kind

pytestmark = pytest.mark.slow

NOVEL = Path(__file__).with_name("strange-case.md")
"""The first four chapters of Strange Case of Dr Jekyll and Mr Hyde, by R. L. Stevenson (1886)."""
RECAPS = Path(__file__).with_name("harbour-lights.md")
"""The recaps of the eight episodes of a series that does not exist, written before any look at the rules."""
GUIDE_TO_NOVEL = bundled_guide().with_name("jekyll-and-hyde")
MISSED = {
    "label of a note",  # readers see its number
    "kind in prose",  # a usual verb
    "other article",  # "a man in black" may be any man
    "family name in a group",  # a family's house may be known before the family
    "family name in a file name",
    "In the end, Ada says something",  # usual in sound text
}
MISSED_IN_JEKYLL = {
    "name in an address",  # a part of a name: addresses have usual words
    "label with once",  # "still" is usual in sound text
    "The servant who is to swing the axe opens the door",  # so is a plan
    "In time the two become enemies",
    "Before long the friendship breaks",
    "page in the wrong folder",  # the folder may be another program's
}


def assert_recall(figures: Mapping[str, Recall], excused: Collection[str], least: int) -> None:
    """The planted faults are at least `least`, of which no others than those are missed, and 95 of 100 are reported."""
    missed = {name for figure in figures.values() for name in figure.missed}
    number = sum(figure.planted for figure in figures.values())
    assert missed <= set(excused), "\n".join(f"{kind}: {figure}" for kind, figure in figures.items())
    assert number >= least
    assert len(missed) <= 0.05 * number
    assert sum(figure.with_several for figure in figures.values()) <= 0.05 * number


def test_nearly_all_planted_faults_are_reported(tmp_path: Path) -> None:
    assert_recall(recall_by_kind(tmp_path, planted.faults()), MISSED, 300)


def test_nearly_all_faults_planted_in_another_guide_are_reported(tmp_path: Path) -> None:
    figures = recall_by_kind(tmp_path, planted_in_jekyll.faults(), planted_in_jekyll.GUIDE)
    assert_recall(figures, MISSED_IN_JEKYLL, 140)


def test_the_guide_without_faults_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {}) == ()


def chapters(path: Path) -> dict[str, str]:
    """The chapters of a text by number, as sections that are shown once each is finished."""
    pages: dict[str, str] = {}
    for chapter in path.read_text(encoding="utf-8").split("## ")[1:]:
        number, _, text = chapter.partition("\n")
        pages[number] = f"---\ntitle: Text {number}\nsince: {number}\n---\n{text}"
    return pages


def test_a_sound_novel_is_not_reported(tmp_path: Path) -> None:
    """Each chapter is a page beside a whole guide to the novel."""
    guide = tmp_path / "guide"
    shutil.copytree(GUIDE_TO_NOVEL, guide)
    (guide / "sections" / "novel").mkdir()
    for number, page in chapters(NOVEL).items():
        (guide / "sections" / "novel" / f"{number}.md").write_text(page, encoding="utf-8")
    assert NOVEL.read_text(encoding="utf-8").count("\n\n") > 100
    assert [problem.subject for problem in check(guide)] == ["for the last time"], "what a character says"


def test_sound_recaps_are_not_reported(tmp_path: Path) -> None:
    pages = {f"sections/10-recaps/{number}.md": page for number, page in chapters(RECAPS).items()}
    assert RECAPS.read_text(encoding="utf-8").count("\n\n") > 35
    assert check(write(tmp_path, pages)) == ()


def test_sound_guides_are_not_reported() -> None:
    assert check(BUNDLED) == ()
    assert check(GUIDE_TO_NOVEL) == ()
    (leak,) = [problem for problem in check(JEKYLL) if severity_of(problem) is not Severity.STYLE]
    assert "'the small man'" in leak.message, "a leak that this guide has for tests"
