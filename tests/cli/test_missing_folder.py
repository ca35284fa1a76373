"""A command with the path of a folder that does not exist."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run


def test_a_missing_folder_is_reported_in_one_line(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    done = run("show", "--guide", str(missing))
    assert (done.code, done.out) == (3, "")
    assert done.err == f"aotad-tui: no such folder: {missing}; check the path\n"


def test_a_folder_without_a_guide_is_reported_with_its_file(run: Run, tmp_path: Path) -> None:
    done = run("show", "--guide", str(tmp_path))
    assert done.code == 3
    assert "guide.yaml:1:1: NO-GUIDE no guide.yaml in this folder" in done.err
