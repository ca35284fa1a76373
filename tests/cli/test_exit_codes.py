"""Data on stdout, messages on stderr, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui import __version__
from aotad_tui.cli.commands import PRINTING
from aotad_tui.library.codes import CODES
from aotad_tui.resources import bundled_guide
from tests.library.guides import HEAD, write

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
    result = run_jekyll("recap", "longer", "hyde", "--seen", "5")
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


def every_command(guide: Path) -> list[tuple[str, ...]]:
    """Every printing command with as few arguments as it takes, and the reader where there is no terminal."""
    words = {"who": ("x",), "ties": ("x",), "path": ("x", "y"), "search": ("x",), "where": ("x",), "new-since": ("0",)}
    printing = [(row.name, *words.get(row.name, ()), "--guide", str(guide)) for row in PRINTING]
    return [*printing, (str(guide),)]


SECRET = "traitor"
UNREADABLE = {
    "guide.yaml: a timeline": (
        "guide.yaml",
        HEAD.replace("count: 9", f"count: 9, {SECRET}: 1"),
        "line 3 of guide.yaml",
    ),
    "guide.yaml: YAML": ("guide.yaml", f"{HEAD}groups: {{{SECRET}: [\n", "line 5 of guide.yaml"),
    "guide.yaml: nothing": ("guide.yaml", "", "guide.yaml is empty"),
    "nothing readable": ("characters.yaml", f"{SECRET}: {{since: {SECRET}}}\n", "nothing in it can be read"),
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", UNREADABLE.values(), ids=UNREADABLE)
def test_a_guide_that_cannot_be_opened_has_the_code_3_and_one_sentence_on_stderr(
    run: Run, tmp_path: Path, fault: tuple[str, str, str]
) -> None:
    path, text, reason = fault
    guide = write(tmp_path, {path: text})
    assert run("check", str(guide)).code == 3
    assert run("check", str(guide), "--ignore", ",".join(CODES)).code == 3
    for words in every_command(guide):
        ran = run(*words)
        assert (ran.code, ran.out) == (3, ""), words
        start = f"aotad-tui: {guide} cannot be opened as a guide: {reason}"
        assert ran.err.startswith(start), words
        assert ran.err.endswith(f"; `aotad-tui check {guide}` lists all problems\n"), words
        assert ran.err.count("\n") == 1
        assert SECRET not in ran.err


def test_a_guide_that_opens_is_not_commented_on(run: Run, tmp_path: Path) -> None:
    """Whatever is wrong with it: the same guide without its mistakes prints the same."""
    files = {
        "characters.yaml": "x: {name: X, since: start}\ny: {name: Y, since: start}\n",
        "sections/a.md": "---\nsince: start\n---\nText.\n",
    }
    mistakes = {
        "characters.yaml": files["characters.yaml"] + f"{SECRET}: {{name: {SECRET}, since: 88, group: {SECRET}s}}\n",
        "relationships.yaml": f"- {{from: x, to: {SECRET}, kind: {SECRET}s, since: 1}}\n",
        "sections/a.md": files["sections/a.md"] + f"\n> [!spoilr] 3\n> {SECRET}\n",
        "sources.yaml": f"{SECRET}: [\n",
    }
    clean, wrong = (write(tmp_path / name, dict(kept)) for name, kept in (("a", files), ("b", files | mistakes)))
    assert SECRET in run("check", str(wrong)).out
    for of_clean, of_wrong in zip(every_command(clean), every_command(wrong), strict=True):
        expected, ran = run(*of_clean, "--seen", "8"), run(*of_wrong, "--seen", "8")
        assert ran == expected, of_wrong


@commands
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_a_guide_has_the_code_3(
    run: Run, tmp_path: Path, command: tuple[str, ...], there: bool
) -> None:
    folder = tmp_path if there else tmp_path / "gone"
    result = run(*command, "--guide", str(folder))
    assert (result.code, result.out) == (3, "")
    if there:
        reason = "no guide.yaml in this folder"
        assert result.err.startswith(f"aotad-tui: {folder} cannot be opened as a guide: {reason}; ")
    else:
        assert (
            result.err
            == f"aotad-tui: no such folder: {folder}; check the path, or choose a guide that `aotad-tui guides` lists\n"
        )


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


@pytest.mark.slow
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
