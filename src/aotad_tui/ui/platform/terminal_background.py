"""The background colour of the terminal: the question and its answer.

The question is an escape sequence, OSC 11. A terminal answers at any time or never, and Textual's parser would take the
answer for keys, so the driver asks and takes the answer out of the input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUESTION = "\x1b]11;?\x07"
_ANSWER = re.compile(rb"\x1b\]11;(.*?)(?:\x07|\x1b\\)", re.DOTALL)
_CHANNELS = re.compile(rb"rgba?:([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})(?:/[0-9A-Fa-f]{1,4})?")
_LIGHT = 0.5
"""From this brightness on, a background is light."""


@dataclass(frozen=True, slots=True)
class BackgroundColor:
    """The background colour of the terminal: red, green and blue from 0.0 to 1.0."""

    red: float
    green: float
    blue: float

    @property
    def is_light(self) -> bool:
        """Whether dark text is readable on it, by the weights of ITU-R BT.601."""
        return 0.299 * self.red + 0.587 * self.green + 0.114 * self.blue >= _LIGHT


def color_of(reply: bytes) -> BackgroundColor | None:
    """The colour in a reply of the terminal; None if it is no answer to the question, or none that is known."""
    answer = _ANSWER.fullmatch(reply)
    channels = _CHANNELS.fullmatch(answer[1]) if answer else None
    if channels is None:
        return None
    red, green, blue = (int(digits, 16) / (16 ** len(digits) - 1) for digits in channels.groups())
    return BackgroundColor(red, green, blue)
