"""The background colour of the terminal: the question and its answer.

The question is an escape sequence, OSC 11. A terminal answers at any time or never, and Textual's parser would take the
answer for keys, so the driver asks and takes the answer out of the input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUESTION = "\x1b]11;?\x07"
_COMMAND = rb"\x1b\]11;"
_VALUE = rb"[0-9A-Za-z:/#]"
_LONGEST = 64
"""No terminal sends a longer value."""
_ANSWER = re.compile(rb"%s(%s{0,%d})(?:\x07|\x1b\\)" % (_COMMAND, _VALUE, _LONGEST))
_BEGIN_OF_ANSWER = re.compile(rb"\x1b(?:\](?:1(?:1(?:;%s{0,%d}\x1b?)?)?)?)?" % (_VALUE, _LONGEST))
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


def answer_in(data: bytes) -> tuple[BackgroundColor | None, int]:
    """The answer that data begins with and its size in bytes; size 0 if it begins with none.

    There is no colour where the answer is none that is known.
    """
    answer = _ANSWER.match(data)
    if answer is None:
        return None, 0
    channels = _CHANNELS.fullmatch(answer[1])
    if channels is None:
        return None, answer.end()
    red, green, blue = (int(digits, 16) / (16 ** len(digits) - 1) for digits in channels.groups())
    return BackgroundColor(red, green, blue), answer.end()


def begins_answer(data: bytes) -> bool:
    """Whether data is the beginning of an answer, and may become a whole one."""
    return _BEGIN_OF_ANSWER.fullmatch(data) is not None
