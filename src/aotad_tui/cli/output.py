"""Writes to stdout and stderr. No other module of the command line does.

Whatever a text contains, no control character and no bidirectional override leaves here but newlines and tabs. The
texts of a guide are cleaned where they are read; this is the second wall (docs/decisions/035-two-walls-for-text.md).
On a terminal, headings are bold and addresses are links; only `print_line` writes the sequences for that.

A stream may be closed, full, or a pipe that nobody reads (docs/decisions/039-streams-and-exit-codes.md).
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

from aotad_tui.cleaning import printable
from aotad_tui.link import Link

if TYPE_CHECKING:  # most starts do without it
    from aotad_tui.cells import Line, Span

_BOLD = {"heading", "person", "strong", "table-head", "tie-heading", "title"}
"""The style names that are bold on a terminal."""
_PRINTABLE_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]"
"""The characters of an address that are no letters or digits and stay as they are. All others are percent-encoded."""


class Unwritable(Exception):
    """Stdout cannot be written; the text says why. A pipe that nobody reads raises BrokenPipeError instead."""


def print_data(text: str, end: str = "\n") -> None:
    """Write what was asked for to stdout. Raises `Unwritable` and BrokenPipeError."""
    _write(printable(text + end))


def print_line(line: str | Line, convert: Callable[[str], str] = str) -> None:
    """Write a line to stdout, its text converted. Raises as `print_data` does.

    On a terminal, headings are bold, unless NO_COLOR is set, and addresses are hyperlinks (OSC 8).
    """
    if isinstance(line, str):
        print_data(convert(line))
    elif not _takes_sequences():
        print_data(convert("".join(span.text for span in line)))
    else:
        is_bold = not os.environ.get("NO_COLOR")
        _write("".join(_marked(span, printable(convert(span.text)), is_bold=is_bold) for span in line) + "\n")


def _write(printable_text: str) -> None:
    if sys.stdout is None:
        raise Unwritable("it is closed")
    with _reported():
        sys.stdout.write(printable_text)


def _takes_sequences() -> bool:
    """Whether stdout is a terminal that knows, or else ignores, bold text and hyperlinks."""
    # The Linux console printed hyperlinks until 5.10; the console of Windows does unless it is told otherwise.
    return is_terminal(sys.stdout) and os.environ.get("TERM") not in ("dumb", "linux") and os.name != "nt"


def _marked(span: Span, text: str, *, is_bold: bool) -> str:
    """The text of a span, in bold and as a hyperlink where the span is a heading or leads to an address."""
    if is_bold and not _BOLD.isdisjoint(span.style.split()):
        text = f"\x1b[1m{text}\x1b[22m"
    # The address is judged here once more: whatever made the link, nothing but printable ASCII enters the sequence.
    if span.link and Link.safe_address(span.link.id) == span.link:
        text = f"\x1b]8;;{quote(span.link.id, safe=_PRINTABLE_IN_ADDRESS)}\x1b\\{text}\x1b]8;;\x1b\\"
    return text


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
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one


def discard_unwritten() -> None:
    """Discard what cannot be written, which Python would try again at its end, and then change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
