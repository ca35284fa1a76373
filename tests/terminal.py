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

TIMEOUT = 60.0
"""Seconds to wait for output before a test fails; far more than any output takes."""

# Sequences that pyte does not know and would print: keyboard protocols, and queries of modes.
_UNKNOWN = re.compile(rb"\x1b\[(?:[<>=][\d;]*[@-~]|\?[\d;]*(?:\$p|u))")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
_MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")


class Terminal:
    """A program in a pseudo-terminal: takes keys, and reads the screen."""

    def __init__(self, arguments: tuple[str, ...], columns: int, rows: int, given: dict[str, Any]) -> None:
        self._master, self._slave = os.openpty()
        self._set_size(columns, rows)
        self._before = termios.tcgetattr(self._slave)
        self._alive, program_end = os.pipe()  # only the program keeps its other end open
        streams = {"stdin": self._slave, "stdout": self._slave, "stderr": self._slave}
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, *given.pop("program", ("-m", "aotad_tui")), *arguments],
            **({"env": environment} | streams | given),
            pass_fds=(program_end,),
            start_new_session=True,
        )
        os.close(program_end)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self.written = b""
        """Everything that the program has written."""
        self.restored = False
        """Whether the program has restored the terminal's settings; set when it has ended."""

    @property
    def text(self) -> str:
        """The rows of the screen."""
        return "\n".join(row.rstrip() for row in self._rows())

    def _rows(self) -> list[str]:
        """The rows of the screen, whole or half drawn.

        pyte's `display` fails while the left half of a wide character is overwritten and the right half is not yet.
        """
        screen = self._screen
        return ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]

    def place_of(self, words: str) -> tuple[int, int]:
        """The column and the row of words on the screen, from 1."""
        for y, row in enumerate(self._rows(), 1):
            if words in row:
                return row.index(words) + 1, y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def type(self, keys: str) -> None:
        """Send keys as a keyboard does."""
        os.write(self._master, keys.encode())

    def send_bytes(self, data: bytes) -> None:
        """Send bytes as a terminal does."""
        os.write(self._master, data)

    def click(self, words: str) -> None:
        """Press and release the mouse button on words of the screen."""
        x, y = self.place_of(words)
        self.type(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")

    def wait_for(self, words: str, *, gone: bool = False) -> None:
        """Read output until words are on the screen, or with `gone` until they are not."""
        end = time.monotonic() + TIMEOUT
        while (words in self.text) is gone:
            assert self._read(end), f"the program ended before {words!r} appeared:\n{self.text}"

    def wait_for_bytes(self, data: bytes, times: int = 1) -> None:
        """Read output until the program has written these bytes so many times."""
        end = time.monotonic() + TIMEOUT
        while self.written.count(data) < times:
            assert self._read(end), f"the program ended before it wrote {data!r}:\n{self.text}"

    def wait_until_stopped(self) -> None:
        """Read output until a signal has stopped the program, and note whether it has restored the terminal."""
        end = time.monotonic() + TIMEOUT
        stopped = False
        while not stopped or self._is_readable(0):
            stopped = stopped or os.waitpid(self._process.pid, os.WUNTRACED | os.WNOHANG) != (0, 0)
            assert time.monotonic() < end, f"the program was not stopped:\n{self.text}"
            if self._is_readable(0 if stopped else 0.05):
                self._take(os.read(self._master, 65536))
        self.restored = termios.tcgetattr(self._slave) == self._before

    def _is_readable(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], seconds)[0])

    def blank(self) -> None:
        """Forget the screen, as if another program had drawn there."""
        self._screen.reset()

    def hang_up(self) -> int:
        """Take the terminal away without a signal, and return the exit code."""
        for number in (self._slave, self._master):
            os.close(number)
        return self._process.wait(TIMEOUT)

    def end(self) -> int:
        """Read output until the program ends, and return its exit code."""
        end = time.monotonic() + TIMEOUT
        while self._read(end):
            pass
        self.restored = termios.tcgetattr(self._slave) == self._before
        os.close(self._slave)
        with suppress(OSError):  # Linux raises it when no writer is left
            while data := os.read(self._master, 65536):
                self._take(data)
        return self._process.wait(TIMEOUT)

    def resize(self, columns: int, rows: int) -> None:
        """Resize the window, and notify the program as a terminal does."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)
        self.send(signal.SIGWINCH)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def _read(self, end: float) -> bool:
        """Read once, waiting until `end` at the latest. Return False when the program has ended."""
        ready = select.select([self._master, self._alive], [], [], max(end - time.monotonic(), 0))[0]
        assert ready, f"no output for a long time; the screen shows:\n{self.text}"
        if self._master in ready:
            self._take(os.read(self._master, 65536))
        return self._master in ready

    def _take(self, data: bytes) -> None:
        """Draw output, except for an incomplete sequence at its end."""
        self.written += data
        pending = self._rest + data
        unfinished = _UNFINISHED.search(pending)
        whole = pending[: unfinished.start()] if unfinished else pending
        self._rest = pending[len(whole) :]
        self._stream.feed(_UNKNOWN.sub(b"", whole))

    def close(self) -> None:
        """Kill the program if it has not ended, and close the terminal."""
        self._process.kill()
        self._process.wait()
        for number in (self._master, self._alive, self._slave):
            with suppress(OSError):  # `end` has closed the last one
                os.close(number)

    @property
    def modes(self) -> dict[int, bool]:
        """The private modes that the program has set or reset, and whether each is set now."""
        modes = {}
        for numbers, action in _MODES.findall(self.written):
            for number in numbers.split(b";"):
                modes[int(number)] = action == b"h"
        return modes


@contextmanager
def terminal(*arguments: str, columns: int = 120, rows: int = 30, **given: Any) -> Iterator[Terminal]:
    """Run `python -m aotad_tui` in a terminal; `given` are arguments of `Popen`, for example other streams."""
    running = Terminal(arguments, columns, rows, given)
    try:
        yield running
    finally:
        running.close()
