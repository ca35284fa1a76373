"""A report of a crash: where the program was, and nothing of the guide."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aotad_tui.cli import main
from aotad_tui.cli.crash_report import report
from aotad_tui.cli.exit_codes import Exit
from tests.own_files import state_file
from tests.systems import posix

SECRET = "Mr Hyde is Henry Jekyll"

pytestmark = pytest.mark.usefixtures("own_folders")


def fail() -> None:
    secret = SECRET
    try:
        _ = {"who": ""}[secret]
    except KeyError as error:
        raise UnicodeDecodeError("utf-8", secret.encode(), 0, 1, secret) from error


def raised() -> Exception:
    try:
        fail()
    except UnicodeDecodeError as error:
        return error
    raise AssertionError


def test_it_says_where_each_exception_was_raised_and_no_value() -> None:
    text = report(raised())
    assert "Jekyll" not in text
    assert text.count(", in fail\n") == 2
    assert text.index("builtins.UnicodeDecodeError\n") < text.index("Raised before it:") < text.index("KeyError\n")


def test_it_says_which_versions_of_what_were_used() -> None:
    text = report(raised())
    for name in ("aotad-tui 0.", "Python 3.", "textual 8.", "rich 1", "markdown-it-py 4."):
        assert name in text


def test_a_cycle_of_exceptions_ends() -> None:
    first, second = KeyError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert report(first).count("builtins.") == 2


def ended(monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """Runs a program that crashes and gives its exit code."""

    def crash(_: list[str]) -> int:
        fail()
        return 0

    monkeypatch.setattr(main, "main", crash)
    with pytest.raises(SystemExit) as end:
        main.run()
    return end.value.code


def test_a_command_that_crashes_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch) == Exit.CRASHED
    (path,) = state_file().parent.glob("crash-*.txt")
    assert capsys.readouterr() == ("", f"aotad-tui: an internal error ended the program; the report is in {path}\n")
    assert "Jekyll" not in path.read_text("utf-8")


@posix
def test_the_report_is_for_its_owner_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ended(monkeypatch)
    (path,) = state_file().parent.glob("crash-*.txt")
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_where_no_report_can_be_written_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Path(os.environ["XDG_STATE_HOME"])
    home.write_text("a file where the folder should be")
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: home / "aotad-tui")
    assert ended(monkeypatch) == Exit.CRASHED
    error = capsys.readouterr().err
    assert error.startswith("aotad-tui: an internal error ended the program; no report could be written: ")
    assert error.count("\n") == 1
