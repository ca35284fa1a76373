"""Comments that silence `check`, with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.check import check

from .guides import PAGE, write

CAST = "ann: {name: Ann, since: start}\nhyde: {name: Mr Hyde, since: 4}\n"
KNOWN = "---\nsince: 4\n---\nMr Hyde and Ann.\n"


def found(folder: Path, text: str, cast: str = CAST) -> list[tuple[int, str]]:
    """The line and code of each problem of a guide with a page of that text."""
    files = {"characters.yaml": cast, "sections/a.md": text, "sections/b.md": KNOWN}
    return [(problem.mark.line, problem.code) for problem in check(write(folder, files))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Hyde. <!-- check: ignore LEAK he is on the cover -->\n",
        "<!-- check: ignore LEAK he is on the cover -->\nMr Hyde.\n",
        "%% check: ignore LEAK he is on the cover %%\n\nMr Hyde.\n",
        "> <!-- check: ignore LEAK he is on the cover -->\n> Mr Hyde.\n",
        "Mr Hyde.\n\nMr Hyde.\n\n<!-- check: ignore-file LEAK he is on the cover -->\n",
    ],
)
def test_a_comment_with_a_reason_silences_its_code(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, PAGE + text) == []


def test_a_comment_in_the_front_matter_silences_the_page(tmp_path: Path) -> None:
    text = "---\n# check: ignore-file LEAK he is on the cover\nsince: start\n---\nMr Hyde.\n\nMr Hyde.\n"
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    "cast",
    [
        "ann: {name: Ann}  # check: ignore NO-STAMP she is a secret\n",
        "# check: ignore NO-STAMP she is a secret\nann: {name: Ann}\n",
        "# check: ignore-file NO-STAMP all are secrets\n\nann: {name: Ann}\n",
    ],
)
def test_comments_of_yaml_silence_too(tmp_path: Path, cast: str) -> None:
    assert found(tmp_path, KNOWN, f"{cast}hyde: {{name: Mr Hyde, since: 4}}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Hyde. <!-- check: ignore LEAK -->\n", [(4, "LEAK"), (4, "IGNORE")]),
        ("Mr Hyde. <!-- check: ignore LAEK on the cover -->\n", [(4, "LEAK"), (4, "IGNORE")]),
        ("Mr Hyde. <!-- check: off -->\n", [(4, "LEAK"), (4, "IGNORE")]),
        ("Mr Hyde.\n\nAnn. <!-- check: ignore LEAK on the cover -->\n", [(4, "LEAK"), (6, "IGNORE")]),
        ("Mr Hyde. <!-- check: ignore BROKEN-LINK on the cover -->\n", [(4, "LEAK"), (4, "IGNORE")]),
        ("<!-- check: ignore LEAK on the cover -->\n\nAnn.\n\nMr Hyde.\n", [(4, "IGNORE"), (8, "LEAK")]),
        ("`<!-- check: ignore LEAK on the cover -->` Mr Hyde.\n", [(4, "LEAK")]),
    ],
)
def test_a_comment_that_silences_nothing_is_reported(
    tmp_path: Path, text: str, expected: list[tuple[int, str]]
) -> None:
    assert found(tmp_path, PAGE + text) == expected


def test_what_keeps_a_guide_from_opening_cannot_be_silenced(tmp_path: Path) -> None:
    head = "# check: ignore-file MISSING no title yet\nformat: 1\n"
    assert "MISSING" in {problem.code for problem in check(write(tmp_path, {}, head))}


def test_nor_can_what_leaves_nothing_to_open(tmp_path: Path) -> None:
    files = {"characters.yaml": "# check: ignore-file MISSING no name yet\nann: {since: 1}\n"}
    assert {(problem.code, problem.fatal) for problem in check(write(tmp_path, files))} >= {("MISSING", True)}


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("title: Mr Hyde comes  # check: ignore LEAK he is on the cover\nsince: start\n", []),
        ("# check: ignore LEAK he is on the cover\ntitle: Mr Hyde comes\nsince: start\n", []),
        ("# check: ignore-file LEAK he is on the cover\nsince: start\ntitle: Mr Hyde comes\n", []),
        ("title: The street  # check: ignore LEAK he is on the cover\n", ["IGNORE"]),
        ("title: Mr Hyde comes  # check: ignore LEAK\n", ["LEAK", "IGNORE"]),
    ],
)
@pytest.mark.parametrize("name", ["_part.yaml", "_part.yml"])
def test_comments_in_the_file_of_a_part_silence_too(tmp_path: Path, name: str, part: str, codes: list[str]) -> None:
    files = {"characters.yaml": CAST, f"sections/10-a/{name}": part, "sections/10-a/a.md": PAGE + "Ann.\n"}
    files["sections/b.md"] = KNOWN
    assert [problem.code for problem in check(write(tmp_path, files))] == codes
