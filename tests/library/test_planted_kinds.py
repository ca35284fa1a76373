"""How many of the faults that authors make are reported, by kind, and that sound text is not reported."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aotad_tui.library.check import check
from aotad_tui.library.codes import severity_of
from aotad_tui.library.problem_code import Severity
from aotad_tui.resources import bundled_guide

from .guides import JEKYLL
from .planted import faults, problems_of, recall_by_kind

pytestmark = pytest.mark.slow

NOVEL = Path(__file__).with_name("strange-case.md")
"""The first four chapters of Strange Case of Dr Jekyll and Mr Hyde, by R. L. Stevenson (1886)."""
GUIDE_TO_NOVEL = bundled_guide().with_name("jekyll-and-hyde")
MISSED = {
    "label of a note",  # readers see its number
    "kind in prose",  # a usual verb
    "other article",  # "a man in black" may be any man
    "family name in a group",  # a family's house may be known before the family
    "family name in a file name",
    "In the end, Ada says something",  # usual in sound text
}


def test_nearly_all_planted_faults_are_reported(tmp_path: Path) -> None:
    figures = recall_by_kind(tmp_path, faults())
    missed = {name for figure in figures.values() for name in figure.missed}
    planted = sum(figure.planted for figure in figures.values())
    assert missed <= MISSED, "\n".join(f"{kind}: {figure}" for kind, figure in figures.items())
    assert planted > 300
    assert len(missed) <= 0.05 * planted
    assert sum(figure.with_several for figure in figures.values()) <= 0.05 * planted


def test_the_guide_without_faults_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {}) == ()


def without_style(guide: Path) -> list[str]:
    return [str(problem) for problem in check(guide) if severity_of(problem) is not Severity.STYLE]


def test_a_sound_novel_is_not_reported(tmp_path: Path) -> None:
    """Each chapter is a page that is shown once it is finished, beside a whole guide to the novel."""
    guide = tmp_path / "guide"
    shutil.copytree(GUIDE_TO_NOVEL, guide)
    before = set(check(guide))
    chapters = NOVEL.read_text(encoding="utf-8").split("## ")[1:]
    (guide / "sections" / "novel").mkdir()
    for chapter in chapters:
        number, _, text = chapter.partition("\n")
        page = f"---\ntitle: Novel {number}\nsince: {number}\n---\n{text}"
        (guide / "sections" / "novel" / f"{number}.md").write_text(page, encoding="utf-8")
    found = set(check(guide)) - before
    assert NOVEL.read_text(encoding="utf-8").count("\n\n") > 100
    assert {problem.code for problem in found} <= {"HINDSIGHT"}
    assert len(found) <= 3


def test_sound_guides_are_not_reported() -> None:
    assert without_style(GUIDE_TO_NOVEL) == []
    (leak,) = without_style(JEKYLL)
    assert "'the small man'" in leak, "a leak that this guide has for tests"
