"""The program in a real terminal: its screen, its end, and what it does without a terminal."""

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
from aotad_tui.story.pages_for_point import opening_page
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from tests.library.guides import edited

from .own_files import state_file
from .terminal import Terminal, terminal

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

ALTERNATE_SCREEN, CURSOR, BRACKETED_PASTE, FOCUS = 1049, 25, 2004, 1004
MOUSE = (1000, 1002, 1003, 1006, 1015)


def assert_terminal_restored(running: Terminal) -> None:
    """Check that the terminal is as it was before the program."""
    assert running.restored
    on = {mode for mode, is_on in running.modes.items() if is_on}
    assert CURSOR in on
    assert not on & {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS, *MOUSE}
    assert len(re.findall(rb"\x1b\[>\d+u", running.written)) == running.written.count(b"\x1b[<u")


def save_progress(whole: Story, seen: int) -> None:
    """Save progress and the tour, as an earlier start does."""
    store = Store(state_file())
    reader_state = ReaderState(store, whole)
    reader_state.save_seen(whole.timeline, seen)
    reader_state.save_toured()
    store.close()


def test_the_reader_works_by_keys_and_by_mouse(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 3)
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
        running.wait_for("Old friends at the doctor's table")  # where Dr Lanyon belongs
        assert running.place_of("Dr Lanyon")[1] == running.place_of("Old friends at the doctor's table")[1]
        running.type("mr hyde\r")
        running.wait_for("wants to know who")
        running.wait_for("described him")  # in the next row
        running.type("+")
        running.wait_for("Finished Chapter 4?")
        running.type("\r")
        running.wait_for("New in Chapter 4")
        running.type("\x1b")
        running.wait_for("New in Chapter 4", gone=True)
        running.wait_for("seen: chapter 4 of 10")
        running.wait_for("· Murder un…the moon")
        running.click("· Murder un…the moon")
        running.wait_for("Nearly a year goes by")
        running.type("\x1bOP")  # F1
        running.wait_for("Line down")
        running.type("\x1b")
        running.wait_for("Line down", gone=True)
        running.type("q")
        assert running.end() == 0
        assert_terminal_restored(running)


def test_keys_typed_before_the_first_frame_are_handled(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 3)
    with terminal(str(jekyll)) as running:
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_terminal_restored(running)


def test_an_answer_typed_before_the_question_is_drawn_is_dropped(jekyll: Path) -> None:
    with terminal(str(jekyll)) as running:
        running.wait_for("? help")  # the first text that is drawn
        running.type("4\r")
        running.wait_for("esc later")  # the last row of the question
        assert "seen: nothing yet" in running.text
        running.click("Chapter 2")
        running.wait_for("seen: chapter 2 of 10")


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [(("--seen", "nine"), 2, b"nine"), (("--seen", "3", "--open", "no-such-page"), 1, b"no-such-page")],
)
def test_invalid_options_are_reported_before_anything_is_drawn(
    jekyll: Path, options: tuple[str, ...], code: int, message: bytes
) -> None:
    with terminal(str(jekyll), *options) as running:
        assert running.end() == code
        assert message in running.written
        assert b"\x1b" not in running.written


def test_a_first_start_asks_for_progress_and_shows_the_tour_and_a_second_one_does_not(jekyll: Path) -> None:
    with terminal(str(jekyll)) as running:
        running.wait_for("esc later")  # the last row of the question
        assert "How far have you read?" in running.text
        running.click("Chapter 4")  # keys may be dropped until the frame of the question is complete
        running.wait_for("Who was that again?")
        running.wait_for("seen: chapter 4 of 10")
        running.type("\x1b")
        running.wait_for("Who was that again?", gone=True)
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_terminal_restored(running)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 4 of 10")
        running.wait_for("A lawyer and his kinsman")  # the page of the last session
        assert "How far have you read?" not in running.text
        running.type("q")
        assert running.end() == 0


def test_progress_given_on_the_command_line_is_for_that_session_only(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 3)
    with terminal(str(jekyll), "--seen", "6") as running:
        running.wait_for("only this time: chapter 6 of 10")
        running.type("+")
        running.wait_for("only this time: chapter 7 of 10")
        running.type("\x11")  # ctrl+q
        assert running.end() == 0
        assert_terminal_restored(running)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 3 of 10")
        running.type("q")
        assert running.end() == 0


def test_the_bundled_guide_opens_by_default(bundled: Story) -> None:
    first = opening_page(bundled.as_of(Position(3)))
    assert first is not None
    with terminal("--seen", "3") as running:
        running.wait_for(bundled.title)
        running.wait_for("only this time: S1 E3 (3 of 12)")
        running.wait_for(first.title)
        running.type("q")
        assert running.end() == 0
        assert_terminal_restored(running)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_terminal_is_restored_after_a_signal_to_end(
    jekyll: Path, jekyll_story: Story, number: signal.Signals, code: int
) -> None:
    save_progress(jekyll_story, 0)
    with terminal(str(jekyll)) as running:
        running.wait_for("This is a small book")
        running.send(number)
        assert running.end() == code
        assert_terminal_restored(running)


def test_the_window_can_be_resized(jekyll: Path) -> None:
    with terminal(str(jekyll), "--seen", "3", columns=60, rows=24) as running:
        running.wait_for("This is a small book")
        assert "The street" not in running.text
        running.resize(120, 30)
        running.wait_for("▾ The street")
        running.type("q")
        assert running.end() == 0


def test_a_guide_that_cannot_be_opened_ends_with_the_exit_code_3(tmp_path: Path) -> None:
    broken = edited(tmp_path, [("guide.yaml", "format: 1", "format: one")])
    with terminal(str(broken)) as running:
        running.wait_for("This guide cannot be opened")
        assert "line 1 of guide.yaml is wrong" in " ".join(running.text.split())
        running.type("q")
        assert running.end() == 3
        assert_terminal_restored(running)
        assert b"Traceback" not in running.written


def test_a_dumb_terminal_gets_plain_text(jekyll: Path) -> None:
    with terminal(str(jekyll), rows=200, env={**os.environ, "TERM": "dumb"}) as running:
        assert running.end() == 0
        assert "This is a small book" in running.text
        assert b"\x1b" not in running.written


def program(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "aotad_tui", *arguments]


def test_without_a_terminal_for_output_the_reader_prints_what_show_prints(jekyll: Path) -> None:
    run = subprocess.run(program(str(jekyll), "--seen", "2"), capture_output=True, check=True)
    shown = subprocess.run(program("show", "--guide", str(jekyll), "--seen", "2"), capture_output=True, check=True)
    assert run.stdout == shown.stdout
    assert b"A will in the safe" in run.stdout
    assert b"An easy answer" not in run.stdout
    assert b"\x1b" not in run.stdout
    assert run.stderr == b""


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_without_a_terminal_for_keys_or_messages_there_is_a_one_line_error(
    jekyll: Path, tmp_path: Path, stream: str
) -> None:
    with (tmp_path / "words").open("w+b") as words:
        streams = {"stdin": subprocess.DEVNULL} if stream == "stdin" else {"stderr": words}
        with terminal(str(jekyll), **streams) as running:
            assert running.end() == 2
            output = running.written + (tmp_path / "words").read_bytes()
    assert output.count(b"\n") == 1
    assert output.startswith(b"aotad-tui: the reader needs a terminal")
    assert b"\x1b" not in output


# Saved state


def drop_file_privileges() -> None:
    """Drop root's privilege to read and write any file, in a process that is about to start."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2):  # to write, to read
        libc.prctl(24, capability, 0, 0, 0)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_state_is_saved_after_a_signal_to_end(
    jekyll: Path, jekyll_story: Story, number: signal.Signals, code: int
) -> None:
    """Includes the position in the page, which is otherwise saved once a second."""
    save_progress(jekyll_story, 10)
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


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def overwritten(file: Path) -> None:
    file.write_bytes(b"what is this" * 1000)


def of_another_program(file: Path) -> None:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE facts (name TEXT)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


@pytest.mark.parametrize("damage", [truncated, overwritten, of_another_program])
def test_an_unusable_state_file_is_set_aside_with_one_message_and_the_reader_works(
    jekyll: Path, jekyll_story: Story, damage: Callable[[Path], None]
) -> None:
    save_progress(jekyll_story, 9)
    damage(state_file())
    with terminal(str(jekyll)) as running:
        running.wait_for("esc later")  # the last row of the question
        assert "How far have you read?" in running.text
        running.wait_for("Your saved progress")
        assert running.text.count("▌ Your saved progress") == 1
        running.click("Chapter 4")  # keys may be dropped until the frame of the question is complete
        running.wait_for("Who was that again?")
        running.type("\x1b")
        running.wait_for("Who was that again?", gone=True)
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_terminal_restored(running)
        assert b"Traceback" not in running.written
    assert len(list(state_file().parent.glob("*.aside"))) == 1
    with terminal(str(jekyll)) as running:  # the new file is used like any other
        running.wait_for("seen: chapter 4 of 10")
        assert "Your saved progress" not in running.text
        running.type("q")
        assert running.end() == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="root's privileges cannot be dropped elsewhere")
@pytest.mark.parametrize("saved_before", [True, False])
def test_in_a_read_only_folder_there_is_one_message_and_the_reader_works(
    jekyll: Path, jekyll_story: Story, saved_before: bool
) -> None:
    folder = state_file().parent
    folder.mkdir(parents=True)
    if saved_before:
        save_progress(jekyll_story, 3)
        state_file().chmod(0o444)
    folder.chmod(0o555)
    try:
        with terminal(str(jekyll), preexec_fn=drop_file_privileges) as running:
            assert_one_message_and_usable(running, saved_before)
        printed = subprocess.run(
            program("recap", "--since", "start", "--guide", str(jekyll)),
            capture_output=True,
            check=True,
            preexec_fn=drop_file_privileges,
        )
        assert printed.stderr == b""  # printing saves nothing
        assert (b"Chapter 3" in printed.stdout) is saved_before
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
@pytest.mark.parametrize("saved_before", [True, False])
def test_on_a_full_disk_there_is_one_message_and_the_reader_works(
    jekyll: Path, jekyll_story: Story, saved_before: bool
) -> None:
    """A limit of zero bytes per file, which a program cannot tell from a full disk."""
    import resource

    if saved_before:
        save_progress(jekyll_story, 3)

    def limit_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    with terminal(str(jekyll), preexec_fn=limit_files) as running:
        assert_one_message_and_usable(running, saved_before)


def assert_one_message_and_usable(running: Terminal, saved_before: bool) -> None:
    running.wait_for("▌ Your progress cannot be saved:")
    if not saved_before:
        running.wait_for("esc later")  # the last row of the question
        assert "How far have you read?" in running.text
        running.click("Chapter 3")  # keys may be dropped until the frame of the question is complete
        running.wait_for("Who was that again?")
        running.type("\x1b")
        running.wait_for("Who was that again?", gone=True)
    running.wait_for("seen: chapter 3 of 10")
    running.type("]")
    running.wait_for("A house without windows")
    running.type("B'")
    running.wait_for("n edit")  # stored in memory while the reader is open
    assert "No bookmarks yet" not in running.text
    running.type("\x1b")
    running.wait_for("n edit", gone=True)
    assert running.text.count("▌ Your progress cannot be saved:") <= 1
    running.type("q")
    assert running.end() == 0
    assert_terminal_restored(running)
    assert b"Traceback" not in running.written
