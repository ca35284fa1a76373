"""The program in a real terminal: what is drawn there, how it ends, and what it does where there is no terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide
from aotad_tui.reading.folders import state_file
from aotad_tui.reading.journal import Journal
from aotad_tui.reading.store import Store
from aotad_tui.resources import bundled_guide
from aotad_tui.story.story import Story
from tests.library.guides import edited

from .terminal import Terminal, terminal

ALTERNATE_SCREEN, CURSOR, BRACKETED_PASTE, FOCUS = 1049, 25, 2004, 1004
MOUSE = (1000, 1002, 1003, 1006, 1015)


def assert_given_back(running: Terminal) -> None:
    """The terminal is as it was before the program."""
    assert running.given_back
    on = {mode for mode, is_on in running.modes.items() if is_on}
    assert CURSOR in on
    assert not on & {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS, *MOUSE}
    assert len(re.findall(rb"\x1b\[>\d+u", running.written)) == running.written.count(b"\x1b[<u")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has read anything here before."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def said(whole: Story, seen: int) -> None:
    """A reader has said before how far they are, and has seen the tour."""
    store = Store(state_file())
    journal = Journal(store, whole)
    journal.keep_seen(whole.timeline, seen)
    journal.keep_toured()
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
        running.wait_for("Chapter 4: have you finished it?")
        running.type("\r")
        running.wait_for("New to you since Chapter 3")
        running.type("\x1b")
        running.wait_for("New to you since Chapter 3", gone=True)
        running.wait_for("seen: chapter 4 of 10")
        running.wait_for("· Murder under the moon")
        running.click("· Murder under the moon")
        running.wait_for("Nearly a year goes by")
        running.type("\x1bOP")  # F1
        running.wait_for("One line down")
        running.type("\x1b")
        running.wait_for("One line down", gone=True)
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
        running.wait_for("How far in Strange Case of Dr Jekyll and Mr Hyde are you?")
        running.type("4\r")
        running.wait_for("Nothing is told before you have seen it")
        running.wait_for("seen: chapter 4 of 10")
        running.type("\x1b")
        running.wait_for("Nothing is told before you have seen it", gone=True)
        running.type("]")
        running.wait_for("A house without windows")
        running.type("q")
        assert running.end() == 0
        assert_given_back(running)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 4 of 10")
        running.wait_for("A lawyer and his kinsman")  # the page that was left
        assert "How far in" not in running.text
        running.type("q")
        assert running.end() == 0


def test_what_is_given_on_the_command_line_is_for_that_sitting_only(jekyll: Path, jekyll_story: Story) -> None:
    said(jekyll_story, 3)
    with terminal(str(jekyll), "--seen", "6") as running:
        running.wait_for("this sitting: chapter 6 of 10")
        running.type("+")
        running.wait_for("this sitting: chapter 7 of 10")
        running.type("\x11")  # ctrl+q
        assert running.end() == 0
        assert_given_back(running)
    with terminal(str(jekyll)) as running:
        running.wait_for("seen: chapter 3 of 10")
        running.type("q")
        assert running.end() == 0


def test_the_bundled_guide_opens_by_itself() -> None:
    story = open_guide(bundled_guide())
    with terminal("--seen", "3") as running:
        running.wait_for(story.title)
        running.wait_for("this sitting: episode 3 of 12")
        running.wait_for(story.sections[0].title)
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
        assert "1 problem keeps this guide from being opened" in running.text
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
