"""What only a process of its own shows: pipes, signals, encodings, and what is imported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.guides import write
from tests.systems import posix

from .running import PROGRAM, environment, ran_apart

pytestmark = pytest.mark.slow

LONG = "---\nsince: start\n---\n```\n" + "a line of code that is printed as it is\n" * 20_000 + "```\n"


@pytest.fixture
def long_guide(tmp_path: Path) -> str:
    """A guide whose text is far longer than any pipe holds, so that whoever prints it must wait to be read."""
    return str(write(tmp_path, {"sections/long.md": LONG}))


def started(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())


@posix
def test_when_nobody_reads_on_the_program_ends_quietly(long_guide: str) -> None:
    with started(*PROGRAM, "show", "--guide", long_guide) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == b"Long\n"
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@posix
def test_so_it_does_when_nobody_ever_read(jekyll: Path) -> None:
    """What is printed is so little that it is written at the very end only."""
    read, write = os.pipe()
    os.close(read)
    words = (*PROGRAM, "sections", "--guide", str(jekyll))
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(words, stdout=nobody, stderr=subprocess.PIPE, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, b"")


# Whoever runs the tests in the background has them, and what they start, ignore ctrl-c.
HEARING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);from aotad_tui.cli.main import run; run()"
)


@posix
def test_ctrl_c_ends_the_program_quietly_with_130(long_guide: str) -> None:
    with started(sys.executable, "-c", HEARING, "show", "--guide", long_guide) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"Long\n"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
        assert (running.returncode, said) == (130, b"")


def test_a_terminal_without_the_letters_shows_question_marks(tmp_path: Path) -> None:
    guide = write(tmp_path, {"characters.yaml": "ann: {name: 남온조, since: start}\n"})
    ran = ran_apart("people", "--guide", str(guide), PYTHONIOENCODING="ascii")
    assert (ran.code, ran.out, ran.err) == (0, "???  ? alive\n", "")
    ran = ran_apart("who", "조온", "--guide", str(guide), PYTHONIOENCODING="ascii")
    assert ran.err.startswith("aotad-tui: nobody matches '??'")


def test_the_codes_of_every_end_reach_who_called(jekyll: Path, tmp_path: Path) -> None:
    guide = ("--guide", str(jekyll))
    codes = [
        ran_apart(*words).code
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


def test_no_printing_command_imports_what_draws(jekyll: Path) -> None:
    words = [sys.executable, "-c", IMPORTS, str(jekyll)]
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


@posix
def test_the_reader_asks_for_a_terminal_where_only_stdout_is_one(jekyll: Path) -> None:
    """Its keys come from stdin, and it is drawn on stderr: without them it would wait for ever."""
    here, there = os.openpty()
    done = subprocess.run(
        [*PROGRAM, str(jekyll)],
        stdin=subprocess.DEVNULL,
        stdout=there,
        stderr=subprocess.PIPE,
        env=environment(TERM="xterm"),
        timeout=60,  # rather than to wait for ever, as it would
        check=False,
    )
    os.close(there)
    os.close(here)
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr
