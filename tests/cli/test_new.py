"""`new` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


def test_new_writes_a_guide_that_check_and_the_printing_commands_accept(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my-novel"
    made = run("new", str(folder), "--unit", "episode", "--count", "8,10", "--volume", "season")
    assert made.code == 0
    assert f"{folder}/guide.yaml" in made.lines
    assert sorted(made.lines) == sorted(str(path) for path in folder.rglob("*") if path.is_file())
    assert f"aotad-tui check {folder}" in made.err, "it says what to do next"
    assert run("check", str(folder)).code == 0
    assert run("about", "--guide", str(folder), "--json").json["title"] == "My novel"
    assert run("show", "the-letter", "--guide", str(folder), "--seen", "s1e1").code == 0


def test_new_takes_a_title(run: Run, tmp_path: Path) -> None:
    assert run("new", str(tmp_path), "--title", "Great: #1").code == 0
    assert run("about", "--guide", str(tmp_path), "--json").json["title"] == "Great: #1"


def test_new_writes_into_a_folder_with_other_files_and_never_twice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("new", str(tmp_path)).code == 0
    again = run("new", str(tmp_path), "--title", "Other")
    assert (again.code, again.out) == (1, "")
    assert "guide.yaml exists; nothing was written" in again.err
    assert "Other" not in (tmp_path / "guide.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("--count", "0"),
        ("--count", "8,"),
        ("--count", "8,10"),
        ("--count", "100001"),
        ("--unit", ""),
        ("--volume", "7"),
    ],
)
def test_wrong_options_of_new_write_nothing(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    result = run("new", str(tmp_path / "new"), *words)
    assert (result.code, result.out) == (2, "")
    assert not (tmp_path / "new").exists()
