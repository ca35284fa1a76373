"""A terminal for tests: a program in a real pseudo-terminal, and the screen that it draws there."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pyte
import pytest

if sys.platform == "win32":
    pytest.skip("needs POSIX: pseudo-terminals", allow_module_level=True)

import fcntl
import termios

PATIENCE = 60.0
"""Seconds after which something that ought to be on the screen is taken to be missing; far more than it takes."""

# Sequences that pyte does not know and would print: keyboard protocols, and questions after modes.
_UNKNOWN = re.compile(rb"\x1b\[(?:[<>=][\d;]*[@-~]|\?[\d;]*(?:\$p|u))")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
_MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")


class Terminal:
    """A program's terminal: what is typed goes in, what stands on the screen is read."""

    def __init__(self, arguments: tuple[str, ...], columns: int, rows: int, given: dict[str, Any]) -> None:
        self._master, self._slave = os.openpty()
        self._set_size(columns, rows)
        self._before = termios.tcgetattr(self._slave)
        self._alive, held = os.pipe()  # its other end is held by the program and by nobody else
        usual = {"stdin": self._slave, "stdout": self._slave, "stderr": self._slave}
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, *given.pop("program", ("-m", "aotad_tui")), *arguments],
            **({"env": environment} | usual | given),
            pass_fds=(held,),
            start_new_session=True,
        )
        os.close(held)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self.written = b""
        """All that the program has written."""
        self.given_back = False
        """Whether the program has left the terminal's own settings as they were; known once it has ended."""

    @property
    def text(self) -> str:
        """The rows of the screen."""
        return "\n".join(row.rstrip() for row in self._screen.display)

    def place_of(self, words: str) -> tuple[int, int]:
        """The cell at which words stand: column and row, from 1."""
        for y, row in enumerate(self._screen.display, 1):
            if words in row:
                return row.index(words) + 1, y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def type(self, keys: str) -> None:
        """Sends keys as a keyboard would."""
        os.write(self._master, keys.encode())

    def send_bytes(self, data: bytes) -> None:
        """Sends bytes as a terminal would."""
        os.write(self._master, data)

    def click(self, words: str) -> None:
        """Presses and lets go the mouse's button on words of the screen."""
        x, y = self.place_of(words)
        self.type(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")

    def wait_for(self, words: str, *, gone: bool = False) -> None:
        """Reads what the program writes until words stand on the screen, or do not any more."""
        end = time.monotonic() + PATIENCE
        while (words in self.text) is gone:
            assert self._read(end), f"the program ended before {words!r} came:\n{self.text}"

    def wait_for_bytes(self, data: bytes, times: int = 1) -> None:
        """Reads what the program writes until it has written these bytes so many times."""
        end = time.monotonic() + PATIENCE
        while self.written.count(data) < times:
            assert self._read(end), f"the program ended before it wrote {data!r}:\n{self.text}"

    def wait_until_stopped(self) -> None:
        """Reads what the program writes until a signal has stopped it, and sees what it left of the terminal."""
        end = time.monotonic() + PATIENCE
        stopped = False
        while not stopped or self._is_readable(0):
            stopped = stopped or os.waitpid(self._process.pid, os.WUNTRACED | os.WNOHANG) != (0, 0)
            assert time.monotonic() < end, f"the program was not stopped:\n{self.text}"
            if self._is_readable(0 if stopped else 0.05):
                self._take(os.read(self._master, 65536))
        self.given_back = termios.tcgetattr(self._slave) == self._before

    def _is_readable(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], seconds)[0])

    def blank(self) -> None:
        """Forgets what stands on the screen, as if another program had drawn there."""
        self._screen.reset()

    def hang_up(self) -> int:
        """Takes the terminal away, without a signal, and gives the exit code."""
        for number in (self._slave, self._master):
            os.close(number)
        return self._process.wait(PATIENCE)

    def end(self) -> int:
        """Reads to the end of what the program writes, and gives its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read(end):
            pass
        self.given_back = termios.tcgetattr(self._slave) == self._before
        os.close(self._slave)
        with suppress(OSError):  # how Linux says that nobody can write any more
            while data := os.read(self._master, 65536):
                self._take(data)
        return self._process.wait(PATIENCE)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the window another size, of which the program hears as it would from a terminal."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)
        self.send(signal.SIGWINCH)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, number: int) -> None:
        """Sends the program a signal."""
        self._process.send_signal(number)

    def _read(self, end: float) -> bool:
        """Reads once, waiting for it to the given moment; False when the program has ended."""
        ready = select.select([self._master, self._alive], [], [], max(end - time.monotonic(), 0))[0]
        assert ready, f"nothing came for a long time; on the screen stands:\n{self.text}"
        if self._master in ready:
            self._take(os.read(self._master, 65536))
        return self._master in ready

    def _take(self, data: bytes) -> None:
        """Draws what was written, but for a sequence at its end that is not whole yet."""
        self.written += data
        pending = self._rest + data
        unfinished = _UNFINISHED.search(pending)
        whole = pending[: unfinished.start()] if unfinished else pending
        self._rest = pending[len(whole) :]
        self._stream.feed(_UNKNOWN.sub(b"", whole))

    def close(self) -> None:
        """Ends the program if it has not ended, and closes the terminal."""
        self._process.kill()
        self._process.wait()
        for number in (self._master, self._alive, self._slave):
            with suppress(OSError):  # the last one is closed when the program's end was awaited
                os.close(number)

    @property
    def modes(self) -> dict[int, bool]:
        """The private modes that the program has set or reset, as they are now."""
        modes = {}
        for numbers, way in _MODES.findall(self.written):
            for number in numbers.split(b";"):
                modes[int(number)] = way == b"h"
        return modes


@contextmanager
def terminal(*arguments: str, columns: int = 120, rows: int = 30, **given: Any) -> Iterator[Terminal]:
    """Runs `python -m aotad_tui` in a terminal; `given` is for `Popen`: streams of another kind, say."""
    running = Terminal(arguments, columns, rows, given)
    try:
        yield running
    finally:
        running.close()
