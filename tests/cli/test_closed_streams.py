"""Streams that are closed or full: the right code, one sentence where anybody can read it, and no traceback."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from aotad_tui.cli.exit_codes import Exit
from tests.systems import posix

from .every_call import commands
from .running import PROGRAM, environment

pytestmark = [pytest.mark.slow, posix, pytest.mark.usefixtures("own_folders")]

FULL = Path("/dev/full")
WORDS = {
    "check": (),
    "coverage": (),
    "diff": ("start", "1"),
    "guides": (),
    "keys": (),
    "map": (),
    "new-since": ("start",),
    "notes": ("--json",),  # without saved notes only JSON prints something
    "path": ("utterson", "enfield"),
    "recap": ("short", "--since", "start"),
    "schema": ("guide",),
    "search": ("door",),
    "ties": ("utterson",),
    "completion": ("bash",),
    "where": ("enfield",),
    "who": ("utterson",),
}
"""The arguments of commands that need some."""
WITHOUT_GUIDE = ("completion", "guides", "help", "keys", "schema")
WRITING = ("new", "import")
"""Commands that write a guide, or read something else than one."""
QUIET = ("check",)
"""Commands that print nothing of a good guide."""


def run(jekyll: Path, name: str, redirection: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command, or the reader for an empty name, with a redirection of the shell."""
    words = [*PROGRAM, *([name] if name else []), *WORDS.get(name, ())]
    if name in ("check", "coverage", "diff") or not name:
        words += [str(jekyll)]
    elif name not in (*WITHOUT_GUIDE, "--help", "--version"):
        words += ["--guide", str(jekyll), "--seen", "3"]
    shell = ["sh", "-c", f'"$@" {redirection}', "sh", *words]
    return subprocess.run(shell, capture_output=True, stdin=subprocess.DEVNULL, env=environment(), check=False)


CALLS = ["", "--help", "--version", *(name for name in commands() if name not in WRITING)]


@pytest.mark.parametrize("name", [call for call in CALLS if call not in QUIET])
def test_data_that_cannot_be_written_is_said_and_is_exit_code_74(jekyll: Path, name: str) -> None:
    redirections = {">&-": "it is closed"}
    if FULL.exists():
        redirections[f">{FULL}"] = "No space left on device"
    for redirection, why in redirections.items():
        done = run(jekyll, name, redirection)
        assert done.returncode == Exit.UNWRITABLE
        assert done.stderr.decode() == f"aotad-tui: cannot write to stdout: {why}\n"


@pytest.mark.parametrize("name", CALLS)
def test_without_stderr_the_data_is_the_same(jekyll: Path, name: str) -> None:
    with_it = run(jekyll, name, "")
    for redirection in ("2>&-", f"2>{FULL if FULL.exists() else os.devnull}"):
        done = run(jekyll, name, redirection)
        assert (done.returncode, done.stdout, done.stderr) == (with_it.returncode, with_it.stdout, b"")


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-"])
def test_an_error_that_cannot_be_written_keeps_its_code_and_does_not_go_to_stdout(
    tmp_path: Path, redirection: str
) -> None:
    if "full" in redirection and not FULL.exists():
        pytest.skip("needs /dev/full")
    for name, code in {"sections": Exit.UNREADABLE, "": Exit.UNREADABLE, "--no-such-option": Exit.WRONG_USE}.items():
        done = run(tmp_path / "gone", name, redirection)
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_a_file_never_takes_the_number_of_a_closed_stream(jekyll: Path) -> None:
    """Else what is written to that stream would be written into the file, here that of the saved progress."""
    code = "from aotad_tui.cli.output import occupy_closed_streams as o; import os; o(); print(os.open('.', 0) > 2)"
    done = subprocess.run(
        ["sh", "-c", '"$@" <&- 2>&-', "sh", PROGRAM[0], "-c", code], capture_output=True, env=environment(), check=False
    )
    assert done.stdout == b"True\n"


def test_open_streams_need_no_null_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """In some containers only root may open it."""
    from aotad_tui.cli.output import occupy_closed_streams

    monkeypatch.setattr("os.devnull", "/no such device")
    occupy_closed_streams()


def test_a_window_without_a_size_leaves_the_size_that_was_exported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A serial line has a window of 0 columns."""
    from aotad_tui.cli.main import prefer_size_of_window

    monkeypatch.setenv("COLUMNS", "132")
    monkeypatch.setattr("sys.stdout", Window())
    for size, kept in (((0, 0), "132"), ((80, 24), None)):
        monkeypatch.setattr("os.get_terminal_size", lambda _number, size=size: os.terminal_size(size))
        prefer_size_of_window()
        assert os.environ.get("COLUMNS") == kept


class Window:
    """A stdout that is a terminal."""

    def fileno(self) -> int:
        return 1
