"""Signals that end the program: the terminal is given back, and the exit code says which it was."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable

_DEADLY = (
    *("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF"),
    *("SIGXCPU", "SIGIO", "SIGPWR", "SIGSTKFLT"),
)
"""The signals that end a program by default, without those that say that it is broken, such as SIGSEGV."""


def on_deadly_signal(leave: Callable[[int], None]) -> None:
    """Call `leave` with the number of a signal that would end the program, on the running event loop."""
    loop = asyncio.get_running_loop()
    for name in _DEADLY:
        number = getattr(signal, name, None)
        if number is not None:
            # Windows' loop has no such handlers; a loop outside the main thread (a test's) has none either.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, int(number))
