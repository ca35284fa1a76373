"""The options and formats of `check`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from tests.library.guides import PAGE, write

from .conftest import Run

CAST = "ann: {name: Ann, since: start}\nbob: {name: Bob, since: '3'}\n"
LEAKS = "Bob waits.\n\n"
PAGE_FILE = Path("sections/a.md")


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A guide with a leak, an error, and a warning, beside the current folder."""
    text = f"{PAGE}{LEAKS}See [x](b.md).\n\n> [!spoiler] 5\n> Ann.\nAnn.\n"
    write(tmp_path / "guide", {"characters.yaml": CAST, "sections/a.md": text})
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return os.path.join("..", "guide")


def test_paths_are_those_of_the_shell(run: Run, guide: str) -> None:
    result = run("check", guide)
    path = os.path.join(guide, PAGE_FILE)
    assert [line.split(" ")[:3] for line in result.lines] == [
        [f"{path}:4:1:", "leak:", "LEAK"],
        [f"{path}:6:9:", "error:", "BROKEN-LINK"],
        [f"{path}:10:1:", "warning:", "LAZY-LINE"],
    ]
    assert result.err == f"{guide}: 1 error, 1 leak, 1 warning\n"
    assert all(Path(line.split(":")[0]).exists() for line in result.lines)


@pytest.mark.parametrize(
    ("options", "codes", "exit_code"),
    [
        ((), ["LEAK", "BROKEN-LINK", "LAZY-LINE"], 1),
        (("--select", "LEAK"), ["LEAK"], 1),
        (("--select", "leak, lazy-line"), ["LEAK", "LAZY-LINE"], 1),
        (("--ignore", "LEAK", "--ignore", "BROKEN-LINK"), ["LAZY-LINE"], 0),
        (("--ignore", "LEAK,BROKEN-LINK", "--strict"), ["LAZY-LINE"], 1),
        (("--ignore", "LEAK,BROKEN-LINK,LAZY-LINE", "--strict"), [], 0),
        (("--select", "NO-STAMP"), [], 0),
    ],
)
def test_codes_are_selected_and_ignored(
    run: Run, guide: str, options: tuple[str, ...], codes: list[str], exit_code: int
) -> None:
    result = run("check", guide, *options)
    assert [line.split(" ")[2] for line in result.lines] == codes
    assert result.code == exit_code


def test_an_unknown_code_is_wrong_use(run: Run, guide: str) -> None:
    result = run("check", guide, "--ignore", "LEKA")
    assert (result.code, result.out) == (2, "")
    assert result.err == "aotad-tui: unknown code 'LEKA'; did you mean 'LEAK'?\n"


@pytest.mark.parametrize("options", [(), ("--ignore", "MISSING"), ("--select", "LEAK")])
def test_a_guide_that_does_not_open_has_the_code_3_whatever_is_ignored(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    write(tmp_path, {}, head="format: 1\n")
    assert run("check", str(tmp_path), *options).code == 3


def test_json_has_every_field(run: Run, guide: str) -> None:
    result = run("check", guide, "--format", "json", "--select", "LEAK")
    (row,) = json.loads(result.out)
    assert row.pop("message").startswith("the text is shown from ")
    path = os.path.join(guide, PAGE_FILE)
    assert row == {"path": path, "line": 4, "column": 1, "severity": "leak", "code": "LEAK", "fatal": False}
    assert json.loads(run("check", guide, "--format", "json", "--select", "NO-STAMP").out) == []


def test_github_annotates_the_line(run: Run, guide: str, tmp_path: Path) -> None:
    path = os.path.join(guide, PAGE_FILE)
    lines = run("check", guide, "--format", "github").lines
    assert lines[0].startswith(f"::error file={path},line=4,col=1,title=LEAK::the text is shown from ")
    assert lines[2].startswith(f"::warning file={path},line=10,col=1,title=LAZY-LINE::")
    odd = write(tmp_path / "a,b 100%", {"characters.yaml": CAST, "sections/a.md": PAGE + LEAKS})
    assert "/a%2Cb 100%25/" in run("check", str(odd), "--format", "github").out.replace("\\", "/")


def test_sarif_names_rules_and_places(run: Run, guide: str) -> None:
    (log,) = json.loads(run("check", guide, "--format", "sarif").out)["runs"]
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert rules == ["BROKEN-LINK", "LAZY-LINE", "LEAK"]
    first = log["results"][0]
    assert (first["ruleId"], rules[first["ruleIndex"]], first["level"]) == ("LEAK", "LEAK", "error")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "../guide/sections/a.md"
    assert place["region"] == {"startLine": 4, "startColumn": 1}


def test_many_problems_are_grouped_by_name(run: Run, tmp_path: Path) -> None:
    guide = write(tmp_path, {"characters.yaml": CAST, "sections/a.md": PAGE + LEAKS * 60 + "Ann: [x](b.md)\n"})
    lines = run("check", str(guide)).lines
    assert [": LEAK " in line for line in lines] == [True, True, True, False, False]
    assert lines[-1] == "57 more of LEAK about 'Bob'; --all lists them"
    assert len(run("check", str(guide), "--all").lines) == 61
    assert len(json.loads(run("check", str(guide), "--format", "json").out)) == 61


HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


@pytest.mark.parametrize(("text", "code"), [("Ann waits.\n", 0), ("Bob waits.\n", 1)], ids=["sound", "leak"])
def test_the_hook_checks_the_guide_in_the_folder_of_the_repository(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, code: int
) -> None:
    write(tmp_path, {"characters.yaml": CAST, "sections/a.md": PAGE + text})
    monkeypatch.chdir(tmp_path)
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert (hook["entry"], hook["pass_filenames"]) == ("aotad-tui check", False)
    result = run("check", *hook.get("args", ()))
    assert (result.code, result.out.count(": leak: LEAK ")) == (code, code)
