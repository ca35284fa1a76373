"""Data on stdout, messages on stderr, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui import __version__
from aotad_tui.resources import bundled_guide
from tests.library.guides import edited, write

from .conftest import Run

COMMANDS = [("show",), ("sections",), ("people",), ("who", "utterson")]
commands = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@commands
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_data_goes_to_stdout_and_nothing_to_stderr(
    run_jekyll: Run, command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    result = run_jekyll(*command, *form, "--seen", "5")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("show", "nowhere"), "no section matches 'nowhere' before Chapter 1\n"),
        (("show", "one man", "--seen", "9"), "no section matches 'one man' up to Chapter 9\n"),
        (("who", "nobody"), "nobody matches 'nobody' before Chapter 1\n"),
        (("who", "guest", "--seen", "4"), "nobody matches 'guest' up to Chapter 4\n"),
        (("show", "the", "--seen", "2"), "'the' matches several sections; "),
        (("show", "--json", "nowhere"), "no section matches"),
    ],
)
def test_without_a_match_the_code_is_1_and_stderr_names_the_query(
    run_jekyll: Run, words: tuple[str, ...], what: str
) -> None:
    result = run_jekyll(*words)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"aotad-tui: {what}")


@pytest.mark.parametrize(("typed", "meant"), [("shwo", "show"), ("pepole", "people"), ("newsince", "new-since")])
def test_a_mistyped_command_gets_a_suggestion(run: Run, typed: str, meant: str) -> None:
    result = run(typed, "hyde")
    assert (result.code, result.out) == (2, "")
    assert f"no command or folder {typed!r}; did you mean {meant!r}?" in result.err


def test_a_folder_named_almost_like_a_command_is_opened(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "shows", {"characters.yaml": "ann: {name: Ann, since: start}\n"})
    monkeypatch.chdir(tmp_path)
    assert run("shows").code == 0


def test_an_unknown_length_is_a_usage_error(run_jekyll: Run) -> None:
    result = run_jekyll("recap", "longer", "--seen", "5")
    assert (result.code, result.out) == (2, "")
    assert result.err == "aotad-tui: the length of a recap must be short, usual or full, not 'longer'\n"


def test_an_ambiguous_section_lists_the_visible_matches(run_jekyll: Run) -> None:
    assert run_jekyll("show", "the", "--seen", "2").err == (
        "aotad-tui: 'the' matches several sections; use one of the ids in brackets:\n"
        "  A will in the safe  (the-street/the-will)\n  The door  (the-street/the-door)\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("who",),
        ("who", "a", "b"),
        ("show", "a", "b"),
        ("sections", "x"),
        ("people", "--seen"),
        ("people", "--sen", "1", "--unknown"),
        ("show", "--open", "x"),
        ("schema",),
        ("schema", "nothing"),
        ("check", "a", "b"),
        ("--no-such-option",),
        ("a-guide", "another-guide"),
    ],
)
def test_a_usage_error_has_the_code_2_and_a_line_about_the_usage(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("usage: aotad-tui")


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("show", "--help"), ("who", "-h"), ("check", "--help")])
def test_help_goes_to_stdout(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("usage: aotad-tui")


def test_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    assert all(f"\n  {command} " in out for command in ("show", "sections", "people", "who", "check", "schema"))


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out == f"aotad-tui {__version__}\n"


@commands
def test_an_unreadable_guide_has_the_code_3_and_every_problem_on_stderr(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    guide = edited(
        tmp_path,
        [
            ("characters.yaml", "name: Poole\n", "nmae: Poole\n"),
            ("relationships.yaml", "from: guest\n", "from: gest\n"),
        ],
    )
    result = run(*command, "--guide", str(guide), "--seen", "end")
    assert (result.code, result.out) == (3, "")
    *problems, last = result.err.splitlines()
    assert last == f"aotad-tui: {guide} cannot be opened as a guide ({len(problems)} problems)"
    assert any(line.startswith("characters.yaml:") and "'name'" in line for line in problems)
    assert any(line.startswith("relationships.yaml:") and "did you mean 'guest'" in line for line in problems)


@commands
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_a_guide_has_the_code_3(
    run: Run, tmp_path: Path, command: tuple[str, ...], there: bool
) -> None:
    folder = tmp_path if there else tmp_path / "gone"
    result = run(*command, "--guide", str(folder))
    assert (result.code, result.out) == (3, "")
    if there:
        assert "guide.yaml:1:1: NO-GUIDE" in result.err
        assert "(1 problem)" in result.err
    else:
        assert result.err == f"aotad-tui: no such folder: {folder}; check the path\n"


def test_problems_of_a_guide_are_reported_before_an_unknown_point(run: Run, tmp_path: Path) -> None:
    assert run("people", "--guide", str(tmp_path), "--seen", "nonsense").code == 3


def test_a_missing_page_has_the_code_3(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = write(tmp_path, {"sections/a.md": "---\nsince: start\n---\nText.\n"})
    monkeypatch.setattr("aotad_tui.library.sections.FolderTexts.read", _raise_not_found)
    result = run("show", "--guide", str(guide))
    assert (result.code, result.out) == (3, "")
    assert result.err == "aotad-tui: cannot read the guide: [Errno 2] No such file: 'a.md'\n"


def _raise_not_found(_texts: object, file: str) -> str:
    raise FileNotFoundError(2, "No such file", file)


def test_the_guide_is_that_of_the_option_or_of_the_environment_or_the_bundled_one(
    run: Run, jekyll: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = str(write(tmp_path, {"sections/tale.md": "---\nsince: start\n---\n"}))
    bundled = run("sections", "--guide", str(bundled_guide())).out
    assert bundled
    assert run("sections").out == bundled
    monkeypatch.setenv("AOTAD_GUIDE", str(jekyll))
    assert run("sections").lines == ["before-you-read  Before you read"]
    assert run("sections", "--guide", named).lines == ["tale  Tale"]
    monkeypatch.setenv("AOTAD_GUIDE", "")
    assert run("sections").out == bundled
    monkeypatch.setenv("AOTAD_GUIDE", str(tmp_path / "gone"))
    assert run("sections").code == 3
