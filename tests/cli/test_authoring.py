"""`check` and `schema`, for authors; and the reader's own words, where there is no terminal to draw on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aotad_tui.library.json_schema import json_schema
from tests.library.guides import PAGE, edited, write

from .conftest import Run

CAST = "ann: {name: Ann, since: start}\nbob: {name: Bob, since: '3'}\n"


@pytest.fixture
def sound(tmp_path: Path) -> str:
    """A guide in which nothing is wrong."""
    return str(write(tmp_path / "sound", {"characters.yaml": CAST, "sections/a.md": f"{PAGE}Ann waits.\n"}))


@pytest.fixture
def leaking(tmp_path: Path) -> str:
    """A guide that opens, but names somebody too early."""
    return str(write(tmp_path / "leaking", {"characters.yaml": CAST, "sections/a.md": f"{PAGE}Bob waits.\n"}))


def test_a_guide_without_problems_has_the_code_0_and_nothing_on_stdout(run: Run, sound: str) -> None:
    ran = run("check", sound)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"{sound}: no problems\n"


def test_problems_go_to_stdout_a_line_each_and_their_number_to_stderr(run: Run, tmp_path: Path) -> None:
    guide = edited(
        tmp_path,
        [
            ("relationships.yaml", "from: guest\n", "from: gest\n"),
            ("characters.yaml", "name: Poole\n", "nmae: Poole\n"),
        ],
    )
    ran = run("check", str(guide))
    assert ran.code == 1
    assert [(line.split(":")[0], line.split()[1]) for line in ran.lines] == [
        ("characters.yaml", "MISSING"),
        ("characters.yaml", "UNKNOWN-KEY"),
        ("relationships.yaml", "UNKNOWN-CHARACTER"),
        ("sections/10-the-street/10-the-door.md", "LEAK"),  # the second guide's own, kept for tests
    ]
    assert ran.err == f"{guide}: {len(ran.lines)} problems\n"


def test_what_only_an_author_should_hear_of_is_a_finding_too(run: Run, leaking: str) -> None:
    ran = run("check", leaking)
    assert ran.code == 1
    (line,) = ran.lines
    assert line.startswith("sections/a.md:4:1: LEAK ")
    assert ran.err == f"{leaking}: 1 problem\n"
    assert run("people", "--guide", leaking).code == 0, "the guide opens all the same"


def test_where_there_is_no_guide_there_is_nothing_to_check(run: Run, tmp_path: Path) -> None:
    ran = run("check", str(tmp_path))
    assert ran.code == 3
    assert [line.split(" ")[1] for line in ran.lines] == ["NO-GUIDE"]


def test_the_guide_to_check_may_come_from_the_environment(
    run: Run, sound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AOTAD_GUIDE", sound)
    assert run("check").err == f"{sound}: no problems\n"


@pytest.mark.parametrize("file", ["characters", "guide", "relationships", "section", "sources"])
def test_the_schema_of_each_kind_of_file_is_printed(run: Run, file: str) -> None:
    ran = run("schema", file)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == json_schema(file)
    assert json.loads(ran.out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("words", [(), ("--seen", "0")])
def test_without_a_terminal_the_reader_is_what_show_prints(run: Run, jekyll: Path, words: tuple[str, ...]) -> None:
    ran = run(str(jekyll), *words)
    assert ran == run("show", "--guide", str(jekyll))
    assert (ran.code, ran.lines[0]) == (0, "Before you read")


def test_without_a_terminal_the_section_to_open_is_the_one_that_is_printed(run: Run, jekyll: Path) -> None:
    shown = run("show", "the-door", "--guide", str(jekyll), "--seen", "2")
    assert run(str(jekyll), "--open", "the-street/the-door", "--seen", "2") == shown
    assert run(str(jekyll), "--open", "the-door#the-child-at-the-corner", "--seen", "2") == shown
    assert run(str(jekyll), "--open", "one man", "--seen", "2").code == 1


@pytest.mark.parametrize(("words", "code"), [(("gone",), 3), ((".", "--seen", "1"), 3)])
def test_without_a_terminal_the_reader_ends_as_show_does(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words)
    assert (ran.code, ran.out) == (code, "")


def test_a_point_that_is_not_there_is_wrong_use_for_the_reader_too(run: Run, jekyll: Path) -> None:
    assert run(str(jekyll), "--seen", "11").code == 2
