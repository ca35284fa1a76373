"""How a run can end."""

from __future__ import annotations

import sys
from enum import IntEnum


class Exit(IntEnum):
    """What the program says to whoever called it."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    UNREADABLE = 3
    INTERRUPTED = 130


class NothingFound(Exception):
    """What was asked for is not there, as far as may be told; the text says so, with candidates if there are any."""


class WrongUse(Exception):
    """What was asked for cannot be asked so; the text says how it can."""


def fail(message: str, code: Exit) -> Exit:
    """Says on stderr what went wrong, and gives the code back."""
    print(f"aotad-tui: {message}", file=sys.stderr)
    return code
