"""`check` and `schema`, for authors, and the reader without a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.library.format import FILES
from aotad_tui.library.json_schema import json_schema
from tests.library.guides import PAGE, edited, write

from .conftest import Run

CAST = "ann: {name: Ann, since: start}\nbob: {name: Bob, since: '3'}\n"


@pytest.fixture
def valid_guide(tmp_path: Path) -> str:
    """A guide without problems."""
    return str(
        write(tmp_path / "sound", {"characters.yaml": CAST, "sections/a.md": "---\nsince: 3\n---\nAnn and Bob.\n"})
    )


@pytest.fixture
def leaking_guide(tmp_path: Path) -> str:
    """A guide that opens, but names a person too early."""
    return str(write(tmp_path / "leaking", {"characters.yaml": CAST, "sections/a.md": f"{PAGE}Bob waits for Ann.\n"}))


def test_check_of_a_valid_guide_has_the_code_0_and_prints_nothing_on_stdout(run: Run, valid_guide: str) -> None:
    result = run("check", valid_guide)
    assert (result.code, result.out) == (0, "")
    assert result.err == f"{valid_guide}: no problems\n"


def test_check_prints_each_problem_on_stdout_and_their_number_on_stderr(run: Run, tmp_path: Path) -> None:
    guide = edited(
        tmp_path,
        [
            ("relationships.yaml", "from: guest\n", "from: gest\n"),
            ("characters.yaml", "name: Poole\n", "nmae: Poole\n"),
        ],
    )
    result = run("check", str(guide), "--ignore", "EARLY-STAMP")
    assert result.code == 1
    paths = [Path(line.split(":")[0]).resolve().relative_to(guide.resolve()).as_posix() for line in result.lines]
    assert list(zip(paths, (line.split()[1:3] for line in result.lines), strict=True)) == [
        ("characters.yaml", ["error:", "MISSING"]),
        ("characters.yaml", ["error:", "UNKNOWN-KEY"]),
        ("relationships.yaml", ["error:", "UNKNOWN-CHARACTER"]),
        ("sections/10-the-street/10-the-door.md", ["leak:", "LEAK"]),  # a problem that this guide has for tests
    ]
    assert result.err == f"{guide}: 3 errors, 1 leak\n"


def test_check_reports_a_leak_of_a_guide_that_opens(
    run: Run, leaking_guide: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(leaking_guide)
    result = run("check", leaking_guide)
    assert result.code == 1
    (line,) = result.lines
    assert line.startswith(f"{Path('sections/a.md')}:4:1: leak: LEAK ")
    assert result.err == f"{leaking_guide}: 1 leak\n"
    assert run("people", "--guide", leaking_guide).code == 0, "the guide opens all the same"


def test_check_of_a_folder_without_a_guide_reports_that(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert result.code == 3
    assert [line.split(" ")[2] for line in result.lines] == ["NO-GUIDE"]


def test_the_guide_to_check_may_come_from_the_environment(
    run: Run, valid_guide: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AOTAD_GUIDE", valid_guide)
    assert run("check").err == f"{valid_guide}: no problems\n"


@pytest.mark.slow
@pytest.mark.parametrize("words", [("check",), ("coverage",), ("diff", "start", "end")], ids=lambda words: words[0])
def test_the_tools_read_the_guide_in_the_current_folder(
    run: Run, leaking_guide: str, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    explicit = run(*words, leaking_guide)
    monkeypatch.chdir(leaking_guide)
    here = run(*words)
    assert here.code == explicit.code
    assert here == run(*words, ".")
    assert run("people").out == run("people", "--guide", "all-of-us-are-dead").out, "readers have the bundled guide"


@pytest.mark.parametrize("file", ["characters", "guide", "relationships", "section", "sources"])
def test_the_schema_of_each_kind_of_file_is_printed(run: Run, file: str) -> None:
    result = run("schema", file)
    assert (result.code, result.err) == (0, "")
    assert result.out == json_schema(file)
    assert json.loads(result.out)["$schema"].startswith("https://json-schema.org/")


def test_the_folder_of_all_schemas_is_printed(run: Run) -> None:
    folder = Path(run("schema").out.rstrip())
    assert {path.name for path in folder.iterdir()} == {f"{name}.schema.json" for name in FILES}
    assert (folder / "terms.schema.json").read_text(encoding="utf-8") == json_schema("terms")


@pytest.mark.parametrize("words", [(), ("--seen", "0")])
def test_without_a_terminal_the_reader_prints_what_show_prints(run: Run, jekyll: Path, words: tuple[str, ...]) -> None:
    result = run(str(jekyll), *words)
    assert result == run("show", "--guide", str(jekyll))
    assert (result.code, result.lines[0]) == (0, "Before you read")


def test_without_a_terminal_the_reader_prints_the_section_to_open(run: Run, jekyll: Path) -> None:
    shown = run("show", "the-door", "--guide", str(jekyll), "--seen", "2")
    assert run(str(jekyll), "--open", "the-street/the-door", "--seen", "2") == shown
    assert run(str(jekyll), "--open", "the-door#the-child-at-the-corner", "--seen", "2") == shown
    assert run(str(jekyll), "--open", "one man", "--seen", "2").code == 1


@pytest.mark.parametrize(("words", "code"), [(("gone",), 3), ((".", "--seen", "1"), 3)])
def test_without_a_terminal_the_reader_has_the_exit_code_of_show(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert (result.code, result.out) == (code, "")


def test_an_unknown_point_is_a_usage_error_of_the_reader(run: Run, jekyll: Path) -> None:
    assert run(str(jekyll), "--seen", "11").code == 2
