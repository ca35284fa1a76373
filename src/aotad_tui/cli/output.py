"""Writes to stdout and stderr. No other module of the command line does.

Whatever a text contains, no control character and no bidirectional override leaves here but newlines and tabs. The
texts of a guide are cleaned where they are read; this is the second wall (docs/decisions/035-two-walls-for-text.md).
"""

from __future__ import annotations

import sys

from aotad_tui.cleaning import printable


def print_data(text: str, end: str = "\n") -> None:
    """Write what was asked for to stdout."""
    sys.stdout.write(printable(text + end))


def print_notice(text: str, end: str = "\n") -> None:
    """Write an error or a notice to stderr."""
    sys.stderr.write(printable(text + end))
