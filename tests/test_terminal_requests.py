"""What the program asks of a real terminal, and how it takes the answer."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from aotad_tui.story.story import Story

from .own_files import settings_file
from .terminal import Terminal, terminal
from .test_terminal import assert_terminal_restored, save_progress

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

QUESTION = b"\x1b]11;?\x07"
WHITE = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
LIGHT_BACKGROUND = b"48;2;250;248;244"
"""The background of the light theme, as the program draws it."""
SAVED, RESTORED = b"\x1b[22;0t", b"\x1b[23;0t"


def true_color() -> dict[str, str]:
    """The environment of a terminal that draws all colours."""
    return {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def titles(running: Terminal) -> list[str]:
    """The titles that the program has set."""
    return [title.decode() for title in re.findall(rb"\x1b\]2;([^\x07\x1b]*)\x07", running.written)]


def quit_reader(running: Terminal) -> None:
    running.type("q")
    assert running.end() == 0
    assert_terminal_restored(running)


def test_a_light_background_gives_the_light_theme_whenever_the_answer_comes(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 3)
    with terminal(str(jekyll), env=true_color()) as running:
        running.wait_for_bytes(QUESTION)
        running.wait_for("This is a small book")  # drawn without an answer
        assert LIGHT_BACKGROUND not in running.written
        running.send_bytes(WHITE[:9])
        running.send_bytes(WHITE[9:])
        running.wait_for_bytes(LIGHT_BACKGROUND)
        running.type("]")  # the answer was no key
        running.wait_for("A house without windows")
        running.send_bytes(WHITE)
        running.type("]")
        running.wait_for("Utterson goes home from his walk")
        quit_reader(running)
        assert running.written.count(QUESTION) == 1


def test_a_theme_in_the_settings_wins_and_nothing_is_asked(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 3)
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('theme = "aotad-dark"\n')
    with terminal(str(jekyll), env=true_color()) as running:
        running.wait_for("This is a small book")
        running.send_bytes(WHITE)
        running.type("]")
        running.wait_for("A house without windows")
        quit_reader(running)
        assert QUESTION not in running.written
        assert LIGHT_BACKGROUND not in running.written


def test_the_terminal_is_asked_when_the_reader_chooses_the_theme_that_follows_it(
    jekyll: Path, jekyll_story: Story
) -> None:
    save_progress(jekyll_story, 3)
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('theme = "aotad-dark"\n')
    with terminal(str(jekyll), env=true_color()) as running:
        running.wait_for("This is a small book")
        running.type("t")
        running.wait_for("aotad-contrast")
        running.type("g")
        running.wait_for_bytes(QUESTION)
        running.send_bytes(WHITE)
        running.wait_for_bytes(LIGHT_BACKGROUND)
        running.type("\r")
        quit_reader(running)
    assert settings_file().read_text() == 'theme = "auto"\n'


def test_the_title_names_section_and_guide_and_is_restored_at_the_end(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 3)
    guide = jekyll_story.title
    with terminal(str(jekyll)) as running:
        running.wait_for("This is a small book")
        running.type("]")
        running.wait_for("A house without windows")
        running.wait_for_bytes(f"The door · {guide}\x07".encode())
        quit_reader(running)
        assert titles(running)[-1] == f"The door · {guide}"
        assert running.written.index(SAVED) < running.written.index(b"\x1b]2;")
        assert (running.written.count(SAVED), running.written.count(RESTORED)) == (1, 1)
        assert running.written.index(RESTORED) > running.written.rindex(b"\x1b]2;")


def test_the_title_is_restored_after_a_signal_and_while_the_program_is_suspended(
    jekyll: Path, jekyll_story: Story
) -> None:
    save_progress(jekyll_story, 3)
    with terminal(str(jekyll)) as running:
        running.wait_for("This is a small book")
        running.type("\x1a")
        running.wait_until_stopped()
        assert running.written.count(RESTORED) == 1
        title, times = titles(running)[-1], len(titles(running))
        running.send(signal.SIGCONT)
        running.wait_for_bytes(SAVED, times=2)
        running.wait_for_bytes(f"\x1b]2;{title}\x07".encode(), times=times + 1)
        running.send(signal.SIGTERM)
        assert running.end() == 143
        assert running.written.count(RESTORED) == 2
        assert_terminal_restored(running)


def test_the_title_has_nothing_of_a_section_that_is_hidden_again(jekyll: Path, jekyll_story: Story) -> None:
    save_progress(jekyll_story, 4)
    with terminal(str(jekyll), "--open", "the-cabinet/the-murder") as running:
        running.wait_for("Nearly a year goes by")
        assert titles(running)[-1].startswith("Murder under the moon · ")
        running.type("-")
        running.wait_for("chapter 3 of 10")
        running.wait_for("Nearly a year goes by", gone=True)
        quit_reader(running)
        assert not titles(running)[-1].startswith("Murder")
