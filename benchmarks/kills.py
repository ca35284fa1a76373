"""A scripted reading in the real reader, killed with SIGKILL at random moments: is what was done before still there?

    python benchmarks/kills.py [ROUNDS]

Each round opens the reader in a pseudo-terminal where the last round left it, turns pages and sets bookmarks, and kills
it between one and three seconds in. Then the file must be sound and hold every bookmark asked for more than two
seconds before the kill; by how much the youngest one that was lost fell short of that is printed.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import signal
import sqlite3
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

GUIDE = Path(__file__).parent.parent / "tests" / "guides" / "jekyll"
EVERY = 0.25


def scripted(home: str, kill_after: float) -> list[float]:
    """Reads until the kill. The seconds before the kill at which each bookmark was asked for."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(HOME=home, TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "aotad_tui", str(GUIDE)])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    wait_for(terminal, b"help")
    asked = []
    kill_at = time.monotonic() + kill_after
    while time.monotonic() < kill_at:
        os.write(terminal, random.choice((b"]", b"[", b"j")) + b"B")
        asked.append(time.monotonic())
        drain(terminal, min(asked[-1] + EVERY, kill_at))
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    os.waitpid(child, 0)
    os.close(terminal)
    return [killed - moment for moment in asked]


def wait_for(terminal: int, text: bytes) -> None:
    drawn = b""
    while text not in drawn:
        if not select.select([terminal], [], [], 30)[0]:
            raise TimeoutError(f"{text!r} was not drawn")
        drawn += os.read(terminal, 65536)


def drain(terminal: int, until: float) -> None:
    while (left := until - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            os.read(terminal, 65536)


def bookmarks(file: Path) -> int:
    """How many there are. Raises AssertionError where the file is not sound."""
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (count,) = connection.execute("SELECT count(*) FROM facts WHERE kind = 'bookmark'").fetchone()
    connection.close()
    return int(count)


def main() -> int:
    """Prints what was kept and lost; 1 where something older than two seconds was lost."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    kept, asked_in_all, oldest_lost = 0, 0, 0.0
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / ".local" / "state" / "aotad-tui" / "reading.db"
        first_answer(home)
        for _ in range(rounds):
            before = bookmarks(file)
            ages = scripted(home, random.uniform(1, 3))
            new = bookmarks(file) - before
            kept, asked_in_all = kept + new, asked_in_all + len(ages)
            # Keys are answered in order, so the lost ones are the youngest.
            oldest_lost = max([oldest_lost, *ages[new:]])
        aside = [path.name for path in file.parent.iterdir() if path.name.endswith(".aside")]
    print(f"{rounds} kills, {asked_in_all} bookmarks asked for, {kept} kept; files set aside: {len(aside)}")
    print(f"the oldest one lost was asked for {oldest_lost:.2f} s before its kill (goal: under 2)")
    return 1 if oldest_lost >= 2 or aside else 0


def first_answer(home: str) -> None:
    """Says that all was seen, skips the tour and leaves."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(HOME=home, TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "aotad_tui", str(GUIDE)])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    wait_for(terminal, b"How far")
    drain(terminal, time.monotonic() + 0.5)
    os.write(terminal, b"f")
    wait_for(terminal, b"1 of 4")
    os.write(terminal, b"q")
    drain(terminal, time.monotonic() + 0.5)
    os.write(terminal, b"q")
    os.waitpid(child, 0)
    os.close(terminal)


if __name__ == "__main__":
    sys.exit(main())
