"""The program in a real terminal: what is drawn there, how it ends, and what it does where there is no terminal."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from tests.library.guides import edited

from .own_files import state_file
from .terminal import Terminal, terminal

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

ALTERNATE_SCREEN, CURSOR, BRACKETED_PASTE, FOCUS = 1049, 25, 2004, 1004
MOUSE = (1000, 1002, 1003, 1006, 1015)


def assert_given_back(running: Terminal) -> None:
    """The terminal is as it was before the program."""
    assert running.given_back
    on = {mode for mode, is_on in running.modes.items() if is_on}
    assert CURSOR in on
    assert not on & {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS, *MOUSE}
    assert len(re.findall(rb"\x1b\[>\d+u", running.written)) == running.written.count(b"\x1b[<u")


def said(whole: Story, seen: int) -> None:
    """A reader has said before how far they are, and has seen the tour."""
    store = Store(state_file())
    reader_state = ReaderState(store, whole)
    reader_state.save_seen(whole.timeline, seen)
    reader_state.save_toured()
    store.close()


def test_a_guide_is_read_by_keys_and_by_mouse(jekyll: Path, jekyll_story: Story) -> None:
    said(jekyll_story, 3)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 3 of 10")
        running.wait_for("This is a small book")
        assert {ALTERNATE_SCREEN, 1000} <= {mode for mode, is_on in running.modes.items() if is_on}
        running.type("]")
        running.wait_for("A house without windows")
        running.type("\t\r")
        running.wait_for("│ Mr Utterson")
        running.click("kinsman Enfield")
        running.wait_for("│ Richard Enfield")
        running.type("@")
        running.wait_for("Dr Lanyon  Old friends")
        running.type("mr hyde\r")
        running.wait_for("wants to know who described him")
        running.type("+")
        running.wait_for("Finished Chapter 4?")
        running.type("\r")
        running.wait_for("New in Chapter 4")
        running.type("\x1b")
        running.wait_for("New in Chapter 4", gone=True)
        running.wait_for("seen: chapter 4 of 10")
        running.wait_for("· Murder under the moon")
        running.click("· Murder under the moon")
        running.wait_for("Nearly a year goes by")
        running.type("\x1bOP")  # F1
        running.wait_for("Line down")
        running.type("\x1b")
        running.wait_for("Line down", gone=True)
        running.type("q")
        assert running.end() == 0
        assert_given_back(running)


def test_what_is_typed_before_anything_is_drawn_is_done(jekyll: Path, jekyll_story: Story) -> None:
    said(jekyll_story, 3)
    with terminal(str(jekyll)) as running:
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_given_back(running)


def test_an_answer_typed_before_the_question_is_drawn_answers_it(jekyll: Path) -> None:
    with terminal(str(jekyll)) as running:
        running.wait_for("? help")  # which is the first thing to be drawn
        running.type("4\r")
        running.wait_for("No spoilers")  # the tour, which comes behind the question
        running.wait_for("seen: chapter 4 of 10")
        running.type("\x1b")
        running.wait_for("No spoilers", gone=True)
        running.type("q")
        assert running.end() == 0


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [(("--seen", "nine"), 2, b"nine"), (("--seen", "3", "--open", "no-such-page"), 1, b"no-such-page")],
)
def test_words_that_mean_nothing_are_told_before_anything_is_drawn(
    jekyll: Path, asked: tuple[str, ...], code: int, told: bytes
) -> None:
    with terminal(str(jekyll), *asked) as running:
        assert running.end() == code
        assert told in running.written
        assert b"\x1b" not in running.written


def test_a_first_start_asks_how_far_one_is_and_shows_the_tour_and_a_second_one_knows(jekyll: Path) -> None:
    with terminal(str(jekyll)) as running:
        running.wait_for("How far have you read?")
        running.type("4\r")
        running.wait_for("No spoilers")
        running.wait_for("seen: chapter 4 of 10")
        running.type("\x1b")
        running.wait_for("No spoilers", gone=True)
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_given_back(running)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 4 of 10")
        running.wait_for("A lawyer and his kinsman")  # the page that was left
        assert "How far have you read?" not in running.text
        running.type("q")
        assert running.end() == 0


def test_what_is_given_on_the_command_line_is_for_that_sitting_only(jekyll: Path, jekyll_story: Story) -> None:
    said(jekyll_story, 3)
    with terminal(str(jekyll), "--seen", "6") as running:
        running.wait_for("only this time: chapter 6 of 10")
        running.type("+")
        running.wait_for("only this time: chapter 7 of 10")
        running.type("\x11")  # ctrl+q
        assert running.end() == 0
        assert_given_back(running)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 3 of 10")
        running.type("q")
        assert running.end() == 0


def test_the_bundled_guide_opens_by_itself(bundled: Story) -> None:
    with terminal("--seen", "3") as running:
        running.wait_for(bundled.title)
        running.wait_for("only this time: episode 3 of 12")
        running.wait_for(bundled.sections[0].title)
        running.type("q")
        assert running.end() == 0
        assert_given_back(running)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_terminal_is_given_back_when_the_program_is_asked_to_end(
    jekyll: Path, jekyll_story: Story, number: signal.Signals, code: int
) -> None:
    said(jekyll_story, 0)
    with terminal(str(jekyll)) as running:
        running.wait_for("This is a small book")
        running.send(number)
        assert running.end() == code
        assert_given_back(running)


def test_the_window_may_change_its_size(jekyll: Path) -> None:
    with terminal(str(jekyll), "--seen", "3", columns=60, rows=24) as running:
        running.wait_for("This is a small book")
        assert "The street" not in running.text
        running.resize(120, 30)
        running.wait_for("▾ The street")
        running.type("q")
        assert running.end() == 0


def test_what_is_wrong_with_a_guide_is_shown_and_is_exit_code_3(tmp_path: Path) -> None:
    broken = edited(tmp_path, [("relationships.yaml", "from: lanyon\n  to: hyde", "from: lanyonn\n  to: hyde")])
    with terminal(str(broken)) as running:
        running.wait_for("UNKNOWN-CHARACTER")
        assert "This guide has 1 problem" in running.text
        running.type("q")
        assert running.end() == 3
        assert_given_back(running)
        assert b"Traceback" not in running.written


def test_a_terminal_that_cannot_be_drawn_on_gets_the_text(jekyll: Path) -> None:
    with terminal(str(jekyll), rows=200, env={**os.environ, "TERM": "dumb"}) as running:
        assert running.end() == 0
        assert "This is a small book" in running.text
        assert b"\x1b" not in running.written


def program(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "aotad_tui", *arguments]


def test_without_a_terminal_for_its_output_it_prints_what_show_prints(jekyll: Path) -> None:
    run = subprocess.run(program(str(jekyll), "--seen", "2"), capture_output=True, check=True)
    shown = subprocess.run(program("show", "--guide", str(jekyll), "--seen", "2"), capture_output=True, check=True)
    assert run.stdout == shown.stdout
    assert b"A will in the safe" in run.stdout
    assert b"An easy answer" not in run.stdout
    assert b"\x1b" not in run.stdout
    assert run.stderr == b""


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_without_a_terminal_for_keys_or_words_it_says_so_in_one_line(jekyll: Path, tmp_path: Path, stream: str) -> None:
    with (tmp_path / "words").open("w+b") as words:
        streams = {"stdin": subprocess.DEVNULL} if stream == "stdin" else {"stderr": words}
        with terminal(str(jekyll), **streams) as running:
            assert running.end() == 2
            told = running.written + (tmp_path / "words").read_bytes()
    assert told.count(b"\n") == 1
    assert told.startswith(b"aotad-tui: the reader needs a terminal")
    assert b"\x1b" not in told


# What is kept


def only_root_by_name() -> None:
    """Takes from a program that is about to start the right of root to write where nobody may."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2):  # to write, to read
        libc.prctl(24, capability, 0, 0, 0)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_what_was_done_is_kept_when_the_program_is_asked_to_end(
    jekyll: Path, jekyll_story: Story, number: signal.Signals, code: int
) -> None:
    """The place in the page too, which is else looked at once a second."""
    said(jekyll_story, 10)
    with terminal(str(jekyll), rows=16) as running:
        running.wait_for("This is a small book")
        running.type("-")
        running.wait_for("seen: chapter 9 of 10")
        running.type("]")
        running.wait_for("A house without windows")
        running.type("B")
        running.wait_for("Bookmark set")
        running.type("@poole\r")
        running.wait_for("│ Poole")
        running.type("2G")
        running.wait_for("100 %")
        running.send(number)
        assert running.end() == code
    with terminal(str(jekyll), rows=16) as running:
        running.wait_for("seen: chapter 9 of 10")
        running.wait_for("100 %")
        running.wait_for("│ Poole")
        running.type("'")
        running.wait_for("Bookmarks")
        running.wait_for("The door")
        running.type("\x1b")
        running.wait_for("Bookmarks", gone=True)
        running.type("q")
        assert running.end() == 0


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def overwritten(file: Path) -> None:
    file.write_bytes(b"what is this" * 1000)


def of_somebody_else(file: Path) -> None:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE facts (name TEXT)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


@pytest.mark.parametrize("damage", [cut_short, overwritten, of_somebody_else])
def test_a_state_file_that_cannot_be_used_is_set_aside_with_one_line_and_reading_goes_on(
    jekyll: Path, jekyll_story: Story, damage: Callable[[Path], None]
) -> None:
    said(jekyll_story, 9)
    damage(state_file())
    with terminal(str(jekyll)) as running:
        running.wait_for("How far have you read?")
        running.wait_for("Your saved progress")
        assert running.text.count("▌ Your saved progress") == 1
        running.type("4\r")
        running.wait_for("No spoilers")
        running.type("\x1b")
        running.wait_for("No spoilers", gone=True)
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_given_back(running)
        assert b"Traceback" not in running.written
    assert len(list(state_file().parent.glob("*.aside"))) == 1
    with terminal(str(jekyll)) as running:  # the new file is kept as any other
        running.wait_for("seen: chapter 4 of 10")
        assert "Your saved progress" not in running.text
        running.type("q")
        assert running.end() == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere root cannot be held back")
@pytest.mark.parametrize("said_before", [True, False])
def test_in_a_read_only_folder_one_line_is_said_and_reading_goes_on(
    jekyll: Path, jekyll_story: Story, said_before: bool
) -> None:
    folder = state_file().parent
    folder.mkdir(parents=True)
    if said_before:
        said(jekyll_story, 3)
        state_file().chmod(0o444)
    folder.chmod(0o555)
    try:
        with terminal(str(jekyll), preexec_fn=only_root_by_name) as running:
            reads_on_after_one_line(running, said_before)
        printed = subprocess.run(
            program("recap", "--guide", str(jekyll)), capture_output=True, check=True, preexec_fn=only_root_by_name
        )
        assert printed.stderr == b""  # printing keeps nothing, and so misses nothing
        assert (b"Chapter 3" in printed.stdout) is said_before
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
@pytest.mark.parametrize("said_before", [True, False])
def test_on_a_full_disk_one_line_is_said_and_reading_goes_on(
    jekyll: Path, jekyll_story: Story, said_before: bool
) -> None:
    """No file may become larger than nothing, which is what a program sees of a full disk."""
    import resource

    if said_before:
        said(jekyll_story, 3)

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    with terminal(str(jekyll), preexec_fn=full) as running:
        reads_on_after_one_line(running, said_before)


def reads_on_after_one_line(running: Terminal, said_before: bool) -> None:
    running.wait_for("▌ Your progress cannot be saved:")
    if not said_before:
        running.wait_for("How far have you read?")
        running.type("3\r")
        running.wait_for("No spoilers")
        running.type("\x1b")
        running.wait_for("No spoilers", gone=True)
    running.wait_for("seen: chapter 3 of 10")
    running.type("]")
    running.wait_for("A house without windows")
    running.type("B'")
    running.wait_for("n rename")  # kept for as long as it is open
    assert "No bookmarks yet" not in running.text
    running.type("\x1b")
    running.wait_for("n rename", gone=True)
    assert running.text.count("▌ Your progress cannot be saved:") <= 1
    running.type("q")
    assert running.end() == 0
    assert_given_back(running)
    assert b"Traceback" not in running.written
