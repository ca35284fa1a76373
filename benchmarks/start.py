"""The time from start to first text on the screen, against a bare Textual app that shows one Static, in a real
pseudo-terminal.

    python benchmarks/start.py [ROUNDS]

Printed are medians of alternating rounds and their ratios: to the first text (the key bar, which is shown while the
guide loads), with a goal of at most 1.25, and to the text of the page. The program is compiled first, as an installed
program is.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterator
from compileall import compile_dir
from contextlib import contextmanager
from pathlib import Path

import aotad_tui

BARE_APP = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("first text")

Bare().run()
"""
RUNS = {
    "bare": ([sys.executable, "-c", BARE_APP], b"first text"),
    "first text": ([sys.executable, "-m", "aotad_tui"], b"help"),
    "the page": ([sys.executable, "-m", "aotad_tui"], b"season 2?"),
}


@contextmanager
def run_in_terminal(command: list[str]) -> Iterator[tuple[int, int]]:
    """Run a command in its own terminal and kill it at the end; yield its process and the other end of the terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    try:
        yield child, terminal
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def wait_for(text: bytes, terminal: int) -> None:
    """Wait until a text is drawn. Raises TimeoutError after 30 s."""
    begun = time.perf_counter()
    drawn = b""
    while text not in drawn:
        if time.perf_counter() - begun > 30 or not select.select([terminal], [], [], 30)[0]:
            raise TimeoutError(f"{text!r} was not drawn")
        drawn += os.read(terminal, 65536)


def seconds(command: list[str], text: bytes) -> float:
    """The seconds from the start of a command until it has drawn a text. Raises TimeoutError after 30 s."""
    begun = time.perf_counter()
    with run_in_terminal(command) as (_, terminal):
        wait_for(text, terminal)
        return time.perf_counter() - begun


def main() -> None:
    """Print the medians and their ratios."""
    compile_dir(Path(aotad_tui.__file__).parent, quiet=1)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    taken: dict[str, list[float]] = {name: [] for name in RUNS}
    for _ in range(rounds):
        for name, (command, text) in RUNS.items():
            taken[name].append(seconds(command, text))
    bare = statistics.median(taken["bare"])
    goals = {"first text": " (goal 1.25)"}
    for name, times in taken.items():
        median = statistics.median(times)
        print(f"{name:10} {1000 * median:6.0f} ms   {median / bare:.2f} x{goals.get(name, '')}")


if __name__ == "__main__":
    main()
