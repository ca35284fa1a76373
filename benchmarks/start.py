"""Start to first text on the screen, against a bare Textual app that shows one Static, in a real pseudo-terminal.

    python benchmarks/start.py [ROUNDS]

Rounds turn about; medians and their ratios are printed: to the first text (the line of keys, which stands there while
the guide is read), for which the goal of the design is at most 1.25, and to the text of the page. The program is
compiled first, as it is wherever it was installed.
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

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("first text")

Bare().run()
"""
RUNS = {
    "bare": ([sys.executable, "-c", BARE], b"first text"),
    "first text": ([sys.executable, "-m", "aotad_tui"], b"help"),
    "the page": ([sys.executable, "-m", "aotad_tui"], b"season 2?"),
}


@contextmanager
def opened(command: list[str]) -> Iterator[tuple[int, int]]:
    """A command in a terminal of its own, killed in the end: its process and the other end of that terminal."""
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
    """Waits until a text is drawn. Raises TimeoutError after 30 s."""
    begun = time.perf_counter()
    drawn = b""
    while text not in drawn:
        if time.perf_counter() - begun > 30 or not select.select([terminal], [], [], 30)[0]:
            raise TimeoutError(f"{text!r} was not drawn")
        drawn += os.read(terminal, 65536)


def seconds(command: list[str], text: bytes) -> float:
    """From the start of a command to the moment at which it has drawn a text. Raises TimeoutError after 30 s."""
    begun = time.perf_counter()
    with opened(command) as (_, terminal):
        wait_for(text, terminal)
        return time.perf_counter() - begun


def main() -> None:
    """Prints the medians and their ratios."""
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
