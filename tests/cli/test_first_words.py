"""What a newcomer types first: options before the command, `help`, a mistyped path, a command without its argument."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from aotad_tui import __version__
from aotad_tui.cli.arguments import parse_arguments
from aotad_tui.cli.commands import PRINTING

from .conftest import Run

EXAMPLES = [example for printing in PRINTING for example in printing.examples]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("--seen", "3", "people"),
        ("--seen=3", "people"),
        ("--sort", "story", "people", "--seen", "3"),
        ("--ascii", "--width", "80", "--seen", "3", "people"),
    ],
)
def test_options_may_precede_the_command(run: Run, words: tuple[str, ...]) -> None:
    assert [parse_arguments(list(words)).command, parse_arguments(list(words)).seen] == ["people", "3"]
    if "--ascii" not in words:
        assert run(*words) == run("people", "--seen", "3")


def test_the_guide_may_precede_the_command_and_be_an_option_of_the_reader(jekyll: Path) -> None:
    before = parse_arguments(["--guide", str(jekyll), "people"])
    assert (before.command, before.folder) == ("people", jekyll)
    reader = parse_arguments(["--guide", str(jekyll), "--seen", "2"])
    assert (reader.command, reader.folder, reader.seen) == (None, jekyll, "2")
    assert parse_arguments([str(jekyll)]).folder == jekyll


def test_a_value_that_has_the_name_of_a_command_is_a_value() -> None:
    arguments = parse_arguments(["--as", "who", "people"])
    assert (arguments.command, arguments.viewer) == ("people", "who")


def test_help_prints_the_help_of_the_program_or_of_a_command(run: Run) -> None:
    assert run("help") == run("--help")
    assert run("help", "who") == run("who", "--help") == run("--help", "who")
    wrong = run("help", "peple")
    assert (wrong.code, wrong.out) == (2, "")
    assert "did you mean 'people'?" in wrong.err
    assert "`aotad-tui help` lists the commands" in run("help", "xyz").err


def test_the_version_has_a_short_option(run: Run) -> None:
    assert run("-V").out == f"aotad-tui {__version__}\n"


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ("who",),
            [
                "usage: aotad-tui who NAME [options]",
                "aotad-tui who: error: the following arguments are required: NAME",
                "example: aotad-tui who onjo --seen 3",
            ],
        ),
        (
            ("recap", "--foo"),
            [
                "usage: aotad-tui recap [LENGTH] [NAME] [options]",
                "aotad-tui recap: error: unrecognized arguments: --foo",
                "example: aotad-tui recap --seen 3",
            ],
        ),
    ],
)
def test_wrong_use_of_a_command_prints_its_own_usage_and_an_example(
    run: Run, words: tuple[str, ...], lines: list[str]
) -> None:
    wrong = run(*words)
    assert (wrong.code, wrong.out, wrong.err.splitlines()) == (2, "", lines)


@pytest.mark.parametrize("words", [("people", "jekyll"), ("who", "nam", "on-jo"), ("path", "a", "b", "c")])
def test_a_word_too_many_may_be_a_guide_or_a_name_of_several_words(run: Run, words: tuple[str, ...]) -> None:
    wrong = run(*words)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.splitlines()[1] == (
        f"aotad-tui {words[0]}: error: unrecognized arguments: {words[-1]}; "
        "put a name of several words in quotes, and a guide after --guide"
    )


@pytest.mark.slow
@pytest.mark.parametrize("command", ["map", "who", "ties", "where", "show", "recap"])
@pytest.mark.parametrize("name", ["longname", "jekyll-and-hyde"])
def test_a_folder_or_guide_is_not_taken_for_a_name_that_resembles_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / "longname").mkdir()
    monkeypatch.chdir(tmp_path)
    wrong = run(command, name, "--seen", "end")
    assert (wrong.code, wrong.out) == (1, "")
    assert f"; to print from that guide, use --guide {name}\n" in wrong.err


@pytest.mark.slow
def test_a_name_that_a_folder_has_too_is_the_name(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "onjo").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("who", "onjo", "--seen", "end").lines[0].startswith("Nam On-jo")


@pytest.mark.usefixtures("own_folders")
def test_the_name_of_a_guide_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = []

    def folder_named(name: str, viewer: str) -> Path:
        names.append((name, viewer))
        return Path(name)

    monkeypatch.setattr("aotad_tui.cli.guides.folder_named", folder_named)
    arguments = parse_arguments(["people", "--guide", "a-guide", "--as", "mina"])
    assert [arguments.folder, arguments.folder] == [Path("a-guide")] * 2
    assert names == [("a-guide", "mina")]


def test_a_mistyped_path_in_a_terminal_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("aotad_tui.cli.reader.can_draw", lambda: True)
    wrong = run(str(tmp_path / "gone"))
    assert (wrong.code, wrong.out) == (3, "")
    assert wrong.err == (
        f"aotad-tui: no such folder: {tmp_path / 'gone'}; "
        "check the path, or choose a guide that `aotad-tui guides` lists\n"
    )


def test_an_unknown_section_is_not_replaced_by_a_similar_one(run_jekyll: Run) -> None:
    wrong = run_jekyll("show", "a wil in the save", "--seen", "3")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.splitlines() == [
        "aotad-tui: no section is named 'a wil in the save'; use one of the ids in brackets:",
        "  A will in the safe  (the-street/the-will)",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.usefixtures("guides_opened_once", "own_folders")
def test_every_example_of_the_help_prints_something(run: Run, example: str) -> None:
    program, *words = shlex.split(example)
    ran = run(*words)
    assert (program, ran.code) == ("aotad-tui", 0)
    assert ran.out
