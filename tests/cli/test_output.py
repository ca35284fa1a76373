"""Whatever is to be printed, no control character and no override leaves: the second wall, asked without the first."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import aotad_tui
from aotad_tui.cli.commands import PrintCommand
from aotad_tui.cli.output import print_data, print_notice
from aotad_tui.cli.query import Query

from .conftest import Run

ATTACK = "\x1b]52;c;ZXZpbA==\x07 \x9b2J \u202e\u2066 \r\x00\x7f"
SHOWN = "\ufffd]52;c;ZXZpbA==\ufffd \ufffd2J \ufffd\ufffd \ufffd\ufffd\ufffd"
CLI = Path(aotad_tui.__file__).parent / "cli"


@pytest.mark.parametrize("write", [print_data, print_notice])
def test_what_is_written_has_no_control_character(
    write: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    write(f"한글\t{ATTACK}\nEnd")
    said = capsys.readouterr()
    assert said.out + said.err == f"한글\t{SHOWN}\nEnd\n"


def test_every_line_of_a_printing_command_passes_the_writer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(_: PrintCommand, query: Query) -> Iterator[str]:
        yield ATTACK

    monkeypatch.setattr(PrintCommand, "lines", lines)
    assert run("sections", "--seen", "start").out == f"{SHOWN}\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("people", "x", ATTACK),  # argparse's own error
        ("schema", ATTACK),
        ("--seen", ATTACK),
        ("people", "--seen", ATTACK),
        ("who", ATTACK),
        ("show", "--guide", ATTACK.replace("\x00", "")),
        ("check", ATTACK.replace("\x00", "")),
    ],
)
def test_errors_do_not_repeat_an_argument_as_it_is(run: Run, words: tuple[str, ...]) -> None:
    ended = run(*words)
    assert ended.code in (1, 2, 3)
    assert ended.err.replace("\n", "").isprintable()
    assert "52;c" in ended.err


@pytest.mark.parametrize("file", sorted(CLI.rglob("*.py")), ids=lambda file: file.name)
def test_nothing_else_in_the_command_line_writes(file: Path) -> None:
    """No `print`, and no method of a stream that writes; argparse's parsers write by `print_data` too."""
    if file.name == "output.py":
        return
    names = {node.id for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    assert names & {"print"} == set()
    assert attributes & {"write", "writelines", "__stdout__", "__stderr__"} == set()
