"""Start to first text on the screen, against a bare Textual app that shows one Static, in a real pseudo-terminal.

    python benchmarks/start.py [ROUNDS]

Rounds turn about; medians and their ratio are printed. The goal of the design is a ratio of at most 1.25.
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
    "reader": ([sys.executable, "-m", "aotad_tui"], b"season 2?"),
}


def seconds(command: list[str], text: bytes) -> float:
    """From the start of a command to the moment at which it has drawn a text. Raises TimeoutError after 30 s."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    drawn = b""
    try:
        while text not in drawn:
            if time.perf_counter() - begun > 30 or not select.select([terminal], [], [], 30)[0]:
                raise TimeoutError(f"{text!r} was not drawn")
            drawn += os.read(terminal, 65536)
        return time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def main() -> None:
    """Prints both medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    taken: dict[str, list[float]] = {name: [] for name in RUNS}
    for _ in range(rounds):
        for name, (command, text) in RUNS.items():
            taken[name].append(seconds(command, text))
    bare, reader = (statistics.median(taken[name]) for name in ("bare", "reader"))
    print(f"bare app   {1000 * bare:6.0f} ms")
    print(f"the reader {1000 * reader:6.0f} ms   {reader / bare:.2f} x (goal 1.25)")


if __name__ == "__main__":
    main()
