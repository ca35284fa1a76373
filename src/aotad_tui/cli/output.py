"""Writes to stdout and stderr. No other module of the command line does.

Whatever a text contains, no control character and no bidirectional override leaves here but newlines and tabs. The
texts of a guide are cleaned where they are read; this is the second wall (docs/decisions/035-two-walls-for-text.md).

A stream may be closed, full, or a pipe that nobody reads (docs/decisions/039-streams-and-exit-codes.md).
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from aotad_tui.cleaning import printable


class Unwritable(Exception):
    """Stdout cannot be written; the text says why. A pipe that nobody reads raises BrokenPipeError instead."""


def print_data(text: str, end: str = "\n") -> None:
    """Write what was asked for to stdout. Raises `Unwritable` and BrokenPipeError."""
    if sys.stdout is None:
        raise Unwritable("it is closed")
    with _reported():
        sys.stdout.write(printable(text + end))


def flush_data() -> None:
    """Write what stdout has buffered. Raises `Unwritable` and BrokenPipeError."""
    if sys.stdout is not None:
        with _reported():
            sys.stdout.flush()


def print_notice(text: str, end: str = "\n") -> None:
    """Write an error or a notice to stderr. If that cannot be written, there is nobody to tell."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(printable(text + end))
            sys.stderr.flush()


@contextlib.contextmanager
def _reported() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unwritable(error.strerror or str(error)) from error


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is open and a terminal."""
    return stream is not None and stream.isatty()


def occupy_closed_streams() -> None:
    """Open the null device in place of each standard stream that is closed.

    Else the next file that is opened, such as that of the saved progress, would get its number, and would be written
    to by whatever writes to that stream.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)


def discard_unwritten() -> None:
    """Discard what cannot be written, which Python would try again at its end, and then change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
