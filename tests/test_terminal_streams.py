"""What terminals, shells and other programs do to the reader, in a real terminal."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import stat
import sys
import termios
from pathlib import Path

import pytest

from aotad_tui.cli.exit_codes import Exit
from aotad_tui.story.story import Story

from .own_files import settings_file, state_file
from .terminal import Terminal, terminal

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

FIRST, SECOND = "This is a small book", "A house without windows"
"""Words of the first two sections."""
LEAVE_SCREEN = b"\x1b[?1049l"
ASK_FOR_SYNC = b"\x1b[?2026$p"
"""Asked once the keys are read."""
SGR_MOUSE = b"\x1b[?1006h"


def read_on(running: Terminal) -> None:
    """The program still does what keys say, and ends well."""
    running.type("]")
    running.wait_for(SECOND)
    running.type("q")
    assert running.end() == 0
    assert_restored(running)


def assert_restored(running: Terminal) -> None:
    assert running.restored
    assert not [
        mode for mode in (1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2048) if running.modes.get(mode)
    ]
    assert len(re.findall(rb"\x1b\[>\d+u", running.written)) == running.written.count(b"\x1b[<u")
    assert b"Traceback" not in running.written


# What a terminal sends


@pytest.mark.parametrize(
    "data",
    [
        *(b"\xff", "éé".encode("latin-1"), b"\x1b[M \xb4!", b"\xed\xa0\x80", b"\xf8"),
        b"\x1b[<0;-5;-5M\x1b[<0;-5;-5m\x1b[<32;900;-3M\x1b[<35;-12;100M",  # the mouse outside the window
        b"\x1b[99999999999u",  # a key beyond U+10FFFF
        b"\x1b[48;30;120;0;0t\x1b[<0;3;3M\x1b[<0;3;3m",  # a window of 0 pixels
        b"\x1b[200~abc\x1b[31m m t q\x1b[201~",
        b"\x1b[<0;" + b"9" * 40 + b";1M",
    ],
    ids=lambda data: ascii(data)[2:20],
)
def test_whatever_a_terminal_sends_the_reader_reads_on(jekyll: Path, data: bytes) -> None:
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for(FIRST)
        running.send_bytes(data)
        read_on(running)


def test_a_terminal_that_has_forgotten_its_modes_gets_them_again(jekyll: Path) -> None:
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for(FIRST)
        before = running.written.count(SGR_MOUSE)
        running.send_bytes(b"\x1b[M \xb4!")
        running.wait_for_bytes(SGR_MOUSE, before + 1)
        read_on(running)


def test_an_exception_in_the_thread_of_the_keys_is_a_crash(jekyll: Path) -> None:
    code = CRASHING.format(
        module="ui.platform.terminal_driver",
        patch="def feed(*_): raise LookupError('Mr Hyde is Henry Jekyll')\nmodule.TerminalInput.feed = feed",
    )
    with terminal(str(jekyll), "--seen", "3", program=("-c", code)) as running:
        assert running.end() == Exit.CRASHED
        assert_report(running, "LookupError")


# Signals and job control


SIGNALS = ["HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "PWR", "STKFLT"]


@pytest.mark.parametrize("name", [name for name in SIGNALS if hasattr(signal, f"SIG{name}")])
def test_the_terminal_is_given_back_after_every_signal_that_ends_a_program(jekyll: Path, name: str) -> None:
    number = signal.Signals[f"SIG{name}"]
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for(FIRST)
        running.send(number)
        assert running.end() == 128 + number
        assert_restored(running)


def test_ctrl_z_suspends_and_the_reader_comes_back_whole(jekyll: Path) -> None:
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for(FIRST)
        running.type("\x1a")
        running.wait_until_stopped()
        assert_restored(running)
        running.blank()
        running.send(signal.SIGCONT)
        running.wait_for_bytes(ASK_FOR_SYNC, 2)
        running.wait_for(FIRST)
        read_on(running)


@pytest.mark.parametrize("by_shell", [True, False], ids=["given back by the shell", "left raw"])
def test_after_a_stop_that_cannot_be_handled_the_terminal_is_given_back_all_the_same(
    jekyll: Path, by_shell: bool
) -> None:
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for(FIRST)
        running.send(signal.SIGSTOP)
        running.wait_until_stopped()
        if by_shell:
            termios.tcsetattr(running._slave, termios.TCSANOW, running._before)
        running.blank()
        running.send(signal.SIGCONT)
        running.wait_for_bytes(ASK_FOR_SYNC, 2)
        running.wait_for(FIRST)
        read_on(running)


def test_a_terminal_that_goes_away_without_a_signal_ends_the_reader(jekyll: Path) -> None:
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for(FIRST)
        assert running.hang_up() == 128 + signal.SIGHUP


def test_the_window_wins_over_a_size_that_a_shell_has_exported(jekyll: Path) -> None:
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "60", "LINES": "10"}
    with terminal(str(jekyll), "--seen", "3", env=environment) as running:
        running.wait_for("▾ The street")  # the sidebar, for which 60 columns have no room
        running.wait_for("? help")
        assert running.place_of("? help")[1] == 30
        running.resize(60, 24)
        running.wait_for("▾ The street", gone=True)
        running.type("q")
        assert running.end() == 0


# What is stored


def answer(running: Terminal) -> None:
    """Answer the first question, and skip the tour."""
    running.wait_for("esc later")  # the last row of the question
    running.click("Chapter 3")  # keys may be dropped until the frame of the question is complete
    running.wait_for("seen: chapter 3 of 10")
    running.wait_for("esc skip")
    running.type("\x1b")
    running.wait_for("esc skip", gone=True)


def test_what_another_program_prevented_from_being_stored_is_said_on_leaving(jekyll: Path, jekyll_story: Story) -> None:
    with terminal(str(jekyll)) as running:
        answer(running)
        running.type("q")
        assert running.end() == 0
    other = sqlite3.connect(state_file(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 3 of 10")
        running.type("]")
        running.wait_for(SECOND)
        running.type("q")
        assert running.end() == 0
        after = running.written.rpartition(LEAVE_SCREEN)[2]
        assert after.count(b"Your progress cannot be saved: database is locked") == 1
    other.close()


def test_the_file_of_a_newer_version_is_left_alone_which_is_said_once(jekyll: Path) -> None:
    file = state_file()
    file.parent.mkdir(parents=True)
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    with terminal(str(jekyll)) as running:
        running.wait_for("from a newer version")
        answer(running)
        assert running.text.count("from a newer version") <= 1
        running.type("q")
        assert running.end() == 0
        assert b"newer version" not in running.written.rpartition(LEAVE_SCREEN)[2]
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere every name of a folder is Unicode")
def test_a_folder_whose_name_is_not_utf_8_is_read_and_remembered(jekyll: Path, tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff")
    shutil.copytree(jekyll, folder)
    with terminal(folder) as running:
        answer(running)
        running.type("q")
        assert running.end() == 0
        assert b"Traceback" not in running.written
    with terminal("--seen", "1") as running:
        running.wait_for("only this time: S1 E1 (1 of 12)")
        running.type("O")
        running.wait_for("Strange Case")
        running.type("\r")
        running.wait_for("seen: chapter 3 of 10")
        running.type("q")
        assert running.end() == 0


def test_what_is_stored_can_be_read_by_its_owner_alone(jekyll: Path) -> None:
    with terminal(str(jekyll)) as running:
        answer(running)
        folder = state_file().parent
        files = list(folder.iterdir())
        assert len(files) == 3  # with those that SQLite has while the program runs
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        running.type("q")
        assert running.end() == 0


def test_many_wrong_settings_are_one_notice(jekyll: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("".join(f"x{number} = 1\n" for number in range(3_000)))
    with terminal(str(jekyll), "--seen", "3") as running:
        running.wait_for("2,995")
        assert running.text.count("unknown") == 5
        read_on(running)


# Crashes

CRASHING = """
import importlib
from aotad_tui.cli.main import run
module = importlib.import_module("aotad_tui.{module}")
{patch}
run()
"""


def assert_report(running: Terminal, name: str) -> None:
    """One sentence says where the report is, which only its owner can read, and in which nothing of the guide is."""
    assert_restored(running)
    said = running.written.rpartition(LEAVE_SCREEN)[2].decode()
    (report,) = state_file().parent.glob("crash-*.txt")
    assert said.count("aotad-tui: an internal error ended the program; the report is in ") == 1
    assert str(report) in said.replace("\r\n", "")
    assert "Jekyll" not in said
    text = report.read_text()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "Jekyll" not in text
    assert f"{name}\n" in text
    assert "in run\n" in text


def test_a_crash_is_one_sentence_and_a_report_without_text_of_the_guide(jekyll: Path) -> None:
    code = CRASHING.format(
        module="ui.controllers.program",
        patch="""
@module.command
def help(self):
    secret = "Mr Hyde is Henry Jekyll"
    raise KeyError(secret)
module.Program.help = help
""",
    )
    with terminal(str(jekyll), "--seen", "3", program=("-c", code)) as running:
        running.wait_for(FIRST)
        running.type("?")
        assert running.end() == Exit.CRASHED
        assert_report(running, "builtins.KeyError")
