"""Detection of changed files of a guide."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from aotad_tui.library.file_watch import signature

DOOR = "sections/10-the-street/10-the-door.md"


def edited(guide: Path) -> None:
    text = (guide / DOOR).read_text(encoding="utf-8")
    (guide / DOOR).write_text(f"{text}\nMore.\n", encoding="utf-8")


def replaced(guide: Path) -> None:
    (guide / "new").write_text("title")
    (guide / "new").replace(guide / DOOR)


def added(guide: Path) -> None:
    (guide / "sections" / "new.md").write_text("title")


def removed(guide: Path) -> None:
    (guide / DOOR).unlink()


def renamed(guide: Path) -> None:
    (guide / DOOR).rename(guide / "sections" / "another.md")


def gone(guide: Path) -> None:
    shutil.rmtree(guide)


@pytest.mark.parametrize("change", [edited, replaced, added, removed, renamed, gone])
def test_every_change_is_detected(jekyll: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    guide = Path(shutil.copytree(jekyll, tmp_path / "guide"))
    before = signature(guide)
    change(guide)
    assert signature(guide) != before


def test_other_files_are_ignored(jekyll: Path, tmp_path: Path) -> None:
    guide = Path(shutil.copytree(jekyll, tmp_path / "guide"))
    before = signature(guide)
    (guide / ".door.md.swp").write_text("an editor's own")
    (guide / "sections" / "notes.txt").write_text("no page")
    (guide / ".git").mkdir()
    (guide / ".git" / "x.md").write_text("not looked into")
    assert signature(guide) == before
