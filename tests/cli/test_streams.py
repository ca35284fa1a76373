"""What only a subprocess shows: pipes, signals, encodings and imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.guides import write
from tests.systems import posix

from .running import PROGRAM, environment, run_in_subprocess

pytestmark = pytest.mark.slow

LONG = "---\nsince: start\n---\n```\n" + "a line of code that is printed as it is\n" * 20_000 + "```\n"


@pytest.fixture
def long_guide(tmp_path: Path) -> str:
    """A guide whose text is longer than the buffer of any pipe, so that printing waits for the other end."""
    return str(write(tmp_path, {"sections/long.md": LONG}))


def start(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())


@posix
def test_the_program_ends_quietly_when_the_pipe_is_closed(long_guide: str) -> None:
    with start(*PROGRAM, "show", "--guide", long_guide) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == b"Long\n"
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@posix
def test_the_program_ends_quietly_when_the_pipe_was_closed_before(jekyll: Path) -> None:
    """The output is so short that it is written only at the end."""
    read, write = os.pipe()
    os.close(read)
    words = (*PROGRAM, "sections", "--guide", str(jekyll))
    with os.fdopen(write, "wb") as closed_pipe:
        completed = subprocess.run(words, stdout=closed_pipe, stderr=subprocess.PIPE, env=environment(), check=False)
    assert (completed.returncode, completed.stderr) == (0, b"")


# Tests that run in the background ignore ctrl-c, and so do the processes that they start.
HANDLES_CTRL_C = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);from aotad_tui.cli.main import run; run()"
)


@posix
def test_ctrl_c_ends_the_program_quietly_with_130(long_guide: str) -> None:
    with start(sys.executable, "-c", HANDLES_CTRL_C, "show", "--guide", long_guide) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"Long\n"
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate()
        assert (running.returncode, errors) == (130, b"")


def test_letters_outside_the_encoding_are_question_marks(tmp_path: Path) -> None:
    guide = write(tmp_path, {"characters.yaml": "ann: {name: 남온조, since: start}\n"})
    result = run_in_subprocess("people", "--guide", str(guide), PYTHONIOENCODING="ascii")
    assert (result.code, result.out, result.err) == (0, "???  ? alive\n", "")
    result = run_in_subprocess("who", "조온", "--guide", str(guide), PYTHONIOENCODING="ascii")
    assert result.err.startswith("aotad-tui: nobody matches '??'")


def test_every_exit_code_reaches_the_caller(jekyll: Path, tmp_path: Path) -> None:
    guide = ("--guide", str(jekyll))
    codes = [
        run_in_subprocess(*words).code
        for words in (
            ("people", *guide),
            ("who", "x", *guide),
            ("people", "--seen", "x", *guide),
            ("check", str(tmp_path)),
        )
    ]
    assert codes == [0, 1, 2, 3]


IMPORTS = """
import sys
from aotad_tui.cli.main import main
guide = ["--guide", sys.argv[1], "--seen", "end"]
for words in (["show"], ["show", "--json"], ["sections"], ["people"], ["who", "hyde"], ["who", "hyde", "--json"]):
    assert main([*words, *guide]) == 0, words
for words in (["check", sys.argv[1]], ["schema", "guide"], [sys.argv[1]]):
    main(words)
print(sorted(name for name in sys.modules if name.startswith(("textual", "aotad_tui.ui"))), file=sys.stderr)
"""


def test_no_printing_command_imports_the_screens(jekyll: Path) -> None:
    words = [sys.executable, "-c", IMPORTS, str(jekyll)]
    completed = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    assert completed.stderr.splitlines()[-1] == "[]"


@posix
def test_the_reader_requires_a_terminal_where_only_stdout_is_one(jekyll: Path) -> None:
    """The reader takes keys from stdin and draws on stderr; without a terminal there it would wait forever."""
    here, there = os.openpty()
    completed = subprocess.run(
        [*PROGRAM, str(jekyll)],
        stdin=subprocess.DEVNULL,
        stdout=there,
        stderr=subprocess.PIPE,
        env=environment(TERM="xterm"),
        timeout=60,  # instead of waiting forever
        check=False,
    )
    os.close(there)
    os.close(here)
    assert completed.returncode == 2
    assert b"needs a terminal" in completed.stderr
